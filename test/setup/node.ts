import "fake-indexeddb/auto"

import { vi } from "vitest"

// Conditions are waited for, not seconds: the limit is for what never comes, and a busy machine is slow.
const { waitFor } = vi
vi.waitFor = (check, options = 20_000) => waitFor(check, options)
