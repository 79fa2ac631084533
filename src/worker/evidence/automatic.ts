/** Which messages no person wrote to the customer (domain brief, section 4: a touch knows whether it was automatic). */

/** Mail that calendars send: no contact at all. */
const calendarSubject =
  /^\s*(?:(?:re|aw|fwd?|wg)\s*:\s*)*(?:(?:updated )?invitation(?: from an unknown sender)?|accepted|declined|tentative(?:ly accepted)?|cancell?ed(?: event)?|new time proposed|proposed new time|reminder|notification|einladung|aktualisierte einladung|angenommen|zugesagt|abgelehnt|abgesagt|mit vorbehalt)(?: with note)?\s*(?:\([^)]*\)\s*)?:/i
const calendarBody =
  /you have been invited to the following event|begin:vcalendar|invite\.ics|this event has been (?:updated|cancell?ed)/i

const replySubject =
  /^\s*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|automatische antwort|abwesenheit|réponse automatique|respuesta automática)/i
const machineSender = /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|notifications?|bounces?)[@+.-]/i
const campaignBody =
  /unsubscribe|manage (?:your )?(?:email )?preferences|view (?:this email )?in (?:your )?browser/i
const campaignSource =
  /campaign|customer\.?io|marketo|mailchimp|pendo|iterable|pardot|braze|sendgrid|playbook/i

export function isCalendarCopy(subject: string | undefined, body: string | undefined): boolean {
  return calendarSubject.test(subject ?? "") || calendarBody.test(body ?? "")
}

export interface MessageClues {
  subject?: string | undefined
  body?: string | undefined
  senderEmail?: string | undefined
  source?: string | null | undefined
  inbound: boolean
  /** Somebody at the customer wrote in this thread. */
  answered: boolean
}

/**
 * Sent by a machine or a campaign. A mail sent from Vitally itself is one unless the customer answered in the thread: from there
 * on people are talking.
 */
export function isAutomatic({
  subject,
  body,
  senderEmail,
  source,
  inbound,
  answered,
}: MessageClues): boolean {
  if (replySubject.test(subject ?? "") || machineSender.test(senderEmail ?? "")) return true
  if (inbound) return false
  if (campaignSource.test(source ?? "") || campaignBody.test(body ?? "")) return true
  return (source ?? "").toLowerCase() === "vitally" && !answered
}
