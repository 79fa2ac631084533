import { describe, expect, it } from "vitest"
import { isAppHost, parsePage } from "~src/hosts/page"
import { idInText, toId18 } from "~src/hosts/salesforce-id"

const uuid = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"
const account = "001A0000006Vm9uIAC"
const opportunity = "0065j00000AbCdEAAV"
const contact = "003RO0000035WQgYAM"
const task = "00T5j00000AbCdEAAV"
const lightning = "https://acme.lightning.force.com"
const classic = "https://acme.my.salesforce.com"

describe("Vitally pages", () => {
  it.each([
    [`https://acme.vitally.io/accounts/${uuid}`, "us", "account"],
    [`https://acme.vitally.io/accounts/${uuid}/`, "us", "account"],
    [`https://acme.vitally.io/accounts/${uuid}/dashboards/${uuid}?tab=1#notes`, "us", "account"],
    [`https://acme.vitally.io/accounts/${uuid.toUpperCase()}`, "us", "account"],
    [`https://acme.vitally-eu.io/organizations/${uuid}`, "eu", "organization"],
    [`https://acme.vitally-eu.io/organizations/${uuid}/dashboards/${uuid}`, "eu", "organization"],
    [`https://app.vitally.io/accounts/${uuid}`, "us", "account"],
    [`HTTPS://ACME.VITALLY.IO:443/Accounts/${uuid}`, "us", "account"],
    [`https://acme.vitally.io/hubs/../accounts/${uuid}//notes`, "us", "account"],
  ])("reads %s", (url, region, kind) => {
    expect(parsePage(url)).toMatchObject({ site: "vitally", region, kind, id: uuid })
  })

  it("gives one key for one account, whatever the sub-path, and another for its organization", () => {
    const key = (url: string) => parsePage(url)?.key
    const base = "https://acme.vitally.io"
    expect(key(`${base}/accounts/${uuid}/notes`)).toBe(key(`${base}/accounts/${uuid.toUpperCase()}?a=b`))
    expect(key(`${base}/accounts/${uuid}`)).not.toBe(key(`${base}/organizations/${uuid}`))
    expect(key(`${base}/accounts/${uuid}`)).not.toBe(key(`https://acme.vitally-eu.io/accounts/${uuid}`))
    expect(key(`${base}/accounts/${uuid}`)).not.toBe(key(`https://other.vitally.io/accounts/${uuid}`))
  })

  it.each([
    "https://acme.vitally.io/",
    "https://acme.vitally.io/accounts",
    `https://acme.vitally.io/accounts/${uuid}0`,
    `https://acme.vitally.io/accounts/${uuid.slice(1)}`,
    "https://acme.vitally.io/accounts/------------------------------------",
    `https://acme.vitally.io/hubs/${uuid}/${uuid}`,
    `https://acme.vitally.io/x/accounts/${uuid}`,
    `https://acme.vitally.io/settings?next=/accounts/${uuid}`,
    `https://acme.vitally.io/#/accounts/${uuid}`,
    `https://acme.vitally.io/customers/${uuid}`,
    `https://acme.vitally.io//accounts/${uuid}`,
    `https://acme.vitally.io/accounts/${uuid}%2Fnotes`,
    `https://acme.vitally.io/accounts/%7B${uuid}%7D`,
    `https://acme.vitally.io/accounts/${uuid};x`,
  ])("sees no account at %s", (url) => expect(parsePage(url)).toBeNull())

  it.each(
    ["www", "docs", "login", "cdn", "api", "rest", "mcp", "acme.rest", "a.b", "-acme", "acme-", ""].flatMap(
      (name) => [
        `https://${name}${name === "" ? "" : "."}vitally.io/accounts/${uuid}`,
        `https://${name}${name === "" ? "" : "."}vitally-eu.io/accounts/${uuid}`,
      ],
    ),
  )("refuses %s", (url) => {
    expect(parsePage(url)).toBeNull()
    expect(isAppHost(url)).toBe(false)
  })
})

