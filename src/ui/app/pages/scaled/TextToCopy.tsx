import { useState } from "react"

import type { AccountFacts } from "~src/domain/facts"
import type { Policy } from "~src/domain/policy/policy"
import { plainText, scaledText, type TextKind } from "~src/domain/week/scaled-text"
import { useSettings } from "~src/store/use-settings"
import { useQueuedWrite } from "~src/store/use-write"
import { Button, classNames, SelectField } from "~src/ui/base"
import { scaled as words } from "~src/ui/strings/scaled"

import { CopyButton } from "../../shared/CopyPrint"
import { useRoute } from "../../shared/use-route"

const kinds: readonly TextKind[] = ["recap", "upgrade", "offer"]

interface Props {
  facts: AccountFacts[]
  policy: Policy
  today: string
}

/** Made of known usage and versions; a gap stays visible until somebody fills it. */
export function TextToCopy({ facts, policy, today }: Props) {
  const { params, set } = useRoute()
  const { settings } = useSettings()
  const [kind, setKind] = useState<TextKind>("recap")
  const write = useQueuedWrite()
  const chosen = facts.find(({ id }) => id === params.get("account")) ?? facts[0]
  if (!chosen) return null
  const me = settings?.me?.name ?? "[your name]"
  const text = scaledText(kind, chosen, { policy, me, today })
  return (
    <section aria-label={words.text}>
      <h2>{words.text}</h2>
      <div className="filters no-print">
        <SelectField
          label={words.choose}
          value={chosen.id}
          onChange={(event) => set({ account: event.target.value })}
        >
          {facts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={words.kind}
          value={kind}
          onChange={(event) => setKind(kinds.find((one) => one === event.target.value) ?? "recap")}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {words.kinds[one]}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="scaled-text">
        <p>
          <strong>{words.to}</strong>{" "}
          {text.to.map(({ name, email }) => (email ? `${name} <${email}>` : name)).join(", ") ||
            words.noRoles}
        </p>
        <p>
          <strong>{words.subject}</strong> {text.subject}
        </p>
        <p>
          {text.parts.map((part, nth) => (
            <span key={nth} className={classNames(part.from !== "words" && `part-${part.from}`)}>
              {part.text}
            </span>
          ))}
        </p>
      </div>
      <p className="soft">{words.marked}</p>
      <span className="buttons no-print">
        <CopyButton text={() => plainText(text)} label={words.copy} />
        <Button
          aria-label={words.logSent(chosen.name)}
          onClick={() =>
            void write(
              "touch.log",
              {
                accountId: chosen.id,
                channel: "email",
                direction: "outbound",
                at: new Date().toISOString(),
                note: text.subject,
              },
              words.sent(chosen.name),
            )
          }
        >
          {words.logSentShort}
        </Button>
      </span>
    </section>
  )
}
