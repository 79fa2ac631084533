import { useWrite } from "~src/store/use-write"

import { Badge, Button, Icon, IconButton, Name, Popover, SafeLink } from "../../base"
import { formatDate, formatMoney } from "../../base/format"
import { safeHost } from "../../base/SafeLink"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"
import { tierText } from "../tier/TierSection"
import { DataAge } from "./DataAge"
import { PanelMenu } from "./PanelMenu"

const words = panel.header

interface Props {
  onBrief: () => void
  onArrange: () => void
  onKeys: () => void
  openSidePanel?: (() => Promise<boolean>) | undefined
}

/** Stays on top: who this is, at what tier and stage, how old the data is, and the tools. */
export function Header({ onBrief, ...menu }: Props) {
  const { account, where, today } = useAccount()
  const { mutate: command } = useWrite("gate.command")
  const { churnedOn, redAccount, lighthouse, arr, seats, currency } = account.facts
  const { tier, lifecycle } = account.assessment
  return (
    <header className="head">
      <div className="head-row">
        <h1 className="head-name" title={account.assessment.name}>
          <Name>{account.assessment.name}</Name>
        </h1>
        <div className="head-tools">
          <Button
            kind="quiet"
            icon="brief"
            className="brief"
            aria-label={words.brief}
            title={words.brief}
            onClick={onBrief}
          >
            <span className="brief-word">{words.briefShort}</span>
          </Button>
          <OpenIn />
          <Pin />
          <PanelMenu {...menu} />
          {where === "frame" ? (
            <IconButton
              icon="collapse"
              label={words.collapse}
              onClick={() => command({ command: "collapse" })}
            />
          ) : null}
        </div>
      </div>
      <p className="head-meta">
        <Badge tone="accent">{tierText(tier)}</Badge>
        {tier.team ? <span>{tier.team}</span> : null}
        {arr ? (
          <span className="whole">{panel.glanceLines.arr(formatMoney(arr.value, currency))}</span>
        ) : null}
        {seats ? <span className="whole">{panel.glanceLines.seats(seats.value)}</span> : null}
        <span>
          {lifecycle.stage ?? (churnedOn ? words.left(formatDate(churnedOn.value, today)) : words.noStage)}
        </span>
        {redAccount?.value ? <Badge tone="poor">{panel.more.redAccount}</Badge> : null}
        {lighthouse?.value ? <Badge tone="concerning">{panel.more.lighthouse}</Badge> : null}
        {account.mine || !account.ownerName ? null : <span>{words.notMine(account.ownerName)}</span>}
        <DataAge />
      </p>
      <Elsewhere />
    </header>
  )
}

/** Holds the panel on this customer while the page moves on. */
function Pin() {
  const { pinned, setPinned } = useAccount()
  if (!setPinned) return null
  const on = pinned !== undefined
  return (
    <IconButton
      icon="pin"
      label={words.pin}
      hint={on ? words.unpinHint : words.pinHint}
      aria-pressed={on}
      onClick={() => setPinned(!on)}
    />
  )
}

/** Never to be overlooked: the panel is about one customer, the page about another, or nobody. */
function Elsewhere() {
  const { pinned, setPinned } = useAccount()
  if (!pinned || pinned.here) return null
  return (
    <div className="elsewhere" role="status">
      <Icon name="pin" />
      <span>{pinned.page === null ? words.pageOfNobody : words.pageOf(pinned.page)}</span>
      <Button kind="quiet" onClick={() => setPinned?.(false)}>
        {words.follow}
      </Button>
    </div>
  )
}

/** Where else this customer can be seen; the host shows what a link leads to. */
function OpenIn() {
  const { openIn } = useAccount().account
  const links = [
    { label: words.vitally, url: openIn.vitally },
    { label: words.salesforce, url: openIn.salesforce },
    ...openIn.usage,
  ].filter(({ url }) => safeHost(url) !== null)
  if (links.length === 0) return null
  return (
    <Popover label={words.openIn} icon="open">
      <ul className="menu">
        {links.map(({ label, url }) => (
          <li key={label}>
            <SafeLink href={url} className="menu-item menu-link" showHost={false}>
              <Icon name="open" />
              <span>
                {label}
                <span className="row-meta">{safeHost(url)}</span>
              </span>
            </SafeLink>
          </li>
        ))}
      </ul>
    </Popover>
  )
}
