import type { Channel } from "~src/domain/facts"

/** Source words as Vitally's integrations are called, by the channel they are. */
const sources: [RegExp, Channel][] = [
  [/slack/, "slack"],
  [/zoom/, "zoom"],
  [/zendesk|freshdesk|jira|service.?now|help.?scout|front|case|ticket|linear/, "ticket"],
  [/intercom|drift|crisp|chat|teams|discord|whatsapp/, "chat"],
  [/aircall|dialpad|gong|chorus|ringcentral|call|phone/, "call"],
  [/google|gmail|outlook|office|microsoft|exchange|mail|imap|vitally|hubspot/, "email"],
]

/** Channel of a conversation by its source; `other` where the source says nothing. */
export function channelOfSource(source: string | null | undefined): Channel {
  const word = (source ?? "").toLowerCase()
  return sources.find(([pattern]) => pattern.test(word))?.[1] ?? "other"
}

/** Channel of a note by its category or subject words; a note that names none is a note. */
export function channelOfNote(words: string): Channel {
  const text = words.toLowerCase()
  if (/slack/.test(text)) return "slack"
  if (/zoom/.test(text)) return "zoom"
  if (/in.?person|on.?site|visit/.test(text)) return "in-person"
  if (/e-?mail/.test(text)) return "email"
  if (/call|phone/.test(text)) return "call"
  if (/meeting|sync|review|check-?in|\b[cqm]br\b/.test(text)) return "meeting"
  return "note"
}
