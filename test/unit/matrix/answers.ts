/** Every way a service, a proxy or the network was seen to answer wrongly. */
import type { Fault } from "~test/replica/control/faults"

export interface Answer {
  name: string
  /** In place of the service's work. */
  fault: Omit<Fault, "path" | "method" | "times">
}

const json = (status: number, headers: Record<string, string> = {}): Answer["fault"] => ({
  status,
  body: { error: "No." },
  headers,
})

export const answers: readonly Answer[] = [
  { name: "401", fault: json(401) },
  { name: "403", fault: json(403) },
  { name: "404", fault: json(404) },
  { name: "404 of a proxy", fault: { status: 404, body: "<html>Not found</html>" } },
  { name: "410", fault: json(410) },
  { name: "429, seconds", fault: json(429, { "retry-after": "1" }) },
  { name: "429, date", fault: json(429, { "retry-after": "Thu, 01 Jan 2037 00:00:00 GMT" }) },
  { name: "429, huge", fault: json(429, { "retry-after": "999999999" }) },
  { name: "429, bare", fault: json(429) },
  { name: "500", fault: json(500) },
  { name: "502", fault: { status: 502, body: "<html>Bad gateway</html>" } },
  { name: "503", fault: json(503) },
  { name: "504", fault: { status: 504, body: "" } },
  { name: "dropped", fault: { drop: true } },
  { name: "cut body", fault: { cut: true } },
  { name: "HTML with 200", fault: { status: 200, body: "<html>Sign in</html>" } },
  {
    name: "redirect to a sign-in page",
    fault: { status: 302, headers: { location: "https://login.example/" } },
  },
  { name: "null", fault: { status: 200, body: null } },
  { name: "{}", fault: { status: 200, body: {} } },
  { name: "empty list", fault: { status: 200, body: { results: [], next: null } } },
  { name: "[]", fault: { status: 200, body: [] } },
  { name: "empty body", fault: { status: 200, body: "" } },
  { name: "204", fault: { status: 204, body: "" } },
  { name: "wrong types", fault: { status: 200, body: { results: [1, "x", null, []], next: {} } } },
  { name: "numbers for ids", fault: { status: 200, body: { results: [{ id: 1 }, { id: 2 }], next: null } } },
  {
    name: "another account's record",
    fault: {
      status: 200,
      body: { id: "00000000-0000-4000-8000-000000000001", name: "Elsewhere", csmId: "nobody", traits: {} },
    },
  },
]
