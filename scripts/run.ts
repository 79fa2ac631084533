import { spawn } from "node:child_process"
import path from "node:path"
import { fileURLToPath } from "node:url"

export const root = fileURLToPath(new URL("../", import.meta.url))

export interface Outcome {
  status: number
  output: string
  seconds: number
}

/**
 * Runs one of the project's own tools (a name in node_modules/.bin) or a program, collecting what it prints.
 * Never rejects: a program that can't be started ends with status 127.
 */
export function run(
  program: string,
  args: string[],
  options: { env?: Record<string, string>; echo?: boolean } = {},
) {
  const started = performance.now()
  const bin = path.join(root, "node_modules", ".bin")
  const env = { ...process.env, ...options.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}` }
  return new Promise<Outcome>((resolve) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] })
    let output = ""
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
      if (options.echo) process.stdout.write(chunk)
    }
    child.stdout.on("data", collect)
    child.stderr.on("data", collect)
    const end = (status: number) => resolve({ status, output, seconds: (performance.now() - started) / 1000 })
    child.on("error", (error) => {
      output += String(error)
      end(127)
    })
    child.on("close", (status) => end(status ?? 1))
  })
}
