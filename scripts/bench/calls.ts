/**
 * Calls to both services that opening an account causes, counted by the replica: signed in to both, on Salesforce pages of
 * customers that the sync has no reason to read in full (the user's own are read ahead).
 */
import { expect } from "@playwright/test"

import { ask } from "../../test/browser/ask"
import { type Lens, startLens } from "../../test/browser/lens"
import { access } from "../../test/replica/options"

const opened = 5
const accountPage = (id: string) => `https://acme.lightning.force.com/lightning/r/Account/${id}/view`

export async function benchCalls(): Promise<Record<string, unknown>> {
  const lens = await startLens()
  try {
    await signIn(lens)
    const { control } = lens.replica
    const page = await lens.context.newPage()
    control.clearLog()
    await page.goto("https://acme.lightning.force.com/lightning/o/Account/list")
    const before = control.count({ service: "salesforce" })

    // Some accounts of the book are unknown to Salesforce by id: those have nothing to ask there.
    const others = control.world.book.customers.filter(
      ({ id, advisor, salesforceId }) =>
        advisor !== 0 && String(control.accountRow(id)["externalId"]).startsWith(salesforceId.slice(0, 15)),
    )
    const first = { vitally: [] as number[], salesforce: [] as number[] }
    const again = { vitally: [] as number[], salesforce: [] as number[] }
    for (const { id, salesforceId } of others.slice(0, opened))
      for (const counts of [first, again]) {
        await page.goto("about:blank")
        control.clearLog()
        await page.goto(accountPage(salesforceId))
        await read(lens, id)
        // The sync goes on reading the user's own accounts meanwhile: only what names this one counts.
        const own = control.requests.filter(
          ({ service, path }) => service === "vitally" && (path.includes(id) || path.includes(salesforceId)),
        )
        counts.vitally.push(own.length)
        counts.salesforce.push(control.count({ service: "salesforce" }))
      }
    return {
      salesforce_calls_before_a_panel_opens: before,
      salesforce_calls_per_opened_account: Math.max(...first.salesforce),
      vitally_calls_per_opened_account: Math.max(...first.vitally),
      calls_per_account_opened_again_within_a_minute: Math.max(...again.vitally, ...again.salesforce),
    }
  } finally {
    await lens.close()
  }
}

async function signIn({ options, context, replica }: Lens): Promise<void> {
  replica.control.signInAs(0)
  replica.control.consent()
  await ask(options, "salesforce.signIn", { myDomain: access.myDomain, clientId: access.clientId })
  // The look at the book that follows a sign-in ends with the user's own tasks.
  await expect
    .poll(() => replica.control.queries.some((query) => query.includes("FROM Task WHERE OwnerId")), {
      timeout: 60_000,
    })
    .toBe(true)
  await context.pages()[0]?.bringToFront()
}

/** Both services were read for this account, and nothing is on its way. Asking costs no call of its own. */
async function read({ options }: Lens, accountId: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const { view } = await ask(options, "panel.get", { accountId })
        if (view.kind !== "account") return view.kind
        const { vitally, salesforce } = view.account
        return vitally.refreshing || salesforce.refreshing || !salesforce.readAt ? "reading" : "read"
      },
      { timeout: 60_000 },
    )
    .toBe("read")
}
