/** What the user agreed to before anything is read. */
import type { Settings } from "./views/settings"

/**
 * The version of the text that is agreed to (`src/ui/strings/consent.ts`). Whoever changes what is read, where it is kept,
 * who gets it or what for, raises this: everybody is then asked again, and nothing is read before.
 */
export const consentVersion = 1

export const hasConsent = ({ consent }: Pick<Settings, "consent">): boolean =>
  consent?.version === consentVersion
