import type { Slice } from "../rows/slice"

/** One part of a run. It may be begun anew after a kill; "time" means the slice ended first. */
export type Step = (slice: Slice) => Promise<"done" | "time">
