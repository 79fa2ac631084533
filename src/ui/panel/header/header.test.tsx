import { act, screen, waitFor, within } from "@testing-library/react"
import { describe, expect, it, vi } from "vitest"

import { renderPanel } from "~test/fakes/render-panel"
import { accountState, settings, viewOf } from "~test/fixtures/panel/account-view"
import { accountFacts, accountId, churnedFacts, fact } from "~test/fixtures/panel/facts"

const brief = {
  title: "Globex, 22 Nov",
  sections: [{ title: "Ask", lines: ["Who signs?"] }],
  text: "Ask: who signs?",
}
const header = () => screen.findByRole("banner").catch(() => screen.findByText("Globex Corporation"))

describe("the header", () => {
  it("names the customer, tier, team and stage", async () => {
    const { container } = renderPanel(accountState())
    await header()
    const head = container.querySelector("header")!
    expect(head).toHaveTextContent("Globex Corporation")
    for (const part of ["Large Enterprise", "Named TA", "4. Renewing"]) expect(head).toHaveTextContent(part)
  })

  it.each([
    ["in trouble", accountFacts({ redAccount: fact(true), lighthouse: fact(true) }), "Red accountLighthouse"],
    ["gone", churnedFacts(), "Churned Sun 8 Nov"],
  ])("says of a customer %s that it is", async (_what, facts, words) => {
    const { container } = renderPanel(accountState(viewOf(facts)))
    await screen.findByRole("region", { name: "Health" })
    expect(container.querySelector("header")).toHaveTextContent(words)
  })

  it("keeps the age of old data in sight while it is read again", async () => {
    const readAt = new Date(Date.now() - 9 * 86_400_000).toISOString()
    renderPanel(accountState({ vitally: { readAt, refreshing: true } }))
    const button = await screen.findByRole("button", { name: "Updating…", busy: true })
    expect(button.parentElement).toHaveTextContent("Data updated 9 days ago")
  })

  it("reads again on request, and says that it does", async () => {
    const { user, asked } = renderPanel(accountState())
    await user.click(await screen.findByRole("button", { name: "Refresh" }))
    expect(asked("account.refresh")).toEqual([{ accountId }])
  })

  it("offers only safe places to open, with their hosts", async () => {
    const openIn = {
      vitally: "https://acme.vitally.io/accounts/1",
      salesforce: "javascript:alert(1)",
      usage: [{ label: "Usage", url: "https://acme.looker.com/1" }],
    }
    const { user } = renderPanel(accountState({ openIn }))
    await user.click(await screen.findByRole("button", { name: "Open in" }))
    const links = within(screen.getByRole("group", { name: "Open in" })).getAllByRole("link")
    expect(links.map(({ textContent }) => textContent)).toEqual([
      "Vitallyacme.vitally.io",
      "Usageacme.looker.com",
    ])
  })

  it("collapses and moves only in a page's frame", async () => {
    const { user, asked } = renderPanel(accountState({}, { where: "frame" }))
    await user.click(await screen.findByRole("button", { name: "More" }))
    await user.click(screen.getByRole("button", { name: "Move to the left side" }))
    await user.click(screen.getByRole("button", { name: "Collapse the panel" }))
    expect(asked("gate.command")).toEqual([{ command: "side", side: "left" }, { command: "collapse" }])
  })

  it("has no collapse in the browser's side panel", async () => {
    renderPanel(accountState())
    await screen.findByRole("button", { name: "More" })
    expect(screen.queryByRole("button", { name: "Collapse the panel" })).toBeNull()
  })

  it("goes to Chrome's side panel, or to a tab where Chrome refuses", async () => {
    const openSidePanel = vi.fn(async () => false)
    const { user, asked } = renderPanel(accountState({}, { where: "frame" }), { openSidePanel })
    await user.click(await screen.findByRole("button", { name: "More" }))
    await user.click(screen.getByRole("button", { name: "Open in the browser side panel" }))
    expect(openSidePanel).toHaveBeenCalledOnce()
    await waitFor(() => expect(asked("open.page")).toEqual([{ page: "account", accountId }]))
  })
})

describe("the call brief", () => {
  it("opens, is copied, closes on Escape and gives the focus back", async () => {
    const { user } = renderPanel(accountState(), { handlers: { "account.brief": () => brief } })
    const button = await screen.findByRole("button", { name: "Call brief" })
    await user.click(button)
    const dialog = await screen.findByRole("dialog", { name: "Call brief: Globex, 22 Nov" })
    expect(dialog).toHaveTextContent("Who signs?")
    await user.click(within(dialog).getByRole("button", { name: "Copy" }))
    expect(await within(dialog).findByText("Copied")).toBeInTheDocument()
    expect(await navigator.clipboard.readText()).toBe("Ask: who signs?")
    await user.keyboard("{Escape}")
    expect(screen.queryByRole("dialog")).toBeNull()
    expect(button).toHaveFocus()
  })
})

