import type { ProjectFact } from "./facts"

/** Whether a project's own name, or its template's, holds one of these; `names` in lower case. */
export function isProjectNamed({ name, templateName = "" }: ProjectFact, names: readonly string[]): boolean {
  return names.some((one) => name.toLowerCase().includes(one) || templateName.toLowerCase().includes(one))
}
