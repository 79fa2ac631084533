/** The popup's states. */
import type { Status } from "~src/messaging/contract"
import type { PopupView } from "~src/messaging/views/lists"
import { urgencyOf } from "~src/domain/day/urgency"
import {
  sampleAction,
  sampleContact,
  sampleSettings,
  sampleStatus,
  sampleTask,
  sampleView,
  sampleWaiting,
} from "~src/ui/popup/testing/samples"
import { outboxItem } from "~test/fixtures/panel/account-view"

import { never } from "../fake-worker"
import { faults, type PageState } from "../page-state"

const monday = (part: Partial<PopupView> = {}): PopupView =>
  sampleView({
    settings: sampleSettings({ week: true }),
    news: [
      {
        id: "n2",
        kind: "band-drop",
        accountId: "initech",
        accountName: "Initech",
        text: "Initech fell to yellow",
        at: "2026-11-21T08:00:00Z",
      },
    ],
    tasks: [
      sampleTask("1", { name: "Send the usage recap to Priya", bucket: "overdue", dueOn: "2026-11-19" }),
      sampleTask("2", {
        name: "Book the business review",
        accountId: "initech",
        accountName: "Initech",
        tier: "Mid-Market",
        band: "concerning",
        daysSinceContact: 12,
      }),
      sampleTask("3", { name: "Confirm licence count with finance", source: "salesforce" }),
      sampleTask("4", {
        name: "Prepare the renewal deck",
        bucket: "week",
        dueOn: "2026-11-26",
        accountId: "umbrella",
        accountName: "Umbrella",
        band: "healthy",
        daysSinceContact: 0,
      }),
      sampleTask("5", {
        name: "Answer the indexing question",
        bucket: "done",
        completedAt: "2026-11-23T08:10:00Z",
      }),
    ],
    doneToday: 1,
    totalToday: 4,
    overdue: [
      sampleContact("globex", {
        tier: "Strategic",
        tierRank: 0,
        band: "poor",
        daysSince: 61,
        daysOverdue: 31,
      }),
      sampleContact("hooli", {
        daysSince: null,
        daysOverdue: 0,
        band: "unknown",
        reason: "No contact was ever recorded.",
      }),
      sampleContact("initech"),
    ],
    waiting: [sampleWaiting("globex", 17)],
    dueActions: [sampleAction({ accountId: "globex", accountName: "Globex", dueOn: "2026-11-20" })],
    ...part,
  })

/** A full Monday: names and numbers are invented. */
function full(): PopupView {
  const today = "2026-11-23"
  const customers = [
    ["Amber Software", "Strategic", "concerning", { renewalOn: "2026-12-24" }],
    ["Vandelay Industries", "Small Enterprise", "poor", { noChampion: true, renewalOn: "2027-01-26" }],
    ["Globex", "Strategic", "concerning", { noBuyer: true, renewalOn: "2027-03-13" }],
    ["Willow Games", "Strategic", "poor", {}],
    ["Lattice Robotics", "Large Enterprise", "healthy", {}],
    ["Nettle Foods", "Mid-Market", "poor", {}],
    ["Tyrell Robotics", "Small Enterprise", "concerning", {}],
    ["Cyberdyne Systems", "Mid-Market", "healthy", {}],
    ["Marlowe Retail", "Mid-Market", "poor", {}],
    ["Initech", "Large Enterprise", "healthy", {}],
  ] as const
  const titles = [
    "Rate the renewal with the AE",
    "Call Dmitri Ferrari",
    "Ask for an introduction to the buyer",
    "Review the usage drop",
    "Prepare the business review",
    "Send the upgrade notes",
    "Book the January check-in",
  ]
  const ranks = ["Strategic", "Large Enterprise", "Small Enterprise", "Mid-Market"]
  const tasks = Array.from({ length: 40 }, (_, nth) => {
    const [accountName, tier, band, more] = customers[nth % customers.length] ?? customers[0]
    const late = nth % 3 === 0 ? 0 : ((nth * 7) % 40) + 1
    const dueOn = new Date(Date.parse(today) - late * 86_400_000).toISOString().slice(0, 10)
    return sampleTask(`t${nth}`, {
      accountId: accountName,
      accountName,
      name: titles[nth % titles.length] ?? "",
      tier,
      band,
      dueOn,
      bucket: late > 0 ? "overdue" : "today",
      urgency: urgencyOf({ tier, tierRank: ranks.indexOf(tier), band, ...more }, dueOn, today),
    })
  })
  const overdue = Array.from({ length: 11 }, (_, nth) => {
    const [name, tier, band, more] = customers[(nth * 3 + 1) % customers.length] ?? customers[0]
    return sampleContact(`${name} ${nth}`, { name, tier, band, arr: 210_000, ...more, daysSince: 47 - nth })
  })
  const waiting = [
    sampleWaiting("jade", -2, {
      name: "Jade River Ventures",
      who: "Amal Haddad",
      subject: "Indexing stopped",
    }),
    sampleWaiting("globex", 17),
  ]
  const done = Array.from({ length: 6 }, (_, nth) =>
    sampleTask(`d${nth}`, { bucket: "done", completedAt: `${today}T08:00:00Z` }),
  )
  const news = monday().news
  return sampleView({ tasks: [...tasks, ...done], overdue, waiting, news, doneToday: 6, totalToday: 59 })
}

const long =
  "Rheinische Beteiligungs- und Vermögensverwaltungsgesellschaft der Vereinigten Hüttenwerke mbH & Co. KG"
