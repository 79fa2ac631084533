/** What to know before a call, as text: made of what the panel shows, nothing new. */
import type { AccountFacts } from "~src/domain/facts"
import type { AccountView, CallBrief } from "~src/messaging/contract"

type Section = CallBrief["sections"][number]

/** Longer lists are not read on the way to a call. */
const most = 5

export function briefOf(account: AccountView): CallBrief {
  const title = `Call brief: ${account.facts.name}`
  const sections = [
    standing(account),
    lately(account),
    {
      title: "Talk about",
      lines: account.actions.slice(0, most).map(({ title: what, why }) => `${what}: ${why}`),
    },
    { title: "Risks", lines: account.assessment.risks.map(({ label, why }) => `${label}: ${why}`) },
    { title: "Open tasks", lines: openTasks(account) },
    { title: "People", lines: people(account.facts) },
  ].filter(({ lines }) => lines.length > 0)
  return { title, sections, text: plain(title, sections) }
}

function standing({ assessment: { tier, health, contact, renewal, lifecycle } }: AccountView): Section {
  const lines = [
    tier.name === null ? "Tier: no data" : `Tier: ${tier.name}${tier.team === null ? "" : `, ${tier.team}`}`,
    `Health: ${health.summary}`,
    contactLine(contact),
    renewal.on === null ? "Renewal: no date" : `Renewal: ${renewal.on}, ${renewal.phaseLabel}`,
    ...(lifecycle.stage === null ? [] : [`Stage: ${lifecycle.stage}`]),
  ]
  return { title: "Where they stand", lines }
}

function contactLine({ daysSince, last, why }: AccountView["assessment"]["contact"]): string {
  if (daysSince === null) return `Last contact: ${why}`
  const ago = daysSince === 0 ? "today" : `${daysSince} ${daysSince === 1 ? "day" : "days"} ago`
  return `Last contact: ${ago}${last ? `, ${last.channel}` : ""}. ${why}`
}

function lately({ assessment, facts }: AccountView): Section {
  const { waiting, timeline } = assessment.contact
  const touches = timeline
    .slice(0, most)
    .map(({ on, channel, subject, who }) => [on, channel, subject, who].filter(Boolean).join(", "))
  const meetings = (facts.upcomingMeetings ?? []).slice(0, most).map(({ on, at, title, attendees }) => {
    const with_ = attendees.length > 0 ? ` with ${attendees.slice(0, most).join(", ")}` : ""
    return `Coming up ${on ?? at.slice(0, 10)}: ${title}${with_}`
  })
  return { title: "Lately", lines: [...(waiting ? [waiting.text] : []), ...meetings, ...touches] }
}

function openTasks({ tasks }: AccountView): string[] {
  return tasks
    .filter(({ completedAt }) => completedAt === undefined)
    .slice(0, most)
    .map(({ name, dueOn }) => (dueOn === undefined ? name : `${name}, due ${dueOn}`))
}

function people({ contacts = [] }: AccountFacts): string[] {
  return contacts
    .slice(0, most)
    .map(({ name, title, roles }) => [name, title, roles.join(", ")].filter(Boolean).join(", "))
}

function plain(title: string, sections: readonly Section[]): string {
  const blocks = sections.map(({ title: heading, lines }) =>
    [heading, ...lines.map((line) => `- ${line}`)].join("\n"),
  )
  return [title, ...blocks].join("\n\n")
}
