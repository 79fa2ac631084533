import { useState } from "react"

import { isFramed } from "~src/store/frame-place"
import { useWorkerQuery } from "~src/store/use-worker-query"

import { Button, Dialog, ErrorNotice, Skeleton } from "../../base"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"

const words = panel.brief

/** All that is needed before a call, on one page, to be copied. */
export function CallBrief({ onClose }: { onClose: () => void }) {
  const { account } = useAccount()
  const { data, fault, refetch } = useWorkerQuery("account.brief", { accountId: account.id }, [
    `account:${account.id}`,
  ])
  return (
    <Dialog
      title={data ? words.title(data.title) : panel.header.brief}
      onClose={onClose}
      actions={data ? <Copy text={data.text} /> : null}
    >
      {fault ? <ErrorNotice fault={fault} onRetry={() => void refetch()} /> : null}
      {!data && !fault ? <Skeleton lines={6} label={words.loading} /> : null}
      {data?.sections.map(({ title, lines }) => (
        <section key={title} className="brief">
          <h3>{title}</h3>
          <ul className="bullets">
            {lines.map((line, index) => (
              <li key={`${index}-${line}`} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  )
}

function Copy({ text }: { text: string }) {
  const [outcome, setOutcome] = useState("")
  return (
    <>
      <span role="status" className="copy-outcome">
        {outcome}
      </span>
      <Button
        kind="primary"
        icon="copy"
        onClick={() => {
          void copyText(text).then((done) => setOutcome(done ? words.copied : words.copyFailed))
        }}
      >
        {words.copy}
      </Button>
    </>
  )
}

async function copyText(text: string): Promise<boolean> {
  // The gate gives its frame no clipboard; only asking would already write an error to the host page's console.
  if (isFramed()) return copySelection(text)
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copySelection(text)
  }
}

/** The older way, which works within a click everywhere. */
function copySelection(text: string): boolean {
  const area = document.createElement("textarea")
  area.value = text
  area.className = "sr-only"
  const host = document.querySelector("dialog[open]") ?? document.body
  host.append(area)
  area.select()
  // No other way exists where a frame is denied the clipboard.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const done = document.execCommand("copy")
  area.remove()
  return done
}
