export {
  normaliseSubdomain,
  parseApiKey,
  restBases,
  type Workspace,
  workspaceId,
  workspaceWords,
} from "./address"
export { clientOver, createVitallyClient, type ListQuery, type VitallyClient } from "./client"
export { VitallyError, vitallyFault, type VitallyErrorKind } from "./errors"
export {
  createLimiter,
  type Limiter,
  type LimiterState,
  type LimiterStore,
  type Priority,
  startOffsetMs,
} from "./limiter"
export type { CallOptions, Seen, TransportOptions } from "./transport"
