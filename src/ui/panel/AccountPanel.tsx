import { type ComponentType, useState } from "react"

import type { AccountView, PanelState } from "~src/messaging/contract"
import type { PanelSection, Settings } from "~src/messaging/views/settings"
import { useKeptView } from "~src/store/use-kept-view"
import { useWrite } from "~src/store/use-write"

import { Steady } from "../base/Steady"
import { useRowKeys } from "../base/use-row-keys"
import { useShownMark } from "../base/use-shown-mark"
import { ActionsSection } from "./actions/ActionsSection"
import { ContactSection } from "./contact/ContactSection"
import { ContactsSection } from "./contacts/ContactsSection"
import { ArrangeDialog } from "./header/ArrangeDialog"
import { CallBrief } from "./header/CallBrief"
import { RoomCard } from "./edge/RoomCard"
import { Glance } from "./glance/Glance"
import { Header } from "./header/Header"
import { KeysDialog } from "./header/KeysDialog"
import { HealthSection } from "./health/HealthSection"
import { MoreSection } from "./more/MoreSection"
import { PanelContext } from "./shared/panel-context"
import { RenewalSection } from "./renewal/RenewalSection"
import { goToSection } from "./shared/Section"
import { shownOrder } from "./shared/section-order"
import { AccountNotices } from "./states/AccountNotices"
import { WritingOff } from "./states/WritingOff"
import { TasksSection } from "./tasks/TasksSection"
import { TierSection } from "./tier/TierSection"
import { useScrollMemory } from "./use-scroll-memory"
import { useTitle } from "./use-title"
import { useWaitingClock } from "./shared/use-waiting-clock"
import { VisibilityGuard } from "./shared/VisibilityGuard"

const sections: Record<PanelSection, ComponentType> = {
  tier: TierSection,
  health: HealthSection,
  contact: ContactSection,
  renewal: RenewalSection,
  actions: ActionsSection,
  tasks: TasksSection,
  contacts: ContactsSection,
  more: MoreSection,
}

/** The panel is the whole of its page. */
const whole = { current: document.documentElement }

interface Props {
  account: AccountView
  state: Pick<PanelState, "where" | "pinned" | "tabId" | "room">
  settings: Settings | undefined
  openSidePanel?: (() => Promise<boolean>) | undefined
  onPin: (accountId: string | null) => void
}

/** One account, whole. Mounted anew for each account. */
export function AccountPanel({ account: answered, state, settings, openSidePanel, onPin }: Props) {
  const account = useWaitingClock(answered)
  const { where, pinned, tabId, room } = state
  const [dialog, setDialog] = useState<"brief" | "arrange" | "keys" | null>(null)
  const { mutate: refresh } = useWrite("account.refresh")
  const accountId = account.id
  const order = shownOrder(settings?.panel)
  useScrollMemory(accountId)
  useKeptView(accountId, tabId)
  useShownMark("account-shown")
  useTitle(account.assessment.name)

  const click = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.click()
  useRowKeys(whole, {
    on: settings?.panel.keys === true,
    more: {
      "?": () => setDialog("keys"),
      ...Object.fromEntries(order.map((section, at) => [String(at + 1), () => goToSection(section)])),
      b: () => setDialog("brief"),
      r: () => refresh({ accountId }),
      u: click(".toast:last-child .button"),
      l: click(".log-touch"),
      t: click(".add-task > summary"),
    },
  })

  const close = () => setDialog(null)
  const context = {
    account,
    where,
    today: account.assessment.today,
    settings,
    pinned,
    room,
    ...(where === "page" ? {} : { setPinned: (on: boolean) => onPin(on ? accountId : null) }),
  }
  return (
    <PanelContext value={context}>
      <VisibilityGuard where={where} accountId={accountId} openSidePanel={openSidePanel}>
        <Header
          onBrief={() => setDialog("brief")}
          onArrange={() => setDialog("arrange")}
          onKeys={() => setDialog("keys")}
          openSidePanel={openSidePanel}
        />
        {room === null ? <RoomCard openSidePanel={openSidePanel} /> : null}
        <Steady>
          <AccountNotices />
          <WritingOff />
          <Glance />
          {order.map((section) => {
            const Body = sections[section]
            return <Body key={section} />
          })}
        </Steady>
        {dialog === "brief" ? <CallBrief onClose={close} /> : null}
        {dialog === "arrange" ? <ArrangeDialog onClose={close} /> : null}
        {dialog === "keys" ? <KeysDialog onClose={close} /> : null}
      </VisibilityGuard>
    </PanelContext>
  )
}
