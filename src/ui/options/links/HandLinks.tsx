/** Pages that were linked to a customer by hand, with the way to take it back. */
import { useWorkerQuery } from "~src/store/use-worker-query"
import { Button } from "~src/ui/base/Button"
import { Name } from "~src/ui/base/Name"
import { optionsText } from "~src/ui/strings/options"

import { FaultAlert } from "../shared/FaultAlert"
import { useAct } from "../shared/use-act"
import { pageText } from "./page-text"

const text = optionsText.handLinks

export function HandLinks() {
  const links = useWorkerQuery("link.list", {}, ["settings", "book"])
  const remove = useAct("link.remove")
  if (!links.data) return <FaultAlert fault={links.fault} />
  return (
    <div className="card">
      {links.data.length === 0 ? (
        <p className="soft">{text.none}</p>
      ) : (
        <ul className="rows">
          {links.data.map(({ ref, accountId, accountName }) => (
            <li key={ref.key}>
              <span>
                {pageText(ref)} → <Name>{accountName || accountId}</Name>
              </span>
              <Button
                kind="quiet"
                aria-label={text.removeOf(pageText(ref), accountName)}
                onClick={() => remove.mutate({ ref })}
              >
                {text.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <FaultAlert fault={remove.fault} />
    </div>
  )
}
