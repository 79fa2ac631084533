/** The panel's states, by name: what the worker would answer, and how the screen is to be taken. */
import { VitallyError, vitallyFault } from "~src/worker/vitally/api/errors"
import { WorkerFault } from "~src/messaging/client"
import type { AccountView, Fault, PanelState } from "~src/messaging/contract"
import type { Settings } from "~src/messaging/views/settings"

import {
  accountState,
  openTasks,
  outboxItem,
  panelState,
  settings,
  task,
  viewOf,
} from "~test/fixtures/panel/account-view"
import {
  accountFacts,
  awkwardFacts,
  bareFacts,
  churnedFacts,
  fact,
  healthyFacts,
  planFacts,
  poorFacts,
  staleFacts,
  zeroFacts,
} from "~test/fixtures/panel/facts"

export interface GalleryState {
  /** Undefined: never answers. A fault: refuses. */
  panel: PanelState | Fault | undefined
  settings?: Settings
  offline?: boolean
  /** What to do before the picture, as selectors to click. */
  click?: string[]
  /** What to bring into view for the picture. */
  scroll?: string
  about: string
}

const offline = vitallyFault(new VitallyError("network"))
const expired = vitallyFault(new VitallyError("auth"))

const fewer = (): Partial<AccountView> => {
  const { actions } = viewOf(accountFacts())
  return { actions: actions.slice(1, 2), tasks: [] }
}

const inFrame = (more: Partial<AccountView> = {}) => accountState(more, { where: "frame" })

