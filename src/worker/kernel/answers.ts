/**
 * What the services answered, for the log: how many answers of which class each endpoint gave, how often one was asked
 * again after it failed, and the slowest. An address is turned into a word of the tables below; nothing else of it,
 * of a request or of a body is looked at.
 */
import { log, type LogContext, type LogNumbers } from "./log"

type Service = "vitally" | "salesforce"

const vitallyWords = new Set([
  "accounts",
  "admins",
  "conversations",
  "customFields",
  "customObjects",
  "healthScores",
  "meetings",
  "noteCategories",
  "notes",
  "npsResponses",
  "organizations",
  "projectCategories",
  "projects",
  "projectTemplates",
  "taskCategories",
  "tasks",
  "users",
])
const salesforceWords = new Set(["composite", "describe", "limits", "query", "sobjects", "token", "revoke"])

/** Below the half minute after which an idle worker ends. */
const gatherMs = 20_000
/** Failed addresses remembered to notice that they are asked again; only while they are gathered. */
const failedAtMost = 200

/** The last known word of the path: `accounts/1234/tasks` is `tasks`, a whole account is `accounts`. */
export function endpointOf(address: string): { service: Service; word: string } {
  const { hostname, pathname } = new URL(address)
  const service = /\.vitally(-eu)?\.io$/.test(hostname) ? "vitally" : "salesforce"
  const words = service === "vitally" ? vitallyWords : salesforceWords
  const word = pathname.split("/").findLast((part) => words.has(part))
  return { service, word: word ?? "other" }
}

/** `fetch` as before; what it brought is logged together, at most once in 20 seconds for each service. */
export function countAnswers(
  context: LogContext,
  ask: typeof fetch,
  wait: (milliseconds: number) => Promise<void>,
): typeof fetch {
  const gathered = new Map<Service, Record<string, number>>()
  const failed = new Set<string>()

  const count = (service: Service, name: string, ms: number): void => {
    const numbers = gathered.get(service)
    if (numbers) {
      numbers[name] = (numbers[name] ?? 0) + 1
      numbers["slowestMs"] = Math.max(numbers["slowestMs"] ?? 0, ms)
      return
    }
    gathered.set(service, { [name]: 1, slowestMs: ms })
    void wait(gatherMs).then(() => {
      const ready: LogNumbers = gathered.get(service) ?? {}
      gathered.delete(service)
      failed.clear()
      return log(context, `${service}.answers`, ready)
    })
  }

  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input)
    const { service, word } = endpointOf(address)
    const request = `${init?.method ?? "GET"} ${address}`
    const from = context.now()
    const isAgain = failed.delete(request)
    const note = (outcome: string, isFailure: boolean): void => {
      const ms = context.now() - from
      count(service, `${word}${outcome}`, ms)
      if (isAgain) count(service, "askedAgain", ms)
      if (isFailure && failed.size < failedAtMost) failed.add(request)
    }
    try {
      const response = await ask(input, init)
      note(`${Math.floor(response.status / 100)}xx`, !response.ok)
      return response
    } catch (error) {
      note(init?.signal?.aborted ? "Stopped" : "NoAnswer", true)
      throw error
    }
  }
}
