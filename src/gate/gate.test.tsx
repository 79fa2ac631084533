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
  happen(navigation, "currententrychange")
}

/** What waits until the page has nothing to do. */
const idle: IdleRequestCallback[] = []
const haveTime = () => idle.splice(0).forEach((act) => act({ didTimeout: false, timeRemaining: () => 50 }))

/** What the gate listens to. Events that a script dispatches are untrusted; these are told as the browser tells its own. */
const heard: { target: EventTarget; type: string; act: (event: object) => void }[] = []
for (const target of [navigation, document, window]) {
  const add = target.addEventListener.bind(target)
  vi.spyOn(target, "addEventListener").mockImplementation((type: string, act: unknown) => {
    heard.push({ target, type, act: act as (event: object) => void })
    add(type, act as EventListener)
  })
}
function happen(target: EventTarget, type: string, more: object = {}) {
  for (const one of heard.filter((each) => each.target === target && each.type === type))
    one.act({ isTrusted: true, ...more })
}

const place: Place = {
  mode: "page",
  open: true,
  side: "right",
  width: 380,
  tabTop: 0.3,
  sheets: ["collapsed", "open", "room", "fixed"],
  updated: "reload",
}

function start(kept: Partial<Place> | null = {}) {
  const sent: GateRequest[] = []
  let hear: (message: unknown, answer: (reply: unknown) => void) => void = () => undefined
  let acts: ShellActs | undefined
  const given: string[] = []
  const shown = {
    now: undefined as boolean | undefined,
    place,
    said: [] as string[],
  }
  const shell: Shell = {
    show: (next, open) => Object.assign(shown, { now: open, place: next }),
    hide: () => (shown.now = undefined),
    say: (_place, text) => void shown.said.push(text),
    look: () => ({ home: true, box: [], zoom: 1, veil: "" }),
  }
  const link = { isAlive: true }
  startGate(
    {
      alive: () => link.isAlive,
      send(message) {
        sent.push(message as GateRequest)
        const isAsked = (message as GateRequest).m === "place.get"
        if (!isAsked) return Promise.resolve({ ok: true, value: {} })
        return Promise.resolve(kept ? { ok: true, value: { ...place, ...kept } } : undefined)
      },
      listen: (listener) => (hear = listener),
      panelUrl: () => "chrome-extension://session/sidepanel.html",
      origin: () => "chrome-extension://x",
    },
    (_url, _origin, made) => {
      acts = made
      return shell
    },
  )
  const take = () => sent.splice(0)
  const answers: unknown[] = []
  const say = (message: unknown) => hear(message, (reply) => answers.push(reply))
  /** A document came into the frame: the token that the gate handed it. */
  const load = async () => {
    await acts?.loaded((token) => given.push(token))
    return given.at(-1)
  }
  return { take, shown, link, say, load, answers, acts: () => acts! }
}

const settled = () => vi.waitFor(() => Promise.resolve())

