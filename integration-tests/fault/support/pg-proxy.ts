import net from "node:net"

/**
 * What happens to a statement on its way: it never arrives, or it is carried out and nobody hears the answer.
 * In both cases the connection breaks.
 */
export type Fate = "lost" | "unanswered" | undefined

/** Sees every statement of a worker before Postgres does. `sent` counts statements from 1. */
export type OnStatement = (text: string, sent: number) => Fate | Promise<Fate>

/** Stands between a worker and Postgres, and breaks connections where a test says. */
export class PgProxy {
  onStatement: OnStatement = () => undefined
  private sent = 0
  private readonly sockets = new Set<net.Socket>()

  private constructor(
    private readonly server: net.Server,
    private readonly target: URL
  ) {}

  static async start(databaseUrl: string): Promise<PgProxy> {
    const server = net.createServer()
    const proxy = new PgProxy(server, new URL(databaseUrl))
    server.on("connection", (socket) => proxy.carry(socket))
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    return proxy
  }

  /** The same database, by way of the proxy. */
  get url(): string {
    const url = new URL(this.target)
    url.hostname = "127.0.0.1"
    url.port = String((this.server.address() as net.AddressInfo).port)
    return url.href
  }

  /** Breaks all connections that there are. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy()
  }

  async stop(): Promise<void> {
    this.cut()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private carry(client: net.Socket): void {
    const server = net.connect(Number(this.target.port), this.target.hostname)
    const ends = [client, server]
    const close = () => ends.forEach((end) => end.destroy())
    for (const end of ends) {
      end.setNoDelay(true)
      end.on("error", () => undefined)
      end.on("close", close)
      this.sockets.add(end)
      end.on("close", () => this.sockets.delete(end))
    }
    let unanswered = false
    let queue = Promise.resolve()
    client.on("data", (piece: Buffer) => {
      queue = queue.then(async () => {
        const fate = await this.onStatement(piece.toString("latin1"), ++this.sent)
        if (fate === "lost") return close()
        // Postgres answers once it is done, so that the first word of its answer is late enough to break at.
        if (fate === "unanswered") unanswered = true
        if (!server.destroyed) server.write(piece)
      })
    })
    server.on("data", (piece) => (unanswered ? close() : client.write(piece)))
  }
}
