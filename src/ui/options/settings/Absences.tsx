/** Days off: no reminders from the first to the last of them. */
import { type SyntheticEvent, useState } from "react"

import type { Settings } from "~src/messaging/views/settings"
import { Button, IconButton } from "~src/ui/base/Button"
import { optionsText } from "~src/ui/strings/options"

import { DateField } from "./DateFields"
import { spanFault, spanText } from "../shared/span"

const text = optionsText.reminders

interface AbsencesProps {
  absences: Settings["reminders"]["absences"]
  onChange: (absences: Settings["reminders"]["absences"]) => void
}

export function Absences({ absences, onChange }: AbsencesProps) {
  const [from, setFrom] = useState("")
  const [to, setTo] = useState("")
  const [fault, setFault] = useState<string>()
  const add = (event: SyntheticEvent) => {
    event.preventDefault()
    const wrong = spanFault({ from, to })
    setFault(wrong)
    if (wrong) return
    onChange([...absences, { from, to }].sort((a, b) => a.from.localeCompare(b.from)))
    setFrom("")
    setTo("")
  }
  return (
    <fieldset className="radios">
      <legend>{text.absences}</legend>
      {absences.length > 0 && (
        <ul className="rows">
          {absences.map((span, index) => (
            <li key={`${span.from}/${span.to}/${index}`}>
              {spanText(span)}
              <IconButton
                icon="close"
                label={text.removeAbsence(spanText(span))}
                onClick={() => onChange(absences.filter((_, other) => other !== index))}
              />
            </li>
          ))}
        </ul>
      )}
      <form className="pair" onSubmit={add}>
        <DateField label={text.firstDay} value={from} onChange={setFrom} fault={fault} />
        <DateField label={text.lastDay} value={to} onChange={setTo} />
        <Button type="submit">{text.addAbsence}</Button>
      </form>
    </fieldset>
  )
}
