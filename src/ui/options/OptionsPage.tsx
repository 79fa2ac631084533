/** The settings page: sections on one page, with a list of anchors beside it. */
import { useAppearance } from "~src/store/use-appearance"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { WorkerProvider } from "~src/store/WorkerProvider"
import { Skeleton } from "~src/ui/base/Skeleton"
import { Toasts } from "~src/ui/base/Toasts"
import { optionsText } from "~src/ui/strings/options"

import { FaultAlert } from "./shared/FaultAlert"
import { ManagedFaults } from "./ManagedFaults"
import { DraftProvider } from "./policy/DraftProvider"
import { SaveBar } from "./policy/SaveBar"
import { sections } from "./sections"
import { useCurrentSection } from "./use-current-section"

/** The whole page with its own query client. */
export function OptionsPage() {
  return (
    <WorkerProvider>
      <Page />
      <Toasts />
    </WorkerProvider>
  )
}

function Page() {
  const settings = useWorkerQuery("settings.get", {}, ["settings"])
  const status = useWorkerQuery("status.get", {}, ["status", "settings"])
  useAppearance(settings.data?.appearance)
  const current = useCurrentSection(settings.data !== undefined)
  return (
    <div className="options">
      <nav aria-label={optionsText.nav}>
        <p className="brand">Account Lens</p>
        <ul>
          {sections.map(({ id }) => (
            <li key={id}>
              <a href={`#${id}`} aria-current={id === current ? "true" : undefined}>
                {optionsText.sections[id].title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <h1>{optionsText.title}</h1>
        <FaultAlert fault={settings.fault} onRetry={settings.refetch} />
        {settings.isPending && <Skeleton lines={9} />}
        <ManagedFaults />
        {settings.data && (
          <DraftProvider>
            {sections.map(({ id, render }) => (
              <section key={id} id={id} aria-labelledby={`${id}-title`}>
                <h2 id={`${id}-title`}>{optionsText.sections[id].title}</h2>
                <p className="section-about">{optionsText.sections[id].about}</p>
                {render(settings.data, status.data)}
              </section>
            ))}
            <SaveBar />
          </DraftProvider>
        )}
      </main>
    </div>
  )
}
