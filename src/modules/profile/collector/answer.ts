import type { IncomingMessage } from "node:http"
import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../../lib/db"
import { type Answer, jsonAnswer, readBody } from "../../../lib/small-server"
import { RecordEvents, recordEvents } from "../events/record"
import { isSecretKey } from "../shop/secret-keys"

/** Most bytes of a request, as of the admin route that takes the same. */
const MAX_BYTES = 20 * 1024 * 1024

const STATUS: Record<string, number> = {
  [MedusaError.Types.INVALID_DATA]: 400,
  [MedusaError.Types.UNAUTHORIZED]: 401,
  [MedusaError.Types.NOT_FOUND]: 404,
  [MedusaError.Types.CONFLICT]: 409,
}

/**
 * What the collector answers: `POST /events` takes what `POST /admin/engage/events` takes and answers the same, after the
 * commit; `GET /health` says that it listens.
 * @throws whatever is not the caller's fault
 */
export async function answer(db: Db, req: IncomingMessage): Promise<Answer> {
  try {
    if (req.method === "GET" && req.url === "/health") return jsonAnswer(200, { ok: true })
    return jsonAnswer(200, await takeEvents(db, req))
  } catch (error) {
    if (!(error instanceof MedusaError) || !STATUS[error.type]) throw error
    return jsonAnswer(STATUS[error.type], { type: error.type, message: error.message })
  }
}

async function takeEvents(db: Db, req: IncomingMessage) {
  if (req.method !== "POST" || req.url !== "/events")
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "Send events to POST /events")
  const now = new Date()
  if (!(await isSecretKey(db, keyOf(req.headers.authorization), now)))
    throw new MedusaError(
      MedusaError.Types.UNAUTHORIZED,
      "Name one of the shop's secret API keys: Authorization: Basic sk_…"
    )
  const request = RecordEvents.safeParse(fromJson((await readBody(req, MAX_BYTES)).toString()))
  if (request.success) return recordEvents(db, request.data.events, "server", now)
  const [issue] = request.error.issues
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `${issue.path.join(".") || "body"}: ${issue.message}`
  )
}

/** The key as Medusa's own routes take it: as the name of basic authentication, encoded or not. */
function keyOf(header = ""): string {
  const [scheme, token = ""] = header.split(" ")
  if (scheme.toLowerCase() !== "basic") return ""
  const key = token.startsWith("sk_") ? token : Buffer.from(token, "base64").toString()
  return key.replace(/:$/, "")
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "body: must be JSON")
  }
}
