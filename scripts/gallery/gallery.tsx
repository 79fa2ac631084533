/** The gallery's page: one state of the panel, named in the address, over a worker that answers from a table. */
import "~src/ui/tokens.css"
import "~src/ui/base/base.css"
import "~src/ui/panel/panel.css"
import "~src/ui/panel/edge/edge.css"

import { createRoot } from "react-dom/client"

import { callBrief } from "~src/domain/assess/brief"
import type { MethodName } from "~src/messaging/contract"
import { Panel } from "~src/ui/panel/Panel"
import { WorkerProvider } from "~src/store/WorkerProvider"
import { clock } from "~test/fixtures/panel/facts"

import { installWorker, never } from "./fake-worker"
import { states, usualSettings } from "./states"

const query = new URLSearchParams(location.search)
let state = states[query.get("state") ?? "account"] ?? states.account
const theme = query.get("theme") as "light" | "dark" | null

const queued = () => ({ outboxId: crypto.randomUUID(), sendAfter: new Date(Date.now() + 8000).toISOString() })

function reply(method: MethodName): unknown {
  switch (method) {
    case "panel.get":
      return state?.panel ?? never
    case "settings.get":
    case "settings.set":
      return {
        ...(state?.settings ?? usualSettings),
        appearance: { theme: theme ?? "system", density: "compact" },
      }
    case "status.get":
      return { online: !state?.offline }
    case "account.brief":
      return briefOfShown()
    case "task.complete":
    case "task.add":
    case "touch.log":
    case "trait.set":
    case "project.start":
    case "task.reopen":
      return queued()
    default:
      return {}
  }
}

/** The brief of the account on screen, by the real rules. */
function briefOfShown(): unknown {
  const view = state?.panel && "view" in state.panel ? state.panel.view : undefined
  if (view?.kind !== "account") return undefined
  const { facts, tasks, assessment } = view.account
  const ours = tasks.flatMap(({ id, name, dueOn, source, mine }) =>
    mine ? [{ id, name, source, ...(dueOn ? { dueOn } : {}) }] : [],
  )
  return callBrief({ ...facts, tasks: ours }, assessment, clock)
}

const broadcast = installWorker(reply)

/** Fresh values from the worker, for tests: the panel is told, and asks again. */
Object.assign(globalThis, {
  change: (next: string) => {
    state = states[next]
    broadcast(["settings"])
  },
})

const root = document.getElementById("root")
if (root)
  createRoot(root).render(
    <WorkerProvider>
      <Panel request={{}} />
    </WorkerProvider>,
  )
