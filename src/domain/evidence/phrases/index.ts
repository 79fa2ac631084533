/** Every language's phrases in one index, made once when the first mail is judged. */
import { PhraseIndex } from "./phrase-index"
import { ja, ko, rest, zh } from "./asian"
import { de } from "./de"
import { en } from "./en"
import { es } from "./es"
import { fr } from "./fr"
import { it } from "./it"
import { nl } from "./nl"
import { da, fi, sv } from "./nordic"
import { ca, el, hu, ro, tr } from "./others"
import type { PhraseKind, Phrases } from "./phrases"
import { pt } from "./pt"
import { cs, pl, ru, sl } from "./slavic"

const languages: readonly Phrases[] = [
  en,
  de,
  fr,
  es,
  it,
  pt,
  nl,
  sv,
  da,
  fi,
  pl,
  cs,
  sl,
  ru,
  hu,
  ro,
  tr,
  el,
  ca,
  ja,
  zh,
  ko,
  rest,
]

const kinds = Object.keys(en).filter((kind) => kind !== "banner" && kind !== "legal") as PhraseKind[]

function indexOf<Kind extends keyof Phrases>(chosen: readonly Kind[]): PhraseIndex<Kind> {
  const index = new PhraseIndex<Kind>(chosen)
  for (const language of languages) for (const kind of chosen) index.add(kind, language[kind])
  return index
}

let bodies: PhraseIndex<PhraseKind> | undefined
let edges: PhraseIndex<"banner" | "legal"> | undefined

export const bodyPhrases = (): PhraseIndex<PhraseKind> => (bodies ??= indexOf(kinds))

/** What stands above and below what somebody wrote. */
export const edgePhrases = (): PhraseIndex<"banner" | "legal"> => (edges ??= indexOf(["banner", "legal"]))
