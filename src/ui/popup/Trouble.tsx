import type { OutboxItem } from "~src/messaging/contract"
import { useWrite } from "~src/store/use-write"

import { Button, Icon } from "../base"
import { popup } from "../strings/popup"

const words = popup.trouble

/** Writes that were refused, wait for another workspace, or may have arrived or not: kept until the user decides. */
export function Trouble({ outbox }: { outbox: OutboxItem[] }) {
  const items = outbox.filter(
    ({ state, fault }) =>
      state === "refused" ||
      state === "undecided" ||
      (state === "waiting" && fault?.code === "not-connected"),
  )
  if (items.length === 0) return null
  return (
    <ul className="trouble">
      {items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </ul>
  )
}

function Item({ item }: { item: OutboxItem }) {
  const { mutate: retry } = useWrite("outbox.retry")
  const { mutate: discard } = useWrite("outbox.discard")
  const { mutate: decide } = useWrite("outbox.decide")
  const { id, text, accountName, fault, state } = item
  const undecided = state === "undecided"
  return (
    <li className={undecided ? "notice notice-concerning" : "notice notice-poor"}>
      <Icon name="warn" />
      <div role="alert">
        <p className="notice-title">
          {words[state === "waiting" || state === "undecided" ? state : "refused"](text)}
          {accountName && !text.includes(accountName) ? ` (${accountName})` : ""}
        </p>
        {fault ? (
          <p>
            {fault.title} {fault.detail} {fault.next}
          </p>
        ) : null}
        <div className="notice-actions">
          {undecided ? (
            <>
              <Button onClick={() => decide({ id, arrived: true })}>{words.arrived}</Button>
              <Button onClick={() => decide({ id, arrived: false })}>{words.again}</Button>
            </>
          ) : (
            <>
              {state === "refused" ? <Button onClick={() => retry({ id })}>{words.retry}</Button> : null}
              <Button onClick={() => discard({ id })}>{words.discard}</Button>
            </>
          )}
        </div>
      </div>
    </li>
  )
}
