/** What the compiler says when a thing is named in one place only. */
import path from "node:path"
import ts from "typescript"

export interface HalfAdded {
  /** A name that stands nowhere else, so that the compiler's complaints can be told apart. */
  name: string
  file: string
  /** The line that adds it goes behind this text, which stands there once. */
  behind: string
  line: string
}

/** "Property … is missing in type": TypeScript's codes for one and for several. */
const missingInType = new Set([2739, 2740, 2741])

/**
 * Compiles the product with all of them named and nothing else done. Answers, for each name, the files that
 * lack it, in order.
 * @throws Error if a file doesn't hold its `behind` exactly once.
 */
export function filesToFollow(root: string, added: readonly HalfAdded[]): Map<string, string[]> {
  const config = ts.readConfigFile(path.join(root, "tsconfig.json"), (file) => ts.sys.readFile(file))
    .config as object
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const host = ts.createCompilerHost(options)
  const edited = new Map(edits(root, added))
  const read = host.readFile.bind(host)
  host.readFile = (file) => edited.get(path.resolve(file)) ?? read(file)
  const getSourceFile = host.getSourceFile.bind(host)
  host.getSourceFile = (file, languageVersion, ...more) => {
    const text = edited.get(path.resolve(file))
    return text === undefined
      ? getSourceFile(file, languageVersion, ...more)
      : ts.createSourceFile(file, text, languageVersion, true)
  }
  const product = fileNames.filter(
    (file) =>
      /\/(src|contents|popup|background|sidepanel|options|tabs|\.plasmo)\//.test(file) &&
      !/\.test\.tsx?$|\/testing\/|\.fake\.ts$/.test(file),
  )
  const program = ts.createProgram({ rootNames: product, options, host })
  const complaints = program
    .getSemanticDiagnostics()
    .filter(({ code }) => missingInType.has(code))
    .map(({ file, messageText }) => ({
      file: file ? path.relative(root, file.fileName) : "",
      text: ts.flattenDiagnosticMessageText(messageText, "\n"),
    }))
  return new Map(
    added.map(({ name }) => [
      name,
      [...new Set(complaints.filter(({ text }) => says(text, name)).map(({ file }) => file))].sort(),
    ]),
  )
}

/** "Property 'x' is missing …", or "… is missing the following properties from type …: x, y". */
function says(text: string, name: string): boolean {
  const [first = ""] = text.split("\n")
  const [, listed = ""] = first.split("missing the following properties")
  return (
    first.includes(`Property '${name}' is missing`) ||
    first.includes(`Property '"${name}"' is missing`) ||
    listed.includes(name)
  )
}

function* edits(root: string, added: readonly HalfAdded[]): Generator<[string, string]> {
  const texts = new Map<string, string>()
  for (const { name, file, behind, line } of added) {
    const full = path.resolve(root, file)
    const text = texts.get(full) ?? ts.sys.readFile(full) ?? ""
    if (text.split(behind).length !== 2)
      throw new Error(`${file} holds "${behind}" not exactly once (for ${name})`)
    texts.set(
      full,
      text.replace(behind, () => `${behind}\n${line}`),
    )
  }
  yield* texts
}
