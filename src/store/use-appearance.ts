import { useEffect } from "react"

import type { Settings } from "~src/messaging/views/settings"

/**
 * Puts the chosen theme and density on the document; "system" leaves it to the browser. Every page calls this, so it says
 * the language, too: the pages' HTML is the build tool's own and says none.
 */
export function useAppearance(appearance: Settings["appearance"] | undefined): void {
  const { theme = "system", density = "compact" } = appearance ?? {}
  useEffect(() => {
    document.documentElement.lang = "en"
    const { dataset } = document.documentElement
    if (theme === "system") delete dataset.theme
    else dataset.theme = theme
    dataset.density = density
  }, [theme, density])
}
