/**
 * A Salesforce console app in one page: workspace tabs, and under each its subtabs, all at addresses of their own. An account
 * opens as a workspace tab; other records opened from inside a workspace open as its subtabs, whose address names it in `ws`.
 * `app.js` swaps the content.
 */
export const consoleScript = `
(() => {
  const workspaces = []
  let current = null
  const pathOf = (url) => new URL(url, location.href).pathname
  const titleOf = (url) => (url.split("/r/")[1] ?? url).replace("/view", "").split("?")[0]
  const show = (url) => {
    history.pushState(null, "", url)
    dispatchEvent(new PopStateEvent("popstate"))
  }
  const button = (name, kind, run) => {
    const one = document.createElement("button")
    Object.assign(one, { textContent: name, className: kind, onclick: run })
    return one
  }
  const select = (workspace, url) => {
    current = workspace
    if (workspace) workspace.shown = url
    show(url)
    draw()
  }
  const close = (workspace, url) => {
    if (url === workspace.url) {
      workspaces.splice(workspaces.indexOf(workspace), 1)
      const next = workspaces.at(-1)
      if (current === workspace) select(next ?? null, next?.shown ?? "/lightning/page/home?console=1")
    } else {
      workspace.subtabs = workspace.subtabs.filter((one) => one !== url)
      if (workspace.shown === url) select(workspace, workspace.url)
    }
    draw()
  }
  const draw = () => {
    const bar = document.querySelector(".console")
    bar.replaceChildren()
    const row = (name, workspace, urls) => {
      const list = Object.assign(document.createElement("div"), { className: "console-row" })
      list.setAttribute("role", "group")
      list.setAttribute("aria-label", name)
      for (const [of, url] of urls) {
        const tab = button(titleOf(url), "console-tab", () => select(of, name === "Workspaces" ? of.shown : url))
        tab.setAttribute("aria-pressed", String(workspace ? url === workspace.shown : of === current))
        list.append(tab, button("Close " + titleOf(url), "console-close", () => close(of, url)))
      }
      bar.append(list)
    }
    row("Workspaces", null, workspaces.map((one) => [one, one.url]))
    if (current) row("Subtabs", current, [current.url, ...current.subtabs].map((url) => [current, url]))
  }
  const open = (href) => {
    const path = pathOf(href)
    const known = workspaces.find((one) => one.url === path)
    if (known) return select(known, known.url)
    if (!path.includes("/lightning/r/")) return select(null, path + "?console=1")
    if (current && !path.includes("/r/Account/")) {
      const url = path + "?ws=" + encodeURIComponent(current.url)
      if (!current.subtabs.includes(url)) current.subtabs.push(url)
      return select(current, url)
    }
    const workspace = { url: path, shown: path, subtabs: [] }
    workspaces.push(workspace)
    select(workspace, path)
  }
  addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null
      if (!link || link.origin !== location.origin) return
      event.preventDefault()
      open(link.href)
    },
    true,
  )
})()
`
