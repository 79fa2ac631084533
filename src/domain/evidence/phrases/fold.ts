const marks = /\p{M}+/gu
const special = /[ßøłđæœıþð\u2018\u2019]/g
const plainOf: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  æ: "ae",
  œ: "oe",
  ı: "i",
  þ: "th",
  ð: "d",
  "\u2018": "'",
  "\u2019": "'",
}

/** Lower case without accents: people and systems write the same phrase with and without them. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (isAscii(lower)) return lower
  return lower
    .normalize("NFD")
    .replace(marks, "")
    .replace(special, (letter) => plainOf[letter] ?? letter)
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false
  return true
}
