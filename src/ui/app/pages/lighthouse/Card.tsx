import { type LighthouseCard, presentation, updateWords } from "~src/domain/week/lighthouse"
import { planFields, planKey } from "~src/domain/week/save-plan"
import { capital, list } from "~src/domain/words"
import { useQueuedWrite } from "~src/store/use-write"
import { Button, classNames, Disclosure, StatusMark } from "~src/ui/base"
import { formatDate, formatScore } from "~src/ui/base/format"
import { lighthouse as words } from "~src/ui/strings/lighthouse"

import { CustomerButton } from "../../shared/CustomerButton"
import { KeptField } from "../../shared/KeptField"
import { useKept } from "../../shared/use-kept"

interface Props {
  card: LighthouseCard
  texts: Record<string, string>
  today: string
}

/** One customer: where it stands, what it lacks to move on, and the one thing to do about it. */
export function Card({ card, texts, today }: Props) {
  const { id, name, column, band, score, standing, causes, missing, plan } = card
  const isLate = (plan.lateBy ?? -1) > 0
  return (
    <article className="board-card" aria-label={name}>
      <p className="health-cell">
        <StatusMark band={band} />
        {score === null ? null : <strong>{formatScore(score)}</strong>}
      </p>
      <CustomerButton id={id} name={name} />
      <p>{capital(standing)}.</p>
      {causes.length > 0 ? <p className="soft">{capital(list(causes))}.</p> : null}
      {missing.length > 0 ? <p>{words.missing(list(missing))}</p> : null}
      {column === "entrant" ? null : (
        <p className={classNames("row-meta", isLate && "late")}>{capital(updateWords(plan, today))}</p>
      )}
      {column === "entrant" ? null : <PlanForm card={card} texts={texts} today={today} />}
      <Act card={card} today={today} />
    </article>
  )
}

/** Moves follow facts: nominating and leaving set the trait, posting is the update. */
function Act({ card, today }: Pick<Props, "card" | "today">) {
  const { id, name, column } = card
  const write = useQueuedWrite()
  if (column === "entrant" || column === "ready") {
    const isEntry = column === "entrant"
    return (
      <Button
        className="no-print"
        aria-label={isEntry ? words.nominate(name) : words.leave(name)}
        onClick={() =>
          void write(
            "trait.set",
            { accountId: id, trait: "lighthouse", value: isEntry },
            isEntry ? words.nominated(name) : words.left(name),
          )
        }
      >
        {isEntry ? words.nominateShort : words.leaveShort}
      </Button>
    )
  }
  return (
    <Button
      className="no-print"
      aria-label={words.post(name)}
      onClick={() =>
        void write(
          "note.add",
          {
            accountId: id,
            subject: words.noteTitle(formatDate(today, today)),
            text: presentation({ ...card, column: "running" }, today),
            about: "lighthouse",
          },
          words.posted(name),
        )
      }
    >
      {words.postShort}
    </Button>
  )
}

function PlanForm({ card, texts, today }: Props) {
  const { id, name, plan, lastTwoWeeks } = card
  const keep = useKept(texts)
  return (
    <Disclosure summary={words.openPlan} className="no-print">
      {planFields.map((field) => (
        <KeptField
          key={`${field} ${plan.texts[field]}`}
          isShown
          label={words.fields[field]}
          value={plan.texts[field]}
          onSave={(text) => keep(planKey(id, field), text, words.saved(words.fields[field], name))}
        />
      ))}
      <h3>{words.steps}</h3>
      {plan.steps.length === 0 ? <p className="soft">{words.noSteps}</p> : null}
      <ul className="plain-list">
        {plan.steps.map((step) => (
          <li key={step.id}>
            {[step.name, step.assignedToName, step.dueOn && formatDate(step.dueOn, today)]
              .filter(Boolean)
              .join(", ")}
          </li>
        ))}
      </ul>
      <h3>{words.last}</h3>
      {lastTwoWeeks.length === 0 ? <p className="soft">{words.noLast}</p> : null}
      <ul className="plain-list">
        {lastTwoWeeks.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Disclosure>
  )
}
