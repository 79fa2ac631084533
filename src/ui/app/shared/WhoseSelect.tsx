import type { BookPage } from "~src/messaging/views/book"
import { useSettings } from "~src/store/use-settings"
import { classNames, SelectField } from "~src/ui/base"
import { book } from "~src/ui/strings/book"

interface Props {
  owners: BookPage["owners"]
  /** `mine`, `all`, or a colleague's id. */
  value: string
  className?: string
  onChange: (who: string) => void
}

/** Mine, everybody's, or one colleague's. */
export function WhoseSelect({ owners, value, className, onChange }: Props) {
  const { settings } = useSettings()
  const me = settings?.me
  return (
    <div className={classNames("owner", className)}>
      <SelectField label={book.owner} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="mine">{me ? book.mine(me.name) : book.myOwn}</option>
        <option value="all">{book.everybody}</option>
        {owners
          .filter(({ adminId }) => adminId !== me?.adminId)
          .map(({ adminId, name, count }) => (
            <option key={adminId} value={adminId}>
              {book.ownerCount(name, count)}
            </option>
          ))}
      </SelectField>
    </div>
  )
}
