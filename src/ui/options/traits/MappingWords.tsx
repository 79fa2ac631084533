/** The words of the workspace's traits and what they mean: part of the policy. */
import { useWorkerQuery } from "~src/store/use-worker-query"
import { Notice } from "~src/ui/base/ErrorNotice"
import { optionsText } from "~src/ui/strings/options"

import { useDraft } from "../policy/draft"
import { WordsAt } from "../policy/fields"
import { WithDraft } from "../policy/WithDraft"
import { unreadWords } from "./unread-words"

const text = optionsText.traits.words

export function MappingWords({ connected }: { connected: boolean }) {
  return (
    <WithDraft>
      <div className="card">
        <h3>{text.title}</h3>
        <p className="field-hint">{text.hint}</p>
        <div className="columns narrow">
          {(["healthy", "concerning", "poor"] as const).map((meaning) => (
            <WordsAt
              key={meaning}
              path={`mapping.sentimentWords.${meaning}`}
              label={text.sentiment[meaning]}
            />
          ))}
        </div>
        <div className="columns">
          {(["yes", "no"] as const).map((meaning) => (
            <WordsAt key={meaning} path={`mapping.booleanWords.${meaning}`} label={text.boolean[meaning]} />
          ))}
        </div>
        <div className="columns">
          {(["renewal", "expansion"] as const).map((meaning) => (
            <WordsAt
              key={meaning}
              path={`mapping.opportunityTypes.${meaning}`}
              label={text.opportunity[meaning]}
            />
          ))}
        </div>
        {connected && <Unread />}
      </div>
    </WithDraft>
  )
}

/** What the samples of the workspace hold that no list has, as the lists are typed. */
function Unread() {
  const { policy } = useDraft()
  const traits = useWorkerQuery("traits.get", {}, ["settings", "book"])
  const unread = traits.data ? unreadWords(traits.data.rows, policy.mapping) : []
  if (unread.length === 0) return null
  return (
    <Notice>
      <ul>
        {unread.map(({ label, words }) => (
          <li key={label}>{text.unread(label, words)}</li>
        ))}
      </ul>
    </Notice>
  )
}
