/** Link templates of the policy: `https://looker.example.com/dashboards/12?Account={accountName}` becomes one customer's own link. */
import type { AccountFacts } from "./facts"

type Linked = Pick<AccountFacts, "id" | "name" | "salesforceId">

const fillers: Readonly<Record<string, (facts: Linked) => string | undefined>> = {
  accountName: ({ name }) => name,
  accountId: ({ id }) => id,
  salesforceId: ({ salesforceId }) => salesforceId?.value,
}

/** What a template may name. `accountId` is Vitally's. */
const placeholders: readonly string[] = Object.keys(fillers)

const placeholder = /\{(\w*)\}/g

/**
 * A template with the customer's own values, encoded so that none can leave its place in the address. Null where the template
 * is no https address, or names something that is not known of this customer: half a link leads astray.
 */
export function fillLink(template: string, facts: Linked): string | null {
  if (whyNoTemplate(template) !== null) return null
  const values = new Map(
    [...template.matchAll(placeholder)].map(([, name = ""]) => [name, fillers[name]?.(facts) ?? ""]),
  )
  if ([...values.values()].includes("")) return null
  return template.replace(placeholder, (_whole, name: string) => encodeURIComponent(values.get(name) ?? ""))
}

/** Why this cannot be a link of the policy; null where it can. A customer's name must never choose the host. */
export function whyNoTemplate(template: string): string | null {
  if (!template.startsWith("https://")) return "A link must start with https:// or be empty."
  const [, , host = ""] = template.split("/")
  if (host.includes("{")) return "A placeholder may stand only behind the host."
  const unknown = [...template.matchAll(placeholder)].find(([, name = ""]) => !Object.hasOwn(fillers, name))
  return unknown
    ? `There is no placeholder ${unknown[0]}. Known are ${placeholders.map((name) => `{${name}}`).join(", ")}.`
    : null
}
