import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

import { fakeStorageArea } from "~src/platform/storage-area.fake"
import { createSettings } from "../cache/settings"
import { parseSettings } from "../cache/settings-parse"

import { managedEntries, managedFeatures } from "./managed-shape"
import { parseManaged, readManaged } from "./read-managed"

describe("managed storage", () => {
  it("sets and locks what the administrator gives", () => {
    const { overrides, locked, faults } = parseManaged({
      region: "eu",
      subdomain: " Acme ",
      salesforceDomain: "https://acme--uat.sandbox.my.salesforce.com/",
      salesforceClientId: "3MVG9abcdef.ghij_klm",
      backgroundPercent: 15,
      features: { badge: false, reminders: true },
    })
    expect(faults).toEqual([])
    expect(overrides).toEqual({
      vitally: { region: "eu", subdomain: "acme" },
      salesforce: { myDomain: "acme--uat.sandbox.my.salesforce.com", clientId: "3MVG9abcdef.ghij_klm" },
      sync: { backgroundShare: 0.15 },
      badge: { counts: "off" },
    })
    expect(locked).toEqual([
      "vitally.region",
      "vitally.subdomain",
      "salesforce.myDomain",
      "salesforce.clientId",
      "sync.backgroundShare",
      "badge.counts",
    ])
  })

  it("names each entry it cannot use and keeps the others", () => {
    const { overrides, locked, faults } = parseManaged({
      region: "moon",
      subdomain: "acme.evil.example/",
      salesforceDomain: "acme.my.salesforce.com.evil.example",
      salesforceClientId: 7,
      backgroundPercent: 4,
      features: { badge: "off", telepathy: false, singleKeys: false },
    })
    expect(faults.map(({ path }) => path)).toEqual([
      "region",
      "subdomain",
      "salesforceDomain",
      "salesforceClientId",
      "backgroundPercent",
      "features.badge",
      "features.telepathy",
    ])
    expect(overrides).toEqual({ panel: { keys: false } })
    expect(locked).toEqual(["panel.keys"])
    expect(parseManaged({ features: [] }).faults).toHaveLength(1)
  })

  it("takes a background share with both its ends, and no other form of number", () => {
    const shareOf = (backgroundPercent: unknown) =>
      parseManaged({ backgroundPercent }).overrides.sync?.backgroundShare
    expect([5, 100, 4.9, 101, "30", null].map(shareOf)).toEqual([0.05, 1, ...Array<undefined>(4)])
  })

  it("takes no key from policy", () => {
    const { overrides, locked } = parseManaged({ apiKey: "sk_live_x", vitally: { apiKey: "sk_live_x" } })
    expect([overrides, locked]).toEqual([{}, []])
  })

  it("is empty where the browser has no managed storage", async () => {
    const area = { ...fakeStorageArea(), all: () => Promise.reject(new Error("no managed storage")) }
    expect(await readManaged(area)).toMatchObject({ overrides: {}, locked: [], faults: [] })
  })

  it("wins over the user's settings as long as it is there", async () => {
    const managed = fakeStorageArea({
      subdomain: "acme",
      backgroundPercent: 15,
      features: { pagePanel: false },
    })
    const settings = createSettings(fakeStorageArea(), () => readManaged(managed))
    await settings.set({ vitally: { subdomain: "mine" }, panel: { keys: true } })
    expect(await settings.get()).toMatchObject({
      vitally: { subdomain: "acme" },
      panel: { mode: "browser", keys: true },
      locked: ["vitally.subdomain", "sync.backgroundShare", "panel.mode"],
    })
    await managed.clear()
    const told: number[] = []
    settings.onChanged(
      ({ sync }, before) => void told.push(before.sync.backgroundShare, sync.backgroundShare),
    )
    await settings.reread()
    // Whoever keeps a setting hears of the administrator's changes too.
    expect(told).toEqual([0.15, 0.3])
    expect(await settings.get()).toMatchObject({
      vitally: { subdomain: "" },
      panel: { mode: "page" },
      locked: [],
    })
  })

  it("locks only paths that settings have", () => {
    const paths = (value: unknown, at = ""): string[] =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.entries(value).flatMap(([key, inner]) => paths(inner, at ? `${at}.${key}` : key))
        : [at]
    const known = paths(parseSettings(undefined))
    for (const { locks } of Object.values(managedFeatures))
      expect(known).toEqual(expect.arrayContaining(locks))
  })

  it("accepts what the browser's schema lists, and nothing else", () => {
    const schema = JSON.parse(readFileSync("assets/managed-schema.json", "utf8")) as {
      properties: Record<string, { properties?: object }>
    }
    expect(Object.keys(schema.properties).sort()).toEqual(
      [...Object.keys(managedEntries), "features", "policy"].sort(),
    )
    expect(Object.keys(schema.properties.features?.properties ?? {}).sort()).toEqual(
      Object.keys(managedFeatures).sort(),
    )
  })
})
