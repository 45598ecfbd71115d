import { createServer, type Server, type ServerResponse } from "node:http"
import { once } from "node:events"
import type { Logger } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../../lib/db"
import { answer } from "./answer"

type CollectorInput = { db: Db; port: number; host: string; logger: Pick<Logger, "error" | "info"> }

/**
 * A second address for events of the shop's own servers. Medusa's routes cost more than an event does: sessions, several
 * parsers and the check of the login run for each request. Here a request costs its JSON and its share of a commit.
 */
export class Collector {
  private server?: Server

  constructor(private readonly input: CollectorInput) {}

  /**
   * Listens from now on.
   * @returns the port, which is one of the system's choice when 0 was wanted
   * @throws MedusaError `invalid_data` naming the option, when the port cannot be had
   */
  async start(): Promise<number> {
    const { port, host, logger, db } = this.input
    const server = createServer((req, res) => {
      answer(db, req).then(
        ({ status, body }) => send(res, status, body),
        (error) => {
          logger.error("engage: events could not be stored", error as Error)
          send(res, 500, { type: "unknown_error", message: "Not stored: send them again" })
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
        `medusa-plugin-engage: collector.port: cannot listen on ${host}:${port} (${(error as Error).message})`
      )
    }
    const address = server.address() as { port: number }
    logger.info(`engage: events are taken at http://${host}:${address.port}/events`)
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

function send(res: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body)
  res.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    // What was not read of a refused request must not be taken for the next one.
    ...(status >= 400 && { connection: "close" }),
  })
  res.end(text)
}
