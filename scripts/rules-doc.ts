/** Writes docs/rules.md from the rules themselves, so that text and code cannot differ (`npm run rules-doc`). */
import { writeFileSync } from "node:fs"

import { rulesDocument } from "./rules-doc/document"

writeFileSync("docs/rules.md", await rulesDocument())
