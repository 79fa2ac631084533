import { useWrite } from "~src/store/use-write"

import { Button, Name, SafeLink } from "../../base"
import { formatDay } from "../../base/format"
import { panel } from "../../strings/panel"
import { Facts } from "../shared/Facts"
import { SetTrait } from "../health/SetTrait"
import { useAccount } from "../shared/panel-context"
import { Section } from "../shared/Section"
import { UsageTables } from "./UsageTables"

const words = panel.more

/** What is known besides: risks, projects, tickets, NPS, flags, links. */
export function MoreSection() {
  const { account } = useAccount()
  const { facts, assessment } = account
  return (
    <Section section="more">
      <Risks />
      <Projects />
      <Tickets />
      <Facts
        rows={[
          [words.nps, facts.nps ? <Nps key="nps" /> : null],
          [words.version, facts.version?.value],
          [words.telemetryLabel, facts.telemetry ? words.telemetry[facts.telemetry.value] : null],
        ]}
      />
      <UsageTables />
      <Flags />
      {assessment.links.length > 0 ? (
        <>
          <h3>{words.links}</h3>
          <ul className="links">
            {assessment.links.map(({ label, url }) => (
              <li key={url}>
                <SafeLink href={url} icon>
                  {label}
                </SafeLink>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Alternatives />
    </Section>
  )
}

function Risks() {
  const { risks } = useAccount().account.assessment
  if (risks.length === 0) return null
  return (
    <>
      <h3>{words.risks}</h3>
      <ul className="bullets">
        {risks.map(({ key, label, why }) => (
          <li key={key}>
            <strong>{label}.</strong> {why}
          </li>
        ))}
      </ul>
    </>
  )
}

function Projects() {
  const { account, today } = useAccount()
  const open = (account.facts.projects ?? []).filter(({ completedOn, archived }) => !completedOn && !archived)
  return (
    <>
      <h3>{words.projects}</h3>
      {open.length === 0 ? <p className="faint">{words.noProjects}</p> : null}
      <ul className="rows">
        {open.map(({ id, name, targetOn, updatedOn }) => (
          <li key={id} className="row">
            <div className="row-main">
              <Name>{name}</Name>
              <span className="row-meta">
                {[
                  targetOn ? words.target(formatDay(targetOn, today)) : undefined,
                  updatedOn ? words.updated(formatDay(updatedOn, today)) : undefined,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function Tickets() {
  const { account, today } = useAccount()
  const { supportTickets = [], openSupportTickets } = account.facts
  if (openSupportTickets === undefined && supportTickets.length === 0) return null
  return (
    <>
      <h3>
        {words.tickets} <span className="faint">{openSupportTickets?.value ?? supportTickets.length}</span>
      </h3>
      <ul className="rows">
        {supportTickets.map(({ id, subject, status, openedOn, url }) => (
          <li key={id} className="row">
            <div className="row-main">
              <SafeLink href={url}>
                <Name>{subject}</Name>
              </SafeLink>
              <span className="row-meta">
                {[status, openedOn ? words.opened(formatDay(openedOn, today)) : undefined]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function Nps() {
  const { account, today } = useAccount()
  const { nps } = account.facts
  if (!nps) return null
  return (
    <>
      {nps.score}
      <span className="faint">
        {nps.who ? (
          <>
            {" · "}
            <Name>{nps.who}</Name>
          </>
        ) : null}
        {nps.respondedOn ? ` · ${formatDay(nps.respondedOn, today)}` : null}
      </span>
      {nps.feedback ? <q className="quote">{nps.feedback}</q> : null}
    </>
  )
}

function Flags() {
  const { account } = useAccount()
  const { canSet, facts } = account
  const flags = [
    ["lighthouse", words.lighthouse, facts.lighthouse],
    ["redAccount", words.redAccount, facts.redAccount],
  ] as const
  const shown = flags.filter(([key, , fact]) => fact !== undefined || canSet.includes(key))
  if (shown.length === 0) return null
  return (
    <>
      <h3>{words.flags}</h3>
      {shown.map(([key, label, fact]) => (
        <div key={key} className="flag">
          <span>
            {label}
            {canSet.includes(key) ? null : `: ${fact?.value ? panel.health.yes : panel.health.no}`}
          </span>
          {canSet.includes(key) ? <SetTrait trait={key} label={label} value={fact?.value} /> : null}
        </div>
      ))}
    </>
  )
}

function Alternatives() {
  const { account } = useAccount()
  const { mutate } = useWrite("open.page")
  if (account.alternatives.length === 0) return null
  return (
    <>
      <h3>{words.other}</h3>
      <ul className="links">
        {account.alternatives.map(({ id, name }) => (
          <li key={id}>
            <Button kind="quiet" onClick={() => mutate({ page: "account", accountId: id })}>
              <Name>{name}</Name>
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
