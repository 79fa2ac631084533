import { useState } from "react"

import type { CoveragePlan } from "~src/messaging/views/lists"
import { useWrite } from "~src/store/use-write"

import { Badge, Button, Name, StatusMark } from "~src/ui/base"
import { formatDate } from "~src/ui/base/format"
import { coverage } from "~src/ui/strings/book"

/** Who needs what, and the steps; as text for a document or a message. */
export function Plan({ plan, today }: { plan: CoveragePlan; today: string }) {
  const [said, setSaid] = useState("")
  const { mutate: openPage } = useWrite("open.page")
  const copy = () =>
    void navigator.clipboard.writeText(plan.text).then(
      () => setSaid(coverage.copied),
      () => setSaid(coverage.notCopied),
    )
  return (
    <section className="plan" aria-label={coverage.title}>
      <header className="plan-head">
        <h2>{plan.rows.length === 0 ? coverage.none : coverage.customers(plan.rows.length)}</h2>
        <span role="status" className="soft">
          {said}
        </span>
        <Button icon="copy" onClick={copy}>
          {coverage.copy}
        </Button>
      </header>
      <ul className="cards">
        {plan.rows.map(({ accountId, name, tier, band, reasons, before, renewalOn }) => (
          <li key={accountId} className="cover">
            <button
              type="button"
              className="customer"
              onClick={() => openPage({ page: "vitally", accountId })}
            >
              <Name>{name}</Name>
            </button>
            <span className="meta">
              {tier ? <Badge>{tier}</Badge> : null}
              <StatusMark band={band} />
              {renewalOn === undefined ? null : <span>{coverage.renews(formatDate(renewalOn, today))}</span>}
            </span>
            <ul className="reasons">
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
            <div className="before">
              <h3>{coverage.before}</h3>
              <ul>
                {before.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ul>
      <h3>{coverage.steps}</h3>
      <ol className="plan-steps">
        {plan.steps.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ol>
    </section>
  )
}
