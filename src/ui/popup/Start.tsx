import { useWrite } from "~src/store/use-write"

import { Button } from "../base"
import { popup } from "../strings/popup"

const words = popup.start

/** Before there is anything to list: the one thing to do next. */
export function Start({ connected }: { connected: boolean }) {
  const { mutate: open } = useWrite("open.page")
  return (
    <section className="start" aria-label={connected ? words.whoTitle : words.title}>
      <h2>{connected ? words.whoTitle : words.title}</h2>
      <p>{connected ? words.whoText : words.text}</p>
      <Button kind="primary" onClick={() => open({ page: "options" })}>
        {connected ? words.who : words.connect}
      </Button>
      {connected ? null : <p className="faint small">{words.hint}</p>}
    </section>
  )
}
