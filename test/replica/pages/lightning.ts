import type { Customer } from "../book/customer"
import { type ObjectName, prefixes, to18 } from "../book/ids"
import type { Exchange, Reply } from "../http/exchange"
import type { Row } from "../world/collection"
import type { World } from "../world/world"
import { escape } from "./escape"
import { objectSchema } from "../salesforce/schema"
import { shell } from "./shell"

const ids = "([a-zA-Z0-9]{18}|[a-zA-Z0-9]{15})"

/** Stand-in for Lightning (and Classic on the API host): record pages in every URL form, lists, home, setup. */
export function lightningPage(world: World, exchange: Exchange): Reply {
  const { path, query } = exchange
  const dialog = dialogAt(path)
  if (dialog) {
    const behind = query.get("backgroundContext") ?? "/lightning/page/home"
    const under = lightningPage(world, { ...exchange, path: behind, query: new URLSearchParams() })
    return { ...under, body: under.body.replace("</main>", `${dialogBox(dialog, behind)}</main>`) }
  }
  const found =
    new RegExp(`^/lightning/r/(?:[A-Za-z0-9_]+/)?${ids}/(?:view|edit|related/.*)$`).exec(path) ??
    new RegExp(`^/${ids}$`).exec(path)
  const page = (title: string, current: string, main: string): Reply =>
    shell({
      brand: "lightning",
      title,
      current,
      nav: [
        ["Home", "/lightning/page/home"],
        ["Accounts", "/lightning/o/Account/list"],
        ["Opportunities", "/lightning/o/Opportunity/list"],
        ["Contacts", "/lightning/o/Contact/list"],
      ],
      user: (world.salesforce.oauth.signedIn ?? world.book.advisors[0]!).name,
      main,
      query,
    })
  if (found) {
    const record = read(world, found[1]!)
    if (!record)
      return { ...page("Not found", "Home", "<h1>The page you want isn't available</h1>"), status: 404 }
    return page(
      record.name,
      record.object === "Account" ? "Accounts" : `${record.object}s`,
      recordMain(world, record),
    )
  }
  if (path === "/lightning/o/Account/list") return page("Accounts", "Accounts", list(world))
  // Old Lightning keeps the record in the hash, which never reaches the server.
  if (path === "/one/one.app") return page("Home", "Home", "<h1>One app</h1>")
  return page(
    "Home",
    "Home",
    `<h1>Home</h1><p class="sub">Welcome back</p><p><a href="/lightning/o/Account/list">Accounts</a></p>`,
  )
}

/** What a dialog or quick action at this address is called; it lies over the page that `backgroundContext` names. */
function dialogAt(path: string): string | null {
  const [, created] = /^\/lightning\/o\/(\w+)\/new$/.exec(path) ?? []
  if (created !== undefined) return `New ${created}`
  return path.startsWith("/lightning/action/quick/") ? "Log a Call" : null
}

function dialogBox(title: string, behind: string): string {
  return `<div class="dialog" role="dialog" aria-modal="true" aria-label="${escape(title)}"><h2>${escape(title)}</h2>
<label>Subject <input></label><p><a href="${escape(behind)}">Cancel</a> <a href="${escape(behind)}">Save</a></p></div>`
}

/** The addresses that Lightning's own buttons lead to. */
function recordActions({ object, row }: RecordPage): string {
  const id = String(row["Id"])
  const behind = `backgroundContext=${encodeURIComponent(`/lightning/r/${object}/${id}/view`)}`
  const links = [
    [
      "New Contact",
      `/lightning/o/Contact/new?count=1&nooverride=1&useRecordTypeCheck=1&navigationLocation=RELATED_LIST&uid=17&${behind}`,
    ],
    [
      "Log a Call",
      `/lightning/action/quick/Account.LogCall?objectApiName=${object}&context=RECORD_DETAIL&recordId=${id}&${behind}`,
    ],
  ] as const
  return links.map(([name, href]) => `<a href="${escape(href)}">${name}</a>`).join(" ")
}

interface RecordPage {
  object: ObjectName
  name: string
  row: Row
  customer: Customer | undefined
}

function read(world: World, id: string): RecordPage | null {
  const id18 = to18(id)
  const object = (Object.keys(prefixes) as ObjectName[]).find((name) => id18.startsWith(prefixes[name]))
  const row = object && world.salesforce.tables.byId(object, id18)
  if (!object || !row) return null
  const name = row["Name"] ?? row["Subject"] ?? row["ContractNumber"]
  return { object, row, name: String(name), customer: world.book.bySalesforceId(id18) }
}

function accountLink(customer: Customer): string {
  return `<a href="/lightning/r/Account/${customer.salesforceId}/view" data-testid="account-${customer.showcase ?? customer.index}">${escape(customer.salesforceName)}</a>`
}

function list(world: World): string {
  const rows = world.book.customers
    .slice(0, 40)
    .map(
      (c) =>
        `<tr><td>${accountLink(c)}</td><td>${c.noData ? "" : escape(c.tier)}</td><td>${escape(world.book.executiveOf(c).name)}</td></tr>`,
    )
  return `<h1>Accounts</h1><p class="sub">Recently viewed</p><table><thead><tr><th>Account Name</th><th>Segment</th><th>Owner</th></tr></thead><tbody>${rows.join("")}</tbody></table>`
}

function recordMain(world: World, record: RecordPage): string {
  const { row, object, name, customer } = record
  const left = ["id", "reference", "boolean", "textarea", "datetime"]
  const shown = (objectSchema(object)?.fields ?? [])
    .filter(
      (field) =>
        !left.includes(field.type) && typeof row[field.name] !== "object" && row[field.name] !== undefined,
    )
    .slice(0, 12)
    .map(
      (field) => `<div><dt>${escape(field.label)}</dt><dd>${escape(shownValue(row[field.name]))}</dd></div>`,
    )
  const link = (kind: ObjectName, target: Row): string =>
    `<li><a href="/lightning/r/${kind}/${String(target["Id"])}/view">${escape(String(target["Name"] ?? target["ContractNumber"]))}</a></li>`
  const details = customer && world.book.detailsOf(customer)
  const deals = details?.deals.opportunities.map((deal) => link("Opportunity", deal)) ?? []
  const contacts = customer
    ? world.salesforce.tables
        .rows("Contact", { accountIds: [customer.salesforceId] })
        .map((c) => link("Contact", c))
    : []
  const others = world.book.customers
    .slice(0, 8)
    .filter((other) => other !== customer)
    .map((other) => `<li>${accountLink(other)}</li>`)
  const parent =
    object === "Account" || !customer ? "" : `<p class="sub">Account: ${accountLink(customer)}</p>`
  return `<p class="kind">${object}</p><div class="head"><h1>${escape(name)}</h1></div><p>${recordActions(record)}</p>${parent}
<div class="cards"><div class="column"><section class="card"><h2>Opportunities</h2><ul class="plain">${deals.join("")}</ul></section>
<section class="card"><h2>Contacts</h2><ul class="plain">${contacts.join("")}</ul></section></div>
<div class="column"><section class="card"><h2>Details</h2><dl>${shown.join("")}</dl></section>
<section class="card"><h2>Recent records</h2><ul class="plain">${others.join("")}</ul></section></div></div>`
}

function shownValue(value: unknown): string {
  return typeof value === "number" ? value.toLocaleString("en-US") : String(value)
}
