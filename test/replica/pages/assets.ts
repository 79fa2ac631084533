import type { Reply } from "../http/exchange"
import { appScript } from "./app-script"
import { consoleScript } from "./console-script"
import { appStyle, evilStyle } from "./app-style"

/** Scripts and styles of the stand-in apps, from their own origin as the policy demands. */
export function asset(path: string): Reply | null {
  const send = (type: string, body: string): Reply => ({
    status: 200,
    headers: { "content-type": type },
    body,
    route: path,
  })
  switch (path) {
    case "/__assets/app.css":
      return send("text/css", appStyle)
    case "/__assets/evil.css":
      return send("text/css", evilStyle)
    case "/__assets/app.js":
      return send("text/javascript", appScript)
    case "/__assets/console.js":
      return send("text/javascript", consoleScript)
    case "/favicon.ico":
      return { status: 204, headers: {}, body: "", route: path }
    default:
      return null
  }
}