beforeEach(() => {
  path = account
  heard.length = 0
  idle.length = 0
  vi.stubGlobal("requestIdleCallback", (act: IdleRequestCallback) => idle.push(act))
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

  it("asks for the place once, then puts the frame there and names the document that came", async () => {
    const { take, shown, load } = start()
    await settled()
    expect(take()).toEqual([
      { m: "place.get" },
      { m: "account.hint", p: { nonce: expect.stringMatching(/^[\da-f-]{36}$/) as string } },
    ])
    expect(shown.now).toBe(true)
    const token = await load()
    expect(token).toMatch(/^[\da-f-]{36}$/)
    expect(take()).toEqual([{ m: "account.hint", p: { nonce: token } }])
  })

  it("hands each document that comes into the frame a token of its own, after the worker knows it", async () => {
    const { take, load } = start()
    await settled()
    const first = await load()
    const second = await load()
    expect(second).not.toBe(first)
    expect(take().slice(2)).toEqual([first, second].map((nonce) => ({ m: "account.hint", p: { nonce } })))
  })

  it("says that its frame shows the next record, and keeps it", async () => {
    const { take, shown, load } = start()
    await settled()
    const nonce = await load()
    go(`${account}/tasks`)
    take()
    go(other)
    go(`${other}/notes`)
    expect(shown.now).toBe(true)
    expect(take()).toEqual([{ m: "account.hint", p: { nonce } }])
  })

  it("takes the frame away with the record, and brings one back", async () => {
    const { take, shown, load } = start()
    await settled()
    const nonce = await load()
    take()
    go("/home")
    expect(shown.now).toBeUndefined()
    expect(take()).toEqual([{ m: "account.hint", p: { nonce, gone: true } }])
    go(account)
    expect(shown.now).toBe(true)
    expect(await load()).not.toBe(nonce)
  })

  it("tells the worker how the page shows its frame", async () => {
    const { say, load, answers } = start()
    await settled()
    const nonce = await load()
    say({ gate: "look" })
    expect(answers).toEqual([{ nonce, home: true, box: [], zoom: 1, veil: "" }])
  })

  it("says that the page keeps the frame out, and asks for the browser's side panel at a click", async () => {
    const { say, shown, take, acts } = start()
    await settled()
    take()
    say({ gate: "blocked", text: "kept out" })
    expect(shown.said).toEqual(["kept out"])
    acts().beside()
    expect(take()).toEqual([{ m: "side.open" }])
  })

  it("heeds no event that the page made", async () => {
    const { take, load } = start()
    await settled()
    await load()
    path = other
    take()
    const untrusted = [new Event("focus"), new PageTransitionEvent("pageshow", { persisted: true })]
    for (const event of untrusted) dispatchEvent(event)
    navigation.dispatchEvent(new Event("currententrychange"))
    expect(take()).toEqual([])
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
    haveTime()
    expect(shown.now).toBe(isOpen)
  })

  it("shows its tab, and asks for the customer, once the page has nothing to do; a panel at once", async () => {
    const { shown, take } = start({ open: false })
    await settled()
    expect(shown.now).toBeUndefined()
    expect(take()).toEqual([{ m: "place.get" }])
    haveTime()
    expect(shown.now).toBe(false)
    expect(take()).toEqual([{ m: "account.hint", p: { nonce: expect.any(String) as string } }])
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
    say({ gate: "place", mode: "page" })
    expect(shown.now).toBeTruthy()
  })

  it("obeys the worker and remembers what the user wanted open", async () => {
    const { shown, take, say, load } = start()
    await settled()
    haveTime()
    await load()
    take()
    say({ gate: "toggle" })
    expect(shown.now).toBe(false)
    // The same frame shows the tab: nothing is loaded anew, and its token stays.
    expect(take()).toEqual([{ m: "place.set", p: { open: false } }])
    say({ gate: "toggle" })
    expect(shown.now).toBeTruthy()
    say({ gate: "collapse" })
    expect(shown.now).toBe(false)
    say({ gate: "expand" })
    expect(shown.now).toBeTruthy()
    say({ gate: "place", side: "left" })
    say({ gate: "place", width: 500 })
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
    haveTime()
    acts().move(0, 372)
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
    expect(shown.said).toEqual(["reload"])
    go(other)
    expect(take()).toEqual([])
  })

  it("asks once more where the worker did not answer, and again with the next record", async () => {
    const { shown, take } = start(null)
    await settled()
    await settled()
    expect(shown.now).toBeUndefined()
    expect(take()).toEqual([{ m: "place.get" }, { m: "place.get" }])
    go(other)
    expect(take()).toEqual([{ m: "place.get" }])
  })

  it("names its frame again when the page comes back from the back-forward cache", async () => {
    const { take, load } = start()
    await settled()
    const nonce = await load()
    go(account)
    take()
    happen(window, "pageshow", { persisted: false })
    expect(take()).toEqual([])
    happen(window, "pageshow", { persisted: true })
    expect(take()).toEqual([{ m: "account.hint", p: { nonce } }])
  })
})
