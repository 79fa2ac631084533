import { Button } from "~src/ui/base"
import { book } from "~src/ui/strings/book"

export type WhyEmpty = "connect" | "who" | "mine" | "other"

/** What an empty book lacks, and where to mend it. */
export function EmptyBook({ why, onOptions }: { why: WhyEmpty; onOptions: () => void }) {
  const { title, text, action } = book.empty[why]
  return (
    <div className="start">
      <h2>{title}</h2>
      <p className="soft">{text}</p>
      {action ? <Button onClick={onOptions}>{action}</Button> : null}
    </div>
  )
}
