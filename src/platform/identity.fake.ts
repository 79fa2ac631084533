import type { Identity } from "./identity"

export interface FakeIdentity extends Identity {
  /** What the service would do with the address. */
  answer: (url: string) => Promise<string> | string
  asked: string[]
}

export function fakeIdentity(): FakeIdentity {
  const fake: FakeIdentity = {
    redirectUrl: "https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/",
    asked: [],
    answer: () => Promise.reject(new Error("The user did not approve access.")),
    async signIn(url) {
      fake.asked.push(url)
      return fake.answer(url)
    },
  }
  return fake
}
