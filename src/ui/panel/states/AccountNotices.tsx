import type { Fault, SalesforcePart } from "~src/messaging/contract"
import { useStatus } from "~src/store/use-status"
import { useWrite } from "~src/store/use-write"

import { Button, Disclosure, Notice } from "../../base"
import { formatAge } from "../../base/format"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"
import { useNow } from "~src/ui/base/use-now"
import { FaultNotice } from "./FaultNotice"

const words = panel.states

/** What stands between the reader and fresh data: faults, offline, doubtful matches. The data stays below. */
export function AccountNotices() {
  const { account } = useAccount()
  const { status } = useStatus()
  const { mutate: refresh } = useWrite("account.refresh")
  const { mutate: openPage } = useWrite("open.page")
  const { vitally, salesforce, linkedBy, pageNotice } = account
  const offline = status?.online === false
  const retry = () => refresh({ accountId: account.id })
  const faults = [
    { fault: vitally.fault, readAt: vitally.readAt },
    { fault: salesforce.fault, readAt: salesforce.readAt },
  ].filter((one): one is { fault: Fault; readAt: string | undefined } => one.fault !== undefined)
  const shown = offline ? [] : faults
  const parts = salesforce.parts ?? []
  const isQuiet = shown.length === 0 && parts.length === 0 && !linkedBy && !pageNotice
  if (!offline && isQuiet && salesforce.state !== "not-matched") return null
  return (
    <div className="notices">
      {offline ? (
        <Notice icon="offline" tone="concerning" live>
          {words.offline} {vitally.readAt ? <Age at={vitally.readAt} /> : null}
        </Notice>
      ) : null}
      {shown.map(({ fault, readAt }) => (
        <FaultNotice key={fault.title} fault={fault} onRetry={retry}>
          {readAt ? (
            <span className="faint notice-note">
              <Age at={readAt} />
            </span>
          ) : null}
        </FaultNotice>
      ))}
      {pageNotice ? (
        <Notice icon="info" tone="concerning">
          {pageNotice}
        </Notice>
      ) : null}
      <SalesforceParts parts={parts} />
      {linkedBy ? (
        <Notice
          icon="link"
          actions={
            <Button onClick={() => openPage({ page: "link", accountId: account.id })}>{words.wrong}</Button>
          }
        >
          {linkedBy.text}
        </Notice>
      ) : null}
      {salesforce.state === "not-matched" ? <Notice icon="info">{words.salesforceNotMatched}</Notice> : null}
    </div>
  )
}

/** What Salesforce did not show whole: nothing below it may be taken for "there is none". */
function SalesforceParts({ parts }: { parts: readonly SalesforcePart[] }) {
  const [only] = parts
  if (!only) return null
  if (parts.length === 1) return <Notice icon="info">{only.text}</Notice>
  return (
    <Notice icon="info">
      <Disclosure summary={<span>{words.salesforceParts(parts.length)}</span>}>
        <ul className="plain">
          {parts.map(({ section, text }) => (
            <li key={section}>{text}</li>
          ))}
        </ul>
      </Disclosure>
    </Notice>
  )
}

/** How old what is shown is. Not live: the notice is read out once, not again with every minute that passes. */
function Age({ at }: { at: string }) {
  const now = useNow()
  return <span aria-live="off">{words.savedData(formatAge(at, now))}</span>
}
