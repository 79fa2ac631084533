/** Who wrote, decided by ids, then by our admins' domains, then by the types, which are wrong in both directions at times. */
import type { Side } from "../../mail-thread"

export interface People {
  ourIds: ReadonlySet<string>
  /** Domains of our admins' addresses, public mail hosts left out. */
  ourDomains: ReadonlySet<string>
  /** Whether a user belongs to another customer only. */
  isOther?: ((id: string | undefined, email: string | undefined) => boolean) | undefined
}

export interface Writer {
  id?: string | undefined
  email?: string | undefined
  /** Vitally's `from.type`. */
  type?: string | undefined
  /** Somebody with this id is in the thread's users. */
  isUser: boolean
}

export function whoWrote({ id, email, type, isUser }: Writer, { ourIds, ourDomains, isOther }: People): Side {
  if (type !== undefined && /bot|system|automation|workflow/i.test(type)) return "bot"
  if (id !== undefined && ourIds.has(id)) return "ours"
  const domain = domainOf(email)
  if (domain !== undefined && ourDomains.has(domain)) return "ours"
  if (isUser) return isOther?.(id, email) ? "other" : "theirs"
  if (type === "admin") return "ours"
  if (type === "user") return "theirs"
  return email !== undefined ? "theirs" : "unknown"
}

export function domainOf(email: string | undefined): string | undefined {
  const at = email?.lastIndexOf("@") ?? -1
  return at < 0
    ? undefined
    : email
        ?.slice(at + 1)
        .toLowerCase()
        .replace(/[>\s].*$/, "")
}

/** Anybody may have an address there: it makes nobody ours. */
const publicHosts =
  /^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|aol|gmx|web|proton|protonmail|mail|fastmail|zoho)\.[a-z.]+$/

/** @param emails addresses of active admins. */
export function domainsOf(emails: Iterable<string | undefined>): Set<string> {
  const domains = new Set<string>()
  for (const email of emails) {
    const domain = domainOf(email)
    if (domain !== undefined && domain !== "" && !publicHosts.test(domain)) domains.add(domain)
  }
  return domains
}
