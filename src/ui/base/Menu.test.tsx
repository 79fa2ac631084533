import { render, screen } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { expect, it, vi } from "vitest"

import { Menu } from "./Menu"

it("is opened and gone through by the arrow keys, round and round", async () => {
  const items = ["Move", "Pin", "Close"].map((label) => ({ key: label, label, run: vi.fn() }))
  const user = userEvent.setup()
  render(<Menu label="More" icon="more" items={items} />)
  await user.tab()
  const focused: (string | null)[] = []
  for (const key of ["ArrowDown", "ArrowDown", "End", "ArrowDown", "ArrowUp"]) {
    await user.keyboard(`{${key}}`)
    focused.push(document.activeElement!.textContent)
  }
  expect(focused).toEqual(["Move", "Pin", "Close", "Move", "Close"])
  await user.keyboard("{Enter}")
  expect(items[2]!.run).toHaveBeenCalledOnce()
})

it("runs the command and gives the focus back to its button", async () => {
  const run = vi.fn()
  const user = userEvent.setup()
  render(<Menu label="More" icon="more" items={[{ key: "a", label: "Move", run }]} />)
  await user.click(screen.getByRole("button", { name: "More" }))
  await user.click(screen.getByRole("button", { name: "Move" }))
  expect(run).toHaveBeenCalledOnce()
  expect(screen.getByRole("button", { name: "More" })).toHaveFocus()
})
