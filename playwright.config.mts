import { defineConfig } from "@playwright/test"

/** Browser tests of build/chrome-mv3-prod as it stands: run `npm run build` first. */
export default defineConfig({
  testDir: "test/browser",
  testMatch: "**/*.spec.ts",
  outputDir: "build/test-results",
  // Tests mostly wait for the page: two browsers on two cores take little more than half of one's time.
  workers: 2,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // One repeat; `npm test` names what needed it.
  retries: 1,
  reporter: "list",
  use: { viewport: { width: 1440, height: 900 } },
})
