import * as z from "zod/mini"

import { bag, entries, id, number, text } from "./parts"

export const noteShape = z.looseObject({
  id,
  createdAt: text,
  updatedAt: text,
  externalId: text,
  subject: text,
  note: text,
  noteDate: text,
  author: bag,
  authorId: text,
  category: bag,
  categoryId: text,
  tags: entries,
  users: entries,
  archivedAt: text,
  source: text,
})
export type VitallyNote = z.infer<typeof noteShape>

/** A thread. Lists leave `messages` out; one conversation read by id has them. */
export const conversationShape = z.looseObject({
  id,
  createdAt: text,
  updatedAt: text,
  externalId: text,
  externalUrl: text,
  subject: text,
  status: text,
  source: text,
  traits: bag,
  messages: entries,
  users: entries,
  admins: entries,
})
export type VitallyConversation = z.infer<typeof conversationShape>

export const messageShape = z.looseObject({
  id,
  type: text,
  externalUrl: text,
  timestamp: text,
  message: text,
  from: bag,
  to: entries,
})
export type VitallyMessage = z.infer<typeof messageShape>

export const meetingShape = z.looseObject({
  id,
  title: text,
  startDateTime: text,
  endDateTime: text,
  startDate: text,
  externalStatus: text,
  videoConferenceUri: text,
  conferenceSolution: z.catch(z.nullish(z.union([z.string(), z.looseObject({})])), undefined),
  location: text,
  source: text,
  participants: entries,
  archivedAt: text,
})
export type VitallyMeeting = z.infer<typeof meetingShape>

export const npsShape = z.looseObject({
  id,
  score: number,
  feedback: text,
  respondedAt: text,
  updatedAt: text,
  user: bag,
})
export type VitallyNps = z.infer<typeof npsShape>
