/** What was imported, newest first; each can be taken back whole. */
import type { UsageImportView } from "~src/messaging/contract"
import { Button } from "~src/ui/base/Button"
import { formatAge } from "~src/ui/base/format"
import { useNow } from "~src/ui/base/use-now"
import { FaultAlert } from "~src/ui/options/shared/FaultAlert"
import { useAct } from "~src/ui/options/shared/use-act"
import { usageText as text } from "~src/ui/strings/usage"

export function Files({ imports }: { imports: readonly UsageImportView[] }) {
  const now = useNow()
  const undo = useAct("usage.undo")
  return (
    <section className="card" aria-labelledby="usage-files">
      <h2 id="usage-files">{text.files}</h2>
      {imports.length === 0 && <p className="soft">{text.noFiles}</p>}
      <ul className="plain-list">
        {imports.map(({ id, name, at, rows }) => (
          <li key={id}>
            <span>
              {name}{" "}
              <span className="soft">
                ({text.rows(rows)}, {formatAge(at, now)})
              </span>{" "}
            </span>
            <Button busy={undo.isPending} onClick={() => undo.mutate({ importId: id })}>
              {text.undo(name)}
            </Button>
          </li>
        ))}
      </ul>
      {undo.isSuccess && <p role="status">{text.undone}</p>}
      <FaultAlert fault={undo.fault} />
    </section>
  )
}
