export { parseRichText } from "./parse"
