import { beforeEach, describe, expect, it, vi } from "vitest"
import { startGate } from "~src/gate/gate"
import type { Shell, ShellActs } from "~src/gate/shell"
import type { GateRequest, Place } from "~src/messaging/gate-protocol"

const account = "/accounts/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"
const other = "/accounts/1a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"

/** jsdom's location can't leave its origin, and it has no Navigation API. */
let path = account
const navigation = new EventTarget()
function go(to: string) {
  path = to
  navigation.dispatchEvent(new Event("currententrychange"))
}

const place: Place = { mode: "page", open: true, side: "right", width: 380, tabTop: 0.3 }

function start(kept: Partial<Place> | null = {}) {
  const sent: GateRequest[] = []
  let hear: (message: unknown) => void = () => undefined
  let acts: ShellActs | undefined
  const shown = { now: undefined as string | undefined, place, retired: 0 }
  const shell: Shell = {
    show: (next, nonce) => Object.assign(shown, { now: nonce, place: next }),
    hide: () => (shown.now = undefined),
    retire: () => (shown.retired += 1),
  }
  const link = { isAlive: true }
  startGate(
    {
      alive: () => link.isAlive,
      send(message) {
        sent.push(message as GateRequest)
        const isAsked = (message as GateRequest).m === "place.get"
        return Promise.resolve(isAsked && kept ? { ok: true, value: { ...place, ...kept } } : undefined)
      },
      listen: (listener) => (hear = listener),
      panelUrl: () => "chrome-extension://x/sidepanel.html",
    },
    (_url, given) => {
      acts = given
      return shell
    },
  )
  const take = () => sent.splice(0)
  return { take, shown, link, say: (message: unknown) => hear(message), acts: () => acts! }
}

const settled = () => vi.waitFor(() => Promise.resolve())

beforeEach(() => {
  path = account
  vi.stubGlobal("navigation", navigation)
  vi.stubGlobal("location", {
    host: "acme.vitally.io",
    search: "",
    hash: "",
    get pathname() {
      return path
    },
  })
  vi.stubGlobal("innerWidth", 1440)
  vi.stubGlobal("innerHeight", 836)
})

describe("the gate", () => {
  it("says nothing to anybody where no record is", async () => {
    path = "/home"
    const { take, shown } = start()
    await settled()
    expect(take()).toEqual([])
    expect(shown.now).toBeUndefined()
  })

  it("asks for the place once, then puts the frame there and names it", async () => {
    const { take, shown } = start()
    dispatchEvent(new Event("focus"))
    await settled()
    const [asked, hint, ...more] = take()
    expect(asked).toEqual({ m: "place.get" })
    expect(hint).toEqual({ m: "account.hint", p: { nonce: shown.now } })
    expect(shown.now).not.toBe("")
    expect(more).toEqual([])
  })

  it("names its frame again for the next record, and keeps it", async () => {
    const { take, shown } = start()
    await settled()
    const first = shown.now
    take()
    go(other)
    go(`${other}/notes`)
    expect(shown.now).toBe(first)
    expect(take()).toEqual([{ m: "account.hint", p: { nonce: first } }])
  })

  it("takes the frame away with the record, and brings a new one back", async () => {
    const { take, shown } = start()
    await settled()
    const first = shown.now
    take()
    go("/home")
    expect(shown.now).toBeUndefined()
    expect(take()).toEqual([{ m: "account.hint", p: { nonce: first, gone: true } }])
    go(account)
    expect(shown.now).not.toBe(first)
    expect(shown.now).toBeTruthy()
  })

  it("shows nothing where the address left the record while the worker woke", async () => {
    const { shown, take } = start()
    go("/home")
    await settled()
    expect(shown.now).toBeUndefined()
    expect(take()).toEqual([{ m: "place.get" }])
  })

  it.each([
    [1440, null, true],
    [1439, null, false],
    [1439, true, true],
    [1440, false, false],
  ])("at %i px, with %s chosen, starts open: %s", async (width, open, isOpen) => {
    vi.stubGlobal("innerWidth", width)
    const { shown } = start({ open })
    await settled()
    expect(shown.now).toEqual(isOpen ? expect.stringMatching(/^[\da-f-]{36}$/) : "")
  })

  it("stays as it is where the window is made narrower", async () => {
    const { shown } = start({ open: null })
    await settled()
    vi.stubGlobal("innerWidth", 800)
    go(other)
    expect(shown.now).toBeTruthy()
  })

  it("shows nothing in the browser's own side panel's stead", async () => {
    const { shown, take, say } = start({ mode: "browser" })
    await settled()
    expect(shown.now).toBeUndefined()
    expect(take()).toEqual([{ m: "place.get" }])
    say({ gate: "mode", mode: "page" })
    expect(shown.now).toBeTruthy()
  })

  it("obeys the worker and remembers what the user wanted open", async () => {
    const { shown, take, say } = start()
    await settled()
    const first = shown.now
    take()
    say({ gate: "toggle" })
    expect(shown.now).toBe("")
    expect(take()).toEqual([
      { m: "account.hint", p: { nonce: first, gone: true } },
      { m: "place.set", p: { open: false } },
    ])
    say({ gate: "toggle" })
    expect(shown.now).toBeTruthy()
    say({ gate: "collapse" })
    expect(shown.now).toBe("")
    say({ gate: "expand" })
    expect(shown.now).toBeTruthy()
    say({ gate: "side", side: "left" })
    say({ gate: "resize", width: 500 })
    expect(shown.place).toMatchObject({ side: "left", width: 500 })
    expect(shown.place).not.toHaveProperty("gate")
  })

  it("ignores broadcasts", async () => {
    const { shown, take, say } = start()
    await settled()
    take()
    const before = shown.now
    say({ topics: ["account:1"] })
    expect(shown.now).toBe(before)
    expect(take()).toEqual([])
  })

  it.each([
    ["right", 1440 - 400, 397],
    ["left", 400, 397],
    ["right", 1439, 280],
    ["right", 0, 640],
  ] as const)("resizes from the %s by a pointer at %i to %i px", async (side, x, width) => {
    const { shown, acts, take } = start({ side })
    await settled()
    take()
    acts().move(x, 10)
    expect(shown.place.width).toBe(width)
    expect(take()).toEqual([])
    acts().keep()
    expect(take()).toEqual([{ m: "place.set", p: { width, tabTop: 0.3 } }])
  })

  it("slides the tab along the edge, never past its ends", async () => {
    const { shown, acts } = start({ open: false })
    await settled()
    acts().move(0, 418)
    expect(shown.place.tabTop).toBe(0.5)
    acts().move(0, -50)
    expect(shown.place.tabTop).toBe(0)
    acts().move(0, 5000)
    expect(shown.place.tabTop).toBe(1)
  })

  it("retires where the extension is gone, whatever tells it first", async () => {
    const { shown, link, acts, take } = start()
    await settled()
    take()
    link.isAlive = false
    acts().near()
    expect(shown.retired).toBe(1)
    go(other)
    expect(take()).toEqual([])
  })

  it("asks once more where the worker did not answer, and again with the next record", async () => {
    const { shown, take } = start(null)
    await settled()
    expect(shown.now).toBeUndefined()
    expect(take()).toEqual([{ m: "place.get" }, { m: "place.get" }])
    go(other)
    expect(take()).toEqual([{ m: "place.get" }])
  })

  it("names its frame again when the page comes back from the back-forward cache", async () => {
    const { shown, take } = start()
    await settled()
    take()
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: false }))
    expect(take()).toEqual([])
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))
    expect(take()).toEqual([{ m: "account.hint", p: { nonce: shown.now } }])
  })
})
