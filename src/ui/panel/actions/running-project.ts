import type { ProjectFact } from "~src/domain/facts"
import { isProjectNamed } from "~src/domain/project-named"

/** The project of that name that is under way: a second one is not to be started beside it. */
export function runningProject(name: string, projects: readonly ProjectFact[] = []): ProjectFact | undefined {
  const wanted = [name.toLowerCase()]
  return projects.find(
    (project) =>
      project.completedOn === undefined && project.archived !== true && isProjectNamed(project, wanted),
  )
}
