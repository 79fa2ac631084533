import { access } from "./options"
import { startReplica } from "./server"
import { showcase } from "./book/showcase"

/** `npx tsx test/replica/main.ts --port 8443 --accounts 60 --seed 1 [--no-tls] [--rate-limit N|off] [--now ISO]` */
const args = process.argv.slice(2)
function option(name: string): string | undefined {
  const at = args.indexOf(`--${name}`)
  return at < 0 ? undefined : args[at + 1]
}

const now = option("now")
const limit = option("rate-limit")
const replica = await startReplica({
  port: Number(option("port") ?? 8443),
  accounts: Number(option("accounts") ?? 60),
  seed: Number(option("seed") ?? 1),
  tls: !args.includes("--no-tls"),
  ...(now === undefined ? {} : { now }),
  ...(limit === undefined ? {} : { rateLimit: limit === "off" ? null : Number(limit) }),
})
console.log(`Replica on ${replica.origin}
Vitally     subdomain ${access.subdomain}, key ${access.apiKey}
Salesforce  My Domain ${access.myDomain}, client id ${access.clientId}
Globex      https://${access.subdomain}.vitally.io/accounts/${showcase.globex.id}
            https://${access.myDomain}.lightning.force.com/lightning/r/Account/${showcase.globex.salesforceId}/view`)

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void replica.close().then(() => process.exit(0)))
