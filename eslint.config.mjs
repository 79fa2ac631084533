import js from "@eslint/js"
import jsxA11y from "eslint-plugin-jsx-a11y"
import reactHooks from "eslint-plugin-react-hooks"
import globals from "globals"
import tseslint from "typescript-eslint"

import { banned, featureFloors, workerFloors } from "./scripts/floors.mjs"

/** Traps that build and type green and run broken (docs/testing.md, Traps of the build). */
const traps = [
  {
    selector: "ImportDeclaration[source.value=/^zod(?!.v4.core$)/]",
    message: 'Parcel takes all of zod with any of it: write import * as z from "~src/schemas/zod".',
  },
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: "No HTML sink in any page: render the worker's allow-listed tree.",
  },
  {
    selector: "AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/]",
    message: "No HTML sink in any page.",
  },
]

/** Which layer of src/ may import which other (the table in README.md). */
const layers = {
  domain: [],
  schemas: ["domain"],
  hosts: ["domain"],
  platform: [],
  messaging: ["platform", "domain", "schemas", "hosts"],
  worker: ["messaging", "platform", "domain", "schemas", "hosts"],
  store: ["messaging", "domain", "hosts"],
  ui: ["store", "domain", "messaging"],
}
const folders = ["domain", "schemas", "hosts", "platform", "messaging", "worker", "store", "ui"]

const layerRules = Object.entries(layers).map(([layer, allowed]) => {
  const banned = folders.filter((folder) => folder !== layer && !allowed.includes(folder))
  return {
    files: [`src/${layer}/**/*.{ts,tsx}`],
    ignores: ["**/*.test.{ts,tsx}", "src/**/testing/**"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: banned.flatMap((folder) => [
                `~src/${folder}`,
                `~src/${folder}/**`,
                `**/../${folder}/**`,
              ]),
              allowTypeImports: true,
              message: `src/${layer} may import only: ${allowed.join(", ") || "nothing"}.`,
            },
          ],
        },
      ],
    },
  }
})

/** Inside the worker: only what lies on a lower floor (scripts/floors.mjs). A rule replaces the layer's, so it repeats the layer's ban. */
const floorRules = [
  { folder: "src/worker", floors: workerFloors, up: "(?:\\.\\./)+" },
  // Of "../policy/x" a feature means its neighbour, of "../../policy/x" the floor below.
  { folder: "src/worker/features", floors: featureFloors, up: "\\.\\./" },
].flatMap(({ folder, floors, up }) =>
  floors.flat().map((name) => ({
    files: [`${folder}/${name}/**/*.ts`],
    ignores: ["**/*.test.ts", "**/*.fake.ts", "**/testing.ts"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            { group: ["~src/ui/**", "~src/store/**"], message: "The worker draws nothing." },
            {
              regex: `^(?:${up}|~${folder}/)(?:${banned(floors, name).join("|") || "(?!)"})/`,
              message: `${folder}/${name} may import only from lower floors (scripts/floors.mjs).`,
            },
          ],
        },
      ],
    },
  })),
)

export default tseslint.config(
  { ignores: ["build/", ".plasmo/", "node_modules/", "test/fixtures/"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
      globals: { ...globals.browser, ...globals.webextensions },
    },
    rules: {
      "no-restricted-syntax": ["error", ...traps],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/no-unnecessary-condition": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
    },
  },
  ...layerRules,
  ...floorRules,
  {
    files: ["{contents,popup,sidepanel,options,tabs}/**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["~src/worker/**"],
              allowTypeImports: true,
              message: "Pages and content scripts ask the worker; they never fetch or store.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["src/domain/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-globals": ["error", "chrome", "fetch", "window", "document", "indexedDB"],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "Time is an argument." },
        { object: "Math", property: "random", message: "Rules are pure." },
      ],
    },
  },
  {
    files: ["src/{store,ui}/**/*.{ts,tsx}", "{contents,popup,sidepanel,options,tabs}/**/*.{ts,tsx}"],
    ignores: ["**/*.test.{ts,tsx}"],
    rules: {
      "no-restricted-globals": ["error", "fetch", "indexedDB", "localStorage", "sessionStorage"],
    },
  },
  {
    files: ["**/*.tsx"],
    plugins: { "react-hooks": reactHooks, "jsx-a11y": jsxA11y },
    rules: { ...reactHooks.configs.recommended.rules, ...jsxA11y.flatConfigs.recommended.rules },
  },
  {
    files: ["test/**/*.{ts,tsx}", "scripts/**/*.ts", "**/*.test.{ts,tsx}", "*.config.mts"],
    languageOptions: { globals: { ...globals.node } },
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/require-await": "off",
    },
  },
  { files: ["**/*.mjs"], ...tseslint.configs.disableTypeChecked },
  // Scripts of nginx's JavaScript, which has neither types nor all of the language.
  {
    files: ["deploy/**/*.js"],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      ...tseslint.configs.disableTypeChecked.languageOptions,
      globals: { Buffer: "readonly" },
    },
    rules: {
      ...tseslint.configs.disableTypeChecked.rules,
      // It knows no catch without a name.
      "@typescript-eslint/no-unused-vars": ["error", { caughtErrors: "none" }],
    },
  },
)
