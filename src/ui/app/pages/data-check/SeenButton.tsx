import type { DataCheckRow } from "~src/messaging/views/data-check"
import { useToasts } from "~src/store/toasts"
import { useWrite } from "~src/store/use-write"
import { Button } from "~src/ui/base"
import { dataCheck as words } from "~src/ui/strings/data-check"

const tellMs = 8000

/** "Seen, fine", kept and undoable; on one that was seen, the way back. */
export function SeenButton({ row }: { row: DataCheckRow }) {
  const { mutate: mark } = useWrite("facts.seen")
  const { mutate: choose } = useWrite("facts.choose")
  const add = useToasts(({ add }) => add)
  const { accountId, key, print, isSeen, isSettled, name, settling } = row
  const label = isSeen ? words.again : words.seen
  const change = () => {
    if (isSettled && settling.how === "choose") {
      choose({ accountId, fact: settling.fact, pick: null })
      return
    }
    mark({ accountId, key, print: isSeen ? null : print })
    if (isSeen) return
    add({
      id: `seen ${accountId} ${key}`,
      text: words.seenDone,
      tone: "plain",
      until: Date.now() + tellMs,
      undo: () => mark({ accountId, key, print: null }),
    })
  }
  return (
    <Button onClick={change} aria-label={words.of(label, `${name}, ${row.key}`)}>
      {label}
    </Button>
  )
}
