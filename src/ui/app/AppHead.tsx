import { useStatus } from "~src/store/use-status"
import { useWrite } from "~src/store/use-write"

import { IconButton } from "~src/ui/base"
import { app } from "~src/ui/strings/app"
import { pages } from "./pages"
import { ReadLine } from "./ReadLine"
import { useLastAddresses } from "./use-last-addresses"

/** The way to every page, and how old what they show is. */
export function AppHead({ current }: { current: string }) {
  const { status } = useStatus()
  const { mutate: openPage } = useWrite("open.page")
  const addressOf = useLastAddresses(current)
  const isConnected = status && status.vitally.state !== "not-connected"
  return (
    <header className="app-head">
      <span className="app-brand">{app.brand}</span>
      <nav aria-label={app.navigation}>
        <ul>
          {pages
            .filter(({ inNavigation, id }) => inNavigation || id === current)
            .map(({ id, title }) => (
              <li key={id}>
                <a href={addressOf(id)} aria-current={id === current ? "page" : undefined}>
                  {title}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      {isConnected && status.sync.phase !== "first" ? <ReadLine status={status} /> : null}
      <IconButton icon="gear" label={app.options} onClick={() => openPage({ page: "options" })} />
    </header>
  )
}
