import { useState } from "react"

import { tickKey, wordsKey } from "~src/domain/week/agenda-marks"
import { type SheetLine, type SheetSection, sectionMarkdown } from "~src/domain/week/sheet"
import { useWrite } from "~src/store/use-write"
import { classNames, IconButton } from "~src/ui/base"
import { monday as words } from "~src/ui/strings/monday"

import { CopyButton } from "../../shared/CopyPrint"
import { KeptField } from "../../shared/KeptField"
import { useKept } from "../../shared/use-kept"

interface Props {
  section: SheetSection
  /** The Monday under which ticks and words are kept. */
  week: string
  texts: Record<string, string>
}

export function AgendaSection({ section, week, texts }: Props) {
  const { title, lines, none } = section
  return (
    <section className="sheet-section" aria-label={title}>
      <header>
        <h2>
          {title} <span className="soft">{lines.length > 0 ? lines.length : ""}</span>
        </h2>
        {lines.length > 0 ? (
          <span className="no-print">
            <CopyButton text={() => sectionMarkdown(section, true)} label={words.copySection(title)} />
          </span>
        ) : null}
      </header>
      {lines.length === 0 ? <p className="soft">{none}</p> : null}
      <ul>
        {lines.map((line) => (
          <Line key={line.key} line={line} week={week} texts={texts} />
        ))}
      </ul>
    </section>
  )
}

function Line({ line, week, texts }: { line: SheetLine } & Pick<Props, "week" | "texts">) {
  const { key, text, source, accountId, done = false } = line
  const keep = useKept(texts)
  const [isEditing, setEditing] = useState(false)
  const { mutate: openPage } = useWrite("open.page")
  return (
    <li className={classNames(done && "is-ticked")}>
      <input
        type="checkbox"
        aria-label={words.tick(text)}
        checked={done}
        onChange={() => keep(tickKey(week, key), done ? "" : "x", done ? words.unticked : words.ticked)}
      />
      <div className="line-text">
        {isEditing ? (
          <KeptField
            label={words.editing(text)}
            value={text}
            onSave={(next) => {
              setEditing(false)
              if (next !== text) keep(wordsKey(week, key), next, words.edited)
            }}
          />
        ) : (
          <span className="line-words">{text}</span>
        )}
        <span className="row-meta">{source}</span>
      </div>
      <IconButton
        className="no-print"
        icon="note"
        label={words.edit(text)}
        onClick={() => setEditing(true)}
      />
      {accountId ? (
        <IconButton
          className="no-print"
          icon="open"
          label={words.open(text)}
          onClick={() => openPage({ page: "vitally", accountId })}
        />
      ) : null}
    </li>
  )
}
