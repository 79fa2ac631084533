import { Name, SafeLink } from "../../base"
import { formatDate, formatMoney } from "../../base/format"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"

const words = panel.renewal
const order = { renewal: 0, expansion: 1, other: 2 }

/** Open opportunities, renewals first. Nothing if none is known. */
export function Opportunities() {
  const { account, today } = useAccount()
  const open = account.facts.openOpportunities ?? []
  if (open.length === 0) return null
  return (
    <>
      <h3>{words.opportunities}</h3>
      <ul className="rows">
        {[...open]
          .sort((a, b) => order[a.kind] - order[b.kind])
          .map(({ id, kind, name, stage, amount, currency, closeOn, url }) => (
            <li key={id} className="row">
              <div className="row-main">
                <SafeLink href={url}>
                  <Name>{name}</Name>
                </SafeLink>
                <span className="row-meta">
                  {[words.kinds[kind], stage, closeOn ? words.closes(formatDate(closeOn, today)) : undefined]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </div>
              {amount === undefined ? null : (
                <span className="row-end">{formatMoney(amount, currency ?? account.facts.currency)}</span>
              )}
            </li>
          ))}
      </ul>
    </>
  )
}
