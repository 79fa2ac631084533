import type { OutboxItem } from "~src/messaging/contract"
import { useToasts } from "~src/store/toasts"
import { useWrite } from "~src/store/use-write"

import { Button, Icon } from "../../base"
import { base, sourceWords } from "../../strings/base"
import { panel } from "../../strings/panel"
import { useNow } from "~src/ui/base/use-now"
import { MendTouch } from "./MendTouch"
import { useGuarded } from "./VisibilityGuard"

const words = panel.outbox

/** How far a write has come, in place, with what can be done about it. */
export function OutboxLine({ item, withText = false }: { item: OutboxItem; withText?: boolean }) {
  const failed = item.state === "refused" || item.state === "undecided"
  return (
    <div
      className={failed ? `outbox outbox-failed outbox-${item.state}` : "outbox"}
      role={failed ? "alert" : undefined}
    >
      <Icon name={failed ? "warn" : item.state === "sent" ? "check" : "clock"} />
      <div>
        {withText ? <span className="outbox-text">{item.text} </span> : null}
        <State item={item} />
      </div>
    </div>
  )
}

function State({ item }: { item: OutboxItem }) {
  const now = useNow("quick")
  if (item.state === "sending") return <span>{words.sending}</span>
  if (item.state === "sent") return <span>{words.sent}</span>
  if (item.state === "undecided") return <Undecided item={item} />
  // Tried before: it may have arrived, and nothing can be taken back.
  if (item.state === "refused" || item.tries > 0) return <Stuck item={item} />
  const undoable = Date.parse(item.sendAfter) > now
  return (
    <>
      <span>{undoable ? words.waiting : words.queued}</span> <Undo id={item.id} />
    </>
  )
}

function Undo({ id }: { id: string }) {
  const undo = useWrite("outbox.undo")
  const removeToast = useToasts(({ remove }) => remove)
  const press = () => {
    undo.mutate({ id })
    // It offers the same.
    removeToast(id)
  }
  return (
    <Button kind="quiet" className="button-inline" onClick={press}>
      {base.undo}
    </Button>
  )
}

function Stuck({ item }: { item: OutboxItem }) {
  const guarded = useGuarded()
  const retry = useWrite("outbox.retry")
  const discard = useWrite("outbox.discard")
  const { fault, id } = item
  return (
    <>
      {item.state === "waiting" ? (
        <>
          {words.queued} {fault ? `${fault.title} ${fault.next ?? ""}` : null}
        </>
      ) : (
        <>
          <strong>{fault?.title ?? words.refused(sourceWords[item.target])}</strong>{" "}
          {fault ? `${fault.detail} ${fault.next ?? ""}` : null}
        </>
      )}
      <div className="notice-actions">
        <Button onClick={(event) => guarded(event, () => retry.mutate({ id }))}>{words.retry}</Button>
        <Button kind="danger" onClick={(event) => guarded(event, () => discard.mutate({ id }))}>
          {words.discard}
        </Button>
      </div>
      <MendTouch item={item} />
    </>
  )
}

function Undecided({ item: { id, fault } }: { item: OutboxItem }) {
  const guarded = useGuarded()
  const decide = useWrite("outbox.decide")
  return (
    <>
      {fault ? <strong>{fault.title} </strong> : null}
      {words.undecided}
      <div className="notice-actions">
        <Button onClick={(event) => guarded(event, () => decide.mutate({ id, arrived: true }))}>
          {words.arrived}
        </Button>
        <Button onClick={(event) => guarded(event, () => decide.mutate({ id, arrived: false }))}>
          {words.notArrived}
        </Button>
      </div>
    </>
  )
}