describe("Salesforce pages", () => {
  it.each([
    [`${lightning}/lightning/r/Account/${account}/view`, "Account", account],
    [`${lightning}/lightning/r/Account/${account}/edit`, "Account", account],
    [`${lightning}/lightning/r/Account/${account.slice(0, 15)}/view`, "Account", account],
    [`${lightning}/lightning/r/${account}/view`, "Account", account],
    [`${lightning}/lightning/r/sObject/${account}/view`, "Account", account],
    [`${lightning}/lightning/r/Account/${account}/related/Contacts/view`, "Account", account],
    [
      `${lightning}/lightning/r/Account/${account}/view?ws=%2Flightning%2Fr%2FOpportunity%2F${opportunity}%2Fview`,
      "Account",
      account,
    ],
    [`${lightning}/one/one.app#/sObject/${account}/view`, "Account", account],
    [`${lightning}/one/one.app#/sObject/${opportunity}/view?a=b`, "Opportunity", opportunity],
    [`${lightning}/one/one.app?source=x#/sObject/${account}/rlName/Contacts/view`, "Account", account],
    // A hash says something in the old app alone.
    [`${lightning}/lightning/r/Account/${account}/view#/sObject/${opportunity}/view`, "Account", account],
    [`${lightning}/lightning/r/Account/${account}/view?ws=`, "Account", account],
    [`${lightning}/lightning/r/Account/${account}/`, "Account", account],
    [`https://acme.my.salesforce.com:443/${account}/#top`, "Account", account],
    [`${classic}/${account}`, "Account", account],
    [`${classic}/${account.slice(0, 15)}?nooverride=1`, "Account", account],
    [`${classic}/${account.slice(0, 15)}/e?retURL=%2F001`, "Account", account],
    [`${lightning}/lightning/r/Opportunity/${opportunity}/view`, "Opportunity", opportunity],
    [`${lightning}/lightning/r/Contact/${contact}/view`, "Contact", contact],
    [`${lightning}/lightning/r/Contract/8005j00000AbCdEAAV/view`, "Contract", "8005j00000AbCdEAAV"],
    [`${lightning}/lightning/r/Case/5005j00000AbCdEAAV/view`, "Case", "5005j00000AbCdEAAV"],
    [`${lightning}/lightning/r/Task/00T5j00000AbCdE/view`, "Task", toId18("00T5j00000AbCdE")],
    [`${lightning}/lightning/r/Event/00U5j00000AbCdE/view`, "Event", toId18("00U5j00000AbCdE")],
    [`${lightning}/lightning/r/Quote/0Q05j00000AbCdE/view`, "Quote", toId18("0Q05j00000AbCdE")],
    [`${lightning}/lightning/r/Order/8015j00000AbCdE/view`, "Order", toId18("8015j00000AbCdE")],
    [
      `${lightning}/lightning/r/Rollout__c/${toId18("a0B5j00000AbCdE")}/view`,
      "Rollout__c",
      toId18("a0B5j00000AbCdE"),
    ],
    [`${lightning}/one/one.app#/alohaRedirect/${account}`, "Account", account],
    [
      `${lightning}/one/one.app#${btoa(JSON.stringify({ componentDef: "force:recordHome", attributes: { recordId: account } }))}`,
      "Account",
      account,
    ],
    [`${classic}/console#%2F${account}`, "Account", account],
  ])("reads %s", (url, object, id18) => {
    const ref = parsePage(url)
    expect(ref).toMatchObject({ site: "salesforce", apiHost: "acme.my.salesforce.com", object, id18 })
    expect(ref).not.toHaveProperty("console")
  })

  const inContext = (id: string) =>
    encodeURIComponent(
      `1.${btoa(JSON.stringify({ type: "standard__recordPage", attributes: { recordId: id } }))}`,
    )

  it.each([
    [`o/Contact/new?count=1&inContextOfRef=${inContext(account)}`, "Account", account],
    [`o/Case/new?inContextOfRef=${inContext(contact)}`, "Contact", contact],
    [
      `action/quick/Contact.LogCall?recordId=${contact}&backgroundContext=%2Flightning%2Fr%2FAccount%2F${account}%2Fview`,
      "Contact",
      contact,
    ],
    [
      `r/Contact/${contact}/edit?backgroundContext=%2Flightning%2Fr%2FAccount%2F${account}%2Fview`,
      "Account",
      account,
    ],
    [
      `o/Task/new?backgroundContext=%2Flightning%2Fr%2F${account}%2Fview%3F0.source%3DalohaHeader`,
      "Account",
      account,
    ],
  ])("keeps the record under the dialog %s", (path, object, id18) =>
    expect(parsePage(`${lightning}/lightning/${path}`)).toMatchObject({ object, id18 }),
  )

  it.each(["1.", "1.e30=", "2.nonsense", inContext("x"), "1.bnVsbA=="])(
    "sees no record in a dialog over %s",
    (context) =>
      expect(parsePage(`${lightning}/lightning/o/Contact/new?inContextOfRef=${context}`)).toBeNull(),
  )

  const ws = (path: string) => `ws=${encodeURIComponent(path)}`

  it.each([
    ["Contact", contact],
    ["Task", task],
    ["Opportunity", opportunity],
  ])("takes the console's account under a %s in focus", (object, id) => {
    const workspace = `/lightning/r/Account/${account}/view`
    expect(parsePage(`${lightning}/lightning/r/${object}/${id}/view?${ws(workspace)}`)).toMatchObject({
      object: "Account",
      id18: account,
      console: true,
    })
  })

  it("keeps the record in focus where the workspace is no account", () => {
    const workspace = `/lightning/r/Opportunity/${opportunity}/view`
    const ref = parsePage(`${lightning}/lightning/r/Contact/${contact}/view?${ws(workspace)}`)
    expect(ref).toMatchObject({ object: "Contact", id18: contact })
    expect(ref).not.toHaveProperty("console")
  })

  it("falls back on the workspace's record where the one in focus leads to no account", () => {
    const workspace = `/lightning/r/Opportunity/${opportunity}/view?0.source=alohaHeader`
    expect(parsePage(`${lightning}/lightning/r/Task/${task}/view?${ws(workspace)}`)).toMatchObject({
      object: "Opportunity",
      console: true,
    })
  })

  it("reads one workspace, not one named by another, and none that is written twice over or of another site", () => {
    const focused = `${lightning}/lightning/r/Task/${task}/view`
    const inner = `/lightning/r/Account/${account}/view`
    const nested = `/lightning/r/Contact/${contact}/view?${ws(inner)}`
    expect(parsePage(`${focused}?${ws(nested)}`)).toMatchObject({ object: "Contact", console: true })
    for (const other of [
      ws(encodeURIComponent(inner)),
      ws(`${lightning}${inner}`),
      ws(`//evil.example${inner}`),
      ws("javascript:alert(1)"),
      `ws=x&${ws(inner)}`,
    ])
      expect(parsePage(`${focused}?${other}`), other).toBeNull()
  })

  it("gives the key of the same record from both hosts and all forms", () => {
    const keys = [
      `${lightning}/lightning/r/Account/${account}/view`,
      `${lightning}/lightning/r/${account.slice(0, 15)}/view`,
      `${lightning}/one/one.app#/sObject/${account}/view`,
      `${classic}/${account.slice(0, 15)}`,
    ].map((url) => parsePage(url)?.key)
    expect(new Set(keys)).toEqual(new Set([`salesforce:acme.my.salesforce.com:${account}`]))
  })

  it.each([
    `${lightning}/lightning/o/Account/list`,
    `${lightning}/lightning/o/Account/home`,
    `${lightning}/lightning/page/home`,
    `${lightning}/lightning/setup/SetupOneHome/home`,
    `${classic}/001/o`,
    `${classic}/001`,
    `${classic}/${account}/x`,
    `${classic}/lightning/${account}`,
    `${lightning}/${account}`,
    `${lightning}/lightning/r/OpportunityLineItem/00k5j000000AbCdAAK/view`,
    `${lightning}/lightning/r/OpportunityLineItem__x/${task.replace("00T", "x0T")}/view`,
    `${lightning}/lightning/o/Contact/list?backgroundContext=%2Flightning%2Fr%2FAccount%2F${account}%2Fview`,
    `${lightning}/lightning/r/Account/001A0000006Vm9uIAA/view`,
    `${lightning}/lightning/r/Account/new`,
    `${lightning}/lightning/r/Account/${account.toUpperCase()}/view`,
    `${lightning}/lightning/r/Account/${account.toLowerCase()}/view`,
    `${lightning}/lightning/r/Account/${account.replace("001", "%30%30%31")}/view`,
    `${lightning}//lightning/r/Account/${account}/view`,
    `${lightning}/Lightning/r/Account/${account}/view`,
    `${lightning}/lightning/cmp/c__Panel?c__recordId=${account}`,
    `${lightning}/one/one.app#/sObject/Account/${account}/view`,
    `${classic}/_ui/core/${account}`,
    `${classic}/servlet/servlet.Integration?eid=${account}`,
    `${lightning}/lightning/x/r/Account/${account}/view`,
    `${lightning}/one/one.app?id=${account}`,
    `${lightning}/lightning/o/Account/list?ws=${encodeURIComponent(`https://evil.example/lightning/r/${account}`)}`,
  ])("sees no record at %s", (url) => expect(parsePage(url)).toBeNull())

  it.each([
    ["acme--uat.sandbox.lightning.force.com", "acme--uat.sandbox.my.salesforce.com"],
    ["acme-dev-ed.develop.lightning.force.com", "acme-dev-ed.develop.my.salesforce.com"],
    ["acme-x.scratch.lightning.force.com", "acme-x.scratch.my.salesforce.com"],
    ["acme-demo.trailblaze.lightning.force.com", "acme-demo.trailblaze.my.salesforce.com"],
    ["acme--uat.sandbox.lightning.force.com.mcas.ms", "acme--uat.sandbox.my.salesforce.com"],
    ["acme.lightning.crmforce.mil", "acme.my.salesforce.mil"],
    ["acme.lightning.sfcrmapps.cn", "acme.my.sfcrmproducts.cn"],
    ["acme.lightning.force.com.mcas.ms", "acme.my.salesforce.com"],
  ])("knows %s", (host, apiHost) => {
    const url = `https://${host}/lightning/r/Account/${account}/view`
    expect(parsePage(url)).toMatchObject({ host, apiHost, id18: account })
    expect(isAppHost(url)).toBe(true)
  })
})

