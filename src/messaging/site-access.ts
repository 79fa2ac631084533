/** The pages' way to ask the user for access to a site: the worker can't, it needs the user's click. */
export { askForSiteAccess } from "~src/platform/site-access"
