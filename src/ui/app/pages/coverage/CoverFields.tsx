import { coverKeys } from "~src/domain/week/cover-keys"
import type { CoverageRow } from "~src/messaging/views/lists"
import { useQueuedWrite } from "~src/store/use-write"
import { Button } from "~src/ui/base"
import { cover as words } from "~src/ui/strings/cover"

import { KeptField } from "../../shared/KeptField"
import { useKept } from "../../shared/use-kept"

interface Props {
  row: CoverageRow
  texts: Record<string, string>
  /** Names of colleagues. */
  people: string[]
  period: { from: string; to: string }
}

/** Who covers one customer, what they should know, and telling them in Vitally. */
export function CoverFields({ row: { accountId, name, before }, texts, people, period }: Props) {
  const keep = useKept(texts)
  const write = useQueuedWrite()
  const who = texts[coverKeys.who(accountId)] ?? ""
  const note = texts[coverKeys.note(accountId)] ?? ""
  const steps = before.map((step) => `- ${step}`).join("\n")
  const text = words.shareText(who, steps, note)
  return (
    <div className="cover-fields">
      <select
        className="input select"
        aria-label={words.who(name)}
        value={who}
        onChange={(event) => keep(coverKeys.who(accountId), event.target.value, words.whoSaved(name))}
      >
        <option value="">{words.nobody}</option>
        {people.map((person) => (
          <option key={person} value={person}>
            {person}
          </option>
        ))}
      </select>
      <KeptField
        key={note}
        label={words.note(name)}
        hint={words.note(name)}
        value={note}
        onSave={(next) => keep(coverKeys.note(accountId), next, words.noteSaved(name))}
      />
      <span className="buttons no-print">
        <Button
          kind="quiet"
          aria-label={words.share(name)}
          onClick={() =>
            void write(
              "note.add",
              { accountId, subject: words.shareTitle(period.from, period.to), text, about: "cover" },
              words.shared(name),
            )
          }
        >
          {words.shareShort}
        </Button>
        <Button
          kind="quiet"
          aria-label={words.task(name)}
          onClick={() =>
            void write(
              "task.add",
              { accountId, name: words.taskName(who), note: text, dueOn: period.from },
              words.tasked(name),
            )
          }
        >
          {words.taskShort}
        </Button>
      </span>
    </div>
  )
}
