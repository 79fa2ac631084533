/** Words that names of API fields are made of: the documented ones (facts: vitally-api, section 4) and what such APIs add. */
const words = new Set(
  (
    "account accounts actual admin admins archived assigned assignee at attendees author avatar bcc body bounced category " +
    "cc churned code component components conference conversation conversations count created creator csm current custom " +
    "customer data date days deactivated description detractor due duration email end error errors executive external " +
    "feedback field first from health id impact inbound key kind label last license limit link list location max mean " +
    "meeting message messages meta metric metrics min model mrr name next note notes nps number object of options " +
    "organization organizations outbound owned owner page parent participants passive path percent points previous project " +
    "projects promoter range rating recording renewal responded results risk role roles score scores seen segment segments " +
    "solution source start started status subject summary survey tags target task tasks template text threshold time " +
    "timestamp title to total trait traits trend trial type unit updated uri url user users value values version video " +
    "vitally weight weighted"
  ).split(" "),
)

/** Whether a key can only be the API's own: every word of it is one that API fields are named with. */
export function isApiKey(key: string): boolean {
  const parts = key
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[ _-]/)
  return parts.every((part) => words.has(part))
}
