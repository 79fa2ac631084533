import { escape } from "./escape"

const style =
  "body{font:15px/1.5 system-ui,sans-serif;background:#f3f3f3;margin:0;display:grid;place-items:center;min-height:100vh}" +
  "main{background:#fff;border:1px solid #d8dde6;border-radius:6px;padding:32px;max-width:380px}" +
  "button{font:inherit;padding:8px 18px;border-radius:4px;border:1px solid #747474;background:#fff;margin-right:8px}" +
  "button[value=allow],button[value=signin]{background:#0b5cab;border-color:#0b5cab;color:#fff}"

function form(query: URLSearchParams, buttons: string): string {
  const hidden = [...query]
    .filter(([name]) => name !== "action")
    .map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`)
    .join("")
  return `<form method="post" action="/services/oauth2/authorize">${hidden}${buttons}</form>`
}

/** "Allow access?" for a signed-in user. */
export function consentPage(query: URLSearchParams, user: string): string {
  return `<!doctype html><html lang="en"><title>Allow Access?</title><style>${style}</style><main><h1>Allow Access?</h1>
<p>Account Lens is asking to manage user data via APIs and to perform requests at any time, as ${escape(user)}.</p>
${form(query, '<button name="action" value="deny">Deny</button><button name="action" value="allow">Allow</button>')}</main>`
}

/** Nobody is signed in at this browser. */
export function signInPage(query: URLSearchParams, user: string): string {
  return `<!doctype html><html lang="en"><title>Login</title><style>${style}</style><main><h1>Log in</h1>
${form(query, `<button name="action" value="signin">Log in as ${escape(user)}</button>`)}</main>`
}
