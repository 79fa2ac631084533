import type { PanelState, SearchHit } from "~src/messaging/contract"
import type { Settings } from "~src/messaging/views/settings"
import { useWrite } from "~src/store/use-write"

import { Badge, Button, Name, StatusMark } from "../../base"
import { panel } from "../../strings/panel"
import { EmptyState } from "./EmptyState"
import { FaultNotice } from "./FaultNotice"
import { LoadingPanel } from "./LoadingPanel"

const words = panel.states

type View = Exclude<PanelState["view"], { kind: "account" }>

interface Props {
  view: View
  settings: Settings | undefined
  onRetry: () => void
}

/** Every answer of the worker but an account. */
export function NoAccountView({ view, settings, onRetry }: Props) {
  const { mutate: openPage } = useWrite("open.page")
  switch (view.kind) {
    case "not-connected":
      return (
        <EmptyState icon="link" title={words.notConnected} text={view.text}>
          <Button kind="primary" onClick={() => openPage({ page: "options" })}>
            {words.openOptions}
          </Button>
        </EmptyState>
      )
    case "no-account":
      return (
        <EmptyState icon="search" title={words.noAccount} text={words.noAccountText}>
          <Button onClick={() => openPage({ page: "book" })}>{words.openBook}</Button>
        </EmptyState>
      )
    case "loading":
      return <LoadingPanel text={view.text} settings={settings} />
    case "error":
      return (
        <div className="notices">
          <h1 className="sr-only">{panel.name}</h1>
          <FaultNotice fault={view.fault} onRetry={onRetry} />
        </div>
      )
    case "unknown":
      return (
        <EmptyState icon="search" title={words.unknown} text={view.text}>
          <Button kind="primary" onClick={() => openPage({ page: "link", hash: hashOf(view.linkPage) })}>
            {words.link}
          </Button>
          <Candidates
            title={words.candidates}
            verb={words.linkTo}
            hits={view.candidates}
            onPick={(id) =>
              openPage({ page: "link", hash: `${hashOf(view.linkPage)}&account=${encodeURIComponent(id)}` })
            }
          />
        </EmptyState>
      )
    case "choose":
      return (
        <EmptyState icon="people" title={words.choose} text={view.text}>
          <Candidates
            verb={words.pick}
            hits={view.candidates}
            onPick={(id) => openPage({ page: "account", accountId: id })}
          />
        </EmptyState>
      )
  }
}

/** What the link page must know of this page travels in its hash. */
function hashOf(linkPage: string): string {
  // The worker names the page by its hash alone, or by path and hash.
  return linkPage.slice(linkPage.indexOf("#") + 1)
}

interface CandidatesProps {
  title?: string
  /** What pressing one does, for those who hear its name alone. */
  verb: string
  hits: SearchHit[]
  onPick: (id: string) => void
}

function Candidates({ title, verb, hits, onPick }: CandidatesProps) {
  if (hits.length === 0) return null
  return (
    <div className="candidates">
      {title ? <h2>{title}</h2> : null}
      <ul className="rows">
        {hits.map(({ id, name, tier, band }) => (
          <li key={id}>
            <button type="button" className="candidate" onClick={() => onPick(id)}>
              <span className="sr-only">{verb} </span>
              <Name className="candidate-name">{name}</Name>
              {tier ? <Badge>{tier}</Badge> : null}
              <StatusMark band={band} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
