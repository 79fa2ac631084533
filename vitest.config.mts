import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const root = fileURLToPath(new URL("./", import.meta.url))
const stub = fileURLToPath(new URL("./test/stubs/asset.ts", import.meta.url))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^(?:url|data-text|data-base64|data-env|raw|react):.*$/, replacement: stub },
      { find: /^~(?=[^/])/, replacement: root },
    ],
  },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    testTimeout: 90_000,
    hookTimeout: 90_000,
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          // What is tested here keeps nothing in its modules, in any order of files; loading them for each file took half of the time.
          isolate: false,
          include: [
            "src/**/*.test.ts",
            "test/replica/**/*.test.ts",
            "test/gateway/**/*.test.ts",
            "test/unit/**/*.test.ts",
          ],
          setupFiles: ["test/setup/node.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "dom",
          environment: "jsdom",
          include: ["src/**/*.test.tsx", "test/unit/**/*.test.tsx"],
          setupFiles: ["test/setup/dom.ts"],
        },
      },
    ],
  },
})
