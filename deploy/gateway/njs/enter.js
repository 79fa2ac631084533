// The door: which request of which person goes on, and where to. Whatever is not allowed by name is refused.
import write from "write.js"

const rank = { read: 1, daily: 2, all: 3 }
const needed = {
  read: 1,
  "task.add": 2,
  "task.change": 2,
  "note.add": 2,
  "traits.set": 2,
  "project.start": 3,
}

function refuse(r, why, error) {
  r.variables.why = why
  r.headersOut["Content-Type"] = "application/json"
  r.return(403, JSON.stringify({ code: why, error: error }))
}

async function enter(r) {
  const v = r.variables
  if (v.overrides_method !== "0" || r.rawHeadersIn.some((pair) => /method-?override/i.test(pair[0])))
    return refuse(r, "method-override", "A request says its method once.")
  const need = needed[v.route]
  if (!need || v.known_args !== "1") return refuse(r, "not-listed", "The gateway does not pass this on.")
  if (!(rank[v.tier] >= need))
    return refuse(r, "tier", "Your group may not do this. Ask the administrator of the gateway.")
  if (v.route === "read") return r.internalRedirect("@read")
  await write.pass(r, v.route, refuse)
}

function unknown(r) {
  r.variables.why = "unknown-path"
  r.headersOut["Content-Type"] = "application/json"
  r.return(404, JSON.stringify({ code: "unknown-path", error: "There is nothing here." }))
}

export default { enter, unknown }
