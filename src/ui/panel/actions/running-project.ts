import type { ProjectFact } from "~src/domain/facts"

/** The project of that name that is under way: a second one is not to be started beside it. */
export function runningProject(name: string, projects: readonly ProjectFact[] = []): ProjectFact | undefined {
  const wanted = name.toLowerCase()
  return projects.find(
    (project) =>
      project.completedOn === undefined &&
      project.archived !== true &&
      [project.name, project.templateName ?? ""].some((text) => text.toLowerCase().includes(wanted)),
  )
}
