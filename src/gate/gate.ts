import { onTrusted } from "~src/gate/on-trusted"
import { createShell, TAB_SIZE, type Shell, type ShellActs } from "~src/gate/shell"
import { detect } from "~src/hosts/detect"
import type { GateCommand, GateRequest, Place } from "~src/messaging/gate-protocol"
import type { GateLink } from "~src/platform/gate-link"

const within = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value))

// Not in TypeScript's DOM types yet.
declare const navigation: EventTarget

/** From this window width on, the panel starts open where the user never chose. CSS pixels. */
const WIDE = 1440

/**
 * Follows the page's address and keeps one panel in place beside the record it names. It says nothing of the record: the
 * worker reads the tab's own address. Everything the gate knows of the page is one string that tells records apart.
 */
export function startGate(
  link: GateLink,
  makeShell: (url: string, origin: string, acts: ShellActs) => Shell = createShell,
) {
  let place: Place | undefined
  let shell: Shell
  let isAsking = false
  let isOpen = false
  let isIdle = false
  let nonce = ""
  let hinted = ""

  /** Asked once more where the worker was stopped while it answered. */
  const tell = async (request: GateRequest) => (await link.send(request)) ?? (await link.send(request))

  const hint = (gone?: true) => tell({ m: "account.hint", p: { nonce, gone } })

  async function askPlace() {
    isAsking = true
    const reply = (await tell({ m: "place.get" })) as { value?: Place } | undefined
    isAsking = false
    place = reply?.value
    if (place) begin(place)
  }

  /** Nothing is made and nothing heard before a page shows a record: most pages of these hosts show none. */
  function begin(known: Place) {
    /** Opens or collapses by the user's wish, which is remembered for this host. */
    const choose = (open: boolean) => {
      known.open = open
      update()
      void tell({ m: "place.set", p: { open } })
    }
    shell = makeShell(link.panelUrl(), link.origin(), {
      open: () => choose(true),
      move(x, top) {
        const width = known.side === "left" ? x : innerWidth - x
        if (isOpen) known.width = within(280, Math.round(width - 3), 640)
        else known.tabTop = within(0, top / (innerHeight - TAB_SIZE), 1)
        update()
      },
      keep: () => void tell({ m: "place.set", p: { width: known.width, tabTop: known.tabTop } }),
      beside: () => void tell({ m: "side.open" }),
      near: update,
      async loaded(give) {
        nonce = crypto.randomUUID()
        await hint()
        give(nonce)
      },
    })
    link.listen((message, answer) => {
      if (!(message as Partial<GateCommand>).gate) return
      const { gate, ...change } = message as GateCommand
      if (gate === "look") answer({ nonce, ...shell.look() })
      else if (gate === "blocked") shell.say(known, (change as { text: string }).text)
      else if (gate === "place") {
        Object.assign(known, change)
        update()
      } else choose(gate === "toggle" ? !known.open : gate === "expand")
    })
    update()
    // The tab's own page is loaded when the host page has nothing to do, or has had long enough.
    requestIdleCallback(
      () => {
        isIdle = true
        update()
      },
      { timeout: 3e3 },
    )
  }

  /** Makes what is shown agree with the address, the user's wish and the extension's being there. */
  function update() {
    const record = detect(location)
    if (!place) {
      if (record && !isAsking && link.alive()) void askPlace()
      return
    }
    if (!link.alive()) {
      shell.say(place, place.updated)
      return
    }
    const isHere = record && place.mode === "page"
    isOpen = !!isHere && (place.open ??= innerWidth >= WIDE)
    if (isOpen || (isHere && isIdle)) {
      shell.show(place, isOpen)
      // Told before a document comes: if none does, the worker knows that the page keeps it out.
      nonce ||= crypto.randomUUID()
      if (hinted !== record) void hint()
      hinted = record
    } else {
      shell.hide()
      if (nonce) void hint(true)
      nonce = hinted = ""
    }
  }

  // Tells of pushState, replaceState, back and forward alike.
  onTrusted(navigation, "currententrychange", update)
  onTrusted(document, "visibilitychange", update)
  onTrusted(window, "focus", update)
  onTrusted<PageTransitionEvent>(window, "pageshow", ({ persisted }) => {
    // Back from the back-forward cache: the worker has since heard of other pages in this tab.
    if (persisted) hinted = ""
    update()
  })
  update()
}
