/** What an import brought, what it left out and why, and whom it could not tell. */
import { useState } from "react"

import { Button } from "~src/ui/base/Button"
import { AccountPicker } from "~src/ui/options/shared/AccountPicker"
import { FaultAlert } from "~src/ui/options/shared/FaultAlert"
import { useAct } from "~src/ui/options/shared/use-act"
import { usageText as text } from "~src/ui/strings/usage"

import type { ImportReport } from "./import-file"

const namesShown = 50

export function Report({
  report: { stored, unmatched, bad, badCount },
  onLinked,
}: {
  report: ImportReport
  onLinked: (account: string) => void
}) {
  const names = Object.keys(unmatched).length
  return (
    <>
      <p role="status">{text.done(stored, names)}</p>
      {badCount > 0 && (
        <details>
          <summary>{text.bad(badCount)}</summary>
          <ul>
            {bad.map(({ line, fault }) => (
              <li key={line}>
                {text.line(line)} {text.faults[fault]}
              </li>
            ))}
          </ul>
        </details>
      )}
      <UnmatchedNames unmatched={unmatched} onLinked={onLinked} />
    </>
  )
}

/** The most rows first. */
export function UnmatchedNames({
  unmatched,
  onLinked,
}: {
  unmatched: Readonly<Record<string, number>>
  onLinked: (account: string) => void
}) {
  const names = Object.entries(unmatched).sort(([, a], [, b]) => b - a)
  if (names.length === 0) return null
  return (
    <>
      <h3>{text.unmatched}</h3>
      <p className="soft">{text.unmatchedAbout}</p>
      <ul className="plain-list">
        {names.slice(0, namesShown).map(([account, count]) => (
          <Unmatched key={account} account={account} count={count} onLinked={onLinked} />
        ))}
      </ul>
    </>
  )
}

interface UnmatchedProps {
  account: string
  count: number
  onLinked: (account: string) => void
}

function Unmatched({ account, count, onLinked }: UnmatchedProps) {
  const [open, setOpen] = useState(false)
  const link = useAct("usage.link")
  return (
    <li>
      <span>
        {account} <span className="soft">({text.rows(count)})</span>{" "}
      </span>
      {open ? (
        <AccountPicker
          label={text.linkTo(account)}
          focusAtStart
          onPick={({ id }) => link.mutate({ account, accountId: id }, { onSuccess: () => onLinked(account) })}
        />
      ) : (
        <Button onClick={() => setOpen(true)} aria-label={`${text.linkThis} ${account}`}>
          {text.linkThis}
        </Button>
      )}
      <FaultAlert fault={link.fault} />
    </li>
  )
}
