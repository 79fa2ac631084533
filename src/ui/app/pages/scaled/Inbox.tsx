import type { Waiting } from "~src/domain/week/desk"
import { useSettings } from "~src/store/use-settings"
import { useQueuedWrite } from "~src/store/use-write"
import { Button, classNames, SafeLink } from "~src/ui/base"
import { formatDate } from "~src/ui/base/format"
import { scaled as words } from "~src/ui/strings/scaled"

import { CustomerButton } from "../../shared/CustomerButton"

interface Props {
  waiting: Waiting[]
  /** The promise, in elapsed hours. */
  hours: number
  today: string
}

export function Inbox({ waiting, hours, today }: Props) {
  const write = useQueuedWrite()
  const { settings } = useSettings()
  const me = settings?.me?.name ?? "Somebody"
  return (
    <section aria-label={words.inbox}>
      <h2>
        {words.inbox} <span className="soft">{words.inboxAbout(hours)}</span>
      </h2>
      {waiting.length === 0 ? <p className="soft">{words.inboxNone}</p> : null}
      <ul className="cards">
        {waiting.map(({ id, name, who, subject, url, waited, left, takenBy }) => (
          <li key={id}>
            <p>
              <strong className={classNames(left < 0 ? "late" : left < 12 && "soon")}>
                {left < 0 ? words.late(-left) : words.left(left)}
              </strong>{" "}
              <span className="soft">{words.ago(waited)}</span>
            </p>
            <p>
              <CustomerButton id={id} name={name} /> {who ?? ""}
            </p>
            {subject ? <p>{url ? <SafeLink href={url}>{subject}</SafeLink> : `“${subject}”`}</p> : null}
            {takenBy ? (
              <p className="soft">{words.claimedBy(takenBy.who, formatDate(takenBy.on, today))}</p>
            ) : null}
            <span className="buttons no-print">
              {takenBy ? null : (
                <Button
                  aria-label={words.claim(name)}
                  onClick={() =>
                    void write(
                      "note.add",
                      { accountId: id, subject: words.claimNote, text: words.claimText(me), about: "claim" },
                      words.claimed(name),
                    )
                  }
                >
                  {words.claimShort}
                </Button>
              )}
              <Button
                aria-label={words.answered(name)}
                onClick={() =>
                  void write(
                    "touch.log",
                    {
                      accountId: id,
                      channel: "email",
                      direction: "outbound",
                      at: new Date().toISOString(),
                      ...(subject && { note: subject }),
                    },
                    words.logged(name),
                  )
                }
              >
                {words.answeredShort}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
