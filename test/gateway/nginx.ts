/** The real nginx with the configuration that is shipped, on loopback. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"

const home = fileURLToPath(new URL("../../deploy/gateway/", import.meta.url))

export interface Nginx {
  readonly pid: number
  readonly port: number
  readonly folder: string
  /** Every line of the audit, parsed. */
  audit: () => AuditLine[]
  /** All text of all logs, caches and settings: everything but the secrets' own files. */
  everythingWritten: () => string
  writeSecret: (name: string, value: string) => void
  close: () => Promise<void>
}

export interface AuditLine {
  user: string
  tier: string
  token: string
  method: string
  uri: string
  status: number
  why: string
  cache: string
}

export interface NginxOptions {
  settings: Record<string, string>
  /** File name to content, as an administrator lays them down. */
  secrets: Record<string, string>
  certificate: { key: string; cert: string }
  /** PEM of everybody whom nginx may trust. */
  trusted: string
  port?: number
}

export async function startNginx(program: string, options: NginxOptions): Promise<Nginx> {
  const folder = mkdtempSync(path.join(tmpdir(), "lens-gateway-"))
  const port = options.port ?? (await freePort())
  const secrets = path.join(folder, "secrets")
  const at = (name: string) => path.join(folder, name)
  mkdirSync(secrets)
  const writeSecret = (name: string, value: string) => {
    writeFileSync(path.join(secrets, name), `${value}\n`, { mode: 0o600 })
  }
  for (const [name, value] of Object.entries(options.secrets)) writeSecret(name, value)
  writeFileSync(at("key.pem"), options.certificate.key, { mode: 0o600 })
  writeFileSync(at("cert.pem"), options.certificate.cert)
  writeFileSync(at("trusted.pem"), options.trusted)
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: "production",
    PATH: process.env.PATH,
    LENS_HOME: home.replace(/\/$/, ""),
    LENS_RUN: at("run"),
    LENS_LOG: at("log"),
    LENS_SECRETS: secrets,
    LENS_LISTEN: `127.0.0.1:${port}`,
    LENS_CERTIFICATE: at("cert.pem"),
    LENS_CERTIFICATE_KEY: at("key.pem"),
    LENS_TRUSTED_CA: at("trusted.pem"),
    LENS_WORKERS: "2",
    ...options.settings,
  }
  const rendered = spawnSync("sh", [path.join(home, "render.sh")], { env, encoding: "utf8" })
  if (rendered.status !== 0) throw new Error(`render.sh: ${rendered.stderr}`)
  // Root's workers would run as somebody else, who can't read a folder of root's.
  const asRoot = process.getuid?.() === 0 ? ["-g", "user root;"] : []
  const child = spawn(program, ["-e", at("log/error.log"), "-c", at("run/nginx.conf"), ...asRoot], {
    stdio: ["ignore", "ignore", "pipe"],
  })
  let said = ""
  child.stderr.on("data", (chunk: Buffer) => void (said += chunk.toString()))
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  await isListening(port, child, () => said + readAll(at("log")))
  return {
    pid: child.pid ?? 0,
    port,
    folder,
    writeSecret,
    audit: () =>
      readFileSync(at("log/audit.jsonl"), "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as AuditLine),
    everythingWritten: () => readAll(at("log")) + readAll(at("run")),
    async close() {
      child.kill("SIGQUIT")
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** All text below a folder. */
function readAll(folder: string): string {
  return readdirSync(folder)
    .map((name) => path.join(folder, name))
    .map((file) => {
      const seen = statSync(file)
      if (seen.isDirectory()) return readAll(file)
      return seen.isFile() ? readFileSync(file, "latin1") : ""
    })
    .join("\n")
}

async function isListening(port: number, child: ChildProcess, why: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx did not start: ${why()}`)
    const answered = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    )
    if (answered) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0))
    })
  })
}
