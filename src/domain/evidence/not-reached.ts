/** Whether a subject as a whole says that nobody was met. It speaks of many things: "Missed alerts" was a talk about alerts. */
import { fold } from "./phrases/fold"

const alone = [
  "no[- ]?show",
  "no answer",
  "not reached",
  "could not reach",
  "attempted(?: call| to reach)?",
  "call attempt(?:ed)?",
  "tried (?:to call|to reach|calling)",
  "left (?:a |him |her )?(?:message|voice ?mail|vm)",
  "lvm",
  "vm",
  "voice ?mail",
  "missed (?:call|meeting|session)",
  "wrong number",
  "nicht erreicht",
  "verpasster anruf",
  "anruf verpasst",
  "mailbox besprochen",
  "appel manque",
  "pas de reponse",
  "message vocal",
  "llamada perdida",
  "sin respuesta",
  "buzon de voz",
  "chiamata persa",
  "nessuna risposta",
  "chamada perdida",
  "sem resposta",
  "gemiste oproep",
  "geen gehoor",
].join("|")
const before = new RegExp(`^\\W*(?:(?:${alone})\\b|(?:missed|internal|intern|interne)\\s*(?:[:–—-]|$))`)
const internal = /^\W*internal (?:sync|meeting|call|note|notes|only|prep|discussion|alignment)\b/
const behind = new RegExp(`[:–—(-]\\s*(?:${alone}|missed|cancell?ed|internal)\\s*\\)?\\W*$`)

export function isNotReached(subject: string): boolean {
  const text = fold(subject)
  return before.test(text) || internal.test(text) || behind.test(text)
}