describe("arranging", () => {
  it("moves and hides sections, and remembers it", async () => {
    const { user, asked, worker } = renderPanel(accountState())
    await user.click(await screen.findByRole("button", { name: "More" }))
    await user.click(screen.getByRole("button", { name: "Arrange sections" }))
    await user.click(screen.getByRole("button", { name: "Move Tier up" }))
    await user.click(screen.getByRole("checkbox", { name: "Show Renewal" }))
    expect(asked("settings.set")[0]).toEqual({
      patch: {
        panel: { order: ["actions", "health", "contact", "renewal", "tasks", "tier", "contacts", "more"] },
      },
    })
    expect(asked("settings.set").at(-1)).toEqual({ patch: { panel: { hidden: ["renewal"] } } })
    act(() => worker.broadcast(["settings"]))
    await waitFor(() => expect(screen.queryByRole("region", { name: "Renewal" })).toBeNull())
  })
})

describe("keys", () => {
  it("does nothing on single letters unless switched on", async () => {
    const { user } = renderPanel(accountState())
    await screen.findByRole("region", { name: "Health" })
    await user.keyboard("b2")
    expect(screen.queryByRole("dialog")).toBeNull()
    expect(document.body).toHaveFocus()
  })

  it("shows the keys on ?, always, and closes them on Escape", async () => {
    const { user } = renderPanel(accountState())
    await screen.findByRole("region", { name: "Health" })
    await user.keyboard("?")
    expect(screen.getByRole("dialog", { name: "Keyboard shortcuts" })).toHaveTextContent("Shortcuts are off.")
    await user.keyboard("{Escape}")
    expect(screen.queryByRole("dialog")).toBeNull()
  })

  it("goes to sections on digits once switched on, and leaves what is typed alone", async () => {
    const own = settings()
    own.panel.keys = true
    const { user } = renderPanel(accountState(), { settings: own })
    await screen.findByRole("region", { name: "Health" })
    await user.keyboard("2")
    expect(screen.getByRole("heading", { name: "Health" })).toHaveFocus()
    await user.keyboard("?")
    expect(screen.getByRole("dialog", { name: "Keyboard shortcuts" })).toHaveTextContent("call brief")
    await user.keyboard("{Escape}")
    await user.click(screen.getByText("Add a task"))
    await user.type(screen.getByRole("textbox", { name: "Task" }), "b?")
    expect(screen.queryByRole("dialog")).toBeNull()
  })

  it("moves through steps, recommendations and tasks with J and K; C ticks, S puts off", async () => {
    const own = settings()
    own.panel.keys = true
    const { user, asked } = renderPanel(accountState(), { settings: own })
    await screen.findByRole("checkbox", { name: "Book the business review" })
    await user.keyboard("k")
    const rows = [...document.querySelectorAll("[data-row]")]
    expect(rows.at(-1)).toContainElement(document.activeElement as HTMLElement)
    await user.keyboard("k")
    expect(rows.at(-2)).toContainElement(document.activeElement as HTMLElement)
    await user.keyboard("jc")
    expect(asked("task.complete")).toHaveLength(1)
  })

  it("takes back what was just done on u, once switched on", async () => {
    const own = settings()
    own.panel.keys = true
    const { user, asked } = renderPanel(accountState(), { settings: own })
    await user.click(await screen.findByRole("checkbox", { name: "Book the business review" }))
    await screen.findByText("Completed: Book the business review")
    expect(screen.getByRole("checkbox", { name: "Book the business review" })).toHaveFocus()
    await user.keyboard("u")
    await waitFor(() => expect(asked("outbox.undo")).toEqual([{ id: "o-new" }]))
  })

  it("gives the focus back from a line at the foot that goes", async () => {
    const { user } = renderPanel(accountState())
    const box = await screen.findByRole("checkbox", { name: "Book the business review" })
    await user.click(box)
    const dismiss = await screen.findByRole("button", { name: "Dismiss" })
    act(() => box.focus())
    act(() => dismiss.focus())
    await user.keyboard("{Enter}")
    expect(screen.queryByText("Completed: Book the business review")).toBeNull()
    expect(box).toHaveFocus()
  })

  it("keeps the focus in the panel where such a line was reached from outside of it", async () => {
    const { user } = renderPanel(accountState())
    const box = await screen.findByRole("checkbox", { name: "Book the business review" })
    await user.click(box)
    const dismiss = await screen.findByRole("button", { name: "Dismiss" })
    act(() => box.blur())
    act(() => dismiss.focus())
    await user.keyboard("{Enter}")
    expect(screen.getByRole("heading", { level: 1 })).toHaveFocus()
  })

  it("can be read and switched on from the menu", async () => {
    const { user, asked } = renderPanel(accountState())
    await user.click(await screen.findByRole("button", { name: "More" }))
    await user.click(screen.getByRole("button", { name: "Keyboard shortcuts" }))
    await user.click(screen.getByRole("checkbox", { name: "Use single-letter shortcuts" }))
    expect(asked("settings.set")).toEqual([{ patch: { panel: { keys: true } } }])
  })
})
