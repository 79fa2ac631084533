/** Everything a team gateway stands between: people and their provider on one side, Vitally on the other. */
import { connect } from "node:tls"

import { makeCertificate } from "../replica/http/certificate"
import { access, type ReplicaOptions } from "../replica/options"
import { replicaFetch } from "../replica/fetch"
import { type Replica, startReplica } from "../replica/server"
import { startDns } from "./dns"
import { type Nginx, startNginx } from "./nginx"
import { groups, outsiders, type Person } from "./people"
import { clients, type IdentityProvider, startProvider, type ProviderOptions } from "./provider"

export const gatewayHost = "lens.acme.example"

export interface Stand {
  replica: Replica
  provider: IdentityProvider
  nginx: Nginx
  people: Person[]
  /** Sends a URL of the gateway's host to it. */
  fetch: typeof fetch
  close: () => Promise<void>
}

export interface StandOptions {
  replica?: ReplicaOptions
  provider?: Omit<ProviderOptions, "people">
  settings?: Record<string, string>
  secrets?: Record<string, string>
  port?: number
}

export async function startStand(program: string, options: StandOptions = {}): Promise<Stand> {
  const replica = await startReplica({ seed: 1, accounts: 300, rateLimit: null, ...options.replica })
  const advisors = replica.control.world.book.advisors
  // The first may do everything, the second only read, everyone else their daily work.
  const tiers = [groups.all, groups.read]
  const people: Person[] = [
    ...advisors.map(({ email, name }, index) => ({ email, name, groups: [tiers[index] ?? groups.daily] })),
    ...Object.values(outsiders),
  ]
  const provider = await startProvider({ people: () => people, ...options.provider })
  const dns = await startDns()
  const certificate = await makeCertificate([gatewayHost])
  const nginx = await startNginx(program, {
    certificate,
    trusted: [provider.cert, await certificateAt(replica.port)].join("\n"),
    secrets: { "vitally-key": access.apiKey, "provider-secret": clients.gateway.secret, ...options.secrets },
    ...(options.port !== undefined && { port: options.port }),
    settings: {
      LENS_HOST: gatewayHost,
      LENS_RESOLVER: `127.0.0.1:${dns.port}`,
      LENS_VITALLY_HOST: `${access.subdomain}.rest.vitally.io`,
      LENS_VITALLY_URL: `https://${access.subdomain}.rest.vitally.io:${replica.port}`,
      LENS_CLIENT_ID: clients.extension,
      LENS_INTROSPECTION_URL: `${provider.issuer}/token/introspection`,
      LENS_PROVIDER_CLIENT_ID: clients.gateway.id,
      LENS_USERINFO_URL: `${provider.issuer}/me`,
      LENS_READ_GROUPS: groups.read,
      LENS_DAILY_GROUPS: groups.daily,
      LENS_ALL_GROUPS: groups.all,
      ...options.settings,
    },
  })
  return {
    replica,
    provider,
    nginx,
    people,
    fetch: replicaFetch({ port: nginx.port, tls: true }),
    async close() {
      await nginx.close()
      dns.close()
      await Promise.all([provider.close(), replica.close()])
    },
  }
}

/** What a server shows, as PEM. */
function certificateAt(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port, rejectUnauthorized: false }, () => {
      const raw = socket.getPeerCertificate().raw.toString("base64")
      socket.end()
      resolve(
        `-----BEGIN CERTIFICATE-----\n${(raw.match(/.{1,64}/g) ?? []).join("\n")}\n-----END CERTIFICATE-----`,
      )
    }).once("error", reject)
  })
}
