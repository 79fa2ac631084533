import { isAllowedAround, isFramed } from "~src/store/frame-place"
import type { PanelRequest } from "~src/store/use-panel"
import { WorkerProvider } from "~src/store/WorkerProvider"

import { panel } from "../strings/panel"
import { Panel } from "./Panel"

interface Props {
  /** Which account is meant, where that is not the page around. */
  request: PanelRequest
  openSidePanel?: () => Promise<boolean>
}

/** The whole panel page; shows nothing where it was put into a page that is none of ours to be in. */
export function PanelPage({ request, openSidePanel }: Props) {
  if (isFramed() && !isAllowedAround([...window.location.ancestorOrigins])) return <p>{panel.noPlace}</p>
  return (
    <WorkerProvider>
      <Panel request={request} {...(openSidePanel ? { openSidePanel } : {})} />
    </WorkerProvider>
  )
}
