import { connect } from "node:net"
import { expect, it } from "vitest"

import { listen } from "./listen"

it("closes at once, though a client is still shaking hands", async () => {
  const { port, close } = await listen(true, 0, () => {
    throw new Error("nobody asks")
  })
  const client = connect(port, "127.0.0.1")
  await new Promise((connected) => client.once("connect", connected))
  const ended = new Promise((done) => client.once("close", done))
  client.on("error", () => undefined).resume()
  await expect(Promise.all([close(), ended])).resolves.toBeDefined()
}, 5000)
