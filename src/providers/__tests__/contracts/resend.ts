import { z } from "@medusajs/framework/zod"
import { Webhook } from "standardwebhooks"
import type { Answer, Call } from "./fake-api"

/**
 * What Resend promises, from its API reference and its SDK 6.38: batches of at most 100, an answer of ids in order, with
 * `x-batch-validation: permissive` the refused ones by index, and idempotency keys that live for 24 hours. Batches take no
 * attachments; single e-mails do.
 * https://resend.com/docs/api-reference/emails/send-batch-emails, https://resend.com/changelog/batch-validation-modes
 */
export const RESEND = {
  key: "re_123456789",
  secret: `whsec_${Buffer.from("a secret of twenty-four b").toString("base64")}`,
  batch: z
    .array(
      z.strictObject({
        from: z.string().regex(/@/),
        to: z.union([z.string(), z.array(z.string()).min(1).max(50)]),
        subject: z.string().min(1),
        html: z.string().optional(),
        text: z.string().optional(),
        reply_to: z.union([z.string(), z.array(z.string())]).optional(),
        headers: z.record(z.string(), z.string()).optional(),
        attachments: z
          .array(
            z.strictObject({
              filename: z.string(),
              content: z.base64(),
              content_type: z.string().optional(),
            })
          )
          .optional(),
        tags: z
          .array(
            z.strictObject({
              name: z.string().regex(/^[\w-]{1,256}$/),
              value: z.string().regex(/^[\w-]{1,256}$/),
            })
          )
          .optional(),
      })
    )
    .min(1)
    .max(100),
  errors: {
    rateLimit: {
      status: 429,
      headers: { "retry-after": "2", "ratelimit-limit": "2" },
      body: { statusCode: 429, name: "rate_limit_exceeded", message: "Too many requests." },
    },
    badKey: {
      status: 401,
      body: { statusCode: 401, name: "invalid_api_key", message: "API key is invalid" },
    },
    busyKey: {
      status: 409,
      body: { statusCode: 409, name: "concurrent_idempotent_requests", message: "In progress." },
    },
  },
}

type Email = z.infer<typeof RESEND.batch>[number]

/** Answers as Resend does, and remembers what it sent under which key. */
export function resendApi(sent: Email[] = []) {
  const known = new Map<string, Answer>()
  return (call: Call): Answer => {
    if (call.headers.authorization !== `Bearer ${RESEND.key}`) return RESEND.errors.badKey
    const key = String(call.headers["idempotency-key"] ?? Math.random())
    const before = known.get(key)
    if (before) return before
    const alone = call.path === "/emails"
    const batch = RESEND.batch.safeParse(alone ? [call.body] : call.body)
    if (!batch.success)
      return { status: 422, body: { name: "validation_error", message: batch.error.message } }
    if (!alone && batch.data.some(({ attachments }) => attachments))
      return { status: 422, body: { name: "validation_error", message: "No attachments here." } }
    const bad = (email: Email) => [email.to].flat().some((to) => !/^[^@\s]+@[^@\s]+$/.test(to))
    const good = batch.data.filter((email) => !bad(email))
    sent.push(...good)
    const errors = batch.data.flatMap((email, index) =>
      bad(email) ? [{ index, message: "Invalid `to` field." }] : []
    )
    const data = good.map(({ subject }) => ({ id: `id of ${subject}` }))
    if (alone && errors.length)
      return { status: 422, body: { name: "validation_error", message: errors[0].message } }
    const body = alone ? data[0] : errors.length ? { data, errors } : { data }
    const answer = { status: 200, body }
    known.set(key, answer)
    return answer
  }
}

/** A webhook as Resend makes it, signed at `now`. */
export function resendWebhook(type: string, tags: Record<string, string>, more: object, now: Date) {
  const body = JSON.stringify({
    type,
    created_at: now.toISOString(),
    data: {
      email_id: "56761188-7520-42d8-8898-ff6fc54ce618",
      to: ["anna@shop.example"],
      tags,
      ...more,
    },
  })
  return {
    body: Buffer.from(body),
    now,
    headers: {
      "svix-id": "msg_1",
      "svix-timestamp": String(Math.floor(now.getTime() / 1_000)),
      "svix-signature": new Webhook(RESEND.secret).sign("msg_1", now, body),
    } as Record<string, string | undefined>,
  }
}
