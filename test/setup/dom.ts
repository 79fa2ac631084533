import "@testing-library/jest-dom/vitest"

import "./native-elements"

import { cleanup, configure } from "@testing-library/react"
import { afterEach } from "vitest"

// Conditions are waited for, not seconds: the limit is for what never comes, and a busy machine is slow.
configure({ asyncUtilTimeout: 10_000 })

afterEach(cleanup)
