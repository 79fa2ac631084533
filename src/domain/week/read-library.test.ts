import { expect, it } from "vitest"

import { readLibrary } from "./read-library"

it("reads title, address, date and tag in any order, and tells what it could not read", () => {
  const text = [
    "5.9 release notes | https://docs.example/5.9 | 2026-11-01 | Release",
    "https://docs.example/videos\tPlaylist\tCode search in ten minutes",
    "",
    "  no address here ",
    "https://docs.example/bare",
    "http://plain.example/5.8 | 5.8",
    "Again | https://docs.example/5.9",
    "Known | https://docs.example/known",
  ].join("\n")
  expect(readLibrary(text, [{ title: "Old", url: "https://docs.example/known" }])).toEqual({
    items: [
      { title: "5.9 release notes", url: "https://docs.example/5.9", date: "2026-11-01", tag: "release" },
      { title: "Code search in ten minutes", url: "https://docs.example/videos", tag: "playlist" },
    ],
    unread: ["no address here", "https://docs.example/bare", "http://plain.example/5.8 | 5.8"],
  })
})
