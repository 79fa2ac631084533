/** Under which keys a cover plan's own words are kept. Pure. */
export const coverKeys = {
  from: "cover:from",
  to: "cover:to",
  who: (accountId: string) => `cover:who:${accountId}`,
  note: (accountId: string) => `cover:note:${accountId}`,
  tick: (stepId: string) => `cover:tick:${stepId}`,
} as const

export const isCoverKey = (key: string): boolean => key.startsWith("cover:")
