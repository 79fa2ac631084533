import { useState } from "react"

import type { LibraryItem, Policy } from "~src/domain/policy/policy"
import { readLibrary } from "~src/domain/week/read-library"
import { ask } from "~src/messaging/client"
import { Button, Disclosure, SafeLink } from "~src/ui/base"
import { formatDate } from "~src/ui/base/format"
import { scaled as words } from "~src/ui/strings/scaled"

import { useUndoable } from "../../shared/use-undoable"

/** The team's material, which contact suggestions and texts draw on; filled from a pasted list. */
export function Library({ policy, today }: { policy: Policy; today: string }) {
  const { library } = policy
  const [text, setText] = useState("")
  const undoable = useUndoable()
  const { items, unread } = readLibrary(text, library)
  const keep = async (next: LibraryItem[]) => {
    const outcome = await ask("policy.set", { policy: { ...policy, library: next } })
    if (!outcome.saved) throw new Error(words.notKept)
  }
  const add = async () => {
    const isKept = await undoable(
      () => keep([...library, ...items]),
      words.added(items.length),
      () => keep(library),
    )
    if (isKept) setText(unread.join("\n"))
  }
  return (
    <section aria-label={words.library} className="no-print">
      <h2>
        {words.library} <span className="soft">{library.length}</span>
      </h2>
      {library.length === 0 ? <p className="soft">{words.libraryNone}</p> : null}
      <ul className="plain-list">
        {library.slice(-10).map(({ title, url, date, tag }) => (
          <li key={url}>
            <SafeLink href={url}>{title}</SafeLink>{" "}
            <span className="soft">{[tag, date && formatDate(date, today)].filter(Boolean).join(", ")}</span>
          </li>
        ))}
      </ul>
      <Disclosure summary={words.libraryAdd}>
        <label className="kept-field">
          <span className="field-label">{words.libraryPaste}</span>
          <textarea
            className="input"
            rows={5}
            value={text}
            placeholder={words.libraryExample}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        {text.trim() === "" ? null : (
          <p role="status">
            {words.read(items.length)} {unread.length > 0 ? words.unread(unread.length, unread[0] ?? "") : ""}
          </p>
        )}
        <Button disabled={items.length === 0} onClick={() => void add()}>
          {words.libraryButton}
        </Button>
      </Disclosure>
    </section>
  )
}
