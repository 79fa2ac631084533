import type { Status } from "~src/messaging/contract"
import { useWrite } from "~src/store/use-write"

import { base } from "../strings/base"
import { Button } from "./Button"
import { Notice } from "./ErrorNotice"

const words = base.missing

/** What the reader must know of the stored data: that it was deleted, or that Vitally no longer shows some of it. */
export function MissingNotice({ status }: { status: Status | undefined }) {
  return (
    <>
      <Lost lost={status?.lost} />
      <Missing status={status} />
    </>
  )
}

function Lost({ lost }: { lost: Status["lost"] }) {
  const { mutate: seen, isPending } = useWrite("data.seen")
  if (!lost) return null
  return (
    <Notice
      tone="concerning"
      icon="warn"
      live
      actions={
        <Button disabled={isPending} onClick={() => seen({})}>
          {words.seen}
        </Button>
      }
    >
      <p className="notice-title">{lost.text}</p>
      <p>{lost.detail}</p>
    </Notice>
  )
}

/** Customers or tasks that Vitally no longer shows: nothing is removed without the user's word. */
function Missing({ status }: { status: Status | undefined }) {
  const { mutate: decide, isPending } = useWrite("missing.decide")
  const missing = status?.sync.missing
  if (!missing) return null
  return (
    <Notice
      tone="concerning"
      icon="warn"
      live
      actions={
        <>
          <Button disabled={isPending} onClick={() => decide({ remove: false })}>
            {words.keep}
          </Button>
          <Button kind="quiet" disabled={isPending} onClick={() => decide({ remove: true })}>
            {words.remove}
          </Button>
        </>
      }
    >
      <p className="notice-title">{missing.text}</p>
      <p>{missing.detail}</p>
    </Notice>
  )
}
