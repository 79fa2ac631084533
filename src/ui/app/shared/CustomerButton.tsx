import { useWrite } from "~src/store/use-write"
import { Name } from "~src/ui/base"

/** A customer's name, which opens its page in Vitally. */
export function CustomerButton({ id, name }: { id: string; name: string }) {
  const { mutate: openPage } = useWrite("open.page")
  return (
    <button type="button" className="customer" onClick={() => openPage({ page: "vitally", accountId: id })}>
      <Name>{name}</Name>
    </button>
  )
}
