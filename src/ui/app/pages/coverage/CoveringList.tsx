import { useId } from "react"

import { useSettings } from "~src/store/use-settings"
import { useWrite } from "~src/store/use-write"

import { Button, IconButton, Name } from "~src/ui/base"
import { formatDate } from "~src/ui/base/format"
import { coverage } from "~src/ui/strings/book"

const words = coverage.covering

/** Whom the user covers, now or soon. New ones are added in the options, beside the rest of what is chosen there. */
export function CoveringList({ today }: { today: string }) {
  const title = useId()
  const { settings, change } = useSettings()
  const { mutate: openPage } = useWrite("open.page")
  if (!settings) return null
  const current = settings.covering.filter(({ to }) => to >= today)
  return (
    <section className="covering-list" aria-labelledby={title}>
      <h2 id={title}>{words.title}</h2>
      <p className="soft">{words.about}</p>
      {current.length === 0 ? <p>{words.none}</p> : null}
      <ul className="cards">
        {current.map((cover) => (
          <li key={`${cover.adminId} ${cover.from}`} className="covered">
            <Name>{cover.name}</Name>
            <span className="soft">
              {words.until(formatDate(cover.from, today), formatDate(cover.to, today))}
            </span>
            <IconButton
              icon="close"
              label={words.stop(cover.name)}
              onClick={() => change({ covering: settings.covering.filter((one) => one !== cover) })}
            />
          </li>
        ))}
      </ul>
      <Button icon="plus" onClick={() => openPage({ page: "options", hash: "covering" })}>
        {words.add}
      </Button>
    </section>
  )
}