describe("look-alikes", () => {
  it.each([
    `https://acme.lightning.force.com.evil.example/lightning/r/Account/${account}/view`,
    `https://acme.lightning.force.com.mcas.ms.evil.example/lightning/r/Account/${account}/view`,
    `https://acme.lightning.force.com./lightning/r/Account/${account}/view`,
    `https://acmelightning.force.com/lightning/r/Account/${account}/view`,
    `https://lightning.force.com/lightning/r/Account/${account}/view`,
    `https://a.b.c.lightning.force.com/lightning/r/Account/${account}/view`,
    `https://acme.lightning.force.com@evil.example/lightning/r/Account/${account}/view`,
    `https://acme.lightning.force.com:8443/lightning/r/Account/${account}/view`,
    `http://acme.lightning.force.com/lightning/r/Account/${account}/view`,
    `https://acme.my.salesforce.com.evil.example/${account}`,
    `https://acme--c.vf.force.com/${account}`,
    `https://login.salesforce.com/${account}`,
    `https://acme.my.salesforce.com:444/${account}`,
    `https://someone@acme.my.salesforce.com/${account}`,
    // A Cyrillic letter in Salesforce's own name.
    `https://acme.my.salesforc\u0435.com/${account}`,
    `https://acme.my.site.com/${account}`,
    `https://acme--uat.sandbox.vf.force.com/${account}`,
    `https://acme.vit\u0430lly.io/accounts/${uuid}`,
    `https://evil.example\\@acme.vitally.io/accounts/${uuid}`,
    `https://127.0.0.1.vitally.io/accounts/${uuid}`,
    `https://acme.vitally.io:8443/accounts/${uuid}`,
    `https://someone@acme.vitally.io/accounts/${uuid}`,
    `view-source:https://acme.vitally.io/accounts/${uuid}`,
    `blob:https://acme.vitally.io/accounts/${uuid}`,
    `https://acme.vitally.io.evil.example/accounts/${uuid}`,
    `https://evilvitally.io/accounts/${uuid}`,
    `https://evil.example/?https://acme.vitally.io/accounts/${uuid}`,
    `http://acme.vitally.io/accounts/${uuid}`,
    "chrome-extension://abc/sidepanel.html",
    "about:blank",
    "",
  ])("refuses %s", (url) => {
    expect(parsePage(url)).toBeNull()
    expect(isAppHost(url)).toBe(false)
  })
})

