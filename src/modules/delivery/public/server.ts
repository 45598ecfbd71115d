import type { IncomingMessage } from "node:http"
import type { Logger } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { unknownLink } from "../../../lib/page"
import { type Answer, jsonAnswer, readBody, SmallServer } from "../../../lib/small-server"
import type { WebhookRequest } from "../../../providers/provider"
import type { Received } from "../reports/receive"
import { linkAnswer, pixelAnswer, reportAnswer } from "./answers"

/** Most bytes of a provider's call, as of Medusa's route that takes the same. */
const MAX_BYTES = 5 * 1024 * 1024

type PublicInput = {
  db: Db
  options: EngageOptions
  logger: Pick<Logger, "error" | "info">
  port: number
  host: string
  /** `undefined` when no such provider reports. */
  receive: (provider: string, request: WebhookRequest) => Promise<Received | undefined>
}

/**
 * A second address for what comes back about messages: links, pictures and the reports of providers, under the paths that
 * they have at Medusa's and with the same answers.
 */
export function createPublicServer(input: PublicInput): SmallServer {
  const { port, host, logger } = input
  return new SmallServer({
    port,
    host,
    logger,
    option: "links.port",
    purpose: "answering links, pictures and reports",
    answer: (req) => answer(input, req),
  })
}

async function answer(input: PublicInput, req: IncomingMessage): Promise<Answer> {
  const [pathname, search] = (req.url ?? "/").split("?", 2)
  const [, first, what, id, link, ...more] = pathname.split("/")
  const { method = "GET", headers } = req
  const reads = method === "GET" || method === "HEAD"
  if (pathname === "/health") return jsonAnswer(200, { ok: true })
  if (first !== "engage" || !id || more.length) return unknownLink()
  const userAgent = headers["user-agent"]
  if (what === "c" && link && reads) {
    const product = new URLSearchParams(search).get("product") ?? undefined
    const request = { token: id, link, method, userAgent, product }
    return linkAnswer(input.db, input.options, request, new Date())
  }
  if (link !== undefined) return unknownLink()
  if (what === "o" && reads) return pixelAnswer(input.db, id, userAgent, new Date())
  return what === "hooks" && method === "POST" ? takeReports(input, id, req) : unknownLink()
}

async function takeReports(
  { receive }: PublicInput,
  provider: string,
  req: IncomingMessage
): Promise<Answer> {
  try {
    const body = await readBody(req, MAX_BYTES)
    const headers = req.headers as WebhookRequest["headers"]
    return reportAnswer(
      await receive(provider, { headers, target: req.url, body, now: new Date() })
    )
  } catch (error) {
    if (!(error instanceof MedusaError)) throw error
    return jsonAnswer(400, { type: error.type, message: error.message })
  }
}