const arabic = "شركة الاتصالات السعودية المحدودة"

/** The popup with a status; the worker says the same when it is asked for the status alone. */
function popup(view: PopupView, about: string, more: Partial<PageState> = {}): PageState {
  return {
    page: "popup",
    about,
    answers: { "popup.get": view, "status.get": view.status, "popup.seen": {}, "open.page": {} },
    ...more,
  }
}

const withStatus = (part: Partial<Status>, view: Partial<PopupView> = {}) =>
  monday({ status: sampleStatus(part), ...view })

const nothing = { news: [], waiting: [], tasks: [], overdue: [], dueActions: [], doneToday: 0, totalToday: 0 }
const usual = sampleStatus()
const old = "2026-11-21T17:40:00Z"

export const popupStates: Record<string, PageState> = {
  popup: popup(monday(), "Monday morning"),
  "popup-full": popup(full(), "Forty tasks, eleven overdue contacts, two who wait"),
  "popup-names": popup(
    monday({
      tasks: [
        sampleTask("1", {
          name: `Review the contract of ${long}`,
          accountName: long,
          bucket: "overdue",
          dueOn: "2026-11-02",
        }),
        sampleTask("2", { name: "مراجعة العقد", accountName: arabic }),
      ],
      overdue: [
        sampleContact("a", { name: long, daysSince: 1_204, daysOverdue: 1_174 }),
        sampleContact("b", { name: arabic }),
      ],
    }),
    "Long and right-to-left names",
  ),
  "popup-all-done": popup(monday({ ...nothing, doneToday: 4, totalToday: 4 }), "All done, nobody overdue"),
  "popup-empty": popup(monday(nothing), "A day without anything"),
  "popup-no-customers": popup(monday({ ...nothing, customers: 0 }), "Connected, but no customer"),
  "popup-loading": { page: "popup", about: "Before the first answer", answers: { "popup.get": never } },
  "popup-failed": {
    page: "popup",
    about: "The worker does not answer",
    answers: { "popup.get": faults.silent, "status.get": faults.silent },
  },
  "popup-not-connected": popup(
    withStatus(
      { vitally: { service: "vitally", state: "not-connected", text: "Not connected." }, me: null },
      nothing,
    ),
    "Nothing is connected yet",
  ),
  "popup-who": popup(withStatus({ me: null }, nothing), "Connected, but nobody chosen"),
  "popup-first": popup(
    withStatus(
      { sync: { ...usual.sync, phase: "first", progress: null, text: "", accounts: 0, tasks: 0 } },
      nothing,
    ),
    "The first sync begins",
  ),
  "popup-first-half": popup(
    withStatus(
      {
        sync: {
          ...usual.sync,
          phase: "first",
          progress: 0.4,
          text: "400 of about 1,000 accounts",
          accounts: 400,
          tasks: 0,
        },
      },
      { tasks: [], doneToday: 0, totalToday: 0 },
    ),
    "The first sync has read some",
  ),
  "popup-offline": popup(
    withStatus({
      online: false,
      vitally: { ...usual.vitally, state: "offline", okAt: old },
      sync: { ...usual.sync, lastOkAt: old },
    }),
    "Offline, from the cache",
  ),
  "popup-refused": popup(
    withStatus({
      vitally: {
        ...usual.vitally,
        state: "needs-sign-in",
        text: faults.auth.title,
        fault: faults.auth,
        okAt: old,
      },
    }),
    "Vitally refuses the key; the cached lists stay",
  ),
  "popup-server": popup(
    withStatus({
      vitally: {
        ...usual.vitally,
        state: "error",
        text: faults.server.title,
        fault: faults.server,
        okAt: old,
      },
    }),
    "Vitally has a problem",
  ),
  "popup-writes": popup(
    monday({
      outbox: [
        outboxItem({
          id: "o1",
          kind: "task.add",
          text: "Add task 'Send the recap'",
          state: "refused",
          fault: {
            code: "refused",
            title: "Vitally refused this.",
            detail: "Nothing was changed.",
            next: "Try again; if it is refused again, discard it and do it in Vitally.",
          },
        }),
        outboxItem({ id: "o2", text: "Log an email on 22 Nov", state: "undecided" }),
      ],
    }),
    "Writes refused and undecided",
  ),
  "popup-covering": popup(
    monday({ covering: [{ adminId: "bo", name: "Bo Lind", from: "2026-11-20", to: "2026-11-30" }] }),
    "Covering a colleague",
  ),
  "popup-search": popup(monday(), "Search", {
    fill: { "Search customers": "glob" },
    answers: {
      "popup.get": monday(),
      "status.get": usual,
      "popup.seen": {},
      search: {
        total: 40,
        hits: [
          { id: "globex", name: "Globex", tier: "Strategic", band: "poor", mine: true },
          { id: "g2", name: long, tier: "Mid-Market", band: "healthy", mine: false },
        ],
      },
    },
  }),
  "popup-search-none": popup(monday(), "A search without a result", {
    fill: { "Search customers": "qqq" },
    answers: { "popup.get": monday(), "status.get": usual, "popup.seen": {}, search: { total: 0, hits: [] } },
  }),
  "popup-touch": popup(monday(), "Log touch", { click: [".row-line >> nth=0", ".row-line .touch >> nth=0"] }),
  "popup-add": popup(monday(), "Adding a task", { click: ["text=Add a task"] }),
}