it.each([
  `${lightning}/lightning/action/quick/Account.LogCall?objectApiName&context=RECORD_DETAIL&recordId=${account}&backgroundContext=%2Flightning%2Fr%2FAccount%2F${account}%2Fview`,
  `${lightning}/lightning/o/Contact/new?count=1&backgroundContext=%2Flightning%2Fr%2FAccount%2F${account}%2Fview%3Fws%3Dx`,
  `${lightning}/lightning/r/Contact/${contact}/edit?backgroundContext=%2Flightning%2Fr%2FAccount%2F${account}%2Fview`,
])("keeps the account that a dialog lies over: %s", (address) => {
  expect(parsePage(address)).toMatchObject({ object: "Account", id18: account })
})

describe("an id as other systems keep it", () => {
  it.each([
    account,
    account.slice(0, 15),
    ` ${account} `,
    account.toLowerCase(),
    account.toUpperCase(),
    `${lightning}/lightning/r/Account/${account}/view`,
    `${lightning}/lightning/r/${account}/view?x=1`,
    `${classic}/${account.slice(0, 15)}`,
    `${lightning}/lightning/r/Account/${account.toLowerCase()}/view`,
  ])("%s is the account", (text) => expect(idInText(text)).toBe(account))

  it.each([
    "",
    "acme",
    account.slice(0, 15).toLowerCase() + "zzz",
    `${lightning}/lightning/o/Account/list`,
    `${account}x`,
  ])("%s is none", (text) => expect(idInText(text)).toBeNull())
})
