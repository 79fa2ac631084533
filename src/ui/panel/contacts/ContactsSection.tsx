import { useState } from "react"

import type { ContactFact } from "~src/domain/facts"
import { useOpen } from "~src/store/view-memory"

import { Badge, Name, Notice, SafeLink, Skeleton, TextField } from "../../base"
import { formatDay } from "../../base/format"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"
import { Section } from "../shared/Section"
import { ShowMore } from "../shared/ShowMore"
import { sortContacts } from "./sort-contacts"

const words = panel.contacts
const shownAtFirst = 8
/** From here on a search field helps more than reading. */
const searchFrom = 20
/** The rules' flags that are about contacts. */
const contactGaps: ReadonlySet<string> = new Set([
  "contact-role-gaps",
  "champion-without-contact",
  "buyer-without-contact",
])

export function ContactsSection() {
  const { account } = useAccount()
  const [open, setOpen] = useOpen(account.id, "contacts")
  const [text, setText] = useState("")
  const all = sortContacts(account.facts.contacts ?? [])
  const wanted = text.trim().toLowerCase()
  const found = wanted ? all.filter((one) => haystack(one).includes(wanted)) : all
  const shown = open ? found : found.slice(0, shownAtFirst)
  const gaps = account.assessment.risks.filter(({ key }) => contactGaps.has(key))
  return (
    <Section section="contacts" aside={all.length > 0 ? words.count(all.length) : null}>
      {gaps.map(({ key, why }) => (
        <Notice key={key} tone="concerning">
          {why}
        </Notice>
      ))}
      {all.length > 0 ? null : account.facts.contacts === undefined && account.vitally.refreshing ? (
        <Skeleton lines={2} label={words.reading} />
      ) : (
        <p className="faint">{words.none}</p>
      )}
      {all.length >= searchFrom ? (
        <TextField
          label={words.find}
          hideLabel
          type="search"
          placeholder={words.find}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      ) : null}
      {all.length > 0 && found.length === 0 ? <p className="faint">{words.noMatch}</p> : null}
      <ul className="rows">
        {shown.map((contact) => (
          <ContactRow key={contact.id} contact={contact} />
        ))}
      </ul>
      {found.length > shownAtFirst ? (
        <ShowMore
          open={open}
          more={words.more(found.length - shownAtFirst)}
          fewer={words.fewer}
          onToggle={setOpen}
        />
      ) : null}
    </Section>
  )
}

function ContactRow({ contact: { name, title, email, roles, lastTouchOn, url } }: { contact: ContactFact }) {
  const { today } = useAccount()
  return (
    <li className="row">
      <div className="row-main">
        <span className="row-title">
          <SafeLink href={url}>
            <Name>{name}</Name>
          </SafeLink>
          {roles.map((role) => (
            <Badge key={role} tone={role === "Champion" || role === "Economic Buyer" ? "accent" : "plain"}>
              {role}
            </Badge>
          ))}
        </span>
        <span className="row-meta">
          {title ? <Name>{title}</Name> : null}
          {title && email ? " · " : null}
          {email ? <Name>{email}</Name> : null}
        </span>
      </div>
      <span className="row-end faint">
        {lastTouchOn ? words.last(formatDay(lastTouchOn, today)) : words.noTouch}
      </span>
    </li>
  )
}

function haystack({ name, title, email, roles }: ContactFact): string {
  return [name, title, email, ...roles].join(" ").toLowerCase()
}
