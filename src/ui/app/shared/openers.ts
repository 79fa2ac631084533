/** How a view of the book opens a customer: its page in Vitally, or ours of the account. */
export interface Openers {
  open: (accountId: string, page?: "vitally" | "account") => void
}
