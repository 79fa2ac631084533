/** The gallery's page: one state of the panel, named in the address, over a worker that answers from a table. */
import "~src/ui/tokens.css"
import "~src/ui/base/base.css"
import "~src/ui/panel/panel.css"

import { createRoot } from "react-dom/client"

import type { MethodName } from "~src/messaging/contract"
import { Panel } from "~src/ui/panel/Panel"
import { WorkerProvider } from "~src/store/WorkerProvider"

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
      return brief
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

const brief = {
  title: "Call brief: Globex Corporation",
  sections: [
    {
      title: "Thu 26 Nov, Globex business review",
      lines: ["Priya Nair, Director, Developer Platform (Champion)", "Mara Lindqvist, VP Engineering"],
    },
    {
      title: "Last three touches",
      lines: [
        "27 Oct, email: Release 5.9 and your monorepo",
        "14 Oct, Zoom: Monthly check-in",
        "9 Oct, Slack from Jon Ek: Indexing question",
      ],
    },
    { title: "Our open promises", lines: ["Send the usage recap to Priya (was due Thu 19 Nov)"] },
    { title: "What moved since then", lines: ["Score 5.9 to 5.4", "Help tickets 8 to 12"] },
    {
      title: "Two questions to ask",
      lines: [
        "Which teams do not use it yet, and what do they use instead?",
        "Who signs the renewal, and what must they see by January?",
      ],
    },
  ],
  text: "Call brief: Globex Corporation",
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
