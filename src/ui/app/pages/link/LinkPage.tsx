/** Links a page that no id tells about to a customer, by hand; remembered, and undone here or in the settings. */
import { useEffect, useRef } from "react"

import type { PageRef } from "~src/hosts/page-ref"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { Button } from "~src/ui/base/Button"
import { Notice } from "~src/ui/base/ErrorNotice"
import { AccountPicker } from "../../../options/shared/AccountPicker"
import { FaultAlert } from "../../../options/shared/FaultAlert"
import { HandLinks } from "~src/ui/options/links/HandLinks"
import { pageText } from "~src/ui/options/links/page-text"
import { useAct } from "../../../options/shared/use-act"
import { linkText } from "~src/ui/strings/welcome"

import { useRoute } from "../../shared/use-route"
import { pageOf, proposedBy } from "./linked-page"

export function LinkPage() {
  // The worker reuses this tab for the next page by changing its address.
  const { params } = useRoute()
  const ref = pageOf(params)
  return (
    <div className="narrow-page">
      <h1>{linkText.title}</h1>
      {ref ? (
        <LinkOne key={ref.key} pageRef={ref} proposed={proposedBy(params)} />
      ) : (
        <Notice icon="link">{linkText.noPage}</Notice>
      )}
      <section aria-labelledby="linked">
        <h2 id="linked">{linkText.list}</h2>
        <HandLinks />
      </section>
    </div>
  )
}

function LinkOne({ pageRef, proposed }: { pageRef: PageRef; proposed: string | null }) {
  const links = useWorkerQuery("link.list", {}, ["settings", "book"])
  const set = useAct("link.set")
  const remove = useAct("link.remove")
  const known = links.data?.find(({ ref }) => ref.key === pageRef.key)
  return (
    <div className="card">
      <p>
        {linkText.page}: <strong>{pageText(pageRef)}</strong>
      </p>
      <p className="soft">{linkText.about}</p>
      {known && (
        <Notice
          icon="link"
          tone="accent"
          live
          actions={<Button onClick={() => remove.mutate({ ref: pageRef })}>{linkText.undo}</Button>}
        >
          {set.isSuccess ? linkText.linked(known.accountName) : linkText.linkedAlready(known.accountName)}
        </Notice>
      )}
      {!known && proposed !== null && (
        <Proposal accountId={proposed} onLink={() => set.mutate({ ref: pageRef, accountId: proposed })} />
      )}
      {!known && remove.isSuccess && <p role="status">{linkText.undone}</p>}
      <AccountPicker
        label={linkText.search}
        focusAtStart={proposed === null}
        onPick={({ id }) => set.mutate({ ref: pageRef, accountId: id })}
      />
      <FaultAlert fault={set.fault ?? remove.fault ?? links.fault} />
    </div>
  )
}

/** The customer that was chosen in the panel, one press away. */
function Proposal({ accountId, onLink }: { accountId: string; onLink: () => void }) {
  const summary = useWorkerQuery("summary.get", { accountId }, ["book"])
  const button = useRef<HTMLButtonElement>(null)
  const name = summary.data?.name
  useEffect(() => button.current?.focus(), [name])
  if (name === undefined) return null
  return (
    <div className="buttons">
      <Button ref={button} kind="primary" icon="link" onClick={onLink}>
        {linkText.linkTo(name)}
      </Button>
    </div>
  )
}
