/** The one place settings are read and written. */
import type { DeepPartial, Settings } from "~src/messaging/views/settings"
import type { StorageArea } from "~src/platform/storage-area"

import { mergeSettings, parseSettings, withoutLocked } from "./settings-parse"

const key = "settings"
/** Raised when a stored value changes its meaning; a step then goes into `migrate`. */
const version = 1

/** What an administrator set: `overrides` win over the user's, `locked` names their paths. */
export interface ManagedSettings {
  overrides: DeepPartial<Settings>
  locked: string[]
}

type SettingsListener = (after: Settings, before: Settings) => void | Promise<void>

export interface SettingsStore {
  get(): Promise<Settings>
  /** Merges a patch; locked paths are left as they are. Resolves when every listener is done. */
  set(patch: DeepPartial<Settings>): Promise<Settings>
  /** Back to the defaults. */
  reset(): Promise<Settings>
  /** Called after each change. */
  onChanged(listen: SettingsListener): void
  /** An administrator changed something: read anew, and told like any other change. */
  reread(): Promise<void>
}

/**
 * Read once while the worker lives: nobody else writes them, and each read asks the browser twice.
 * @param managed what an administrator set; see `reread`.
 */
export function createSettings(area: StorageArea, managed: () => Promise<ManagedSettings>): SettingsStore {
  const listeners: SettingsListener[] = []
  let tail: Promise<unknown> = Promise.resolve()
  let known: Promise<Settings> | undefined

  const own = async () => parseSettings(migrate(await area.get(key)))
  const withManaged = async (settings: Settings): Promise<Settings> => {
    const { overrides, locked } = await managed()
    return { ...parseSettings(mergeSettings(settings, overrides)), locked }
  }
  const forget = () => {
    known = undefined
  }
  const get = (): Promise<Settings> => {
    if (known) return known
    const reading = own().then(withManaged).then(frozen)
    known = reading
    reading.catch(() => {
      if (known === reading) forget()
    })
    return reading
  }
  /** One write at a time: two patches in flight would each overwrite the other. */
  const change = (next: (settings: Settings, locked: string[]) => Settings): Promise<Settings> => {
    const run = tail.then(async () => {
      const mine = await own()
      const before = await withManaged(mine)
      const value = parseSettings(next(mine, before.locked))
      await area.set({ [key]: { version, value } }).finally(forget)
      return { before, after: await withManaged(value) }
    })
    tail = run.catch(() => undefined)
    // Outside the queue: a listener may itself change a setting.
    return run.then(async ({ before, after }) => {
      await tell(after, before)
      return after
    })
  }
  const tell = async (after: Settings, before: Settings) => {
    for (const listen of listeners) await listen(after, before)
  }
  return {
    get,
    reread: async () => {
      const before = await get()
      forget()
      await tell(await get(), before)
    },
    set: (patch) => change((settings, locked) => mergeSettings(settings, withoutLocked(patch, locked))),
    reset: () => change(() => parseSettings(undefined)),
    onChanged: (listen) => void listeners.push(listen),
  }
}

/** One object for all readers: none may change it. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}

/** Stored forms of earlier versions brought to this one; junk comes out as nothing, hence defaults. */
function migrate(stored: unknown): unknown {
  if (typeof stored !== "object" || stored === null || !("version" in stored) || !("value" in stored))
    return undefined
  return stored.value
}
