/** Answers the page whose state the address names; imported before the page, which asks at once. */
import type { Settings } from "~src/messaging/views/settings"

import { installWorker } from "./fake-worker"
import { pageStates } from "./page-states"

const query = new URLSearchParams(location.search)
const answers = pageStates[query.get("state") ?? ""]?.answers ?? {}
const theme = query.get("theme") as "light" | "dark" | null

installWorker((method, request) => {
  const given = answers[method]
  const answer: unknown =
    typeof given === "function" ? (given as (request: unknown) => unknown)(request) : given
  return theme && isThemed(answer) ? { ...answer, appearance: { ...answer.appearance, theme } } : answer
})

function isThemed(answer: unknown): answer is Settings {
  return typeof answer === "object" && answer !== null && "appearance" in answer
}
