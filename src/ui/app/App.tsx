import { useEffect } from "react"

import { useAppearance } from "~src/store/use-appearance"
import { useSettings } from "~src/store/use-settings"
import { WorkerProvider } from "~src/store/WorkerProvider"

import { Toasts } from "~src/ui/base"
import { app } from "~src/ui/strings/app"
import { AppHead } from "./AppHead"
import { pageNamed } from "./pages"
import { useRoute } from "./shared/use-route"

/** The one page that fills a tab: a navigation, and the page that the address names. */
export function App() {
  return (
    <WorkerProvider>
      <Frame />
      <Toasts />
    </WorkerProvider>
  )
}

function Frame() {
  const { settings } = useSettings()
  useAppearance(settings?.appearance)
  const { page: named, params, goTo } = useRoute()
  const { id, title, Page } = pageNamed(named)
  useEffect(() => {
    document.title = app.tabTitle(title)
    // An address without a page gets one: what the page then keeps there is found again.
    if (named !== id) goTo(id, Object.fromEntries(params))
  }, [title, named, id, params, goTo])
  return (
    <div className="app">
      <AppHead current={id} />
      <main>
        <Page key={id} />
      </main>
    </div>
  )
}
