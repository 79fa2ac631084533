import { useToasts } from "./toasts"
import { useWrite } from "./use-write"

/** How long the way back is offered; after that the touch itself and the options have it. */
const undoMs = 8_000

interface Named {
  accountId: string
  touchId: string
}

/** The user's word on a touch, with the way back. `text`: what was said, for the toast. */
export function useCorrection() {
  const add = useToasts(({ add }) => add)
  const { mutate: correct } = useWrite("evidence.correct")
  const { mutate: noAnswer } = useWrite("evidence.noAnswer")
  const tell = (id: string, text: string, undo: () => void) =>
    add({ id, text, tone: "plain", until: Date.now() + undoMs, undo })
  return {
    say: (named: Named, said: "contact" | "not-contact", text: string) =>
      correct(
        { ...named, said },
        {
          onSuccess: () => tell(`say ${named.touchId}`, text, () => correct({ ...named, said: null })),
        },
      ),
    unsay: (named: Named) => correct({ ...named, said: null }),
    needsNoAnswer: ({ accountId, touchId }: Named, text: string) =>
      noAnswer(
        { accountId, touchId, needed: false },
        {
          // One question may be several messages; it is kept under the newest.
          onSuccess: (kept) =>
            tell(`answer ${touchId}`, text, () => noAnswer({ accountId, ...kept, needed: true })),
        },
      ),
    needsAnswer: (named: Named) => noAnswer({ ...named, needed: true }),
  }
}
