import { generate } from "selfsigned"

/** A certificate for every host that the replica plays, or for the given ones; recomputed at each start. */
export async function makeCertificate(hosts?: string[]): Promise<{ key: string; cert: string }> {
  const names = hosts ?? [
    "localhost",
    "vitally.io",
    "*.vitally.io",
    "*.rest.vitally.io",
    "vitally-eu.io",
    "*.vitally-eu.io",
    "*.lightning.force.com",
    "*.my.salesforce.com",
  ]
  const made = await generate([{ name: "commonName", value: names[0] ?? "localhost" }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    extensions: [
      {
        name: "subjectAltName",
        altNames: [
          ...names.map((value) => ({ type: 2 as const, value })),
          { type: 7 as const, ip: "127.0.0.1" },
        ],
      },
    ],
  })
  return { key: made.private, cert: made.cert }
}
