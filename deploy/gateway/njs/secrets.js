// What must not stand in any configuration or log: the Vitally key and the secret for the identity provider, each a file.
import crypto from "crypto"
import fs from "fs"

function read(r, name) {
  try {
    return fs.readFileSync(`${r.variables.conf_secrets}/${name}`, "utf8").trim()
  } catch (error) {
    return ""
  }
}

function basic(user, password) {
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`
}

/** The header for Vitally. Where Access Groups are used each has a key of its own; an empty answer lets nothing through. */
function vitallyAuthorization(r) {
  const scope = r.headersIn["X-Lens-Scope"] || ""
  const key = read(r, scope === "team" ? "vitally-key" : `vitally-key.${scope}`)
  return key ? basic(key, "") : ""
}

function providerAuthorization(r) {
  const secret = read(r, "provider-secret")
  return secret ? basic(encodeURIComponent(r.variables.conf_provider_id), encodeURIComponent(secret)) : ""
}

/** SHA-256 of the token, by which a person is counted and cached. Nobody gets a token back out of it. */
function tokenHash(r) {
  const header = r.headersIn.Authorization
  return header ? crypto.createHash("sha256").update(header).digest("hex") : ""
}

/** Whether a key is there to be used; which one is asked for depends on the person. */
function haveKey(r) {
  if (!r.variables.conf_access_groups) return read(r, "vitally-key") !== ""
  return r.variables.conf_access_groups
    .split(",")
    .some((name) => read(r, `vitally-key.${name.trim()}`) !== "")
}

export default { vitallyAuthorization, providerAuthorization, tokenHash, haveKey }
