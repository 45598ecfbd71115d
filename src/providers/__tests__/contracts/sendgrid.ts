import { generateKeyPairSync, sign } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import type { Answer, Call } from "./fake-api"

const keys = generateKeyPairSync("ec", { namedCurve: "prime256v1" })

/**
 * What SendGrid promises, from its SDK 8.1 and its reference: 202 with `X-Message-Id` and no body; errors as a list;
 * signed batches of events.
 * https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send, https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event
 */
export const SENDGRID = {
  key: "SG.abc",
  publicKey: keys.publicKey.export({ type: "spki", format: "der" }).toString("base64"),
  mail: z.looseObject({
    personalizations: z
      .array(z.looseObject({ to: z.array(z.looseObject({ email: z.string().regex(/@/) })) }))
      .min(1)
      .max(1000),
    from: z.looseObject({ email: z.string().regex(/@/) }),
    reply_to: z.looseObject({ email: z.string() }).optional(),
    subject: z.string().min(1),
    content: z.array(z.strictObject({ type: z.string(), value: z.string().min(1) })).min(1),
    attachments: z
      .array(
        z.strictObject({
          content: z.base64(),
          type: z.string().optional(),
          filename: z.string(),
          disposition: z.enum(["inline", "attachment"]).optional(),
        })
      )
      .optional(),
    headers: z.record(z.string(), z.string()).optional(),
    custom_args: z.record(z.string(), z.string()).optional(),
    tracking_settings: z.looseObject({}).optional(),
  }),
  errors: {
    badKey: {
      status: 401,
      body: { errors: [{ message: "The provided authorization grant is invalid", field: null }] },
    },
    rateLimit: (now: number) => ({
      status: 429,
      headers: {
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": String(Math.ceil(now / 1_000) + 3),
      },
      body: { errors: [{ message: "too many requests", field: null }] },
    }),
  },
}

export function sendgridApi(call: Call): Answer {
  if (call.headers.authorization !== `Bearer ${SENDGRID.key}`) return SENDGRID.errors.badKey
  const mail = SENDGRID.mail.safeParse(call.body)
  if (!mail.success) {
    const [{ path, message }] = mail.error.issues
    return { status: 400, body: { errors: [{ message, field: path.join(".") }] } }
  }
  return { status: 202, headers: { "x-message-id": `id of ${mail.data.subject}` }, body: "" }
}

/** A batch of events as SendGrid makes it, signed at `now`. */
export function sendgridWebhook(events: object[], now: Date) {
  const body = Buffer.from(JSON.stringify(events))
  const timestamp = String(Math.floor(now.getTime() / 1_000))
  const signature = sign("sha256", Buffer.concat([Buffer.from(timestamp), body]), keys.privateKey)
  return {
    body,
    now,
    headers: {
      "x-twilio-email-event-webhook-signature": signature.toString("base64"),
      "x-twilio-email-event-webhook-timestamp": timestamp,
    } as Record<string, string | undefined>,
  }
}
