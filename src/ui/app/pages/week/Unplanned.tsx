import type { OwedHere, WeekPlan } from "~src/messaging/views/week"
import { useQueuedWrite } from "~src/store/use-write"
import { Disclosure } from "~src/ui/base"
import { formatDate } from "~src/ui/base/format"
import { week } from "~src/ui/strings/week"

import { CustomerButton } from "../../shared/CustomerButton"

/** What the rhythms ask until the fiscal quarter ends: choosing a day makes a task of it. */
export function Unplanned({ plan }: { plan: WeekPlan }) {
  const { owed, quarterEndsOn, team, picks, today } = plan
  const labels = [...new Set(owed.map(({ label }) => label))]
  return (
    <section className="phase" aria-label={week.unplanned}>
      <h2>
        {week.unplanned}
        <span className="soft">{week.until(formatDate(quarterEndsOn, today))}</span>
      </h2>
      {labels.length === 0 ? <p className="soft">{week.noOwed}</p> : null}
      {labels.map((label) => {
        const own = owed.filter((one) => one.label === label)
        return (
          <Disclosure key={label} summary={week.owedCount(label, own.length)}>
            <ul className="cards">
              {own.map((one) => (
                <Owed key={`${one.key} ${one.accountId}`} one={one} plan={plan} />
              ))}
            </ul>
          </Disclosure>
        )
      })}
      {picks.length > 0 ? (
        <>
          <h3>{week.picks}</h3>
          <ul className="cards">
            {picks.map(({ accountId, name, why }) => (
              <li key={accountId}>
                <CustomerButton id={accountId} name={name} /> <span className="soft">{why}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {team.length > 0 ? (
        <>
          <h3>{week.team}</h3>
          <ul className="cards">
            {team.map(({ key, label, rhythm, nextOn }) => (
              <li key={key}>
                {label}{" "}
                <span className="soft">
                  {rhythm}
                  {nextOn ? `, ${week.next(formatDate(nextOn, today))}` : ""}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

function Owed({ one, plan }: { one: OwedHere; plan: WeekPlan }) {
  const { label, accountId, accountName, nextOn, overdue } = one
  const write = useQueuedWrite()
  return (
    <li className="plan-item">
      <span />
      <CustomerButton id={accountId} name={accountName} />
      <span className={overdue ? "late" : "soft"}>
        {nextOn ? week.dueBy(formatDate(nextOn, plan.today)) : week.noDate}
      </span>
      <select
        className="input select no-print"
        aria-label={week.planFor(label, accountName)}
        value=""
        onChange={({ target: { value } }) =>
          void write(
            "task.add",
            { accountId, name: label, dueOn: value },
            week.tasked(label, accountName, week.day(value)),
          )
        }
      >
        <option value="">{week.planShort}</option>
        {plan.days.map((day) => (
          <option key={day} value={day}>
            {week.day(day)}
          </option>
        ))}
      </select>
    </li>
  )
}
