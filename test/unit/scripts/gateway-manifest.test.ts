import { expect, it } from "vitest"

import packageFile from "../../../package.json"
import { gatewayOrigins, withOrigins } from "../../../scripts/gateway-manifest"

const args = ["--gateway", "https://lens.acme.example/", "--issuer", "https://id.acme.example:8443/oauth2"]

it("lets a company's build reach its own gateway and provider, and nobody else", () => {
  const before = packageFile.manifest
  const after = withOrigins(before, gatewayOrigins(args))
  expect(after.host_permissions.filter((host) => !before.host_permissions.includes(host))).toEqual([
    "https://lens.acme.example/*",
    "https://id.acme.example/*",
  ])
  const [was, is] = [before, after].map(({ content_security_policy: { extension_pages } }) =>
    (/connect-src ([^;]+)/.exec(extension_pages)?.[1] ?? "").split(" "),
  )
  expect(is?.filter((source) => !was?.includes(source))).toEqual([
    "https://lens.acme.example",
    "https://id.acme.example:8443",
  ])
  // Frames and scripts stay as they were.
  const rest = (policy: string) => policy.replace(/connect-src [^;]+/, "")
  expect(rest(after.content_security_policy.extension_pages)).toBe(
    rest(before.content_security_policy.extension_pages),
  )
})

it("takes no plain http, no pattern and no nonsense", () => {
  for (const text of ["http://lens.acme.example", "https://*.acme.example", "lens", ""])
    expect(() => gatewayOrigins(["--gateway", text])).toThrow("--gateway wants one https address")
  expect(gatewayOrigins([])).toEqual([])
})
