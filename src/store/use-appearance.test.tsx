// @vitest-environment jsdom
import { renderHook } from "@testing-library/react"
import { expect, it } from "vitest"

import { useAppearance } from "./use-appearance"

it("says the document's language before any setting is known", () => {
  document.documentElement.removeAttribute("lang")
  renderHook(() => useAppearance(undefined))
  expect(document.documentElement.lang).toBe("en")
})
