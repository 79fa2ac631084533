/** The lists of a hand-written facts file: a bad row is left out and never drops the good ones. */
import { dayOf } from "../calendar"
import { TRAIT_KEYS, type AccountFacts, CHANNELS, type Clock, DIRECTIONS, SOURCE_SYSTEMS } from "../facts"
import { readBoolean, readDay, readInstant, readNumber, readText } from "./values"

type Row = Record<string, unknown>

/** Every list that the file has. */
export function looseLists(raw: Row, clock: Clock): Partial<AccountFacts> {
  const zone = clock.timeZone
  const day = (value: unknown) => readDay(value, zone)
  return {
    ...list(raw, "touches", (row) => {
      const at = readInstant(row["at"])
      if (at === undefined) return undefined
      const on = dayOf(at, zone)
      return {
        at,
        ...(on === null ? {} : { on }),
        channel: among(CHANNELS, row["channel"]) ?? "other",
        direction: among(DIRECTIONS, row["direction"]) ?? "unknown",
        automatic: readBoolean(row["automatic"]) ?? false,
        source: among(SOURCE_SYSTEMS, row["source"]) ?? "file",
        ...text(row, "who", "subject", "url", "id"),
        ...given("byMe", readBoolean(row["byMe"])),
      }
    }),
    ...list(raw, "tasks", (row, index) => ({
      id: readText(row["id"]) ?? `task-${index + 1}`,
      name: readText(row["name"]) ?? "Task",
      source: among(SOURCE_SYSTEMS, row["source"]) ?? "file",
      ...given("dueOn", day(row["dueOn"] ?? row["dueDate"])),
      ...given("completedAt", readInstant(row["completedAt"])),
      ...given("mine", readBoolean(row["mine"])),
      ...given("projectIds", texts(row["projectIds"])),
      ...text(row, "assignedToId", "assignedToName", "category", "url"),
    })),
    ...list(raw, "projects", (row, index) => ({
      id: readText(row["id"]) ?? `project-${index + 1}`,
      name: readText(row["name"]) ?? "Project",
      ...text(row, "templateId", "templateName"),
      ...given("startedOn", day(row["startedOn"])),
      ...given("targetOn", day(row["targetOn"])),
      ...given("completedOn", day(row["completedOn"])),
      ...given("updatedOn", day(row["updatedOn"])),
      ...given("archived", readBoolean(row["archived"])),
    })),
    ...list(raw, "contacts", (row, index) => ({
      id: readText(row["id"]) ?? `contact-${index + 1}`,
      name: readText(row["name"]) ?? readText(row["email"]) ?? "Contact",
      roles: rolesOf(row["roles"] ?? row["role"]),
      source: among(SOURCE_SYSTEMS, row["source"]) ?? "file",
      ...given("lastTouchOn", day(row["lastTouchOn"])),
      ...text(row, "email", "title", "url"),
    })),
    ...list(raw, "openOpportunities", (row, index) => ({
      id: readText(row["id"]) ?? `opportunity-${index + 1}`,
      name: readText(row["name"]) ?? "Opportunity",
      kind: kindOf(row),
      ...given("amount", readNumber(row["amount"])),
      ...given("closeOn", day(row["closeOn"])),
      ...text(row, "stage", "currency", "ownerName", "url"),
    })),
    ...list(raw, "upcomingMeetings", (row, index) => {
      const at = readInstant(row["at"])
      if (at === undefined) return undefined
      const on = dayOf(at, zone)
      const attendees = Array.isArray(row["attendees"])
        ? row["attendees"].flatMap((who) => readText(who) ?? [])
        : []
      return {
        id: readText(row["id"]) ?? `meeting-${index + 1}`,
        title: readText(row["title"]) ?? "Meeting",
        at,
        ...(on === null ? {} : { on }),
        attendees,
        ...text(row, "url"),
      }
    }),
    ...list(raw, "supportTickets", (row, index) => ({
      id: readText(row["id"]) ?? `ticket-${index + 1}`,
      subject: readText(row["subject"]) ?? "Ticket",
      ...given("openedOn", day(row["openedOn"])),
      ...text(row, "status", "url"),
    })),
    ...list(raw, "history", (row) => {
      const on = day(row["on"])
      if (on === undefined) return undefined
      const band = among(["healthy", "concerning", "poor", "unknown"] as const, row["band"]) ?? "unknown"
      return { on, score: readNumber(row["score"]) ?? null, band, ...text(row, "stage") }
    }),
    ...list(raw, "contactSources", (row) => {
      const syncedAt = readInstant(row["syncedAt"])
      return syncedAt === undefined
        ? undefined
        : { source: among(SOURCE_SYSTEMS, row["source"]) ?? "file", syncedAt }
    }),
    ...manualTraitsSetOn(raw["manualTraitsSetOn"], day),
  }
}

function list<K extends string, T>(
  raw: Row,
  key: K,
  read: (row: Row, index: number) => T | undefined,
): { [P in K]?: T[] } {
  const rows = raw[key]
  if (!Array.isArray(rows)) return {}
  const kept = rows.flatMap((row: unknown, index) => {
    if (typeof row !== "object" || row === null || Array.isArray(row)) return []
    const value = read(row as Row, index)
    return value === undefined ? [] : [value]
  })
  return { [key]: kept } as { [P in K]?: T[] }
}

function among<T extends string>(known: readonly T[], raw: unknown): T | undefined {
  const word = typeof raw === "string" ? raw.trim().toLowerCase() : undefined
  return known.find((candidate) => candidate === word)
}

function text<K extends string>(row: Row, ...keys: K[]): { [P in K]?: string } {
  const found = keys.flatMap((key) => {
    const value = readText(row[key])
    return value === undefined ? [] : [[key, value] as const]
  })
  return Object.fromEntries(found) as { [P in K]?: string }
}

function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V })
}

function texts(raw: unknown): string[] | undefined {
  return Array.isArray(raw) ? raw.flatMap((part) => readText(part) ?? []) : undefined
}

function rolesOf(raw: unknown): string[] {
  const parts: unknown[] = Array.isArray(raw) ? raw : typeof raw === "string" ? raw.split(/[;,]/) : []
  return parts.flatMap((part) => readText(part) ?? [])
}

function kindOf(row: Row): "renewal" | "expansion" | "other" {
  const words = `${readText(row["kind"]) ?? ""} ${readText(row["type"]) ?? ""}`.toLowerCase()
  return words.includes("renew") ? "renewal" : /expan|upsell|add-on/.test(words) ? "expansion" : "other"
}

function manualTraitsSetOn(
  raw: unknown,
  day: (value: unknown) => string | undefined,
): Pick<AccountFacts, "manualTraitsSetOn"> {
  if (typeof raw !== "object" || raw === null) return {}
  const found = TRAIT_KEYS.flatMap((key) => {
    const on = day((raw as Row)[key])
    return on === undefined ? [] : [[key, on] as const]
  })
  return found.length === 0 ? {} : { manualTraitsSetOn: Object.fromEntries(found) }
}
