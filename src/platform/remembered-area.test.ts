import { describe, expect, it, vi } from "vitest"

import { createSettings } from "~src/worker/cache/settings"
import { readManaged } from "~src/worker/policy/read-managed"

import { rememberedArea } from "./remembered-area"
import type { StorageArea, StorageChanges } from "./storage-area"
import { fakeStorageArea } from "./storage-area.fake"

const never: StorageArea = {
  ...fakeStorageArea(),
  get: () => new Promise(() => undefined),
  all: () => new Promise(() => undefined),
  restrict: () => new Promise(() => undefined),
}

describe("an area that remembers what it held", () => {
  it("holds nothing up where the area never answers", async () => {
    const local = fakeStorageArea({ "managed.last": { subdomain: "acme" } })
    const area = rememberedArea(never, local, "managed.last")
    await area.restrict()
    expect(await area.get("subdomain")).toBe("acme")
    const settings = createSettings(local, () => readManaged(area))
    expect((await settings.get()).vitally.subdomain).toBe("acme")
  })

  it("counts as empty at the very first start", async () => {
    expect(await rememberedArea(never, fakeStorageArea(), "managed.last").all()).toEqual({})
  })

  it("reads again behind, keeps what is there now, and tells what changed once", async () => {
    const managed = fakeStorageArea({ subdomain: "globex", region: "us" })
    const local = fakeStorageArea({ "managed.last": { subdomain: "acme", region: "us", policy: "default" } })
    const area = rememberedArea(managed, local, "managed.last")
    const told: StorageChanges[] = []
    area.onChanged((changes) => void told.push(changes))
    expect(await area.get("subdomain")).toBe("acme")
    await vi.waitFor(async () => expect(await area.get("subdomain")).toBe("globex"))
    expect(told).toEqual([
      {
        subdomain: { oldValue: "acme", newValue: "globex" },
        policy: { oldValue: "default", newValue: undefined },
      },
    ])
    expect(local.items.get("managed.last")).toEqual({ subdomain: "globex", region: "us" })
  })

  it("follows a change while the worker lives", async () => {
    const managed = fakeStorageArea()
    const area = rememberedArea(managed, fakeStorageArea(), "managed.last")
    const heard = vi.fn()
    area.onChanged(heard)
    expect(await area.all()).toEqual({})
    await managed.set({ region: "eu" })
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1))
    expect(await area.get("region")).toBe("eu")
  })

  it("keeps what it knows where the browser refuses to answer", async () => {
    const refusing = { ...fakeStorageArea(), all: () => Promise.reject(new Error("no managed storage")) }
    const area = rememberedArea(refusing, fakeStorageArea({ m: { region: "eu" } }), "m")
    await area.all()
    expect(await area.get("region")).toBe("eu")
  })
})
