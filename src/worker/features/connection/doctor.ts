/** Tells apart why a service does not answer, and names the next step. Holds no customer data: it may be copied. */
import { apiHostFromPageHost } from "~src/hosts"
import type { DoctorRow, Fault } from "~src/messaging/contract"

import type { WorkerContext } from "../../kernel/context"
import { noteHealth } from "../../kernel/service-health"
import { chooseVersion } from "../../salesforce/api/version"
import { currentPolicy } from "../../policy/current"
import { orgStanding } from "../tabs/whose-org"
import { askService } from "./test-service"

type Service = DoctorRow["service"]
type Row = Omit<DoctorRow, "service">

const sites: Record<Service, string[]> = {
  vitally: ["https://*.vitally.io/*", "https://*.vitally-eu.io/*"],
  salesforce: ["https://*.lightning.force.com/*", "https://*.my.salesforce.com/*"],
}
const names: Record<Service, string> = { vitally: "Vitally", salesforce: "Salesforce" }

/** One row a check, in the order in which they build on each other; what a failed one decides is not asked. */
export async function diagnose(context: WorkerContext): Promise<DoctorRow[]> {
  const settings = await context.settings.get()
  const services: Service[] = ["vitally", ...(settings.salesforce.myDomain ? (["salesforce"] as const) : [])]
  const rows = await Promise.all(
    services.map(async (service) => (await checks(context, service)).map((row) => ({ service, ...row }))),
  )
  return rows.flat()
}

async function checks(context: WorkerContext, service: Service): Promise<Row[]> {
  const rows: Row[] = []
  const { platform } = context
  const offline = !platform.online.now()
  rows.push(
    offline
      ? problem("network", "Network", "This computer is offline.", "Connect to a network, then check again.")
      : fine("network", "Network", "Online"),
  )
  const hasAccess = await platform.siteAccess.has(sites[service])
  rows.push(
    hasAccess
      ? fine("access", "Site access", "Granted")
      : {
          ...problem(
            "access",
            "Site access",
            `Chrome does not let Account Lens reach ${names[service]}: site access is set to “on click”.`,
            "Grant access.",
          ),
          grant: sites[service],
        },
  )
  if (offline || !hasAccess) return rows
  if (service === "salesforce") {
    const host = await hostRow(context)
    rows.push(host, ...(await screenRow(context, host)))
    if (host.state === "problem") return rows
  }
  if (service === "vitally" && !(await context.settings.get()).vitally.connected)
    return [...rows, problem("session", "Sign-in", "Vitally is not connected.", "Connect it on this page.")]
  const fault = await askService(context, service)
  await noteHealth(context, service, fault)
  return [...rows, sessionRow(fault)]
}

/** The versions page needs no sign-in: what it answers tells the name, a rename and the version. */
async function hostRow(context: WorkerContext): Promise<Row> {
  const { myDomain } = (await context.settings.get()).salesforce
  const row = (text: string, next: string) => problem("host", "My Domain", text, next)
  try {
    const answer = await context.fetch(`https://${myDomain}/services/data`, {
      credentials: "omit",
      redirect: "manual",
      signal: AbortSignal.timeout(15_000),
    })
    if (answer.type === "opaqueredirect" || (answer.status >= 300 && answer.status < 400))
      return row(
        `${myDomain} leads to another address: the My Domain was probably renamed.`,
        "Open Salesforce in a tab, then use the name that its address shows.",
      )
    if (answer.status >= 500 || answer.status === 429)
      return row(`${myDomain} answers with an error of its own (${answer.status}).`, "Try again later.")
    if (!answer.ok)
      return row(
        `${myDomain} answers, but not as a Salesforce org (${answer.status}).`,
        "Check the My Domain.",
      )
    const version = chooseVersion(await answer.json())
    return fine("host", "My Domain", `${myDomain} answers, API version ${version}`)
  } catch (error) {
    if (error instanceof Error && "kind" in error && error.kind === "version-retired")
      return row("The org speaks no API version that Account Lens knows.", "Update Account Lens.")
    if (error instanceof SyntaxError)
      return row(
        "Something else answers in Salesforce's place: a proxy or a sign-in page of your network.",
        "Open Salesforce in a tab and sign in to your network.",
      )
    return row(
      `${myDomain} was not found, or your company blocks it for extensions.`,
      "Check the name. If Salesforce opens in a tab, ask your administrator whether a policy blocks extensions there.",
    )
  }
}

/** Which org's page is open; its name is offered where the stored one leads nowhere. */
async function screenRow(context: WorkerContext, host: Row): Promise<Row[]> {
  const [{ salesforce }, { mapping }] = await Promise.all([context.settings.get(), currentPolicy(context)])
  const refs = (await context.tabs.all()).flatMap(({ ref }) => (ref?.site === "salesforce" ? [ref] : []))
  const other = refs.find((ref) => orgStanding(ref, salesforce, mapping.orgs) === "foreign")
  if (!other) return []
  const domain = apiHostFromPageHost(other.host)
  const text = `A page of another org is open: ${other.host}.`
  if (host.state !== "problem" || domain === null)
    return [problem("screen", "Org on screen", text, "Open your own org, or sign in to this one.")]
  return [
    {
      ...problem("screen", "Org on screen", text, "If it is yours under a new name, sign in there."),
      domain,
    },
  ]
}

function sessionRow(fault: Fault | undefined): Row {
  if (!fault) return fine("session", "Sign-in", "The service answers")
  return problem("session", "Sign-in", `${fault.title} ${fault.detail}`, fault.next ?? "Check again later.")
}

const fine = (id: string, label: string, text: string): Row => ({ id, label, state: "ok", text })
const problem = (id: string, label: string, text: string, next: string): Row => ({
  id,
  label,
  state: "problem",
  text,
  next,
})
