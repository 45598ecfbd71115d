import { once } from "node:events"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { Logger } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

/** What a small server, or a route of Medusa that does the same, answers. */
export type Answer = {
  status: number
  headers?: Record<string, string>
  body?: string | Buffer
}

type SmallServerInput = {
  /** The option that names its port. */
  option: string
  port: number
  host: string
  logger: Pick<Logger, "error" | "info">
  /** What it is for, in the log. */
  purpose: string
  /** How long a request may take to arrive, in ms. */
  patience?: number
  /** @throws whatever is not the caller's fault */
  answer: (req: IncomingMessage) => Promise<Answer>
}

/** Who sends a byte now and then holds a connection, and what they sent so far, for no longer. */
const PATIENCE_MS = 60_000

/**
 * An address of its own beside Medusa's, for the few requests that come by the thousand. Medusa's routes cost more than such
 * a request does: sessions, several parsers and the check of the login run for each.
 */
export class SmallServer {
  private server?: Server

  constructor(private readonly input: SmallServerInput) {}

  /**
   * Listens from now on.
   * @returns the port, which is one of the system's choice when 0 was wanted
   * @throws MedusaError `invalid_data` naming the option, when the port cannot be had
   */
  async start(): Promise<number> {
    const { option, port, host, logger, purpose, patience = PATIENCE_MS, answer } = this.input
    const limits = {
      requestTimeout: patience,
      headersTimeout: patience,
      connectionsCheckingInterval: patience / 10,
    }
    const server = createServer(limits, (req, res) => {
      answer(req).then(
        (given) => send(res, given),
        (error) => {
          // Who hung up cannot be answered, and could fill the log by it.
          if (req.destroyed && !req.complete) return
          logger.error(`engage: ${purpose}: a request failed`, error as Error)
          send(res, jsonAnswer(500, { type: "unknown_error", message: "Not done: try it again" }))
        }
      )
    })
    this.server = server
    server.listen(port, host)
    try {
      await once(server, "listening")
    } catch (error) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `medusa-plugin-engage: ${option}: cannot listen on ${host}:${port} (${(error as Error).message})`
      )
    }
    const address = server.address() as { port: number }
    logger.info(`engage: ${purpose} at http://${host}:${address.port}`)
    return address.port
  }

  /** Takes no more requests; those under way are answered first. */
  async stop(): Promise<void> {
    const { server } = this
    if (!server?.listening) return
    server.close()
    server.closeIdleConnections()
    await once(server, "close")
  }
}

/** An answer in JSON. */
export function jsonAnswer(status: number, body: unknown): Answer {
  return {
    status,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }
}

/**
 * The bytes of a request. By its events: iterating over a stream costs more than all else that a small request needs.
 * @throws MedusaError `invalid_data` when there are more than `most` bytes
 */
export function readBody(req: IncomingMessage, most: number): Promise<Buffer> {
  return new Promise((done, failed) => {
    const parts: Buffer[] = []
    let size = 0
    req.on("data", (part: Buffer) => {
      size += part.length
      if (size <= most) return void parts.push(part)
      req.pause().removeAllListeners("data")
      failed(tooLong(most))
    })
    req.once("end", () => done(parts.length === 1 ? parts[0] : Buffer.concat(parts)))
    req.once("error", failed)
  })
}

function tooLong(most: number): MedusaError {
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `body: at most ${most} bytes; send it in several requests`
  )
}

function send(res: ServerResponse, { status, headers, body = "" }: Answer): void {
  res.writeHead(status, {
    ...headers,
    "content-length": Buffer.byteLength(body),
    // What was not read of a refused request must not be taken for the next one.
    ...(status >= 400 && { connection: "close" }),
  })
  res.end(body)
}
