/** Least authority: which kind of sender may call what (design.md, decision 3). */
import type { MethodName, PageMethods, PanelMethods } from "./contract"
import type { OptionsMethods } from "./views/options"
import type { SenderKind } from "./sender"

type Kinds = readonly SenderKind[]

/** Panels know one account, their own. */
const panels: Kinds = ["frame", "sidepanel", "page"]
/** A page the user opened himself. */
const pages: Kinds = ["page"]
/** Needs a host page around it. */
const frameOnly: Kinds = ["frame"]

const forPanels: Record<keyof PanelMethods, Kinds> = {
  "panel.claim": frameOnly,
  "panel.get": panels,
  "panel.pin": ["frame", "sidepanel"],
  "panel.leave": panels,
  "account.refresh": panels,
  "account.brief": panels,
  "usage.get": panels,
  "task.complete": panels,
  "task.reopen": panels,
  "task.add": panels,
  "task.snooze": panels,
  "touch.log": panels,
  "note.add": panels,
  "trait.set": panels,
  "project.start": panels,
  "outbox.undo": panels,
  "outbox.retry": panels,
  "outbox.discard": panels,
  "outbox.mend": panels,
  "outbox.decide": panels,
  "action.step": panels,
  "renewal.step": panels,
  "action.snooze": panels,
  "action.dismiss": panels,
  "evidence.correct": panels,
  "evidence.noAnswer": panels,
  "action.restore": panels,
  "gate.command": frameOnly,
  "open.page": panels,
  "settings.get": panels,
  "settings.set": panels,
  "status.get": panels,
}

const forPages: Record<keyof PageMethods, Kinds> = {
  search: pages,
  "link.set": pages,
  "link.remove": pages,
  "link.list": pages,
  "popup.get": pages,
  "popup.seen": pages,
  "book.get": pages,
  "book.page": pages,
  "book.csv": pages,
  "book.views": pages,
  "book.saveViews": pages,
  "usage.add": pages,
  "usage.imports": pages,
  "usage.link": pages,
  "usage.undo": pages,
  "week.renewals": pages,
  "week.closeMeeting": pages,
  "week.saveAsk": pages,
  "week.plan": pages,
  "week.traits": pages,
  "week.checkTraits": pages,
  "coverage.plan": pages,
  "facts.check": pages,
  "facts.choose": pages,
  "facts.seen": pages,
  "summary.get": pages,
}

const forOptions: Record<keyof OptionsMethods, Kinds> = {
  "consent.give": pages,
  "consent.withdraw": pages,
  "evidence.list": pages,
  "evidence.preview": pages,
  "vitally.connect": pages,
  "vitally.disconnect": pages,
  "vitally.admins": pages,
  "me.set": pages,
  "salesforce.signIn": pages,
  "salesforce.signOut": pages,
  "gateway.signIn": pages,
  "gateway.signOut": pages,
  "service.test": pages,
  "connection.check": pages,
  "missing.decide": pages,
  "sync.now": pages,
  "policy.get": pages,
  "policy.set": pages,
  "policy.import": pages,
  "policy.export": pages,
  "policy.reset": pages,
  "policy.preview": pages,
  "policy.counts": pages,
  "traits.get": pages,
  "traits.set": pages,
  "data.get": pages,
  "data.export": pages,
  "data.clear": pages,
  "diagnostics.get": pages,
  "workspace.check": pages,
}

export const senders: Record<MethodName, Kinds> = { ...forPanels, ...forPages, ...forOptions }

export function mayCall(kind: SenderKind, method: MethodName): boolean {
  return senders[method].includes(kind)
}
