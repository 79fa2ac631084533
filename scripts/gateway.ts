/**
 * `npm run gateway`: the team gateway on this machine, with a stand-in identity provider in front and the replica behind, to be
 * tried with curl. Ends with Ctrl+C.
 */
import process from "node:process"

import { gatewayHost, startStand } from "../test/gateway/stand"

import { ensureNginx, whyNoNginx } from "./nginx.mjs"

const program = ensureNginx()
if (program === undefined) {
  console.error(whyNoNginx)
  process.exit(1)
}

const port = Number(process.env.PORT ?? 9443)
const stand = await startStand(program, { port, replica: { rateLimit: 1000 } })
const shown = [stand.people[0], stand.people[1], stand.people[2]].flatMap((person) => person ?? [])
console.log(`The gateway answers on 127.0.0.1:${port} as https://${gatewayHost}.\n`)
for (const { email, name, groups } of shown) {
  const token = await stand.provider.issue(email)
  console.log(`# ${name}, in ${groups.join(", ")}\ntoken=${token}`)
}
const resolve = `--resolve ${gatewayHost}:${port}:127.0.0.1`
console.log(`
Try it with one of these tokens:
  curl -k ${resolve} -H "Authorization: Bearer $token" "https://${gatewayHost}:${port}/lens/me"
  curl -k ${resolve} -H "Authorization: Bearer $token" "https://${gatewayHost}:${port}/resources/accounts?limit=1"
  curl -k ${resolve} -H "Authorization: Bearer $token" -X DELETE "https://${gatewayHost}:${port}/resources/accounts/1"

The audit: ${stand.nginx.folder}/log/audit.jsonl
The configuration: ${stand.nginx.folder}/run/nginx.conf
Press Ctrl+C to end.`)

process.once("SIGINT", () => void stand.close().then(() => process.exit(0)))
process.once("SIGTERM", () => void stand.close().then(() => process.exit(0)))
