import type { Db } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { unknownLink } from "../../../lib/page"
import { type Answer, jsonAnswer } from "../../../lib/small-server"
import type { Received } from "../reports/receive"
import { type ClickRequest, followLink } from "../tracking/click"
import { recordOpen } from "../tracking/open"

const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64")

/** Leads a link of a message to where it points, once the click is written. */
export async function linkAnswer(
  db: Db,
  options: EngageOptions,
  request: ClickRequest,
  now: Date
): Promise<Answer> {
  const target = await followLink(db, options, request, now)
  if (!target) return unknownLink()
  const headers = {
    location: target,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
  }
  return { status: 302, headers }
}

/** The picture of a message, once its open is written. It is the same whatever the token: a forged one learns nothing. */
export async function pixelAnswer(
  db: Db,
  token: string,
  userAgent: string | undefined,
  now: Date
): Promise<Answer> {
  await recordOpen(db, token, userAgent, now)
  const headers = { "content-type": "image/gif", "cache-control": "no-store, private" }
  return { status: 200, headers, body: PIXEL }
}

/** What a provider's webhook is told of what it told, once that is written. */
export function reportAnswer(received: Received | undefined): Answer {
  if (!received)
    return jsonAnswer(404, {
      type: "not_found",
      message: "No such provider is set up to report here",
    })
  if (!received.signed)
    return jsonAnswer(401, {
      type: "unauthorized",
      message: "The call is not signed as it should be",
    })
  return jsonAnswer(200, { known: received.known })
}
