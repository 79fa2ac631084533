import { useRoute } from "../../shared/use-route"
import { ChooseCustomer } from "./ChooseCustomer"
import { Results } from "./Results"

/** One customer's results on one page: what the champion presents, and what the monthly review reads. */
export function ReviewPage() {
  const { params } = useRoute()
  const accountId = params.get("account") ?? ""
  return accountId === "" ? <ChooseCustomer /> : <Results key={accountId} accountId={accountId} />
}
