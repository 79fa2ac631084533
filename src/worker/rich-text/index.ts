export { parseRichText } from "./parse"
export { plainText } from "./plain-text"
