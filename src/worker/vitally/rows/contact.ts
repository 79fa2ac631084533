import { type RowOf, rowShape } from "./row-shape"

const dates = ["createdAt", "updatedAt"] as const

const note = {
  text: [
    ...dates,
    "externalId",
    "subject",
    "note",
    "noteDate",
    "authorId",
    "categoryId",
    "archivedAt",
    "source",
  ],
  bag: ["author", "category"],
  entries: ["tags", "users"],
} as const
export const noteShape = rowShape(note)
export type VitallyNote = RowOf<typeof note>

const conversation = {
  text: [...dates, "externalId", "externalUrl", "subject", "status", "source"],
  bag: ["traits"],
  entries: ["messages", "users", "admins", "accounts"],
} as const
/** A thread. Lists leave `messages` out; one conversation read by id has them. */
export const conversationShape = rowShape(conversation)
export type VitallyConversation = RowOf<typeof conversation>

const message = {
  text: ["type", "externalUrl", "timestamp", "message"],
  bag: ["from"],
  entries: ["to", "cc"],
} as const
export const messageShape = rowShape(message)

const meeting = {
  text: [
    "title",
    "startDateTime",
    "endDateTime",
    "startDate",
    "endDate",
    "externalStatus",
    "recordingUrl",
    "summary",
    "videoConferenceUri",
    "location",
    "source",
    "archivedAt",
  ],
  textOrBag: ["conferenceSolution"],
  entries: ["participants", "accounts", "keyPoints"],
} as const
export const meetingShape = rowShape(meeting)
export type VitallyMeeting = RowOf<typeof meeting>

const nps = { text: ["feedback", "respondedAt", "updatedAt"], number: ["score"], bag: ["user"] } as const
export const npsShape = rowShape(nps)
export type VitallyNps = RowOf<typeof nps>
