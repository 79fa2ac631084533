/** Names of a write: its own, its twin's, and the one it has in Vitally. */

const twinMark = ":salesforce"

/** A touch logged in both systems is two rows; the second is taken back with the first. */
export const twinOf = (id: string): string => `${id}${twinMark}`

/** The first of the two; any other write is its own. */
export const firstOf = (id: string): string => (id.endsWith(twinMark) ? id.slice(0, -twinMark.length) : id)

/** Our key of a write on the server. */
export const externalIdOf = (id: string): string => `account-lens:${id}`
