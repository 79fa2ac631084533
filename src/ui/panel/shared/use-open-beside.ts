import { useWrite } from "~src/store/use-write"

/** Opens Chrome's side panel; where Chrome refuses, the account in a tab instead. */
export function useOpenBeside(openSidePanel: (() => Promise<boolean>) | undefined, accountId: string) {
  const { mutate: openPage } = useWrite("open.page")
  return () => {
    void openSidePanel?.().then((opened) => {
      if (!opened) openPage({ page: "account", accountId })
    })
  }
}
