import type { WorkerContext } from "./context"
import { knownAdmins } from "./sync-meta"

/** Names of the workspace's people by admin id; the user's own from the settings, should the list be missing. */
export async function adminNames({ db, settings }: WorkerContext): Promise<Map<string, string>> {
  const [admins, { me, covering }] = await Promise.all([knownAdmins(db), settings.get()])
  return new Map([
    ...covering.map(({ adminId, name }) => [adminId, name] as const),
    ...(me ? [[me.adminId, me.name] as const] : []),
    ...admins.map(({ id, name }) => [id, name] as const),
  ])
}
