import fc from "fast-check"
import { describe, expect, it, vi } from "vitest"

import { fakeStorageArea } from "~src/platform/storage-area.fake"

import { createSettings, type ManagedSettings } from "./settings"
import { faultsOfPatch, parseSettings } from "./settings-parse"
import { defaultSettings } from "./settings-shape"

const free = () => Promise.resolve<ManagedSettings>({ overrides: {}, locked: [] })

describe("settings", () => {
  it("are the defaults where nothing was stored, and the defaults read as themselves", () => {
    expect(parseSettings(undefined)).toEqual(defaultSettings)
    expect(parseSettings(defaultSettings)).toEqual(defaultSettings)
  })

  it("survive any junk", () => {
    fc.assert(
      fc.property(fc.anything(), (junk) => {
        expect(parseSettings(parseSettings(junk))).toEqual(parseSettings(junk))
      }),
    )
  })

  it("lose only the value that cannot be read", () => {
    const read = parseSettings({
      vitally: { region: "mars", subdomain: "acme", connected: true },
      timeZone: "Nowhere/Never",
      sync: { backgroundShare: 7 },
      me: { adminId: "a1", name: "Ada", role: "" },
    })
    expect(read.vitally).toEqual({ region: "us", subdomain: "acme", connected: true })
    expect(read.timeZone).toBe("")
    expect(read.sync.backgroundShare).toBe(0.3)
    expect(read.me?.name).toBe("Ada")
  })

  it("merge deep, keep what a patch does not name, and outlive the worker", async () => {
    const area = fakeStorageArea()
    await createSettings(area, free).set({ panel: { open: { tier: true } }, vitally: { subdomain: "acme" } })
    const fresh = createSettings(area, free)
    await fresh.set({ panel: { open: { health: false } } })
    const settings = await fresh.get()
    expect(settings.panel.open).toEqual({ tier: true, health: false })
    expect(settings.vitally.subdomain).toBe("acme")
  })

  it("are read once while the worker lives, and handed out so that nobody can change them", async () => {
    const area = fakeStorageArea()
    let read = 0
    const get = (key: string) => (read++, area.get(key))
    const settings = createSettings({ ...area, get }, free)
    const [first, second] = await Promise.all([settings.get(), settings.get()])
    expect(first).toBe(second)
    expect(read).toBe(1)
    expect(() => (first.popup.week = true)).toThrow(TypeError)
    await settings.set({ popup: { week: true } })
    expect((await settings.get()).popup.week).toBe(true)
  })

  it("are asked for again after a reading that failed", async () => {
    const managed = vi.fn(free).mockRejectedValueOnce(new Error("not yet"))
    const settings = createSettings(fakeStorageArea(), managed)
    await expect(settings.get()).rejects.toThrow("not yet")
    expect(await settings.get()).toEqual(defaultSettings)
  })

  it("lose no patch when two are set at once", async () => {
    const settings = createSettings(fakeStorageArea(), free)
    await Promise.all([settings.set({ manager: true }), settings.set({ popup: { week: true } })])
    expect(await settings.get()).toMatchObject({ manager: true, popup: { week: true } })
  })

  it("tell listeners before and after, and let one of them change a setting", async () => {
    const settings = createSettings(fakeStorageArea(), free)
    const seen: string[] = []
    settings.onChanged(async (after, before) => {
      seen.push(`${before.timeZone}>${after.timeZone}`)
      if (after.timeZone !== "" && !after.manager) await settings.set({ manager: true })
    })
    await settings.set({ timeZone: "Europe/Berlin" })
    expect(seen).toEqual([">Europe/Berlin", "Europe/Berlin>Europe/Berlin"])
    expect((await settings.get()).manager).toBe(true)
  })

  it("let an administrator's word stand", async () => {
    const managed = () =>
      Promise.resolve<ManagedSettings>({
        overrides: { vitally: { subdomain: "acme" } },
        locked: ["vitally.subdomain"],
      })
    const area = fakeStorageArea()
    const settings = createSettings(area, managed)
    await settings.set({ vitally: { subdomain: "other", region: "eu" } })
    const { vitally, locked } = await settings.get()
    expect([vitally.subdomain, vitally.region, locked]).toEqual(["acme", "eu", ["vitally.subdomain"]])
    // Without the administrator the user's own value is untouched.
    expect((await createSettings(area, free).get()).vitally.subdomain).toBe("")
  })

  it("name what is wrong with a patch", () => {
    expect(faultsOfPatch({ panel: { mode: "browser" }, me: null })).toEqual([])
    expect(faultsOfPatch({ panel: { mode: "sideways" }, nonsense: 1, sync: 3 })).toEqual([
      "panel.mode",
      "nonsense",
      "sync",
    ])
    expect(faultsOfPatch("all")).toEqual(["settings"])
    // What every object has from birth is no setting.
    const born = JSON.parse(
      '{"__proto__": {"panel": {}}, "constructor": {}, "panel": {"toString": {}}}',
    ) as object
    expect(faultsOfPatch(born)).toEqual(["__proto__", "constructor", "panel.toString"])
  })
})
