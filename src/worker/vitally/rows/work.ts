import { type RowOf, rowShape } from "./row-shape"

const task = {
  text: [
    "createdAt",
    "updatedAt",
    "externalId",
    "accountId",
    "organizationId",
    "name",
    "description",
    "dueDate",
    "completedAt",
    "completedById",
    "assignedToId",
    "categoryId",
    "archivedAt",
  ],
  bag: ["assignedTo", "category", "account", "organization"],
  entries: ["projects", "tags"],
} as const
/** A task. Open = neither completed nor archived; there is no status. Parents may be `{}` or null. */
export const taskShape = rowShape(task)
export type VitallyTask = RowOf<typeof task>

const project = {
  text: [
    "createdAt",
    "updatedAt",
    "name",
    "accountId",
    "organizationId",
    "templateId",
    "targetStartDate",
    "actualStartDate",
    "targetCompletionDate",
    "actualCompletionDate",
    "ownedByVitallyUserId",
    "projectCategoryId",
    "archivedAt",
  ],
  number: ["durationInDays"],
  bag: ["traits"],
} as const
export const projectShape = rowShape(project)
export type VitallyProject = RowOf<typeof project>

const named = { text: ["name"] } as const
/** Project templates, task, note and project categories, custom objects: an id with a name. */
export const namedShape = rowShape(named)
