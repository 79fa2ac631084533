import { screen, within } from "@testing-library/react"
import { expect, it } from "vitest"

import { renderPopup } from "./testing/render"
import { sampleView, sampleWaiting } from "./testing/samples"

const open = () =>
  renderPopup(
    sampleView({ waiting: [sampleWaiting("initech", 17, { touchId: "m1" }), sampleWaiting("jade", 3)] }),
    { "evidence.noAnswer": () => ({ touchId: "m2" }), "evidence.correct": () => ({}) },
  )

it("says that a waiting customer needs no answer, with the way back", async () => {
  const { user, asked } = open()
  const waiting = within(await screen.findByRole("region", { name: "Waiting for us" }))
  await user.click(waiting.getByRole("button", { name: "Initech needs no answer, or it was no contact" }))
  await user.click(waiting.getByRole("button", { name: "No answer needed" }))
  await user.click(await screen.findByRole("button", { name: /Undo/ }))
  expect(asked("evidence.noAnswer")).toEqual([
    { accountId: "initech", touchId: "m1", needed: false },
    { accountId: "initech", touchId: "m2", needed: true },
  ])
})

it("says that it was no contact; offers neither where the message is not known", async () => {
  const { user, asked } = open()
  const waiting = within(await screen.findByRole("region", { name: "Waiting for us" }))
  expect(waiting.queryByRole("button", { name: /^Jade needs/ })).toBeNull()
  await user.click(waiting.getByRole("button", { name: /^Initech needs/ }))
  await user.click(waiting.getByRole("button", { name: "This was not contact" }))
  expect(asked("evidence.correct")).toEqual([{ accountId: "initech", touchId: "m1", said: "not-contact" }])
})
