import { screen } from "@testing-library/react"
import axe from "axe-core"
import { expect, it } from "vitest"

import { renderPanel } from "~test/fakes/render-panel"

import { states } from "../../../scripts/gallery/states"

/** Colours need a browser: the gallery checks them there (`scripts/screens.ts --axe`). */
const rules = { "color-contrast": { enabled: false } }

const shown = Object.entries(states).filter(
  ([, { click, panel }]) => !click?.length && panel && "view" in panel,
)

it.each(shown)("%s has no axe violation", async (_name, { panel }) => {
  if (!panel || !("view" in panel)) throw new Error("No state to show")
  const { container } = renderPanel(panel)
  await screen.findAllByRole("heading")
  const { violations } = await axe.run(container, { rules })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([])
})
