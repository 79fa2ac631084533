import type { Mail, MailRow } from "~src/domain/week/digital-mails"
import type { DigitalTouchpoint } from "~src/domain/policy/policy"
import { Badge, type Tone } from "~src/ui/base"
import { formatDate } from "~src/ui/base/format"
import { scaled as words } from "~src/ui/strings/scaled"

import { CustomerButton } from "../../shared/CustomerButton"

const tones: Record<Mail["state"], Tone | null> = {
  sent: null,
  due: "accent",
  "no-contact": "concerning",
  "not-seen": "poor",
  "not-owed": null,
  unknown: null,
}

interface Props {
  rows: MailRow[]
  points: DigitalTouchpoint[]
  today: string
}

/** A row a customer, a column a mail; the last column is who gets them. */
export function Mails({ rows, points, today }: Props) {
  const skipped = rows.filter(({ mails }) => mails.some(({ state }) => state === "no-contact")).length
  return (
    <section aria-label={words.mails}>
      <h2>{words.mails}</h2>
      <p className="soft">{words.mailsAbout}</p>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="scroll-x" tabIndex={0} role="group" aria-label={words.mails}>
        <table className="sheet" aria-label={words.mails}>
          <thead>
            <tr>
              <th scope="col">{words.customer}</th>
              {points.map(({ key, label }) => (
                <th key={key} scope="col" title={label}>
                  {words.shortLabels[key] ?? label}
                </th>
              ))}
              <th scope="col">{words.goesTo}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, mails, to, contactsKnown }) => (
              <tr key={id}>
                <th scope="row">
                  <CustomerButton id={id} name={name} />
                </th>
                {mails.map((mail) => (
                  <td key={mail.key}>
                    <State mail={mail} today={today} />
                  </td>
                ))}
                <td>
                  {to.map((contact) => contact.name).join(", ") ||
                    (contactsKnown ? words.noRoles : words.contactsUnknown)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {skipped > 0 ? <p>{words.missing(skipped)}</p> : null}
      <p className="soft">{words.notSeen}</p>
    </section>
  )
}

function State({ mail: { state, on, missing }, today }: { mail: Mail; today: string }) {
  const text = words.states[state](on === undefined ? "" : formatDate(on, today))
  const tone = tones[state]
  if (tone === null) return <span className="soft">{text}</span>
  return (
    <Badge tone={tone} title={missing.join(", ") || text}>
      {text}
    </Badge>
  )
}
