import { useToasts } from "~src/store/toasts"
import { optionsText } from "~src/ui/strings/options"

import { useAct } from "../shared/use-act"

const text = optionsText.policy
const undoMs = 10_000

/** Says that a policy was saved, with the way back to the one before it. */
export function useSavedToast(): (before: unknown) => void {
  const add = useToasts(({ add }) => add)
  const { mutate: set } = useAct("policy.set")
  return (before) =>
    add({
      id: "policy",
      text: text.saved,
      tone: "plain",
      until: Date.now() + undoMs,
      undo: () => set({ policy: before }),
    })
}
