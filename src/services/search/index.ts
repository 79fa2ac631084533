export { fold } from "./fold"
export { searchBook } from "./search-book"
