export { normaliseSubdomain, parseApiKey, type Workspace, workspaceId, workspaceWords } from "./address"
export { createVitallyClient, type VitallyClient } from "./client"
export {
  ifGiven,
  isGone,
  isTimeout,
  isVitally,
  VitallyError,
  type VitallyErrorKind,
  vitallyFault,
} from "./errors"
export { createLimiter, type Limiter, type LimiterState, startOffsetMs } from "./limiter"
export type { CallOptions, GatewayAccess, Seen, TransportOptions } from "./transport"
