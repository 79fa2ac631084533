/** Key of what Salesforce said of a Vitally account, in the details store. */
export const salesforceDetailId = (accountId: string) => `${accountId}:salesforce`
