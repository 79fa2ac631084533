/** Whose customer it is, where a colleague is being covered. */
import type { Settings } from "~src/messaging/views/settings"

/** The covered colleague's name for an owner's id; nothing for the user's own customers. */
export function coverNames(
  covering: Settings["covering"],
): (owner: string | undefined) => { coverFor?: string } {
  const names = new Map(covering.map(({ adminId, name }) => [adminId, name]))
  return (owner) => {
    const coverFor = owner === undefined ? undefined : names.get(owner)
    return coverFor === undefined ? {} : { coverFor }
  }
}
