import type { TouchResult } from "~src/domain/assessment"

import { Name } from "../../base"
import { channelWords, directionWords } from "../../strings/base"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"

const words = panel.contact

/** `Jon Ek · Slack · from them`: who it was with and how, and that it was the user. */
export function TouchWords({ touch }: { touch: TouchResult }) {
  const { settings } = useAccount()
  const { channel, direction, who, people, byMe, automatic, verdict } = touch
  // Some sources name whoever wrote it on our side.
  const isMe = byMe && who === settings?.me?.name
  const details = [
    channelWords[channel],
    directionWords[direction],
    byMe ? words.you : undefined,
    automatic || verdict === "machine" ? words.automatic : undefined,
  ].filter(Boolean)
  return (
    <>
      {who && !isMe ? (
        <>
          <Name>{who}</Name>
          {people?.length ? " " : " · "}
        </>
      ) : null}
      {people?.map((name, nth) => (
        <span key={name}>
          {nth === 0 ? words.with : words.and} <Name>{name}</Name>
          {nth === people.length - 1 ? " · " : " "}
        </span>
      ))}
      {details.join(" · ")}
    </>
  )
}
