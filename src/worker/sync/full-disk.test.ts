/** A full disk, whichever store is written next: the sync gives up detail and goes on, or says why it cannot. */
import { beforeEach, describe, expect, it } from "vitest"

import type { LensDatabase } from "../cache/database"

import { askResummariseAll } from "./rows/resummarise"
import { account, scriptedWorkspace, sync } from "./scripted-vitally.fake"

/** Refuses what is put, into every store or only into those; giving up detail makes room. */
function onFullDisk(db: LensDatabase, only?: string): LensDatabase {
  let isFull = true
  const guard = <T extends object>(target: T, store: string): T =>
    new Proxy(target, {
      get(of, key) {
        const value: unknown = Reflect.get(of, key, of)
        if (typeof value !== "function") return value
        return (...args: unknown[]) => {
          const name = store || String(args[0])
          if ((key === "put" || key === "add") && isFull && (only === undefined || only === name)) {
            const refused = Promise.reject(new DOMException("full", "QuotaExceededError"))
            refused.catch(() => undefined)
            return refused
          }
          if (key === "delete" && name === "details") isFull = false
          const answer = (value as (...all: unknown[]) => object).apply(of, args)
          if (key === "transaction") return guard(answer, typeof args[0] === "string" ? args[0] : "")
          return key === "objectStore" ? guard(answer, name) : answer
        }
      },
    })
  return guard(db, "")
}

let workspace: ReturnType<typeof scriptedWorkspace>
beforeEach(() => {
  workspace = scriptedWorkspace()
})

async function aDayLater(withDetail: boolean, only?: string) {
  const { accounts, deps, clock } = workspace
  const to = await deps(withDetail ? {} : { me: null })
  accounts(account("a"), account("b"))
  await sync(to)
  clock.skew = 26 * 3_600_000
  accounts(account("a", { name: "Renamed", updatedAt: "2026-11-20T11:00:00Z" }), account("c"))
  return { ...to, db: onFullDisk(to.db, only) }
}

describe.each([undefined, "meta", "accounts", "summaries"])("puts refused: %s", (only) => {
  it("goes on where detail can be given up", async () => {
    const to = await aDayLater(true, only)
    expect((await sync(to)).fault).toBeUndefined()
    expect((await to.db.get("accounts", "a"))?.name).toBe("Renamed")
  })

  it("says so where none can", async () => {
    expect(await sync(await aDayLater(false, only))).toMatchObject({ more: true, fault: { code: "quota" } })
  })
})

it("makes all summaries anew where detail can be given up", async () => {
  const to = await aDayLater(true, "summaries")
  await askResummariseAll(to.db)
  expect((await sync(to)).fault).toBeUndefined()
})
