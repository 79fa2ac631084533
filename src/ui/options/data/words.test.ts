import { expect, test } from "vitest"

import { bytesText, momentText } from "./words"

test.each([
  [0, "0 bytes"],
  [900, "900 bytes"],
  [1536, "1.5 KB"],
  [48 * 1024 * 1024, "48 MB"],
  [3 * 1024 ** 3, "3.0 GB"],
])("%d", (bytes, text) => expect(bytesText(bytes)).toBe(text))

test("moments", () => {
  expect(momentText("2026-11-25T09:12:00")).toBe("Wed 25 Nov, 09:12")
  expect(momentText("junk")).toBe("junk")
})
