export { searchBook } from "./search-book"
