import { createHash } from "node:crypto"
import { salesforceId, to18 } from "../book/ids"
import { json, readObject, type Reply } from "../http/exchange"
import type { Row } from "../world/collection"
import { noSuchColumn, notFound, SalesforceError } from "./errors"
import type { DataCall, DataRouter } from "./routes"
import type { FieldSchema, ObjectSchema } from "./schema"
import { attributes } from "./soql/select"
import { isFilterable, isSortable, visibleField } from "./soql/context"
import { salesforceValue } from "./soql/values"
import { checkWrite, closesTask, defaultStatus, picklistOf } from "./writing"

/** `sobjects/...`: describe, read with ETag, create, update. */
export function recordRoutes(data: DataRouter): void {
  data.on("GET", "sobjects/:object/describe", (call, { object }) => {
    const schema = described(call, object!)
    call.world.salesforce.refusals.strike("describe", schema.name)
    const modified = new Date(call.world.salesforce.describeChangedAt).toUTCString()
    const since = call.exchange.headers["if-modified-since"]
    if (since !== undefined && Date.parse(since) >= Date.parse(modified))
      return { status: 304, headers: {}, body: "", route: "" }
    const { describes, hiddenFields } = call.world.salesforce
    const hidden = typeof describes === "string" ? hiddenFields : describes.fields
    const fields = schema.fields
      .filter((field) => !hidden.has(`${schema.name}.${field.name}`))
      .map((field) => describeField(call, schema, field))
    const body = {
      name: schema.name,
      label: schema.label,
      keyPrefix: null,
      queryable: true,
      createable: true,
      fields,
      childRelationships: Object.entries(schema.children).map(([relationshipName, child]) => ({
        childSObject: child.object,
        field: child.field,
        relationshipName,
      })),
    }
    return json(200, body, { "last-modified": modified })
  })
  data.on("GET", "sobjects/:object/:id", (call, { object, id }) =>
    readRecord(call, visible(call, object!), id!),
  )
  data.on("POST", "sobjects/:object", (call, { object }) => {
    const schema = visible(call, object!)
    call.world.salesforce.refusals.strike("create", schema.name)
    const body = bodyOf(call, schema)
    if (schema.name === "Contact" && typeof body["LastName"] !== "string")
      throw new SalesforceError(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [LastName]")
    const at = call.world.clock.stamp()
    const id = salesforceId(schema.name, 900_000 + call.world.nextNumber())
    const row: Row = {
      ...defaults(call, schema),
      ...body,
      Id: id,
      CreatedDate: at,
      LastModifiedDate: at,
      SystemModstamp: at,
    }
    checkWrite(call.world.salesforce, schema, row, body, true)
    rollUp(call, schema, row)
    call.world.salesforce.tables.add(schema.name, row)
    applied(call, "POST", `sobjects/${schema.name}`, id, body)
    return json(201, { id, success: true, errors: [] })
  })
  data.on("PATCH", "sobjects/:object/:id", (call, { object, id }) => {
    const schema = visible(call, object!)
    const row = call.world.salesforce.tables.byId(schema.name, id!)
    if (!row) throw notFound()
    call.world.salesforce.refusals.strike("update", schema.name)
    const body = bodyOf(call, schema)
    checkWrite(call.world.salesforce, schema, { ...row, ...body }, body, false)
    const at = call.world.clock.stamp()
    Object.assign(row, body, { LastModifiedDate: at, SystemModstamp: at })
    rollUp(call, schema, row)
    applied(call, "PATCH", `sobjects/${schema.name}/:id`, row["Id"] as string, body)
    return { status: 204, headers: {}, body: "", route: "" }
  })
  data.on(
    "DELETE",
    "sobjects/:object/:id",
    () =>
      new SalesforceError(403, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id")
        .reply,
  )
}

function visible({ world }: DataCall, name: string): ObjectSchema {
  const schema = world.salesforce.schemaOf(name)
  if (!schema || world.salesforce.hiddenObjects.has(schema.name)) throw notFound()
  return schema
}

/** As {@link visible}, as far as describe knows. */
function described(call: DataCall, name: string): ObjectSchema {
  const { describes, hiddenObjects } = call.world.salesforce
  const schema = call.world.salesforce.schemaOf(name)
  const hidden = typeof describes === "string" ? hiddenObjects : describes.objects
  if (!schema || hidden.has(schema.name)) throw notFound()
  return schema
}

function readRecord(call: DataCall, schema: ObjectSchema, id: string): Reply {
  const { world, exchange } = call
  const row = world.salesforce.tables.byId(schema.name, to18(id))
  if (!row) throw notFound()
  const wanted = exchange.query.get("fields")?.split(",")
  const fields = wanted
    ? wanted.map((name) => {
        const field = visibleField(world.salesforce, schema, name)
        if (!field) throw noSuchColumn(name, schema.name)
        return field
      })
    : schema.fields.filter((field) => visibleField(world.salesforce, schema, field.name))
  const body = JSON.stringify({
    attributes: attributes(call, schema.name, row),
    ...Object.fromEntries(fields.map((field) => [field.name, salesforceValue(field, row[field.name])])),
  })
  // Only accounts carry an ETag.
  if (schema.name !== "Account")
    return { status: 200, headers: { "content-type": "application/json;charset=UTF-8" }, body, route: "" }
  const etag = `"${createHash("sha1").update(body).digest("base64")}-gzip"`
  const modified = new Date(String(row["LastModifiedDate"])).toUTCString()
  const headers = { "content-type": "application/json;charset=UTF-8", etag, "last-modified": modified }
  const since = exchange.headers["if-modified-since"]
  const match = exchange.headers["if-none-match"]
  const same =
    match !== undefined ? match === etag : since !== undefined && Date.parse(since) >= Date.parse(modified)
  return same
    ? { status: 304, headers: { etag }, body: "", route: "" }
    : { status: 200, headers, body, route: "" }
}

function bodyOf(call: DataCall, schema: ObjectSchema): Row {
  const body = readObject(call.exchange)
  if (!body) throw new SalesforceError(400, "JSON_PARSER_ERROR", "Unexpected character in the request body")
  const out: Row = {}
  for (const [name, value] of Object.entries(body)) {
    if (name === "attributes") continue
    const field = visibleField(call.world.salesforce, schema, name)
    if (!field) throw noSuchColumn(name, schema.name)
    if (["Id", "CreatedDate", "SystemModstamp", "IsClosed"].includes(field.name))
      throw new SalesforceError(
        400,
        "INVALID_FIELD_FOR_INSERT_UPDATE",
        `Unable to create/update fields: ${field.name}.`,
      )
    if (field.type === "date" && typeof value === "string" && !/^\d{4}-\d{2}-\d{2}$/.test(value))
      throw new SalesforceError(
        400,
        "JSON_PARSER_ERROR",
        `Cannot deserialize instance of date from VALUE_STRING value ${value}`,
      )
    out[field.name] = value
  }
  return out
}

function defaults({ world, userId }: DataCall, schema: ObjectSchema): Row {
  const row: Row = Object.fromEntries(
    schema.fields.map((field) => [field.name, field.type === "boolean" ? false : null]),
  )
  if ("OwnerId" in row) row["OwnerId"] = userId
  if (schema.name === "Task")
    Object.assign(row, { Status: defaultStatus(world.salesforce), Priority: "Normal", TaskSubtype: "Task" })
  return row
}

/** What Salesforce derives: the account of a task, and whether it is closed. */
function rollUp({ world }: DataCall, schema: ObjectSchema, row: Row): void {
  if (schema.name !== "Task" && schema.name !== "Event") return
  if (typeof row["WhatId"] === "string") {
    const what = to18(row["WhatId"])
    row["WhatId"] = what
    for (const name of ["Opportunity", "Contract"] as const)
      if (what.startsWith(name === "Opportunity" ? "006" : "800"))
        row["AccountId"] = world.salesforce.tables.byId(name, what)?.["AccountId"] ?? null
    if (what.startsWith("001")) {
      if (!world.salesforce.tables.byId("Account", what))
        throw new SalesforceError(400, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id")
      row["AccountId"] = what
    }
  }
  if (schema.name === "Task") {
    const closed = closesTask(world.salesforce, row["Status"])
    if (closed && row["IsClosed"] !== true) row["CompletedDateTime"] = row["SystemModstamp"]
    if (!closed) row["CompletedDateTime"] = null
    row["IsClosed"] = closed
  }
}

function applied({ world }: DataCall, method: string, route: string, id: string, body: Row): void {
  world.log.applied.push({ at: world.clock.stamp(), service: "salesforce", method, route, id, body })
}

function describeField({ world }: DataCall, schema: ObjectSchema, field: FieldSchema): Row {
  const { salesforce } = world
  const picklist = picklistOf(salesforce, schema, field.name)
  const isDefault = (value: string): boolean =>
    field.name === "Status" ? value === defaultStatus(salesforce) : value === "Normal"
  return {
    name: field.name,
    label: salesforce.labels.get(`${schema.name}.${field.name}`) ?? field.label,
    type: field.type,
    custom: field.name.endsWith("__c"),
    nillable: field.name !== "Id" && !salesforce.requiredFields.has(`${schema.name}.${field.name}`),
    defaultedOnCreate: field.type === "boolean" || field.name === "OwnerId",
    filterable: isFilterable(salesforce, schema, field),
    sortable: isSortable(salesforce, schema, field),
    groupable: ["reference", "picklist", "date", "boolean"].includes(field.type),
    aggregatable: field.type !== "textarea" && field.type !== "boolean",
    restrictedPicklist: field.restricted === true,
    createable: !["Id", "CreatedDate", "LastModifiedDate", "SystemModstamp"].includes(field.name),
    updateable: !["Id", "CreatedDate", "LastModifiedDate", "SystemModstamp"].includes(field.name),
    picklistValues: (picklist ?? []).map((value) => ({
      active: true,
      defaultValue: schema.name === "Task" && isDefault(value),
      label: value,
      validFor: null,
      value,
    })),
    referenceTo: field.to ? [field.to] : [],
    relationshipName: field.relationship ?? null,
  }
}
