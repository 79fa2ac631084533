import type { Book } from "~src/messaging/views/lists"

import { SelectField } from "~src/ui/base"
import { book } from "~src/ui/strings/book"

interface Props {
  data: Book
  me: string | undefined
  /** Empty: one's own book with those one covers. */
  value: string
  onChange: (ownerId: string) => void
}

/** Whose book is shown: managers look at any. */
export function OwnerPicker({ data, me, value, onChange }: Props) {
  const own = data.owners.find(({ adminId }) => adminId === me)
  return (
    <div className="owner">
      <SelectField label={book.owner} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{own ? book.mine(own.name) : book.title}</option>
        {data.owners
          .filter(({ adminId }) => adminId !== me)
          .map(({ adminId, name, count }) => (
            <option key={adminId} value={adminId}>
              {book.ownerCount(name, count)}
            </option>
          ))}
      </SelectField>
    </div>
  )
}
