/** The panel's one question, "what is on my page?", and the rules that keep one account from showing as another. */
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"

import { parsePage } from "~src/hosts"
import { announce, ask, onBroadcast } from "~src/messaging/client"
import type { Fault, PanelState, RequestOf } from "~src/messaging/contract"

import { workerKey, type WorkerMeta } from "./query-client"
import { faultOf } from "./use-worker-query"
import { learnLeft } from "./view-memory"

export type PanelRequest = RequestOf<"panel.get">

/** About two frames: what a waking worker exceeds, and an awake one does not. */
const patienceMs = 40

export interface PanelData {
  /** Undefined while nothing of the present page is known. */
  state: PanelState | undefined
  /** The last asking failed; `state` may still hold what came before. */
  fault: Fault | null
  retry: () => void
}

export function usePanel(request: PanelRequest): PanelData {
  const client = useQueryClient()
  const key = workerKey("panel.get", request)
  const hash = JSON.stringify(key)
  const meta: WorkerMeta = {
    concerns: (topic) => concerns(topic, client.getQueryData<PanelState>(key)),
  }
  const query = useQuery({
    queryKey: key,
    queryFn: async () => {
      const state = newest(await ask("panel.get", request), client.getQueryData<PanelState>(key))
      learnLeft(state)
      return state
    },
    meta,
  })

  useEffect(() => {
    const queryKey = JSON.parse(hash) as typeof key
    let patience: ReturnType<typeof setTimeout> | undefined
    const stop = onBroadcast((topics) => {
      const shown = client.getQueryData<PanelState>(queryKey)
      // A pinned customer stays; what is asked again is only whose page this is.
      if (shown?.pinned) return
      // The page under the panel moved on: what is shown leaves now, before the answer about the new page is there.
      if (shown?.tabId !== undefined && topics.some((topic) => isMove(topic, shown)))
        void client.resetQueries({ queryKey })
      // Another tab may be in front, or only the same one have loaded more: asking is quick, and what is being typed
      // should stay. Only a slow answer makes the old account leave before it is there.
      if (shown?.where === "sidepanel" && topics.some((topic) => topic.startsWith("tab:front:"))) {
        clearTimeout(patience)
        patience = setTimeout(() => {
          if (client.isFetching({ queryKey }) > 0) void client.resetQueries({ queryKey })
        }, patienceMs)
      }
    })
    return () => {
      clearTimeout(patience)
      stop()
    }
  }, [client, hash])

  return { state: query.data, fault: faultOf(query.error), retry: () => void query.refetch() }
}

const movePrefix = (tabId: number | undefined) => `moved:${tabId ?? ""}:`

/**
 * Says within this page where a tab went. The browser tells the panel sooner than the gate can through the worker, and
 * without it: the old customer leaves with the next frame, also where the worker sleeps.
 */
export function announceMove(tabId: number, url: string): void {
  announce(movePrefix(tabId) + (parsePage(url)?.key ?? ""))
}

/** Whether the tab of what is shown went to another record; the worker says so only where it is another. */
function isMove(topic: string, { tabId, ref }: PanelState): boolean {
  const prefix = movePrefix(tabId)
  if (topic.startsWith(prefix)) return topic !== prefix + (ref?.key ?? "")
  return topic === `tab:${tabId ?? ""}`
}

/** Of an answer and what is shown, the one about the later navigation. `seq` is counted per tab. */
function newest(answer: PanelState, shown: PanelState | undefined): PanelState {
  return shown && shown.tabId === answer.tabId && answer.seq < shown.seq ? shown : answer
}

/** Whether a broadcast can change what the panel shows. */
function concerns(topic: string, shown: PanelState | undefined): boolean {
  if (topic === "settings" || topic === "outbox" || topic === "day") return true
  // The sync reports its progress often; it matters only if there is no account to show.
  if (topic === "status") return shown?.view.kind !== "account"
  if (shown?.view.kind === "account" && topic.startsWith("account:"))
    return topic === "account:" || topic === `account:${shown.view.account.id}`
  if (shown?.pinned && topic === `tab:${shown.tabId ?? ""}`) return true
  // An own tab's move resets the query; any tab may be the one that Chrome's side panel follows.
  if (topic.startsWith("tab:")) return shown?.where !== "frame" && topic !== `tab:${shown?.tabId ?? ""}`
  return topic.startsWith("account:")
}
