import { expect, it } from "vitest"

import { globalsUsed, usesExtensionStorage } from "./globals"

it.each([
  ["fetch('/x')", ["fetch"]],
  ["self.fetch(x)", ["fetch"]],
  ["let a=fetch", ["fetch"]],
  ["f({fetch:fetch})", ["fetch"]],
  ["client.fetch(x);class A{fetch(){}};({fetch:1}).fetch", []],
  ["let {fetch:a}=options", []],
  ["fetchQuery(x)", []],
  ["window.indexedDB.open(1)", ["indexedDB"]],
  ["eval('1')", ["eval"]],
  ["new Function('x')", ["Function"]],
  ["a instanceof Function", []],
])("sees the globals of %s", (code, used) => {
  expect(globalsUsed(code, ["fetch", "indexedDB", "eval", "Function"])).toEqual(used)
})

it.each([
  ["chrome.storage.local.get()", true],
  ["let{runtime:e,storage:t}=chrome", true],
  ["e.storage.session", true],
  ["navigator.storage.estimate()", false],
  ["let {storage:a}=props", false],
])("sees whether %s uses the extension's storage", (code, uses) => {
  expect(usesExtensionStorage(code)).toBe(uses)
})
