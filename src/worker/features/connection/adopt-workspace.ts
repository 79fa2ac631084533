/** What follows when a workspace has answered, by a key or by the team gateway. */
import type { Admin } from "~src/messaging/views/options"
import { getMeta, setMeta } from "~src/worker/cache/meta"
import { clearCache, ensureWorkspace } from "~src/worker/cache/workspace"
import { type Workspace, workspaceId } from "~src/worker/vitally/api"

import type { WorkerContext } from "../../kernel/context"
import { runJob } from "../../kernel/job"
import { forgetHealth, noteHealth } from "../../kernel/service-health"
import { markForeign, orphan } from "../../outbox/claim"
import { sendSoon } from "../../outbox/service"
import { syncJob } from "../../sync/sync-job"

export async function adoptWorkspace(
  context: WorkerContext,
  { region, subdomain }: Workspace,
  found: { admins: Admin[]; roles: string[] },
  /** Called once the cache is this workspace's: a new key must not fill another one's. */
  keepAccess: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const workspace = workspaceId({ region, subdomain })
  // In the EU one address serves all: another key may lead to another workspace under the same name.
  const strangers = isElsewhere(await getMeta(context.db, "admins"), found.admins)
  if (strangers) {
    await clearCache(context.db)
    await orphan(context.db, workspace)
  }
  const left = (await ensureWorkspace(context.db, workspace)) || strangers
  await markForeign(context.db, "vitally", workspace)
  await Promise.all([setMeta(context.db, "admins", found.admins), setMeta(context.db, "roles", found.roles)])
  await keepAccess()
  await forgetHealth(context, "vitally")
  await context.settings.set({
    vitally: { region, subdomain, connected: true },
    // Nobody there has this id.
    ...(left && { me: null, covering: [] }),
  })
  await noteHealth(context, "vitally")
  everythingChanged(context)
  // Writes that waited for a key go now; the first sweep begins.
  await sendSoon(context, { again: true, target: "vitally" })
  startSync(context)
}

/** Not one of the people known so far is among those of now. */
function isElsewhere(before: readonly Person[] | undefined, now: readonly Person[]): boolean {
  return (
    before !== undefined &&
    before.length > 0 &&
    now.length > 0 &&
    !now.some(({ id }) => before.some((known) => known.id === id))
  )
}

interface Person {
  id: string
}

export function everythingChanged({ publish }: WorkerContext): void {
  publish("settings", "status", "popup", "book")
}

/** Not awaited: a sweep takes minutes, and its alarm carries it through a worker's death. */
export function startSync(context: WorkerContext): void {
  void runJob(context, syncJob).catch(() => undefined)
}
