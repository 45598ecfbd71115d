import { z } from "@medusajs/framework/zod"
import type { Answer, Call } from "./fake-api"

/**
 * What Postmark promises, from its SDK 5.1 and its developer pages: batches of at most 500, HTTP 200 with a code for
 * each message, webhooks without a signature.
 * https://postmarkapp.com/developer/api/email-api, https://postmarkapp.com/developer/webhooks/bounce-webhook
 */
export const POSTMARK = {
  token: "00000000-1111-2222-3333-444444444444",
  webhook: { user: "engage", password: "a long password" },
  batch: z
    .array(
      z.looseObject({
        From: z.string().regex(/@/),
        To: z.string(),
        ReplyTo: z.string().optional(),
        Subject: z.string(),
        HtmlBody: z.string().optional(),
        TextBody: z.string().optional(),
        Headers: z.array(z.strictObject({ Name: z.string(), Value: z.string() })).optional(),
        Attachments: z
          .array(z.strictObject({ Name: z.string(), ContentType: z.string(), Content: z.base64() }))
          .optional(),
        Metadata: z.record(z.string().max(20), z.string().max(80)).optional(),
        MessageStream: z.string().optional(),
        TrackOpens: z.boolean().optional(),
        TrackLinks: z.enum(["None", "HtmlAndText", "HtmlOnly", "TextOnly"]).optional(),
      })
    )
    .max(500),
  errors: {
    badToken: { status: 401, body: { ErrorCode: 10, Message: "Bad or missing API token." } },
    rateLimit: { status: 429, body: { ErrorCode: 429, Message: "Rate limit exceeded." } },
  },
}

/** Answers as Postmark does: an address that bounced before is refused by itself. */
export function postmarkApi(inactive: string[] = []) {
  return (call: Call): Answer => {
    if (call.headers["x-postmark-server-token"] !== POSTMARK.token) return POSTMARK.errors.badToken
    const batch = POSTMARK.batch.safeParse(call.body)
    if (!batch.success)
      return { status: 422, body: { ErrorCode: 402, Message: batch.error.message } }
    const body = batch.data.map(({ To, Subject }) => {
      if (inactive.includes(To))
        return { ErrorCode: 406, Message: "You tried to send to inactive." }
      if (!To.includes("@")) return { ErrorCode: 300, Message: "Invalid 'To' address." }
      return { ErrorCode: 0, Message: "OK", To, MessageID: `id of ${Subject}` }
    })
    return { status: 200, body }
  }
}

/** A webhook as Postmark makes it. */
export function postmarkWebhook(body: object, now: Date, login = POSTMARK.webhook) {
  const authorization = `Basic ${Buffer.from(`${login.user}:${login.password}`).toString("base64")}`
  return { body: Buffer.from(JSON.stringify(body)), now, headers: { authorization } }
}
