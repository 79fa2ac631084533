/** Sign-in windows. */
export interface Identity {
  /** Where the service sends the user back to. */
  redirectUrl: string
  /**
   * The address that a sign-in page came back with. Interactive: opens a window; else the page is asked out of sight and
   * must answer without anybody doing anything. @throws where the user closed the window or would have to act.
   */
  signIn(url: string, interactive: boolean): Promise<string>
}

/** How long a page out of sight may take. */
const silentMs = 5_000

export function chromeIdentity(): Identity {
  return {
    redirectUrl: chrome.identity.getRedirectURL(),
    async signIn(url, interactive) {
      const back = await chrome.identity.launchWebAuthFlow({
        url,
        interactive,
        // The page may lead on by script, which Chrome's usual rule takes for a page that needs the user.
        ...(!interactive && { abortOnLoadForNonInteractive: false, timeoutMsForNonInteractive: silentMs }),
      })
      if (back === undefined) throw new Error("The sign-in window gave no answer.")
      return back
    },
  }
}
