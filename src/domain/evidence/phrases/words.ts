export interface Words {
  list: string[]
  /** Written without spaces, as Chinese, Japanese and Thai are; Korean glues its particles on. */
  spaceless: boolean
}

/** Splits folded text into words: runs of letters and digits. */
export function wordsOf(folded: string): Words {
  const list: string[] = []
  let start = -1
  let spaceless = false
  for (let at = 0; at <= folded.length; at += 1) {
    const code = at < folded.length ? folded.charCodeAt(at) : 32
    if (isLetter(code)) {
      if (start < 0) start = at
      if (code >= 0x0e00 && isSpaceless(code)) spaceless = true
    } else if (start >= 0) {
      list.push(folded.slice(start, at))
      start = -1
    }
  }
  return { list, spaceless }
}

/** ASCII letters and digits; beyond ASCII everything but spaces, punctuation and pictures. */
function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
  if (code < 0xc0) return false
  return !(
    (code >= 0x2000 && code <= 0x2bff) ||
    (code >= 0x3000 && code <= 0x3004) ||
    (code >= 0x3008 && code <= 0x3020) ||
    (code >= 0xd800 && code <= 0xf8ff) ||
    (code >= 0xfe00 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20) ||
    code === 0x30fb
  )
}

function isSpaceless(code: number): boolean {
  return (
    (code >= 0x0e00 && code <= 0x0e7f) ||
    (code >= 0x1100 && code <= 0x11ff) ||
    (code >= 0x3005 && code <= 0xd7ff)
  )
}
