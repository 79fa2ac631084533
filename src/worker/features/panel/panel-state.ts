/** What a panel shows: from the cache at once; what is missing or old is read behind it and announced. */
import type { Region } from "~src/hosts"
import type { PageRef } from "~src/hosts/page-ref"
import { hasConsent } from "~src/messaging/consent"
import type { Fault, PanelState, RequestOf } from "~src/messaging/contract"

import { refreshBehind } from "../../refresh/refresh"
import { accountView } from "../account/view"
import { hitsOf } from "../../search/hits"
import { accountsOfPage, resolvePage } from "../links/resolve-page"
import { roomOn } from "../panel-window/place"
import { seePage } from "../tabs/follow"
import { currentPolicy } from "../../policy/current"
import { orgStanding, otherOrg, sandboxNotice } from "../tabs/whose-org"
import type { WorkerContext } from "../../kernel/context"
import { spendForPage } from "../tabs/page-budget"
import type { Call } from "../../kernel/handlers"
import { findAccount } from "./find-account"
import { leftViews } from "./left-views"
import { pinOf } from "../tabs/pins"
import { typedForms } from "../../cache/typed-forms"

type Place = Omit<PanelState, "view">
type View = PanelState["view"]

export async function panelState(
  context: WorkerContext,
  request: RequestOf<"panel.get">,
  call: Call,
): Promise<PanelState> {
  const place = await placeOf(context, request, call)
  // Read while the account is.
  const leftHere = leftViews(context.platform, tabOf(place, call))
  const pinned = await pinnedView(context, place, request)
  const state = pinned ?? { ...place, view: await viewOf(context, place.ref, request.accountId, call) }
  if (state.view.kind !== "account") return state
  const { id } = state.view.account
  const [left, typed] = await Promise.all([leftHere.then((views) => views.get(id)), typedForms(context, id)])
  if (!typed) return left ? { ...state, left } : state
  return { ...state, left: { scroll: 0, open: [], ...left, typed } }
}

/** A tab of ours is its own; a panel beside a page belongs to the page's. */
function tabOf({ tabId }: Place, { sender }: Call): number | undefined {
  return sender.kind === "page" ? sender.tabId : tabId
}

/** The customer this panel is pinned to, and whose page it stands beside; null if there is no pin that can be kept. */
async function pinnedView(
  context: WorkerContext,
  place: Place,
  { windowId }: RequestOf<"panel.get">,
): Promise<PanelState | null> {
  const { where, tabId, ref } = place
  const key =
    where === "frame" && tabId !== undefined
      ? { tabId }
      : where === "sidepanel" && windowId !== undefined
        ? { windowId }
        : null
  const accountId = key && (await pinOf(context.platform.session, key))
  if (!accountId || !(await context.db.get("accounts", accountId))) return null
  if (!(await context.settings.get()).vitally.connected) return null
  const around = ref ? await accountsOfPage(context, ref) : []
  const [first] = around
  const name = first === undefined ? undefined : (await context.db.get("accounts", first))?.name
  const here = around.includes(accountId)
  return {
    ...place,
    pinned: { here, page: name ?? null },
    view: await show(context, accountId, here && ref ? { ref } : {}),
  }
}

/** The page this panel belongs to, by the tab's own address. */
async function placeOf(
  context: WorkerContext,
  { windowId }: RequestOf<"panel.get">,
  { sender }: Call,
): Promise<Place> {
  if (sender.kind === "frame") {
    const { ref, seq } = await seePage(context, sender.tabId, sender.url)
    return { ref, seq, where: "frame", tabId: sender.tabId, room: await roomOn(context, sender.url) }
  }
  if (sender.kind !== "sidepanel") return { ref: null, seq: 0, where: "page" }
  const tab = windowId === undefined ? null : await context.platform.tabs.activeIn(windowId)
  if (!tab) return { ref: null, seq: 0, where: "sidepanel" }
  const { ref, seq } = await seePage(context, tab.id, tab.url ?? "")
  return { ref, seq, where: "sidepanel", tabId: tab.id }
}

