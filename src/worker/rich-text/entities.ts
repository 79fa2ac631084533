/** Character references found in mail and notes. Unknown ones stay as they are. */
const named: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  bull: "•",
  middot: "·",
  copy: "©",
  reg: "®",
  trade: "™",
  euro: "€",
  pound: "£",
  deg: "°",
  times: "×",
  rarr: "→",
  larr: "←",
  laquo: "«",
  raquo: "»",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  ccedil: "ç",
  ntilde: "ñ",
}

export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g,
    (whole, decimal, hex, name) => {
      if (typeof name === "string") return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole
      const code =
        typeof decimal === "string" ? Number.parseInt(decimal, 10) : Number.parseInt(String(hex), 16)
      const surrogate = code >= 0xd800 && code <= 0xdfff
      return code === 0 || surrogate || code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code)
    },
  )
}
