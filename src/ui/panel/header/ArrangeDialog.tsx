import { useState } from "react"

import type { PanelSection } from "~src/messaging/views/settings"
import { useSettings } from "~src/store/use-settings"

import { Button, Dialog, IconButton } from "../../base"
import { panel } from "../../strings/panel"
import { sectionNames } from "../../strings/sections"
import { completeOrder, defaultOrder, move } from "../shared/section-order"

const words = panel.arrange

/** Which sections show, and in what order; remembered for all accounts. */
export function ArrangeDialog({ onClose }: { onClose: () => void }) {
  const { settings, change } = useSettings()
  const [said, setSaid] = useState("")
  const order = completeOrder(settings?.panel.order)
  const hidden = settings?.panel.hidden ?? []

  const place = (section: PanelSection, by: -1 | 1) => {
    const next = move(order, section, by)
    change({ panel: { order: next } })
    setSaid(words.moved(sectionNames[section], next.indexOf(section) + 1, next.length))
  }
  const show = (section: PanelSection, shown: boolean) =>
    change({
      panel: { hidden: shown ? hidden.filter((one) => one !== section) : [...hidden, section] },
    })

  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => change({ panel: { order: [...defaultOrder], hidden: [] } })}>
            {words.reset}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {words.done}
          </Button>
        </>
      }
    >
      <p className="field-hint">{words.hint}</p>
      <ol className="arrange">
        {order.map((section, index) => (
          <li key={section}>
            <label className="check">
              <input
                type="checkbox"
                checked={!hidden.includes(section)}
                aria-label={words.show(sectionNames[section])}
                onChange={(event) => show(section, event.target.checked)}
              />
              {sectionNames[section]}
            </label>
            <IconButton
              icon="up"
              label={words.up(sectionNames[section])}
              aria-disabled={index === 0}
              onClick={() => place(section, -1)}
            />
            <IconButton
              icon="down"
              label={words.down(sectionNames[section])}
              aria-disabled={index === order.length - 1}
              onClick={() => place(section, 1)}
            />
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </Dialog>
  )
}
