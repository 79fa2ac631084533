import { useCallback, useEffect, useRef, useState } from "react"

import { ask } from "~src/messaging/client"
import type { Fault } from "~src/messaging/contract"
import type { CheckRow } from "~src/messaging/views/options"
import { faultOf } from "~src/store/use-worker-query"

interface Progress {
  rows: CheckRow[]
  done: number
  /** 0 until the first answer told it. */
  steps: number
  running: boolean
  fault: Fault | null
}

const before: Progress = { rows: [], done: 0, steps: 0, running: false, fault: null }

/** Asks for one step after the other; what was found stays on show when the run is stopped or fails. Leaving the page ends it. */
export function useWorkspaceCheck() {
  const [progress, setProgress] = useState(before)
  /** Only the newest run may go on. */
  const newest = useRef(0)

  const end = useCallback(() => {
    newest.current += 1
    setProgress((now) => ({ ...now, running: false }))
  }, [])
  useEffect(() => () => void (newest.current += 1), [])

  const run = async (): Promise<void> => {
    const mine = (newest.current += 1)
    setProgress({ ...before, running: true })
    try {
      for (let step = 0, steps = 1; step < steps; step += 1) {
        const answer = await ask("workspace.check", { step })
        if (newest.current !== mine) return
        steps = answer.steps
        setProgress((now) => ({ ...now, rows: [...now.rows, ...answer.rows], done: step + 1, steps }))
      }
    } catch (error) {
      if (newest.current !== mine) return
      setProgress((now) => ({ ...now, fault: faultOf(error) }))
    }
    setProgress((now) => ({ ...now, running: false }))
  }
  return { ...progress, run: () => void run(), stop: end }
}
