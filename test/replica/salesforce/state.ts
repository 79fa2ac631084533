import type { Book, Colleague } from "../book/book"
import { to18 } from "../book/ids"
import { access } from "../options"
import type { Row } from "../world/collection"
import { Refusals, type Wording } from "./refusals"
import { objectSchema, type ObjectSchema } from "./schema"
import { SalesforceTables } from "./tables"
import { standardTaskStatuses, type TaskStatus, type ValidationRule } from "./writing"

export interface Session {
  userId: string
  /** False once expired or revoked. */
  valid: boolean
}

/** A result that is handed out in pages. */
export interface Cursor {
  rows: Row[]
  totalSize: number
}

/** What OAuth knows. */
export interface OAuthState {
  /** The person at the browser; null: nobody is signed in. */
  signedIn: Colleague | null
  /** Users who have said yes to the app. */
  consented: Set<string>
  /** Answer every sign-in with this error. */
  error: "access_denied" | "OAUTH_APP_BLOCKED" | "OAUTH_APP_ACCESS_DENIED" | null
  codes: Map<string, { userId: string; redirectUri: string; challenge: string }>
  /** Refresh tokens that are still good. */
  refresh: Map<string, string>
}

/** Salesforce's side of the book, with sessions, limits and what is hidden. */
export class SalesforceState {
  readonly tables: SalesforceTables
  readonly sessions = new Map<string, Session>()
  readonly cursors = new Map<string, Cursor>()
  readonly oauth: OAuthState
  readonly clients = new Set<string>([access.clientId])
  /** `Account.ARR__c`: absent in describe, INVALID_FIELD in queries. */
  readonly hiddenFields = new Set<string>()
  readonly hiddenObjects = new Set<string>()
  /** Objects that are described otherwise than in most orgs, by lower-case name. */
  private readonly ownSchemas = new Map<string, ObjectSchema>()
  /** Labels in the user's language, by `Account.ARR__c`; others stay English. */
  readonly labels = new Map<string, string>()
  readonly usage = { used: 18, limit: 100_000 }
  /** Fields that describe calls not filterable, not sortable; WHERE and ORDER BY refuse them. */
  readonly unfilterable = new Set<string>()
  readonly unsortable = new Set<string>()
  /** How this org words its refusals. */
  wording: Wording = "sobject"
  readonly refusals = new Refusals()
  /** What describe says of permissions: the truth, 304 although they changed, or what held when it began to lag. */
  describes: "at-once" | "unmodified" | { fields: Set<string>; objects: Set<string> } = "at-once"
  /** Rows of TaskStatus; a Task is closed where its status is. */
  taskStatuses: TaskStatus[] = standardTaskStatuses
  readonly rules: ValidationRule[] = []
  /** `Task.Team__c`: a create without it is refused. */
  readonly requiredFields = new Set<string>()
  /** The org's answer to every API call, where something is wrong with the org. */
  trouble: "none" | "daily-limit" | "api-disabled" | "not-valid-for-rest" | "not-valid-for-api" = "none"
  /** My Domain's new first label, once it was renamed: the old host redirects there. */
  renamedTo: string | null = null
  versions = ["60.0", "61.0", "62.0", "63.0", "64.0", "65.0", "66.0", "67.0", "68.0"]
  /** Epoch milliseconds; describe answers 304 to who asks for changes since then. */
  describeChangedAt: number
  pageSize: number
  nestedPageSize = 200

  constructor(
    readonly book: Book,
    pageSize: number,
    orgId: string,
  ) {
    this.orgId = to18(orgId)
    this.tables = new SalesforceTables(book)
    this.pageSize = pageSize
    this.describeChangedAt = book.options.now - 86_400_000
    this.oauth = {
      signedIn: book.advisors[0]!,
      consented: new Set(),
      error: null,
      codes: new Map(),
      refresh: new Map(),
    }
  }

  readonly orgId: string

  /** The object as this org has it. */
  schemaOf(name: string): ObjectSchema | undefined {
    return this.ownSchemas.get(name.toLowerCase()) ?? objectSchema(name)
  }

  /** Fields or labels of this org's own. */
  setSchema(schema: ObjectSchema): void {
    this.ownSchemas.set(schema.name.toLowerCase(), schema)
  }

  user(userId: string): Colleague | undefined {
    return this.book.colleagues.find((person) => person.userId === userId)
  }
}
