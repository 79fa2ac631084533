// A write: only fields that are listed, only under the name of who is signed in, sent once; then what it made old is renewed.
import person from "person.js"

const fields = {
  "task.add": [
    "externalId",
    "accountId",
    "organizationId",
    "name",
    "description",
    "dueDate",
    "assignedToId",
    "completedAt",
    "completedById",
    "categoryId",
    "tags",
  ],
  "task.change": [
    "name",
    "description",
    "dueDate",
    "assignedToId",
    "completedAt",
    "completedById",
    "categoryId",
    "tags",
  ],
  "note.add": [
    "externalId",
    "accountId",
    "organizationId",
    "subject",
    "note",
    "noteDate",
    "tags",
    "authorId",
    "categoryId",
  ],
  "traits.set": ["traits"],
  "project.start": ["templateId", "accountId"],
}
const authors = ["authorId", "completedById", "assignedToId"]

function bodyOf(r) {
  if (!/^application\/json\b/i.test(r.headersIn["Content-Type"] || "")) return null
  try {
    const body = JSON.parse(r.requestText)
    return body && typeof body === "object" && !Array.isArray(body) ? body : null
  } catch (error) {
    return null
  }
}

async function pass(r, route, refuse) {
  const body = bodyOf(r)
  if (!body) return refuse(r, "not-json", "A write is one JSON object.")
  const foreign = Object.keys(body).filter((key) => fields[route].indexOf(key) < 0)
  if (foreign.length > 0)
    return refuse(r, "field", `The gateway does not pass on the field ${foreign[0].slice(0, 40)}.`)
  // An upsert by an id that is not ours would change what somebody else made.
  if ("externalId" in body && !/^account-lens:[\x21-\x7e]+$/.test(String(body.externalId)))
    return refuse(r, "external-id", "Only what Account Lens made itself can be written by its external id.")
  const named = authors.filter((key) => body[key] !== undefined && body[key] !== null)
  if (named.length > 0) {
    const me = await person.find(r)
    if (me === undefined)
      return refuse(
        r,
        "people-unknown",
        "Vitally's list of users can't be read now, so nobody can write under a name.",
      )
    if (me === null) return refuse(r, "no-vitally-user", "Vitally has no user with your mail address.")
    const wrong = named.filter((key) => body[key] !== me.id)
    if (wrong.length > 0) return refuse(r, "author", "You can write under your own name only.")
  }
  // Made anew from what was read: two keys of one name, or bytes after the end, can't be read differently further on.
  const reply = await r.subrequest("/_write", { method: r.method, body: JSON.stringify(body) })
  if (reply.status >= 200 && reply.status < 300) await renew(r, route, body, reply)
  r.headersOut["Content-Type"] = "application/json"
  const wait = reply.headersOut["Retry-After"]
  if (wait) r.headersOut["Retry-After"] = wait
  const date = reply.headersOut.Date
  if (date) r.headersOut.Date = date
  r.return(reply.status, reply.responseText)
}

/** The addresses as the extension asks for them, whose copies the write made old. */
function touched(r, route, body, answer) {
  const account = body.accountId || (answer && answer.accountId)
  const under = (what) => (account ? [`/resources/accounts/${account}/${what}?limit=100`] : [])
  if (route === "note.add") return under("notes")
  if (route === "project.start") return under("projects")
  if (route === "traits.set")
    return [r.uri, "/resources/accounts?limit=100&sortBy=updatedAt&status=activeOrChurned"]
  return under("tasks").concat("/resources/tasks?limit=100&sortBy=updatedAt")
}

async function renew(r, route, body, reply) {
  let answer = null
  try {
    answer = JSON.parse(reply.responseText)
  } catch (error) {
    // An answer that can't be read names no account; the lists are renewed all the same.
  }
  const safe = touched(r, route, body, answer).filter((path) => /^\/resources\/[A-Za-z0-9/?&=-]+$/.test(path))
  await Promise.all(
    safe.map((path) => {
      const parts = path.split("?")
      return r.subrequest(`/_renew${parts[0]}`, { method: "GET", args: parts[1] || "" })
    }),
  )
}

export default { pass }
