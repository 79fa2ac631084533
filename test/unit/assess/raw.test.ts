import "fake-indexeddb/auto"

import { expect, it } from "vitest"

import { assessRaw } from "~scripts/assess/raw/assess-raw"

const now = "2026-11-30T15:00:00Z"
const account = { id: "acc-1", name: "Askham", traits: { "sfdc.Id": "0015g00000AskhmAAB" } }
const given = (input: object, rest: object = {}) => ({
  id: "one",
  clock: { now, timeZone: "Europe/Berlin" },
  me: { vitallyId: "adm-1", email: "rhea@northgate.example" },
  input,
  ...rest,
})

/** The parts of a line that these tests look at. */
interface Line {
  id: string
  error?: string
  facts: {
    mine: boolean
    arr?: { value: number; source: string }
    contacts?: { name: string }[]
    employees?: { value: number }
  }
  assessment: { contact: { last: { on: string } | null }; tier: { name: string | null } }
  touches: { id: string; verdict: string; counts: boolean }[]
  waiting: { hours: number; late: boolean } | null
  notices: Record<string, string[]>
}

async function answers(file: unknown): Promise<Line[]> {
  const lines: Line[] = []
  await assessRaw(JSON.stringify(file), (line) => lines.push(JSON.parse(line) as Line))
  return lines
}

it("takes rows through the worker's own readers and rules, one line a case, and goes on after one it can't read", async () => {
  const admins = [{ id: "adm-1", name: "Rhea Solberg", email: "rhea@northgate.example" }]
  const users = [{ id: "u-1", name: "Nadia Ferro", email: "nadia@askham.example" }]
  const conversations = [
    {
      id: "thr-1",
      subject: "Clone errors",
      createdAt: "2026-11-24T08:00:00Z",
      updatedAt: "2026-11-24T12:00:00Z",
      admins,
      users,
      messages: [
        {
          id: "msg-1",
          type: "inbound",
          timestamp: "2026-11-24T12:00:00Z",
          from: { type: "user", id: "u-1" },
          message: "<p>Two repositories still fail, can you help?</p>",
        },
      ],
    },
  ]
  const lines = await answers({
    cases: [
      given({
        vitally: {
          admins,
          users,
          conversations,
          account: { ...account, csmId: "adm-1", traits: { headcount: 12_400 } },
        },
        traitMap: { employees: "headcount" },
      }),
      { id: "two", input: {} },
      given({ vitally: { account } }, { id: "three", clock: { now: "yesterday" } }),
      given({ vitally: { account } }, { id: "four", traitMap: { employees: "headcount" } }),
    ],
  })
  expect(lines.map(({ id, error }) => [id, error])).toEqual([
    ["one", undefined],
    ["two", "input.vitally is missing: a case needs the rows Vitally gives."],
    ["three", "clock.now is no moment, such as 2026-11-30T15:00:00Z."],
    ["four", undefined],
  ])
  expect(lines[0]).toMatchObject({
    facts: { mine: true, employees: { value: 12_400 } },
    assessment: { tier: { name: "Large Enterprise" } },
    waiting: { hours: 147, late: true },
  })
  expect(lines[0]?.touches.map(({ id }) => id)).toEqual([expect.stringContaining("msg-1")])
  expect(lines[3]?.facts.mine).toBe(false)
})

it("lets the product's own queries choose among all of Salesforce's rows, and keeps a refusal beside what is shown", async () => {
  const salesforce = (rest: object) => ({
    vitally: { account },
    salesforce: {
      userId: "0055g00000RheaSAAR",
      account: { Id: "0015g00000AskhmAAB", Name: "Askham", ARR__c: 75_000 },
      ...rest,
    },
  })
  const lines = await answers({
    cases: [
      given(
        salesforce({
          contacts: [
            { $repeat: 3, Id: "0035g00000A{i}", Name: "Reader {i}", Email: "reader{i}@askham.example" },
            { Id: "0035g0000100001", AccountId: "0015g00000OtherAAA", Name: "Somebody else's" },
          ],
        }),
      ),
      given(
        salesforce({
          refused: [{ part: "account", status: 403, errorCode: "REQUEST_LIMIT_EXCEEDED", message: "…" }],
        }),
      ),
      given(salesforce({ describe: { hidden: ["Account.ARR__c"] } })),
      given(
        salesforce({
          account: { Id: "0015g00000AskhmAAB", Name: "Askham", Umsatz__c: 81_000 },
          describe: {
            hidden: ["Account.ARR__c"],
            fields: [{ object: "Account", name: "Umsatz__c", label: "ARR", type: "currency" }],
          },
        }),
      ),
    ],
  })
  expect(lines.map(({ error }) => error)).toEqual([undefined, undefined, undefined, undefined])
  expect(lines[0]?.facts.arr).toMatchObject({ value: 75_000, source: "salesforce" })
  expect(lines[0]?.facts.contacts?.map(({ name }) => name)).toEqual([
    "Reader 0001",
    "Reader 0002",
    "Reader 0003",
  ])
  expect(lines[1]?.facts.arr).toBeUndefined()
  expect(lines[1]?.notices.account?.join()).toMatch(/limit|calls/i)
  expect(lines[2]?.facts.arr).toBeUndefined()
  expect(lines[3]?.facts.arr).toMatchObject({ value: 81_000 })
})
