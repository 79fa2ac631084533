import { expect, it } from "vitest"

import { shorter } from "../../../scripts/shorter-jsx"

it.each([
  ["let a=(0,d.jsx)(b,{})", "let a=d.jsx(b,{})"],
  ["[(0,d.jsx)(b),(0,d.jsxs)(c)]", "[d.jsx(b),d.jsxs(c)]"],
  // Without a blank this would be one word.
  ["function a(){return(0,d.jsx)(b)}", "function a(){return d.jsx(b)}"],
  ["()=>(0,$e.jsxs)(b)", "()=>$e.jsxs(b)"],
  // The bracket may be a call's own.
  ["f(0,d.jsx)(b)", "f(0,d.jsx)(b)"],
  ["f()(0,d.jsx)(b)", "f()(0,d.jsx)(b)"],
  ["a[1](0,d.jsx)(b)", "a[1](0,d.jsx)(b)"],
  ["void(0,d.jsx)(b)", "void(0,d.jsx)(b)"],
  ["(0,d.other)(b)", "(0,d.other)(b)"],
])("%s", (code, less) => expect(shorter(code)).toBe(less))
