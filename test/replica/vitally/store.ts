import type { Book } from "../book/book"
import type { Customer } from "../book/customer"
import { uuid } from "../book/ids"
import { planTasks } from "../book/success-plans"
import { makeTasks, taskCategoryNames } from "../book/tasks"
import type { WorldClock } from "../world/clock"
import { Collection, Entry, type Row } from "../world/collection"
import { accountRow, adminRow, organizationRow, userRow } from "./present"

export type DetailKind = "notes" | "conversations" | "meetings" | "npsResponses" | "projects" | "users"

/** Vitally's side of the book, with everything written to it since. */
export class VitallyStore {
  readonly accounts = new Collection()
  readonly organizations = new Collection()
  readonly tasks = new Collection()
  readonly notes = new Collection()
  readonly conversations = new Collection()
  readonly meetings = new Collection()
  readonly npsResponses = new Collection()
  readonly projects = new Collection()
  readonly users = new Collection()
  readonly admins: Row[]
  readonly taskCategories: Row[]
  readonly noteCategories: Row[]
  private readonly adminById: Map<unknown, Row>
  private readonly categoryById: Map<unknown, Row>
  /** Account rows by externalId. */
  readonly accountByExternalId = new Map<string, Entry>()
  private readonly tasksOf = new Map<string, Entry[]>()
  private readonly detailsOf = new Map<string, Record<DetailKind, Entry[]>>()
  private readonly members = new Map<string, Customer[]>()
  private readonly added = new Map<string, Customer>()

  constructor(
    readonly book: Book,
    readonly clock: WorldClock,
    tasksPerAccount: number,
  ) {
    this.admins = book.colleagues.map(adminRow)
    const category = (name: string, n: number): Row => ({
      id: uuid("category", n),
      name,
      createdAt: book.calendar.at(-600, 9),
    })
    this.taskCategories = taskCategoryNames.map(category)
    this.noteCategories = ["Call", "Meeting", "Internal"].map((name, n) => category(name, 100 + n))
    const byId = (rows: Row[]): Map<unknown, Row> => new Map(rows.map((row) => [row["id"], row]))
    this.adminById = byId(this.admins)
    this.categoryById = byId([...this.taskCategories, ...this.noteCategories])
    for (const customer of book.customers) this.addCustomer(customer, tasksPerAccount)
    for (const [id, accounts] of this.members) {
      const first = accounts[0]!
      this.organizations.add(
        new Entry(id, first.createdAt, first.updatedAt, false, () => organizationRow(book, accounts)),
      )
    }
  }

  /** Adds a customer's account and tasks; used for the book and for accounts that a test adds later. */
  addCustomer(customer: Customer, tasksPerAccount: number): Entry {
    const entry = new Entry(
      customer.id,
      customer.createdAt,
      customer.updatedAt,
      customer.churnedAt !== undefined,
      () => accountRow(this.book, customer),
    )
    this.accounts.add(entry)
    if (customer.quirks.externalId === "salesforce") {
      const id = customer.salesforceId
      this.accountByExternalId.set(customer.quirks.shortIds ? id.slice(0, 15) : id, entry)
    } else if (customer.quirks.externalId === "other") {
      this.accountByExternalId.set(`org_${customer.index + 1000}`, entry)
    }
    const members = this.members.get(customer.organizationId)
    if (members) members.push(customer)
    else this.members.set(customer.organizationId, [customer])
    const tasks = [...makeTasks(this.book, customer, tasksPerAccount), ...planTasks(this.book, customer)]
    for (const row of tasks) this.addTask(row)
    this.added.set(customer.id, customer)
    return entry
  }

  customer(accountId: string): Customer | undefined {
    return this.added.get(accountId) ?? this.book.byAccountId(accountId)
  }

  membersOf(organizationId: string): Customer[] {
    return this.members.get(organizationId) ?? []
  }

  account(idOrExternalId: string): Entry | undefined {
    return this.accounts.get(idOrExternalId.toLowerCase()) ?? this.accountByExternalId.get(idOrExternalId)
  }

  organization(idOrExternalId: string): Entry | undefined {
    const known = this.organizations.get(idOrExternalId.toLowerCase())
    if (known || !idOrExternalId.startsWith("org-")) return known
    const customer = this.book.customers[Number(idOrExternalId.slice(4))]
    return customer && this.organizations.get(customer.organizationId)
  }

