import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const root = fileURLToPath(new URL("../../", import.meta.url))

/** Tests of build/chrome-mv3-prod as it stands: run `npm run build` first. */
export default defineConfig({
  root,
  resolve: { alias: [{ find: /^~(?=[^/])/, replacement: root }] },
  test: {
    name: "bundle",
    environment: "node",
    include: ["test/bundle/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
