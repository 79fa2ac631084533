/** The policy in force, for everything that works something out. */
export { currentPolicy } from "./stored-policy"
