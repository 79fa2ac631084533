/** What each tab shows, in `storage.session`: gone with the browser, kept while the worker sleeps. */
import type { PageRef } from "~src/hosts/page-ref"
import type { StorageArea } from "~src/platform/storage-area"

export interface TabRecord {
  tabId: number
  /** The host page's top document; empty while only a frame has been heard. */
  documentId: string
  ref: PageRef | null
  /** Grows with each change of `ref`, also across worker deaths. */
  seq: number
  /** The token that the tab's gate handed to its frame last; "" if there is no frame. */
  nonce?: string
  /** The document that spent the token: the panel. */
  frame?: string
}

interface Seen {
  ref: PageRef | null
  /** Known where the gate speaks. A new document forgets the old one's nonce. */
  documentId?: string
  nonce?: string
}

export interface TabStore {
  get(tabId: number): Promise<TabRecord | null>
  all(): Promise<TabRecord[]>
  /** Notes what a tab shows. Calls are applied in the order they are made. */
  see(tabId: number, seen: Seen): Promise<{ record: TabRecord; changed: boolean }>
  /** Binds the token to the document that shows it first; false where it is not the tab's, or is another document's. */
  spend(tabId: number, nonce: string, frame: string): Promise<boolean>
  forget(tabId: number): Promise<void>
}

const prefix = "tab:"
const keyOf = (tabId: number) => `${prefix}${tabId}`

export function createTabStore(session: StorageArea): TabStore {
  let tail: Promise<unknown> = Promise.resolve()
  /** Read and write of one call are never interleaved with another's. */
  const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
    const run = tail.then(work)
    tail = run.catch(() => undefined)
    return run
  }
  const get = async (tabId: number) => ((await session.get(keyOf(tabId))) as TabRecord | undefined) ?? null
  return {
    get: (tabId) => inOrder(() => get(tabId)),
    all: () =>
      inOrder(async () =>
        Object.entries(await session.all()).flatMap(([key, value]) =>
          key.startsWith(prefix) ? [value as TabRecord] : [],
        ),
      ),
    see: (tabId, seen) =>
      inOrder(async () => {
        const before = await get(tabId)
        const record = next(tabId, before, seen)
        const changed = record.seq !== before?.seq
        if (!isSame(before, record)) await session.set({ [keyOf(tabId)]: record })
        return { record, changed }
      }),
    spend: (tabId, nonce, frame) =>
      inOrder(async () => {
        const record = await get(tabId)
        if (!record || nonce === "" || record.nonce !== nonce) return false
        if (record.frame !== undefined) return record.frame === frame
        await session.set({ [keyOf(tabId)]: { ...record, frame } })
        return true
      }),
    forget: (tabId) => inOrder(() => session.remove(keyOf(tabId))),
  }
}

/** Field by field: Chrome gives objects back with their keys in another order, so their texts differ. */
function isSame(before: TabRecord | null, { seq, documentId, nonce, frame, ref }: TabRecord): boolean {
  return (
    before?.seq === seq &&
    before.documentId === documentId &&
    before.nonce === nonce &&
    before.frame === frame &&
    isSameRef(before.ref, ref)
  )
}

/** A reference holds plain values only. */
function isSameRef(one: PageRef | null, other: PageRef | null): boolean {
  if (one === null || other === null) return one === other
  const fields = new Map<string, unknown>(Object.entries(one))
  const others = Object.entries(other)
  return fields.size === others.length && others.every(([name, value]) => fields.get(name) === value)
}

function next(tabId: number, before: TabRecord | null, seen: Seen): TabRecord {
  const documentId = seen.documentId ?? before?.documentId ?? ""
  const sameDocument = before?.documentId === documentId
  const sameRef = before !== null && before.ref?.key === seen.ref?.key && sameDocument
  const nonce = seen.nonce ?? (sameDocument ? before.nonce : undefined)
  const frame = nonce !== undefined && before?.nonce === nonce ? before.frame : undefined
  return {
    tabId,
    documentId,
    ref: seen.ref,
    seq: (before?.seq ?? 0) + (sameRef ? 0 : 1),
    ...(nonce !== undefined && { nonce }),
    ...(frame !== undefined && { frame }),
  }
}
