/** In which order writes were asked for. Clocks do not tell: two fall into one millisecond, and a clock may be set back in between. */
import type { OutboxRow } from "../cache/rows"

/** Rows of earlier versions have their time only. */
export const orderOf = ({ order, createdAt }: OutboxRow): number => order ?? createdAt

/** Oldest first. */
export const inOrder = (a: OutboxRow, b: OutboxRow): number => orderOf(a) - orderOf(b)
