/** What an address or a name says of its owner: a machine, a delivery service, a role that people share, or nothing. */
import { fold } from "../phrases/fold"

/** "Priya Raman (Google Docs)". */
const throughService =
  / (?:in teams|\(google (?:docs|drive|sheets|slides)\)|via (?:docusign|dropbox|google docs|sharepoint))$/

export type SenderKind = "machine" | "no-reply" | "postmaster" | "role" | "service" | "lent" | "desk"

const postmaster = /^(?:mailer-?daemon|postmaster|mail-?delivery.*|microsoftexchange.*|bounces?)(?:[+.-].*)?$/
const noReply =
  /(?:^|[._+-])(?:no|not|dont|do-?not|donot|ne-pas|nicht|niet|nao)[._-]?(?:reply|respond|antworten|repondre|responder|beantwoorden)(?:$|[._+-])/
const machine =
  /^(?:notifications?|notify|alerts?|calendar-notification|automated|auto|autoreply|auto-reply|automailer|system|daemon|robot|bot|digest|newsletters?|mailings?|mailer|invitations?|reminders?|surveys?|feedback|comments|drive-shares.*|dse.*|gemini-notes|docs|esign|signatures?|jira|jenkins|github|gitlab|status|monitoring|nagios|donotreply|noreply.*|quarantine|messages-noreply|meetings-noreply|hit-reply|(?:mail-?|security-?)*gateway|(?:vendor-?|supplier-?)?portal|.+-(?:request|owner|bounces?|digest))$/
const role =
  /^(?:hello|hi|info|ir|news|team|office|sales|events?|marketing|contact|billing|updates?|community|press|investors?)$/
const service =
  /^(?:calendly|docu ?sign|adobe (?:acrobat )?sign|hubspot(?: meetings)?|zoom(?: .{0,20})?|google(?: .{0,20})?|gemini|gong(?:\.io)?|chorus|fathom|otter(?:\.ai)?|fireflies(?:\.ai)?|read(?:\.ai| ai)|loom|slack(?:bot)?|microsoft .{2,20}|sharepoint(?: online)?|onedrive|teams|github|gitlab|bitbucket|jira(?: .{0,20})?|confluence|atlassian|statuspage|zendesk|intercom|freshdesk|pagerduty|opsgenie|datadog|sentry|dropbox(?: sign)?|hello ?sign|asana|notion|miro|figma|trello|monday\.com|clickup|linear|salesforce|linkedin|mail delivery .*|mailer-daemon|chili ?piper|savvycal|cal\.com|doodle|webex|ringcentral|aircall|dialpad|stripe|netsuite|coupa|ariba|workday|servicenow|survey ?monkey|typeform|delighted|gainsight|pendo|mailchimp|marketo|eloqua)$/

/** Hosts that lend a desk or a calendar their addresses: whoever writes, a program of theirs sends it. */
const lentHost =
  /@(?:.+\.)?(?:zendesk|freshdesk|freshservice|service-now|zohodesk|happyfox|helpscoutapp|intercom-mail|calendly|echosign|hubspotemail|hubspotstarter|chilipiper)\.(?:com|net|io|eu)$|@(?:.+\.)?(?:atlassian\.net|docusign\.net|bounces\.google\.com|case\.salesforce\.com)$/
/** "Globex IT Service Desk", "Globex Mail Security". */
const desk =
  /\b(?:(?:service|help|it) ?desk|it[ -]?(?:service|support)|mail (?:security|gateway|system)|workflow|portal|notifications?|alerts?|automation|no-?reply)\b/

/** Both the address and the name may tell. */
export function senderKinds(name: string | undefined, email: string | undefined): SenderKind[] {
  const kinds: SenderKind[] = []
  const local = (email ?? "").toLowerCase().split("@")[0] ?? ""
  if (postmaster.test(local)) kinds.push("postmaster")
  else if (noReply.test(local)) kinds.push("no-reply")
  else if (machine.test(local)) kinds.push("machine")
  else if (role.test(local)) kinds.push("role")
  if (lentHost.test((email ?? "").toLowerCase())) kinds.push("lent")
  const called = fold(name ?? "").trim()
  if (service.test(called) || throughService.test(called)) kinds.push("service")
  else if (desk.test(called)) kinds.push("desk")
  return kinds
}
