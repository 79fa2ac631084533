/** Parent and children of a Salesforce account: a customer is often known in Vitally under one of them. */
import type { WorkerContext } from "../kernel/context"
import { toId18 } from "~src/hosts"

import { readAccountBody, type SalesforceAccountBody } from "./account-body"
import { salesforceDetailId } from "./detail-id"
import { textOf } from "./record-values"

/** 18-character ids of an account's parent and children in Salesforce, the parent first. */
function familyIds({ account, children }: SalesforceAccountBody): string[] {
  const ids = [account.ParentId, ...children.map((child) => child.Id)]
  return ids.flatMap((id) => toId18(textOf(id) ?? "") ?? [])
}

/** As {@link familyIds}, from what was last read of a Vitally account's record; none where it never was. */
export async function storedFamily({ db }: Pick<WorkerContext, "db">, accountId: string): Promise<string[]> {
  const body = readAccountBody((await db.get("details", salesforceDetailId(accountId)))?.body)
  return body ? familyIds(body) : []
}
