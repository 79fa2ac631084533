export { longestBody, parseRichText, plainText } from "./parse"