  addTask(row: Row): Entry {
    const entry = this.tasks.add(
      new Entry(
        row["id"] as string,
        row["createdAt"] as string,
        row["updatedAt"] as string,
        row["archivedAt"] !== null && row["archivedAt"] !== undefined,
        () => row,
        (plain) => this.withParents(plain),
      ),
    )
    push(this.tasksOf, row["accountId"] as string, entry)
    push(this.tasksOf, row["organizationId"] as string | null, entry)
    return entry
  }

  tasksUnder(parentId: string): Entry[] {
    return this.tasksOf.get(parentId) ?? []
  }

  /** A detail added by a write (a note, a project, a message's conversation). */
  addDetail(kind: DetailKind, accountId: string | null, row: Row): Entry {
    const entry = this[kind].add(this.detailEntry(kind, row))
    const customer = accountId === null ? undefined : this.customer(accountId)
    if (customer) this.detailsFor(customer)[kind].push(entry)
    return entry
  }

  detailsUnder(kind: DetailKind, accountId: string): Entry[] {
    const customer = this.customer(accountId)
    return customer ? this.detailsFor(customer)[kind] : []
  }

  /** A detail by id, or by externalId among those already made. */
  detail(kind: DetailKind, id: string): Entry | undefined {
    const customer = this.book.byDetailId(id)
    if (customer) this.detailsFor(customer)
    return this[kind].get(id.toLowerCase())
  }

  /** Makes every account's details, for lists over the whole workspace. */
  makeAll(): void {
    for (const customer of this.book.customers) this.detailsFor(customer)
  }

  /** Inlines the parents as the API does; `{}` or null for some accounts. */
  withParents(row: Row): Row {
    const accountId = row["accountId"] as string | null
    const customer = accountId === null ? undefined : this.customer(accountId)
    const empty = customer?.quirks.emptyParents === true
    const admin = (id: unknown): Row | null => this.adminById.get(id) ?? null
    const parents: Row = {
      account: customer
        ? empty
          ? {}
          : {
              id: customer.id,
              name: this.accounts.get(customer.id)?.row["name"] ?? customer.name,
              externalId: this.accounts.get(customer.id)?.row["externalId"] ?? null,
            }
        : null,
      organization:
        customer && !empty ? { id: customer.organizationId, name: customer.organizationName } : {},
    }
    const category = (id: unknown): Row | null => this.categoryById.get(id) ?? null
    if ("name" in row) {
      parents["assignedTo"] = admin(row["assignedToId"]) ?? (empty ? {} : null)
      parents["completedBy"] = admin(row["completedById"])
    } else {
      parents["author"] = admin(row["authorId"]) ?? (empty ? {} : null)
    }
    parents["category"] = category(row["categoryId"]) ?? (empty ? {} : null)
    return { ...row, ...parents }
  }

  private detailsFor(customer: Customer): Record<DetailKind, Entry[]> {
    const known = this.detailsOf.get(customer.id)
    if (known) return known
    const details = this.book.detailsOf(customer)
    const entries = (kind: DetailKind, rows: Row[]): Entry[] =>
      rows.map((row) => this[kind].add(this.detailEntry(kind, row)))
    const made: Record<DetailKind, Entry[]> = {
      notes: entries("notes", details.touches.notes),
      conversations: entries("conversations", details.touches.conversations),
      meetings: entries("meetings", details.touches.meetings),
      npsResponses: entries("npsResponses", details.touches.nps),
      projects: entries("projects", details.projects),
      users: entries(
        "users",
        details.people.map((person) => userRow(customer, person)),
      ),
    }
    this.detailsOf.set(customer.id, made)
    return made
  }

  private detailEntry(kind: DetailKind, row: Row): Entry {
    const archived = row["archivedAt"] !== null && row["archivedAt"] !== undefined
    const present =
      kind === "notes"
        ? (plain: Row): Row => this.withParents(plain)
        : kind === "conversations"
          ? listed
          : (plain: Row): Row => plain
    return new Entry(
      row["id"] as string,
      row["createdAt"] as string,
      row["updatedAt"] as string,
      archived,
      () => row,
      present,
    )
  }
}

function push(map: Map<string, Entry[]>, key: string | null, entry: Entry): void {
  if (key === null) return
  const list = map.get(key)
  if (list) list.push(entry)
  else map.set(key, [entry])
}

/** A conversation as lists show it: without its messages and people. */
function listed(row: Row): Row {
  const left = new Set(["messages", "accounts", "users", "admins"])
  return Object.fromEntries(Object.entries(row).filter(([key]) => !left.has(key)))
}
