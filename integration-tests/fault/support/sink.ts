import net from "node:net"

export type Stage = "connect" | "mail" | "rcpt" | "data" | "dot"

export type Arrival = {
  stage: Stage
  /** How often this stage was reached, by any connection, counted from 1. */
  nth: number
  recipient: string
  socket: net.Socket
}

/** What to do instead of saying yes: another reply, or nothing at all (the script cut or holds the connection). */
export type Script = (
  arrival: Arrival
) => string | null | undefined | Promise<string | null | undefined>

export type Received = { messageId: string; recipient: string; source: string }

/** An SMTP server that does what a test's script says, and remembers every message whose end it has seen. */
export class Sink {
  readonly received: Received[] = []
  script: Script = () => undefined
  connections = 0
  private readonly counts = new Map<Stage, number>()
  private readonly sockets = new Set<net.Socket>()

  private constructor(private readonly server: net.Server) {}

  static async start(port = 0): Promise<Sink> {
    const server = net.createServer()
    const sink = new Sink(server)
    server.on("connection", (socket) => sink.talk(socket))
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
    return sink
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as net.AddressInfo).port}`
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private talk(socket: net.Socket): void {
    this.connections += 1
    socket.setNoDelay(true)
    this.sockets.add(socket)
    socket.on("error", () => undefined)
    socket.on("close", () => this.sockets.delete(socket))
    let pending = ""
    let body: string | undefined
    let recipient = ""
    let queue = Promise.resolve()
    const answer = (stage: Stage, yes: string, to: string, then?: (ok: boolean) => void) => {
      queue = queue.then(async () => {
        const nth = (this.counts.get(stage) ?? 0) + 1
        this.counts.set(stage, nth)
        const other = await this.script({ stage, nth, recipient: to, socket })
        then?.(other === undefined)
        if (other !== null && !socket.destroyed) socket.write(`${other ?? yes}\r\n`)
      })
    }
    answer("connect", "220 sink", "")
    socket.on("data", (piece) => {
      pending += piece.toString("latin1")
      for (let end = pending.indexOf("\r\n"); end >= 0; end = pending.indexOf("\r\n")) {
        const line = pending.slice(0, end)
        pending = pending.slice(end + 2)
        if (body !== undefined) {
          if (line !== ".") {
            body += `${line}\r\n`
            continue
          }
          const source = body
          body = undefined
          this.remember(source, recipient)
          answer("dot", "250 2.0.0 taken", recipient)
          continue
        }
        const verb = line.slice(0, 4).toUpperCase()
        if (verb === "EHLO") socket.write("250-sink\r\n250 PIPELINING\r\n")
        else if (verb === "MAIL") answer("mail", "250 ok", "")
        else if (verb === "RCPT") {
          recipient = /<(.*)>/.exec(line)?.[1] ?? ""
          answer("rcpt", "250 ok", recipient)
        } else if (verb === "DATA") {
          // The client waits for this answer before its body, so the mode may change when it is given.
          answer("data", "354 go on", recipient, (ok) => (body = ok ? "" : undefined))
        } else if (verb === "QUIT") socket.end("221 bye\r\n")
        else socket.write("250 ok\r\n")
      }
    })
  }

  private remember(source: string, recipient: string): void {
    const messageId = /^Message-ID: <(.*)>\r$/m.exec(source)?.[1]
    if (messageId) this.received.push({ messageId, recipient, source })
  }
}
