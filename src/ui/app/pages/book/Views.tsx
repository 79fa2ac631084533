import { useState } from "react"

import { builtInViews, type BookView } from "~src/domain/book/views"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { useWrite } from "~src/store/use-write"
import { Button, Dialog, IconButton, SafeLink, TextField } from "~src/ui/base"
import { book } from "~src/ui/strings/book"

import { hashOf } from "../../shared/route"
import { addressOf, type BookState, stateOf, viewQueryOf } from "./address"
import type { BookControls } from "./use-book-state"

const words = book.views

interface Props {
  controls: BookControls
  dashboards: { label: string; url: string }[]
}

/** Views as one press each: those that ship, then the user's own. A view is an address, so its link can be shared. */
export function Views({ controls: { state, change }, dashboards }: Props) {
  const { data: own = [] } = useWorkerQuery("book.views", {}, ["views"])
  const { mutate: save } = useWrite("book.saveViews")
  const [naming, setNaming] = useState(false)
  const current = viewQueryOf(state)
  const show = ({ query }: BookView) => change({ ...stateOf(new URLSearchParams(query)), who: state.who })
  const all = [...builtInViews, ...own]
  const active = all.find(({ query }) => viewQueryOf(stateOf(new URLSearchParams(query))) === current)
  return (
    <div className="views">
      <ul aria-label={words.label}>
        {all.map((view) => (
          <li key={view.name} className="view">
            <button type="button" aria-pressed={view === active} onClick={() => show(view)}>
              {view.name}
            </button>
            {own.includes(view) ? (
              <IconButton
                icon="close"
                label={words.remove(view.name)}
                onClick={() => save({ views: own.filter((one) => one !== view) })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {active ? null : (
        <Button kind="quiet" icon="plus" onClick={() => setNaming(true)}>
          {words.save}
        </Button>
      )}
      <CopyLink state={state} />
      <span className="spacer" />
      {dashboards.map(({ label, url }) => (
        <SafeLink key={label} href={url}>
          {label}
        </SafeLink>
      ))}
      {naming ? (
        <NameView
          taken={all.map(({ name }) => name)}
          onClose={() => setNaming(false)}
          onSave={(name) => {
            save({ views: [...own, { name, query: current }] })
            setNaming(false)
          }}
        />
      ) : null}
    </div>
  )
}

function CopyLink({ state }: { state: BookState }) {
  const [said, setSaid] = useState("")
  const link = `${location.href.split("#")[0] ?? ""}${hashOf("book", addressOf(state))}`
  return (
    <>
      <Button
        kind="quiet"
        icon="link"
        onClick={() =>
          void navigator.clipboard.writeText(link).then(
            () => setSaid(words.copied),
            () => setSaid(words.notCopied),
          )
        }
      >
        {words.copy}
      </Button>
      <span role="status" className="soft">
        {said}
      </span>
    </>
  )
}

function NameView({
  taken,
  onClose,
  onSave,
}: {
  taken: string[]
  onClose: () => void
  onSave: (name: string) => void
}) {
  const [name, setName] = useState("")
  const clean = name.trim()
  const isTaken = taken.includes(clean)
  return (
    <Dialog title={words.nameTitle} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (clean && !isTaken) onSave(clean)
        }}
      >
        <TextField
          label={words.name}
          required
          maxLength={80}
          value={name}
          error={isTaken ? words.taken : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <Button kind="primary" type="submit">
          {words.keep}
        </Button>
      </form>
    </Dialog>
  )
}
