/** The panel's entry: in a host page's frame, or as Chrome's own side panel. Wiring only. */
import "~src/store/ask-panel-ahead"
import "~src/ui/tokens.css"
import "~src/ui/base/base.css"
import "~src/ui/panel/panel.css"
import "~src/ui/panel/edge/edge.css"

import { Suspense, use } from "react"

import { announce } from "~src/messaging/client"
import { currentWindowId, onFrontTab, onTabMoved, openSidePanelIn } from "~src/platform/page-window"
import { isFramed } from "~src/store/frame-place"
import { announceMove } from "~src/store/use-panel"
import { PanelPage } from "~src/ui/panel"

const windowId = currentWindowId()
/** Known by the time someone clicks; opening must not wait for it. */
let knownWindow: number | undefined
void windowId.then((id) => {
  knownWindow = id
  // Chrome's own side panel shows the tab in front of it.
  if (id !== undefined && !isFramed()) onFrontTab(id, () => announce(`tab:front:${id}`))
})

onTabMoved(announceMove)

function openSidePanel(): Promise<boolean> {
  return knownWindow === undefined ? Promise.resolve(false) : openSidePanelIn(knownWindow)
}

/** Chrome's side panel follows its window's tab. */
function OnItsOwn() {
  const id = use(windowId)
  return <PanelPage request={id === undefined ? {} : { windowId: id }} />
}

export default function Sidepanel() {
  if (isFramed()) return <PanelPage request={{}} openSidePanel={openSidePanel} />
  return (
    <Suspense fallback={null}>
      <OnItsOwn />
    </Suspense>
  )
}
