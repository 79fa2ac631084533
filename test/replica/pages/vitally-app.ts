import type { Customer } from "../book/customer"
import type { Exchange, Reply } from "../http/exchange"
import type { World } from "../world/world"
import { sortEntries } from "../world/collection"
import { escape } from "./escape"
import { shell } from "./shell"

const uuidPart = "([0-9a-fA-F-]{36})"

/** Stand-in for the Vitally web app: account and organization pages, hubs, conversations, settings. */
export function vitallyPage(world: World, exchange: Exchange): Reply {
  const { path, query } = exchange
  const record = new RegExp(`^/(accounts|organizations)/${uuidPart}(?:/.*)?$`).exec(path)
  const conversation = new RegExp(`^/conversations/active/${uuidPart}$`).exec(path)
  const page = (title: string, current: string, main: string): Reply =>
    shell({
      brand: "vitally",
      title,
      current,
      nav: [
        ["Home", "/"],
        ["Accounts", "/hubs/accounts/all"],
        ["Conversations", "/conversations/active"],
        ["Settings", "/settings/account"],
      ],
      user: world.book.advisors[0]!.name,
      main,
      query,
    })
  if (record) {
    const id = record[2]!.toLowerCase()
    const customer = record[1] === "accounts" ? world.vitally.customer(id) : world.vitally.membersOf(id)[0]
    if (!customer)
      return { ...page("Not found", "Accounts", "<h1>This page does not exist</h1>"), status: 404 }
    const name = record[1] === "accounts" ? customer.name : customer.organizationName
    return page(
      name,
      "Accounts",
      record[1] === "accounts" ? accountMain(world, customer, path) : organizationMain(world, customer),
    )
  }
  if (conversation) {
    const entry = world.vitally.detail("conversations", conversation[1]!)
    const customer = world.book.byDetailId(conversation[1]!)
    const link = customer ? `<p class="sub">with ${accountLink(customer)}</p>` : ""
    return page(
      "Conversation",
      "Conversations",
      `<h1>${escape((entry?.row["subject"] as string | undefined) ?? "Conversation")}</h1>${link}`,
    )
  }
  if (path === "/" || path.startsWith("/hubs") || path.startsWith("/views"))
    return page("Accounts", "Accounts", hub(world))
  return page(
    "Settings",
    path.startsWith("/conversations") ? "Conversations" : "Settings",
    "<h1>Nothing to see here</h1>",
  )
}

function accountLink(customer: Customer): string {
  return `<a href="/accounts/${customer.id}" data-testid="account-${customer.showcase ?? customer.index}">${escape(customer.name)}</a>`
}

function hub(world: World): string {
  const rows = world.book.customers
    .slice(0, 40)
    .map(
      (c) =>
        `<tr><td>${accountLink(c)}</td><td>${c.noData ? "" : escape(c.tier)}</td><td>${escape(world.book.advisorOf(c).name)}</td><td>${c.noData ? "" : c.renewalOn}</td></tr>`,
    )
  return `<h1>Accounts</h1><p class="sub">All accounts</p><table><thead><tr><th>Name</th><th>Segment</th><th>Owner</th><th>Renewal</th></tr></thead><tbody>${rows.join("")}</tbody></table>`
}

function accountMain(world: World, customer: Customer, path: string): string {
  const base = `/accounts/${customer.id}`
  const tab = path.slice(base.length + 1)
  const tabs = [
    ["Overview", ""],
    ["Tasks", "/tasks"],
    ["Conversations", "/conversations"],
    ["Notes", "/notes"],
  ].map(
    ([name, sub]) =>
      `<a href="${base}${sub!}"${tab === sub!.slice(1) ? ' aria-current="page"' : ""}>${name!}</a>`,
  )
  const facts: [string, string][] = customer.noData
    ? []
    : [
        ["Segment", customer.tier],
        ["ARR", `$${customer.arr.toLocaleString("en-US")}`],
        ["Employees", customer.employees.toLocaleString("en-US")],
        ["Renewal", customer.renewalOn],
        ["Version", customer.version ?? ""],
      ]
  const details = world.book.detailsOf(customer)
  const people = details.people
    .slice(0, 4)
    .map((person) => `<li>${escape(person.name)}<small>${escape(person.title)}</small></li>`)
  const talks = sortEntries(world.vitally.detailsUnder("conversations", customer.id), "updatedAt").map(
    ({ row }) =>
      `<li><a href="/conversations/active/${String(row["id"])}">${escape(String(row["subject"]))}</a><small>${day(row["updatedAt"])}</small></li>`,
  )
  const tasks = world.vitally
    .tasksUnder(customer.id)
    .filter(({ row, closed }) => !closed && row["completedAt"] === null)
  const rows = tasks.map(
    ({ row }) => `<tr><td>${escape(String(row["name"]))}</td><td>${day(row["dueDate"])}</td></tr>`,
  )
  const others = world.book.customers
    .slice(0, 9)
    .filter((other) => other !== customer)
    .map((other) => `<li>${accountLink(other)}</li>`)
  return `<div class="head"><h1>${escape(customer.name)}</h1></div>
<p class="sub"><a href="/organizations/${customer.organizationId}" data-testid="organization">${escape(customer.organizationName)}</a> · ${escape(world.book.advisorOf(customer).name)}</p>
<div class="tabs">${tabs.join("")}</div>
<div class="cards"><div class="column">
<section class="card"><h2>Account</h2><dl>${facts.map(([k, v]) => `<dt>${k}</dt><dd>${escape(v)}</dd>`).join("")}</dl></section>
<section class="card"><h2>Users</h2><ul class="plain">${people.join("")}</ul></section></div>
<div class="column">
<section class="card"><h2>Open tasks</h2><table><tbody>${rows.join("")}</tbody></table></section>
<section class="card"><h2>Recent conversations</h2><ul class="plain">${talks.join("")}</ul></section>
<section class="card"><h2>Recently viewed</h2><ul class="plain">${others.join("")}</ul></section></div></div>`
}

function day(value: unknown): string {
  return typeof value === "string" ? escape(value.slice(0, 10)) : ""
}

function organizationMain(world: World, customer: Customer): string {
  const accounts = world.vitally
    .membersOf(customer.organizationId)
    .map((member) => `<li>${accountLink(member)}</li>`)
  return `<h1>${escape(customer.organizationName)}</h1><p class="sub">Organization</p><div class="cards"><section class="card"><h2>Accounts</h2><ul class="plain">${accounts.join("")}</ul></section></div>`
}
