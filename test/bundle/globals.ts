import ts from "typescript"

/** True where an identifier is read as a value, not as the name of a property, method or key. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node
  if (ts.isMethodDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.name !== node
  // A look at what a value is makes nothing: `x instanceof Function`.
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword)
    return false
  if (ts.isBindingElement(parent)) return parent.propertyName !== node && parent.name !== node
  return true
}

const windows = new Set(["globalThis", "window", "self"])

/**
 * Which of these globals a script reaches for: by name (`fetch(…)`), or through the global object (`self.fetch`). A
 * method that happens to have the name (`query.fetch()`) is none. A name that the script declares itself counts too;
 * minified code declares none that long.
 */
export function globalsUsed(code: string, names: readonly string[]): string[] {
  const wanted = new Set(names)
  const found = new Set<string>()
  const source = ts.createSourceFile("bundle.js", code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS)
  const visit = (node: ts.Node) => {
    if (ts.isIdentifier(node) && wanted.has(node.text) && isReference(node)) found.add(node.text)
    if (
      ts.isPropertyAccessExpression(node) &&
      wanted.has(node.name.text) &&
      ts.isIdentifier(node.expression) &&
      windows.has(node.expression.text)
    )
      found.add(node.name.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return [...found].sort()
}

/** True where a script reads `storage` of the extension's API: `chrome.storage`, or `{storage} = chrome`. */
export function usesExtensionStorage(code: string): boolean {
  return /\bchrome\??\.storage\b|\.storage\??\.(local|session|sync|managed)\b|\{[^{}]*\bstorage\b[^{}]*\}\s*=\s*(?:globalThis\.)?chrome\b/.test(
    code,
  )
}
