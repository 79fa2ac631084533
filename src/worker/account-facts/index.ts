export { buildFacts } from "./build"
export type { AccountRows, FactsContext, SalesforceUser } from "./context"
export {
  countRatios,
  guessTraits,
  type RatioCounts,
  scalesOf,
  summaryAfter,
  summaryOf,
  traitTexts,
} from "./derive"
export { loadFacts, loadRows } from "./load"
export { bareRows, derivedStores, readAccountRows } from "./read-rows"
