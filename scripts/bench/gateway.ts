/** The team gateway under a whole team: 200 first sweeps of 10,000 accounts through the real nginx. */
import { readFileSync } from "node:fs"

import { gatewayHost, type Stand, startStand } from "../../test/gateway/stand"
import { ensureNginx } from "../nginx.mjs"
import { round } from "./measure"

const accounts = Number(process.env.GATEWAY_ACCOUNTS ?? 10_000)
const people = Number(process.env.GATEWAY_PEOPLE ?? 200)
/** Browsers that ask at the same time. */
const atOnce = 20

interface Sweeps {
  requests: number
  reached: number
  errors: number
  p95: number
  seconds: number
}

export async function benchGateway(): Promise<Record<string, number>> {
  const program = ensureNginx()
  if (program === undefined) return {}
  const figures: Record<string, number> = {}
  const add = (name: string, seen: Sweeps) => {
    for (const [key, value] of Object.entries(seen))
      figures[`gateway_${name}_${key}`] = round(value as number)
  }
  for (const [name, count] of Object.entries({ one: 1, all: people })) {
    // A cache of its own for each: what one person filled must not serve the 200.
    const stand = await startStand(program, { replica: { accounts, rateLimit: 1000 } })
    try {
      add(name, await sweeps(stand, count))
      figures[`gateway_${name}_nginx_mb`] = round(memoryOf(stand.nginx.pid))
    } finally {
      await stand.close()
    }
  }
  figures.gateway_reached_all_over_one = round(
    (figures.gateway_all_reached ?? 0) / (figures.gateway_one_reached ?? 1),
    2,
  )
  return figures
}

async function sweeps(stand: Stand, count: number): Promise<Sweeps> {
  const team = stand.people.filter(({ email }) => !email.startsWith("stranger"))
  const tokens = await Promise.all(
    Array.from({ length: count }, (_, index) => stand.provider.issue(team[index % team.length]!.email)),
  )
  const times: number[] = []
  let errors = 0
  const started = performance.now()
  stand.replica.control.clearLog()
  const waiting = [...tokens]
  const browser = async () => {
    for (let token = waiting.pop(); token !== undefined; token = waiting.pop()) {
      let from: string | null = null
      do {
        const page = await read(stand, token, from, times)
        if (page === null) errors += 1
        from = page?.next ?? null
      } while (from !== null)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, browser))
  times.sort((a, b) => a - b)
  return {
    requests: times.length,
    reached: stand.replica.control.count({ method: "GET" }),
    errors,
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
    seconds: (performance.now() - started) / 1000,
  }
}

/** One page as the extension asks for it; what it is told to wait, it waits. Null after a definite failure. */
async function read(stand: Stand, token: string, from: string | null, times: number[]) {
  const query = new URLSearchParams({ limit: "100", sortBy: "createdAt", status: "activeOrChurned" })
  if (from !== null) query.set("from", from)
  for (let turn = 0; turn < 30; turn += 1) {
    const began = performance.now()
    const response = await stand.fetch(`https://${gatewayHost}/resources/accounts?${query.toString()}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const text = await response.text()
    if (response.status === 429) {
      const seconds = Number(response.headers.get("retry-after") ?? 1)
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
      continue
    }
    times.push(performance.now() - began)
    return response.ok ? (JSON.parse(text) as { next: string | null }) : null
  }
  return null
}

/** Resident memory of nginx and its workers, MB; 0 where the system does not say. */
function memoryOf(pid: number): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .trim()
      .split(" ")
      .filter(Boolean)
    const kilobytes = [String(pid), ...children].map((id) =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0),
    )
    return kilobytes.reduce((sum, value) => sum + value, 0) / 1024
  } catch {
    return 0
  }
}
