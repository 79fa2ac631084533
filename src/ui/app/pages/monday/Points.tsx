import { useState } from "react"

import { pointKey } from "~src/domain/week/agenda-marks"
import type { SheetLine } from "~src/domain/week/sheet"
import { Button, IconButton, TextField } from "~src/ui/base"
import { monday as words } from "~src/ui/strings/monday"

import { useKept } from "../../shared/use-kept"

/** Own points: they stand until they are removed, over weeks. */
export function Points({ points, texts }: { points: SheetLine[]; texts: Record<string, string> }) {
  const [text, setText] = useState("")
  const keep = useKept(texts)
  return (
    <section className="sheet-section" aria-label={words.raise}>
      <header>
        <h2>{words.raise}</h2>
      </header>
      {points.length === 0 ? <p className="soft">{words.raiseNone}</p> : null}
      <ul>
        {points.map(({ key, text: point }) => (
          <li key={key}>
            <span className="line-text">{point}</span>
            <IconButton
              className="no-print"
              icon="close"
              label={words.remove(point)}
              onClick={() => keep(key, "", words.removed)}
            />
          </li>
        ))}
      </ul>
      <form
        className="filters no-print"
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() === "") return
          keep(pointKey(new Date().toISOString()), text.trim(), words.raised)
          setText("")
        }}
      >
        <TextField
          label={words.raiseAdd}
          value={text}
          maxLength={500}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit">{words.raiseButton}</Button>
      </form>
    </section>
  )
}
