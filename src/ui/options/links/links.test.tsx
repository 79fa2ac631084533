import { screen, waitFor, within } from "@testing-library/react"
import axe from "axe-core"
import { expect, it } from "vitest"

import { openPolicy } from "../testing/open-policy"

const name = "Links and material"

it("keeps links to https and edits the library as part of the same policy", async () => {
  const { user, section, save, saved } = openPolicy(null)
  const links = await section(name)
  const discord = await links.findByRole("textbox", { name: "Discord community" })
  await user.type(discord, "http://x.example")
  expect(discord).toHaveAccessibleDescription(/https/)
  await user.clear(discord)
  await user.type(discord, "https://x.example")
  await user.click(links.getByRole("button", { name: "Add material" }))
  await user.type(links.getByRole("textbox", { name: "Title" }), "Release notes")
  await user.type(links.getByRole("textbox", { name: "Address" }), "https://x.example/r")
  await user.selectOptions(links.getByRole("combobox", { name: "Kind" }), "Release")
  await save()
  await saved(
    ({ links, library }) => [links.discord, library],
    ["https://x.example", [{ title: "Release notes", url: "https://x.example/r", tag: "release" }]],
  )
})

it("lists a dashboard a metric, by keyboard, and says what one lacks", async () => {
  const { user, section, save, saved, state } = openPolicy(null)
  const links = await section(name)
  const add = await links.findByRole("button", { name: "Add a dashboard" })
  await user.click(add)
  const first = within(links.getByRole("group", { name: "Dashboard 1: no title yet" }))
  const title = first.getByRole("textbox", { name: "Title" })
  await waitFor(() => expect(title).toHaveFocus())
  await save()
  await waitFor(() => expect(title).toHaveAccessibleDescription(/./))
  expect(state.policy.dashboards).toEqual([])
  await user.click(title)
  await user.keyboard("Searches{Tab}http://looker.example/1")
  const address = first.getByRole("textbox", { name: "Address" })
  expect(address).toHaveAccessibleDescription(/https/)
  await user.clear(address)
  await user.type(address, "https://looker.example/1?a={{accountName}")
  const found = await axe.run(screen.getByRole("region", { name }), {
    rules: { "color-contrast": { enabled: false } },
  })
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await save()
  await saved(
    ({ dashboards }) => dashboards,
    [{ label: "Searches", url: "https://looker.example/1?a={accountName}" }],
  )
  await user.click(links.getByRole("button", { name: "Remove Searches" }))
  await waitFor(() => expect(add).toHaveFocus())
  await save()
  await saved(({ dashboards }) => dashboards, [])
})
