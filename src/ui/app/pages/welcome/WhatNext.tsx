/** Where to look next, and the end of the first run. */
import { Button } from "~src/ui/base/Button"
import { FaultAlert } from "../../../options/shared/FaultAlert"
import { useAct } from "../../../options/shared/use-act"
import { useChange } from "../../../options/shared/use-change"
import { welcomeText } from "~src/ui/strings/welcome"

const text = welcomeText.next

/** @param ready connected and known: finishing instead of skipping. */
export function WhatNext({ firstRunDone, ready }: { firstRunDone: boolean; ready: boolean }) {
  const open = useAct("open.page")
  const { change, fault } = useChange()
  return (
    <section className="card" aria-labelledby="next">
      <h2 id="next">{text.title}</h2>
      <ul className="plain-list">
        {text.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="buttons">
        <Button onClick={() => open.mutate({ page: "book" })}>{text.book}</Button>
        <Button onClick={() => open.mutate({ page: "options" })}>{text.settings}</Button>
        {!firstRunDone && (
          <Button kind={ready ? "primary" : "quiet"} onClick={() => change({ firstRunDone: true })}>
            {ready ? text.finish : welcomeText.skip}
          </Button>
        )}
      </div>
      {firstRunDone ? (
        <p role="status">{text.finished}</p>
      ) : (
        !ready && <p className="field-hint">{welcomeText.skipHint}</p>
      )}
      <FaultAlert fault={fault ?? open.fault} />
    </section>
  )
}
