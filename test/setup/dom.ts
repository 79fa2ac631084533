import "@testing-library/jest-dom/vitest"

import "./native-elements"

import { cleanup, configure } from "@testing-library/react"
import { afterEach } from "vitest"

// A busy machine is slower than the library's usual second; a condition that never comes still fails.
configure({ asyncUtilTimeout: 8000 })

afterEach(cleanup)
