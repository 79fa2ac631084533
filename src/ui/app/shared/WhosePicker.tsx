import { useSettings } from "~src/store/use-settings"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { SelectField } from "~src/ui/base"
import { book } from "~src/ui/strings/book"

import { useRoute } from "./use-route"

/** Whose customers a page shows, as the address says: mine, everybody's, or one colleague's. */
export function useWho(): string {
  return useRoute().params.get("owner") ?? "mine"
}

export function WhosePicker() {
  const { set } = useRoute()
  const who = useWho()
  const { settings } = useSettings()
  const { data } = useWorkerQuery("book.get", {}, ["settings"])
  const me = settings?.me
  return (
    <div className="owner no-print">
      <SelectField
        label={book.owner}
        value={who}
        onChange={(event) => set({ owner: event.target.value === "mine" ? undefined : event.target.value })}
      >
        <option value="mine">{me ? book.mine(me.name) : book.myOwn}</option>
        <option value="all">{book.everybody}</option>
        {(data?.owners ?? [])
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
