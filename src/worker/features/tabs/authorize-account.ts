/** A panel in a host page gets data of the customer its tab shows, of nobody else; and only if the tab's gate put it there. */
import type { Fault, MethodName } from "~src/messaging/contract"
import { isWrite } from "~src/messaging/requests"
import type { Sender } from "~src/messaging/sender"

import { accountsOfPage } from "../links/resolve-page"
import { pinnedInWindows, pinOf } from "./pins"
import type { WorkerContext } from "../../kernel/context"
import { isInSight } from "./in-sight"
import { isOurSite } from "./our-pages"
import { isVouched } from "./vouched"
import { currentPolicy } from "../../policy/current"
import { orgStanding, sandboxIsReadOnly } from "./whose-org"

const foreignFrame: Fault = {
  code: "not-allowed",
  title: "This panel was not put here by Account Lens.",
  detail: "It gets no data.",
  next: "Reload the page.",
}
const notSeen: Fault = {
  code: "not-seen",
  title: "Not saved: this page hides, moves or shrinks the panel.",
  detail: "A page could steal your click there, so nothing is changed from it.",
  next: "Make the window larger and try again, or open the customer in a tab.",
}
const otherAccount: Fault = {
  code: "not-allowed",
  title: "This page shows another customer now.",
  detail: "Nothing was read or changed.",
  next: "Ask again from the page of that customer.",
}
const onlyPanel: Fault = {
  code: "not-allowed",
  title: "A panel may change only its own settings.",
  detail: "Nothing was changed.",
  next: "Open the options.",
}

interface Request {
  accountId?: string | null
  id?: string
  patch?: object
}

/** Why this sender may not ask this; null where it may. */
export async function guard(
  context: WorkerContext,
  sender: Sender,
  method: MethodName,
  request: Request,
): Promise<Fault | null> {
  if (sender.kind === "page" || sender.kind === "gate") return null
  // Said in the moment of going: by then the tab shows something else, and the gate no longer vouches for the frame.
  // It reads nothing, and is kept for the sender's own tab alone.
  if (method === "panel.leave") return null
  if (sender.kind === "frame") {
    // Shows its token; the handler looks at it.
    if (method === "panel.claim") return null
    if (!(await isVouched(context, sender))) return foreignFrame
    if (isWrite(method) && !(await isInSight(context, sender))) return notSeen
  }
  if (method === "settings.set" && Object.keys(request.patch ?? {}).some((key) => key !== "panel")) {
    return onlyPanel
  }
  if (isWrite(method) && (await isSandboxPage(context, sender))) return sandboxIsReadOnly
  const accountId = request.accountId ?? (await accountOfWrite(context, method, request.id))
  if (accountId === undefined) return null
  return (await shows(context, sender, accountId)) ? null : otherAccount
}

/** A sandbox of ours shows what production holds, but nothing is changed from there. */
async function isSandboxPage(context: WorkerContext, sender: Sender): Promise<boolean> {
  if (sender.kind !== "frame") return false
  const ref = (await context.tabs.get(sender.tabId))?.ref
  if (!ref) return false
  const [{ salesforce }, { mapping }] = await Promise.all([context.settings.get(), currentPolicy(context)])
  return orgStanding(ref, salesforce, mapping.orgs) === "sandbox"
}

/** Writes are named by their own id: theirs is the account that counts. */
async function accountOfWrite(
  context: WorkerContext,
  method: MethodName,
  id: string | undefined,
): Promise<string | undefined> {
  if (id === undefined || !method.startsWith("outbox.")) return undefined
  return (await context.db.get("outbox", id))?.accountId
}

/**
 * The frame's own tab; any tab of ours for the browser's side panel, which no page can reach. A customer that the panel was
 * pinned to while the page showed it stays its own until the pin is taken out.
 */
async function shows(context: WorkerContext, sender: Sender, accountId: string): Promise<boolean> {
  const { session } = context.platform
  const pinned =
    sender.kind === "frame" ? [await pinOf(session, { tabId: sender.tabId })] : await pinnedInWindows(session)
  if (pinned.includes(accountId)) return true
  const tabs = sender.kind === "frame" ? [await context.tabs.get(sender.tabId)] : await context.tabs.all()
  const [connected, { mapping }] = await Promise.all([context.settings.get(), currentPolicy(context)])
  const { orgs } = mapping
  for (const tab of tabs) {
    if (
      tab?.ref &&
      isOurSite(tab.ref, connected, orgs) &&
      (await accountsOfPage(context, tab.ref)).includes(accountId)
    )
      return true
  }
  return false
}
