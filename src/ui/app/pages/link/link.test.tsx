import { render, screen, waitFor } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import axe from "axe-core"
import { beforeEach, expect, it, vi } from "vitest"

import { WorkerFault } from "~src/messaging/client"
import type { SearchHit } from "~src/messaging/contract"
import { freshSettings, idleStatus } from "~src/ui/options/testing/samples"
import { fakeWorker, type Handlers } from "~test/fakes/worker"

import { App } from "../../App"

const ref = {
  site: "salesforce" as const,
  host: "acme.lightning.force.com",
  key: "salesforce:acme:006",
  apiHost: "acme.my.salesforce.com",
  object: "Opportunity" as const,
  id18: "0065e00000AbCdEAAV",
}
const globex: SearchHit = { id: "v1", name: "Globex", tier: "Strategic", band: "healthy", mine: true }

beforeEach(() => {
  location.hash = `link?ref=${encodeURIComponent(JSON.stringify(ref))}`
})

function show(handlers: Handlers = {}) {
  const links: object[] = []
  const set = vi.fn(({ accountId }: { accountId: string }) => {
    links.push({ ref, accountId, accountName: "Globex", at: "2026-11-23T10:00:00Z" })
    return {}
  })
  const remove = vi.fn(() => {
    links.length = 0
    return {}
  })
  fakeWorker({
    "settings.get": () => freshSettings,
    "status.get": () => idleStatus,
    "link.list": () => [...links],
    "link.set": set,
    "link.remove": remove,
    "summary.get": () => ({ ...globex, tierRank: 0, team: null, stage: null, score: 9 }),
    search: () => ({ hits: [globex], total: 1 }),
    ...handlers,
  })
  render(<App />)
  return { user: userEvent.setup(), set, remove }
}

it("finds a customer, links the page, lists the link and takes it back", async () => {
  const { user, set, remove } = show()
  expect(await screen.findByText(/Salesforce Opportunity 0065e00000AbCdEAAV/)).toBeInTheDocument()
  await user.type(screen.getByRole("textbox", { name: "Customer" }), "glob")
  await user.click(await screen.findByRole("button", { name: /Globex/ }))
  expect(set).toHaveBeenCalledWith({ ref, accountId: "v1" })
  expect(await screen.findByText(/^Linked to Globex/)).toBeInTheDocument()
  expect(
    screen.getByRole("button", { name: /Remove the link from Salesforce Opportunity/ }),
  ).toBeInTheDocument()
  await user.click(screen.getByRole("button", { name: "Undo" }))
  expect(remove).toHaveBeenCalledWith({ ref })
  expect(await screen.findByText("The link is taken back.")).toBeInTheDocument()
})

it("links the customer that was chosen in the panel with one press, by keyboard", async () => {
  location.hash += "&account=v1"
  const { user, set } = show()
  const link = await screen.findByRole("button", { name: "Link this page to Globex" })
  await waitFor(() => expect(link).toHaveFocus())
  await user.keyboard("{Enter}")
  expect(set).toHaveBeenCalledWith({ ref, accountId: "v1" })
  expect(await screen.findByText(/^Linked to Globex/)).toBeInTheDocument()
  expect(screen.queryByRole("button", { name: "Link this page to Globex" })).toBeNull()
})

it("takes the first customer found on Enter", async () => {
  const { user, set } = show()
  await waitFor(() => expect(screen.getByRole("textbox", { name: "Customer" })).toHaveFocus())
  await user.keyboard("glob")
  await screen.findByRole("button", { name: /Globex/ })
  await user.keyboard("{Enter}")
  expect(set).toHaveBeenCalledWith({ ref, accountId: "v1" })
})

it("says so where the customer has gone in the meantime", async () => {
  const { user } = show({
    "link.set": () => {
      throw new WorkerFault({
        code: "not-found",
        title: "This account is not in the cache.",
        detail: "Gone.",
      })
    },
  })
  await user.type(await screen.findByRole("textbox", { name: "Customer" }), "glob")
  await user.click(await screen.findByRole("button", { name: /Globex/ }))
  expect(await screen.findByRole("alert")).toHaveTextContent("not in the cache")
})

it("shows the next page when the tab is used again", async () => {
  show()
  await screen.findByText(/0065e00000AbCdEAAV/)
  location.hash = `link?ref=${encodeURIComponent(JSON.stringify({ ...ref, key: "k2", id18: "0065e00000ZzZzZAAV" }))}`
  await waitFor(() => expect(screen.getByText(/0065e00000ZzZzZAAV/)).toBeInTheDocument())
})

it("explains itself without a page", async () => {
  location.hash = "link?ref=junk"
  show()
  expect(await screen.findByText(/No page was named/)).toBeInTheDocument()
  expect(screen.queryByRole("textbox", { name: "Customer" })).toBeNull()
})

it("has no accessibility violations", async () => {
  const { user } = show()
  await user.type(await screen.findByRole("textbox", { name: "Customer" }), "glob")
  await screen.findByRole("button", { name: /Globex/ })
  const found = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } })
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})
