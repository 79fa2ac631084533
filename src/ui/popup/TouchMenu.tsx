import type { Channel } from "~src/domain/facts"
import { useQueuedWrite } from "~src/store/use-write"

import { Menu } from "../base"
import { channelWords } from "../strings/base"
import { popup, touchChannels } from "../strings/popup"

const words = popup.overdue

/** "I was in touch": choose the channel and it is logged for now, with the way back for some seconds. */
export function TouchMenu({ accountId, name }: { accountId: string; name: string }) {
  const queue = useQueuedWrite()
  const log = (channel: Channel) =>
    void queue(
      "touch.log",
      { accountId, channel, direction: "outbound", at: new Date().toISOString() },
      words.logged(channelWords[channel], name),
    )
  return (
    <Menu
      label={words.touchOf(name)}
      text={words.touch}
      icon="check"
      kind="secondary"
      className="touch"
      items={touchChannels.map((channel) => ({
        key: channel,
        label: channelWords[channel],
        run: () => log(channel),
      }))}
    />
  )
}
