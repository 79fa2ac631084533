import { render, screen } from "@testing-library/react"
import { describe, expect, it } from "vitest"

import { SafeLink } from "./SafeLink"

describe("SafeLink", () => {
  it.each([
    ["javascript:alert(1)"],
    ["http://acme.example/"],
    ["data:text/html,x"],
    ["https://vitally.io@evil.example/"],
    ["//evil.example"],
    [""],
    [undefined],
  ])("leaves %s as text", (href) => {
    render(<SafeLink href={href}>Plan</SafeLink>)
    expect(screen.getByText("Plan")).toBeInTheDocument()
    expect(screen.queryByRole("link")).toBeNull()
  })

  it.each([
    ["https://acme.vitally.io/x", "Plan"],
    ["https://acme.lightning.force.com/x", "Plan"],
    ["https://docs.example.com/x", "Plan (docs.example.com)"],
    ["https://vitally.io.evil.example/x", "Plan (vitally.io.evil.example)"],
    ["https://evilvitally.io/x", "Plan (evilvitally.io)"],
  ])("shows where %s leads unless that is Vitally or Salesforce", (href, name) => {
    render(<SafeLink href={href}>Plan</SafeLink>)
    expect(screen.getByRole("link", { name })).toHaveTextContent(name)
  })

  it("keeps the host readable behind words that turn the direction of writing around", () => {
    render(<SafeLink href="https://evil.example/x">{"\u202ePlan"}</SafeLink>)
    expect(screen.getByText("(evil.example)").tagName).toBe("BDI")
  })

  it("opens https in a new tab that cannot reach back, and names the host", () => {
    render(
      <SafeLink href="https://acme.vitally.io/x" showHost>
        Plan
      </SafeLink>,
    )
    const link = screen.getByRole("link", { name: "Plan (acme.vitally.io)" })
    expect(link).toHaveAttribute("rel", "noopener noreferrer")
    expect(link).toHaveAttribute("target", "_blank")
  })
})
