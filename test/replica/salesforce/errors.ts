import { json, type Reply } from "../http/exchange"

/** An API error; the body is an array of one, as in shared fixtures of public clients. */
export class SalesforceError extends Error {
  constructor(
    readonly status: number,
    readonly errorCode: string,
    message: string,
    /** Fields that a refused write names. */
    readonly fields?: readonly string[],
  ) {
    super(message)
  }

  get body(): { message: string; errorCode: string; fields?: readonly string[] }[] {
    return [{ message: this.message, errorCode: this.errorCode, ...(this.fields && { fields: this.fields }) }]
  }

  get reply(): Reply {
    return json(this.status, this.body)
  }
}

export const malformedQuery = (message: string): SalesforceError =>
  new SalesforceError(400, "MALFORMED_QUERY", message)
export const invalidField = (message: string): SalesforceError =>
  new SalesforceError(400, "INVALID_FIELD", message)
export const noSuchColumn = (field: string, object: string): SalesforceError =>
  invalidField(`No such column '${field}' on sobject of type ${object}`)
export const notFound = (): SalesforceError =>
  new SalesforceError(404, "NOT_FOUND", "The requested resource does not exist")
export const sessionExpired = (): SalesforceError =>
  new SalesforceError(401, "INVALID_SESSION_ID", "Session expired or invalid")
export const sessionNotValidForRest = (): SalesforceError =>
  new SalesforceError(401, "INVALID_SESSION_ID", "This session is not valid for use with the REST API")
/** The same said without "REST": seen where API Access Control bars the app. */
export const sessionNotValidForApi = (): SalesforceError =>
  new SalesforceError(401, "INVALID_SESSION_ID", "This session is not valid for use with the API")
export const dailyLimit = (): SalesforceError =>
  new SalesforceError(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.")
export const apiDisabled = (): SalesforceError =>
  new SalesforceError(403, "API_DISABLED_FOR_ORG", "The REST API is not enabled for this Organization.")
