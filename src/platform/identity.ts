/** Sign-in windows. */
export interface Identity {
  /** Where the service sends the user back to. */
  redirectUrl: string
  /** Opens a sign-in window and gives the address it came back with. @throws where the user closed it. */
  signIn(url: string, interactive: boolean): Promise<string>
}

export function chromeIdentity(): Identity {
  return {
    redirectUrl: chrome.identity.getRedirectURL(),
    async signIn(url, interactive) {
      const back = await chrome.identity.launchWebAuthFlow({ url, interactive })
      if (back === undefined) throw new Error("The sign-in window gave no answer.")
      return back
    },
  }
}
