/** In-page navigation of the stand-in apps: a click on a link swaps the main part and pushes history; back works. */
export const appScript = `
(() => {
  let visit = 0
  const show = async (url) => {
    const mine = ++visit
    const reply = await fetch(url, { headers: { accept: "text/x-fragment" } })
    const text = await reply.text()
    if (mine !== visit) return
    const page = new DOMParser().parseFromString(text, "text/html")
    document.title = page.title
    for (const part of ["main", ".nav"]) {
      const fresh = page.querySelector(part)
      const old = document.querySelector(part)
      if (fresh && old) old.replaceWith(fresh)
    }
    document.documentElement.dataset.visits = String(visit)
  }
  addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey) return
    if (link.origin !== location.origin || link.hasAttribute("data-reload")) return
    event.preventDefault()
    history.pushState(null, "", link.href)
    void show(link.href)
  })
  addEventListener("popstate", () => void show(location.href))
})()
`
