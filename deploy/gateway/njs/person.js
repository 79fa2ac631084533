// Which of Vitally's users is signed in: the one with the same mail address.

const pages = 20

/** Null: Vitally has nobody of that address. Undefined: it could not be asked. */
async function find(r) {
  const mail = r.variables.user.toLowerCase()
  let from = ""
  for (let page = 0; page < pages; page += 1) {
    const args = `limit=100${from ? `&from=${encodeURIComponent(from)}` : ""}`
    const reply = await r.subrequest("/_admins", { method: "GET", args: args })
    if (reply.status !== 200) return undefined
    let body
    try {
      body = JSON.parse(reply.responseText)
    } catch (error) {
      return undefined
    }
    const rows = body.results || []
    const me = rows.find((row) => typeof row.email === "string" && row.email.toLowerCase() === mail)
    if (me) return { id: me.id, name: me.name }
    if (!body.next || rows.length === 0) return null
    from = body.next
  }
  return null
}

async function me(r) {
  if (r.method !== "GET") return r.return(405)
  const found = await find(r)
  r.headersOut["Content-Type"] = "application/json"
  r.return(
    200,
    JSON.stringify({
      user: r.variables.user,
      tier: r.variables.tier,
      scope: r.variables.scope,
      vitallyUser: found || null,
    }),
  )
}

export default { find, me }
