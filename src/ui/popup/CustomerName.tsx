import { Name } from "../base"
import { popup } from "../strings/popup"
import { useOpenCustomer } from "./use-open-customer"

/** A customer's name; a click opens its page. */
export function CustomerName({ accountId, name }: { accountId: string; name: string }) {
  const open = useOpenCustomer()
  if (!accountId || !name) return <span className="faint">{popup.today.noCustomer}</span>
  return (
    <button
      type="button"
      className="customer"
      title={popup.openCustomer(name)}
      onClick={() => open(accountId)}
    >
      <Name>{name}</Name>
    </button>
  )
}
