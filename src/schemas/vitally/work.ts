import * as z from "zod/mini"

import { bag, entries, id, number, text } from "./parts"

/** A task. Open = neither completed nor archived; there is no status. Parents may be `{}` or null. */
export const taskShape = z.looseObject({
  id,
  createdAt: text,
  updatedAt: text,
  externalId: text,
  accountId: text,
  organizationId: text,
  name: text,
  description: text,
  dueDate: text,
  completedAt: text,
  completedById: text,
  assignedToId: text,
  assignedTo: bag,
  category: bag,
  categoryId: text,
  projects: entries,
  tags: entries,
  archivedAt: text,
  account: bag,
  organization: bag,
})
export type VitallyTask = z.infer<typeof taskShape>

export const projectShape = z.looseObject({
  id,
  createdAt: text,
  updatedAt: text,
  name: text,
  accountId: text,
  organizationId: text,
  templateId: text,
  durationInDays: number,
  targetStartDate: text,
  actualStartDate: text,
  targetCompletionDate: text,
  actualCompletionDate: text,
  ownedByVitallyUserId: text,
  projectCategoryId: text,
  archivedAt: text,
  traits: bag,
})
export type VitallyProject = z.infer<typeof projectShape>

/** Project templates, task, note and project categories, custom objects: an id with a name. */
export const namedShape = z.looseObject({ id, name: text })
export type VitallyNamed = z.infer<typeof namedShape>
