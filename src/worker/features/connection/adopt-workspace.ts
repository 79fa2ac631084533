/** What follows when a workspace has answered, by a key or by the team gateway. */
import type { Admin } from "~src/messaging/views/options"
import { getMeta, setMeta } from "~src/worker/cache/meta"
import { clearCache, ensureWorkspace } from "~src/worker/cache/workspace"
import { type Workspace, workspaceId } from "~src/worker/vitally/api"

import type { WorkerContext } from "../../kernel/context"
import { beginEpoch, currentEpoch, type IsCurrent } from "../../kernel/epoch"
import { runJob } from "../../kernel/job"
import { forgetHealth, noteHealth } from "../../kernel/service-health"
import { markForeign, orphan } from "../../outbox/claim"
import { sendSoon } from "../../outbox/service"
import { syncJob } from "../../sync/sync-job"

/**
 * @param keepAccess called once the cache is this workspace's: a new key must not fill another one's.
 * @param wasCurrent of the epoch in which the user asked for it.
 * @returns false where something else was connected, disconnected or deleted since: nothing more is kept then.
 */
export async function adoptWorkspace(
  context: WorkerContext,
  { region, subdomain }: Workspace,
  found: { admins: Admin[]; roles: string[] },
  keepAccess: () => Promise<void> = () => Promise.resolve(),
  wasCurrent: IsCurrent = currentEpoch(context, "vitally"),
): Promise<boolean> {
  if (!wasCurrent()) return false
  const isCurrent = beginEpoch(context, "vitally")
  const { db, settings } = context
  const workspace = workspaceId({ region, subdomain })
  const [{ vitally: last, me }, known] = await Promise.all([settings.get(), getMeta(db, "admins")])
  // Whoever deleted the cache in between may come back to another workspace, or to another one of the same name.
  const isOther = last.subdomain !== "" && workspaceId(last) !== workspace
  const isNobody = known === undefined && me !== null && !found.admins.some(({ id }) => id === me.adminId)
  // In the EU one address serves all: another key may lead to another workspace under the same name.
  const strangers = isElsewhere(known, found.admins)
  let left = strangers || isOther || isNobody
  // Each is asked for its epoch in the turn in which it begins: "Delete everything" in between stands.
  const steps: (() => Promise<unknown>)[] = [
    ...(strangers ? [() => clearCache(db), () => orphan(db, workspace)] : []),
    async () => (left = (await ensureWorkspace(db, workspace, isCurrent)) || left),
    () => markForeign(db, "vitally", workspace),
    () => Promise.all([setMeta(db, "admins", found.admins), setMeta(db, "roles", found.roles)]),
    keepAccess,
    () => forgetHealth(context, "vitally"),
    () =>
      settings.set({
        vitally: { region, subdomain, connected: true },
        // Nobody there has this id.
        ...(left && { me: null, covering: [] }),
      }),
    () => noteHealth(context, "vitally"),
  ]
  for (const step of steps) {
    if (!isCurrent()) return false
    await step()
  }
  everythingChanged(context)
  // Writes that waited for a key go now; the first sweep begins.
  await sendSoon(context, { again: true, target: "vitally" })
  startSync(context)
  return true
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
