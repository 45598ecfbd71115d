import { createServer, type IncomingHttpHeaders, type Server } from "node:http"
import type { AddressInfo } from "node:net"

export type Call = { path: string; headers: IncomingHttpHeaders; body: unknown }
export type Answer = {
  status: number
  headers?: Record<string, string>
  body: unknown
  /** Sent in place of the body, as it is. */
  raw?: string
}
/** Ends the connection: before anything was read, or after the request was taken. */
export type Cut = "cut"

/** JSON where it is JSON; forms stay text. */
const parse = (text: string): unknown => (/^[[{]/.test(text) ? JSON.parse(text) : text || null)

/** An API on loopback that answers by a contract, and as scripted before that. */
export class FakeApi {
  readonly calls: Call[] = []
  readonly script: (Answer | Cut)[] = []
  private server?: Server

  constructor(private readonly answer: (call: Call) => Answer | Cut) {}

  async start(port = 0): Promise<string> {
    this.server = createServer(async (req, res) => {
      const pieces: Buffer[] = []
      for await (const piece of req) pieces.push(piece as Buffer)
      const text = Buffer.concat(pieces).toString("utf8")
      const call = { path: req.url ?? "", headers: req.headers, body: parse(text) }
      this.calls.push(call)
      const next = this.script.shift() ?? this.answer(call)
      if (next === "cut") return void req.socket.destroy()
      res.writeHead(next.status, { "content-type": "application/json", ...next.headers })
      res.end(next.raw ?? JSON.stringify(next.body))
    })
    await new Promise<void>((resolve) => this.server!.listen(port, "127.0.0.1", resolve))
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections()
    await new Promise((resolve) => this.server?.close(resolve))
  }
}
