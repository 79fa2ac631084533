import { render, screen } from "@testing-library/react"
import { expect, it } from "vitest"

import { Scale } from "./Scale"

it("draws red first where higher is better, and says in words what it shows", () => {
  const format = (value: number) => `${value * 100}%`
  const { container } = render(
    <Scale
      min={0}
      max={1}
      green={0.8}
      red={0.5}
      higherIsBetter
      value={0.62}
      format={format}
      label="62%, green from 80%"
    />,
  )
  expect(screen.getByRole("img", { name: "62%, green from 80%" })).toBeInTheDocument()
  const zones = [...container.querySelectorAll("rect")].map((rect) => rect.getAttribute("class"))
  expect(zones).toEqual(["scale-zone scale-poor", "scale-zone scale-concerning", "scale-zone scale-healthy"])
})

it("keeps a value beyond the ends on the scale", () => {
  const { container } = render(
    <Scale min={0} max={8} green={2} red={5} higherIsBetter={false} value={30} format={String} label="30" />,
  )
  expect(container.querySelector("svg svg")).toHaveAttribute("x", "100%")
})
