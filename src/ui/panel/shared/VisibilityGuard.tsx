import {
  createContext,
  type ReactNode,
  type SyntheticEvent,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react"

import type { PanelState } from "~src/messaging/contract"
import { useWrite } from "~src/store/use-write"

import { Button, Dialog } from "../../base"
import { isUsers } from "../../base/user-press"
import { panel } from "../../strings/panel"
import { useOpenBeside } from "./use-open-beside"
import { type Visibility, watchVisibility } from "./visibility"

type Run = (event: SyntheticEvent, write: () => void) => void

const Guard = createContext<Run>((_event, write) => write())

/**
 * The way every write of the panel goes: at once in the browser's own places; in a host page's frame only for a
 * trusted event while the panel has been visible long enough.
 */
export function useGuarded(): Run {
  return useContext(Guard)
}

interface Props {
  where: PanelState["where"]
  accountId: string
  openSidePanel?: (() => Promise<boolean>) | undefined
  children: ReactNode
}

export function VisibilityGuard({ where, accountId, openSidePanel, children }: Props) {
  const [refused, setRefused] = useState(false)
  const { mutate: openPage } = useWrite("open.page")
  const beside = useOpenBeside(openSidePanel, accountId)
  const watch = useRef<Visibility | null>(null)

  useEffect(() => {
    if (where !== "frame") return undefined
    const visibility = watchVisibility(document.documentElement)
    watch.current = visibility
    return () => {
      watch.current = null
      visibility.stop()
    }
  }, [where])

  const run = useCallback<Run>(
    (event, write) => {
      // Read now: what is decided below may come later.
      const own = isUsers(event.nativeEvent)
      const decide = () => {
        const seen = own && watch.current?.longEnough(performance.now()) === true
        if (where !== "frame" || seen) write()
        // The click that closed a menu does that alone, as with the browser's own menus: it is no reason for a warning.
        else if (watch.current?.uncovering() !== true) setRefused(true)
      }
      const report = watch.current?.awaited()
      if (report) void report.then(decide)
      else decide()
    },
    [where],
  )

  return (
    <Guard value={run}>
      {children}
      {refused ? (
        <Dialog
          title={panel.guard.title}
          onClose={() => setRefused(false)}
          actions={
            <>
              {openSidePanel ? <Button onClick={beside}>{panel.menu.sidePanel}</Button> : null}
              <Button kind="primary" onClick={() => openPage({ page: "account", accountId })}>
                {panel.menu.popOut}
              </Button>
            </>
          }
        >
          <p>{panel.guard.text}</p>
          <p className="soft">{panel.guard.next}</p>
        </Dialog>
      ) : null}
    </Guard>
  )
}
