/** Resend's contract as a sink: it checks every batch as the API would, and keeps nothing but a count. */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { RESEND, resendApi } from "../src/providers/__tests__/contracts/resend"

let messages = 0
let bytes = 0
const taken: Parameters<typeof resendApi>[0] = []
const answer = resendApi(taken)

const server = createServer(async (req, res) => {
  const pieces: Buffer[] = []
  for await (const piece of req) pieces.push(piece as Buffer)
  const text = Buffer.concat(pieces)
  const call = { path: req.url ?? "", headers: req.headers, body: JSON.parse(text.toString()) }
  const { status, body } = answer(call)
  messages += taken.splice(0).length
  bytes += text.length
  const json = JSON.stringify(body)
  res.writeHead(status, { "content-type": "application/json", "content-length": json.length })
  res.end(json)
})

server.listen(0, "127.0.0.1", () => {
  process.send?.({ port: (server.address() as AddressInfo).port, key: RESEND.key })
})
process.on("message", () => process.send?.({ messages, bytes, cpu: process.cpuUsage() }))
process.on("disconnect", () => process.exit())