export const states: Record<string, GalleryState> = {
  account: { panel: inFrame(), about: "An account in the page's frame" },
  "trait-open": {
    panel: inFrame(),
    click: [".trait:has-text('Mau Over Seats') summary"],
    about: "A trait opened: scale, gain, how to fix, source",
  },
  "action-open": {
    panel: accountState({ actionStates: [] }),
    click: [".action summary >> nth=0"],
    about: "A recommendation opened: steps, task, playbook",
  },
  fewer: {
    panel: accountState(viewOf(accountFacts({ contacts: [], openOpportunities: [] }), fewer())),
    about: "The account before everything of it has been read",
  },
  healthy: { panel: accountState(viewOf(healthyFacts(), { tasks: [] })), about: "All green, nothing to do" },
  pinned: {
    panel: accountState({}, { where: "frame", pinned: { here: false, page: "Initech" } }),
    about: "Pinned to a customer while the page shows another one",
  },
  renewal: {
    panel: accountState({ renewalDone: ["get-well", "yellow-red-meeting"] }),
    scroll: "#section-renewal .checklist",
    about: "The renewal with its steps, some of them done",
  },
  plan: {
    panel: accountState(viewOf(planFacts(), { tasks: openTasks(planFacts()) })),
    click: ["#section-tier .disclosure summary"],
    scroll: "#section-tier h3",
    about: "Tier with the success plan: how far it is, and its goals opened",
  },
  poor: { panel: accountState(viewOf(poorFacts())), about: "All red, customer waiting, contract ended" },
  "no-data": {
    panel: accountState(viewOf(bareFacts(), { tasks: [], salesforce: { state: "off", refreshing: false } })),
    about: "Nothing known but the name",
  },
  outbox: {
    panel: accountState({
      outbox: [
        outboxItem(),
        outboxItem({
          id: "o2",
          kind: "task.add",
          text: "Add task 'Send the recap'",
          state: "refused",
          fault: {
            code: "refused",
            title: "Vitally refused the task.",
            detail: "It wants an assignee, and you have no user there.",
            next: "Choose who you are in the options, then send again.",
          },
        }),
        outboxItem({
          id: "o3",
          kind: "trait.set",
          text: "Set TA Sentiment to Healthy",
          state: "undecided",
          about: { trait: "sentiment" },
        }),
      ],
      tasks: [
        task("t1", "Send the usage recap to Priya", {
          dueOn: "2026-11-19",
          pending: outboxItem({ id: "o4", kind: "task.complete", state: "sending" }),
        }),
        task("t2", "Book the business review", { dueOn: "2026-11-24" }),
      ],
    }),
    scroll: ".outbox-failed",
    about: "Writes on their way, refused and undecided",
  },
  awkward: {
    panel: accountState(viewOf(awkwardFacts())),
    about: "Long, right-to-left and emoji names; 200 contacts",
  },
  error: {
    panel: accountState({ vitally: { readAt: "2026-11-20T08:00:00Z", refreshing: false, fault: expired } }),
    about: "A service refuses; the cached data stays with its age",
  },
  "rate-limited": {
    panel: accountState({
      vitally: {
        readAt: "2026-11-22T09:12:00Z",
        refreshing: false,
        fault: vitallyFault(new VitallyError("rate")),
      },
    }),
    about: "The request limit is used up; it goes on by itself",
  },
  stale: {
    panel: accountState(
      viewOf(staleFacts(), { vitally: { readAt: "2026-11-13T08:00:00Z", refreshing: true } }),
    ),
    about: "Data of nine days ago, being read again",
  },
  zero: {
    panel: accountState(viewOf(zeroFacts(), { tasks: [] })),
    about: "Zero of everything that can be counted",
  },
  churned: { panel: accountState(viewOf(churnedFacts(), { tasks: [] })), about: "The customer has left" },
  red: {
    panel: accountState(
      viewOf(accountFacts({ redAccount: fact(true, "Account - Red Account?"), lighthouse: fact(true) }), {
        canSet: ["sentiment", "activeChampion", "accessToBuyer", "redAccount", "lighthouse"],
      }),
    ),
    about: "A red account in Lighthouse; flags that can be set here",
  },
  offline: {
    panel: accountState({ vitally: { readAt: "2026-11-22T06:10:00Z", refreshing: false, fault: offline } }),
    offline: true,
    about: "Offline",
  },
  "not-connected": {
    panel: panelState({
      kind: "not-connected",
      text: "Account Lens reads your customers from Vitally. It takes a minute: paste an API key in the options.",
    }),
    about: "Nothing is connected yet",
  },
  loading: { panel: undefined, about: "Before the first answer" },
  unknown: {
    panel: panelState({
      kind: "unknown",
      text: "No Vitally account has this Salesforce id. Link the page once, and it is remembered.",
      linkPage: "x",
      candidates: [
        { id: "c1", name: "Globex Corporation", tier: "Large Enterprise", band: "concerning", mine: true },
        { id: "c2", name: "Globex Nordics", tier: "Mid-Market", band: "unknown", mine: false },
      ],
    }),
    about: "A page whose customer is not known",
  },
  choose: {
    panel: panelState({
      kind: "choose",
      text: "This Salesforce account is in Vitally three times.",
      candidates: [
        { id: "c1", name: "Globex Corporation", tier: "Large Enterprise", band: "concerning", mine: true },
        { id: "c2", name: "Globex Nordics", tier: "Mid-Market", band: "healthy", mine: false },
        { id: "c3", name: "Globex (old)", tier: null, band: "unknown", mine: false },
      ],
    }),
    about: "Several accounts for one page",
  },
  "no-account": { panel: panelState({ kind: "no-account" }), about: "The side panel beside any other page" },
  failed: { panel: expired, about: "No answer, nothing cached" },
  brief: { panel: accountState(), click: ["role=button[name='Call brief']"], about: "The call brief" },
  arrange: {
    panel: accountState(),
    click: ["role=button[name='More']", "text=Arrange sections"],
    about: "Arranging sections",
  },
  "log-touch": {
    panel: accountState(),
    click: ["role=button[name='Log a touch']"],
    about: "Logging a touch",
  },
  completed: {
    panel: accountState(),
    click: ["role=checkbox[name='Book the business review']"],
    about: "A task completed, with undo",
  },
  "menu-open": {
    panel: inFrame(),
    click: [".action-menu >> nth=0"],
    about: "What can be done with a recommendation",
  },
  dismiss: {
    panel: accountState(),
    click: [".action-menu >> nth=0", "text=Not relevant…"],
    about: "Dismissing a recommendation with a reason",
  },
}

export const usualSettings = settings()

export function answer(state: GalleryState): PanelState | undefined {
  if (state.panel && "code" in state.panel) throw new WorkerFault(state.panel)
  return state.panel
}
