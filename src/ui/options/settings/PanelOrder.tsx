/** The panel's sections: shown or not, and in which order. By buttons, so that the keyboard can do it too. */
import { useRef } from "react"

import type { PanelSection, Settings } from "~src/messaging/views/settings"
import { IconButton } from "~src/ui/base/Button"
import { optionsText } from "~src/ui/strings/options"
import { sectionNames } from "~src/ui/strings/sections"

import { Toggle } from "../shared/Fields"
import { move } from "../shared/move"

const text = optionsText.appearance

interface PanelOrderProps {
  panel: Settings["panel"]
  onChange: (panel: Partial<Pick<Settings["panel"], "order" | "hidden">>) => void
}

export function PanelOrder({ panel, onChange }: PanelOrderProps) {
  const list = useRef<HTMLUListElement>(null)
  const shift = (index: number, by: -1 | 1) => {
    onChange({ order: move(panel.order, index, by) })
    // The button moves with its row: focus follows, so that pressing again moves the same section on.
    requestAnimationFrame(() =>
      list.current?.children[index + by]
        ?.querySelector<HTMLElement>(`[data-by="${by}"]:not(:disabled), [data-by]:not(:disabled)`)
        ?.focus(),
    )
  }
  const toggle = (section: PanelSection, shown: boolean) =>
    onChange({
      hidden: shown ? panel.hidden.filter((other) => other !== section) : [...panel.hidden, section],
    })
  return (
    <fieldset className="radios">
      <legend>{text.order}</legend>
      <ul ref={list} className="order">
        {panel.order.map((section, index) => (
          <li key={section}>
            <Toggle
              label={sectionNames[section]}
              checked={!panel.hidden.includes(section)}
              onChange={(shown) => toggle(section, shown)}
            />
            <span>
              <IconButton
                icon="up"
                data-by={-1}
                label={text.moveUp(sectionNames[section])}
                disabled={index === 0}
                onClick={() => shift(index, -1)}
              />
              <IconButton
                icon="down"
                data-by={1}
                label={text.moveDown(sectionNames[section])}
                disabled={index === panel.order.length - 1}
                onClick={() => shift(index, 1)}
              />
            </span>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
