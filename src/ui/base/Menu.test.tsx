import { render, screen } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { expect, it, vi } from "vitest"

import { Menu } from "./Menu"

it("runs the command and gives the focus back to its button", async () => {
  const run = vi.fn()
  const user = userEvent.setup()
  render(<Menu label="More" icon="more" items={[{ key: "a", label: "Move", run }]} />)
  await user.click(screen.getByRole("button", { name: "More" }))
  await user.click(screen.getByRole("button", { name: "Move" }))
  expect(run).toHaveBeenCalledOnce()
  expect(screen.getByRole("button", { name: "More" })).toHaveFocus()
})
