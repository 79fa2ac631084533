import { createSocket } from "node:dgram"

/** A name server that knows one answer, 127.0.0.1: nginx then checks certificates under the real names. */
export async function startDns(): Promise<{ port: number; close: () => void }> {
  const socket = createSocket("udp4")
  socket.on("message", (query, from) => {
    const question = query.subarray(12, endOfName(query, 12) + 4)
    const isAddress = question.readUInt16BE(question.length - 4) === 1
    const header = Buffer.alloc(12)
    query.copy(header, 0, 0, 2)
    header.writeUInt16BE(0x8180, 2)
    header.writeUInt16BE(1, 4)
    header.writeUInt16BE(isAddress ? 1 : 0, 6)
    // A pointer to the name in the question, type A, class IN, 60 s, four bytes.
    const answer = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, 1])
    socket.send(Buffer.concat(isAddress ? [header, question, answer] : [header, question]), from.port)
  })
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve))
  return { port: socket.address().port, close: () => socket.close() }
}

function endOfName(message: Buffer, start: number): number {
  let at = start
  while (message[at]) at += message[at]! + 1
  return at + 1
}