async function viewOf(
  context: WorkerContext,
  ref: PageRef | null,
  wanted: string | undefined,
  { sender }: Call,
): Promise<View> {
  const settings = await context.settings.get()
  const { vitally, salesforce } = settings
  if (!hasConsent(settings)) {
    return {
      kind: "not-connected",
      text: "Nothing is read before you agree. Open the settings to see what Account Lens would read.",
    }
  }
  if (!vitally.connected) {
    return { kind: "not-connected", text: "Connect Vitally once, and this panel knows your customers." }
  }
  if (sender.kind === "page") return wanted === undefined ? { kind: "no-account" } : show(context, wanted)
  if (!ref) return { kind: "no-account" }
  const { mapping } = await currentPolicy(context)
  if (orgStanding(ref, salesforce, mapping.orgs) === "foreign")
    return { kind: "error", fault: otherOrg(ref, salesforce) }
  // One of several accounts of this page, chosen in the panel; the guard has checked that it is one.
  if (wanted !== undefined && (await accountsOfPage(context, ref)).includes(wanted)) {
    return show(context, wanted, { ref })
  }
  const foreign = otherWorkspace(ref, vitally)
  if (foreign) return { kind: "error", fault: foreign }
  const resolution = await resolvePage(context, ref)
  if (resolution.kind === "account") return show(context, resolution.accountId, { ref })
  if (resolution.kind === "choose") {
    return {
      kind: "choose",
      text: "This customer has several accounts in Vitally. Which one do you want to see?",
      candidates: await hitsOf(context, resolution.accountIds),
    }
  }
  return findAccount(context, ref, resolution.ask)
}

async function show(
  context: WorkerContext,
  accountId: string,
  { ref }: { ref?: PageRef } = {},
): Promise<View> {
  // A page's address may cause only so many readings; what the user opened himself is always read.
  if (!ref || (await spendForPage(context, accountId))) await refreshBehind(context, accountId)
  const resolution = ref && (await resolvePage(context, ref))
  const link = resolution?.kind === "account" ? resolution.link : undefined
  const others = ref ? (await accountsOfPage(context, ref)).filter((id) => id !== accountId) : []
  const account = await accountView(context, accountId, { ...(link && { link }), alternatives: others })
  if (!account) return { kind: "error", fault: gone }
  const pageNotice = ref && (await noticeOf(context, ref))
  return { kind: "account", account: { ...account, ...(pageNotice && { pageNotice }) } }
}

async function noticeOf(context: WorkerContext, ref: PageRef): Promise<string | undefined> {
  const [{ salesforce }, { mapping }] = await Promise.all([context.settings.get(), currentPolicy(context)])
  return sandboxNotice(ref, orgStanding(ref, salesforce, mapping.orgs))
}

const gone: Fault = {
  code: "not-found",
  title: "This account is not in the cache.",
  detail: "It may have been removed in Vitally, or belong to another workspace.",
  next: "Search for it in your book.",
}

/** A key answers for one workspace only: ids of another one would be looked up in vain, or found by chance. */
function otherWorkspace(
  ref: PageRef,
  { region, subdomain }: { region: Region; subdomain: string },
): Fault | null {
  // `app` is no workspace's name: whose account it shows, the id alone says.
  if (ref.site !== "vitally" || subdomain === "" || ref.subdomain === "app") return null
  if (ref.subdomain === subdomain.toLowerCase() && ref.region === region) return null
  return {
    code: "not-connected",
    title: `This page belongs to the workspace ${named(ref)}.`,
    detail: `Account Lens is connected to ${named({ region, subdomain })}.`,
    next: "Connect the other workspace in the options to see its customers here.",
  }
}

const named = ({ region, subdomain }: { region: Region; subdomain: string }) =>
  `${subdomain}${region === "eu" ? " in the European Union" : ""}`
