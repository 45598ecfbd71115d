import { createHash, createHmac } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import type { Answer, Call } from "./fake-api"

const envelope = {
  to: z.string().regex(/^[1-9]\d{6,14}$/),
  from: z.string().min(1),
  client_ref: z.string().max(100),
}
const text = { message_type: z.literal("text"), text: z.string().min(1).max(1_000) }
const image = {
  message_type: z.literal("image"),
  image: z.strictObject({ url: z.url(), caption: z.string().max(1_000).optional() }),
}
const viber_service = z.strictObject({
  category: z.enum(["transaction", "promotion"]),
  ttl: z.number().int().min(30).max(259_200),
  action: z.strictObject({ url: z.url(), text: z.string().min(1).max(30) }).optional(),
})

/**
 * What Vonage promises of its Messages API v1 (developer pages of November 2026): 202 with a message_uuid, problems as
 * RFC 7807 with a numbered type (WhatsApp outside of the 24 hours after the person's last word: 1340), calls signed by a JSON Web Token that carries the hash of the body.
 * https://developer.vonage.com/en/api/messages-olympus, https://developer.vonage.com/en/getting-started/concepts/webhooks
 */
export const VONAGE = {
  key: "abcd1234",
  apiSecret: "secret",
  signatureSecret: "a long signature secret",
  message: z.union([
    z.strictObject({ channel: z.literal("sms"), ...envelope, ...text }),
    z.strictObject({ channel: z.literal("viber_service"), ...envelope, ...text, viber_service }),
    z.strictObject({ channel: z.literal("viber_service"), ...envelope, ...image, viber_service }),
    z.strictObject({ channel: z.literal("whatsapp"), ...envelope, ...text }),
    z.strictObject({ channel: z.literal("whatsapp"), ...envelope, ...image }),
    z.strictObject({
      channel: z.literal("whatsapp"),
      ...envelope,
      message_type: z.literal("template"),
      template: z.strictObject({ name: z.string().min(1), parameters: z.array(z.string().min(1)) }),
      whatsapp: z.strictObject({ policy: z.literal("deterministic"), locale: z.string().min(2) }),
    }),
  ]),
  /** Whoever wrote to the shop in the last 24 hours may be answered in free words. */
  inWindow: "15005550007",
}

const problem = (no: number, title: string, detail: string) => ({
  type: `https://developer.vonage.com/api-errors/messages-olympus#${no}`,
  title,
  detail,
  instance: "bf0ca0bf927b3b52e3cb03217e1a1ddf",
})

/** Answers as Vonage does. */
export function vonageApi(call: Call): Answer {
  const login = `Basic ${Buffer.from(`${VONAGE.key}:${VONAGE.apiSecret}`).toString("base64")}`
  if (call.headers.authorization !== login)
    return { status: 401, body: problem(1000, "Unauthorized", "Wrong key or secret") }
  const message = VONAGE.message.safeParse(call.body)
  if (!message.success)
    return {
      status: 422,
      body: problem(1150, "Invalid params", "The value of one or more parameters is invalid."),
    }
  if (message.data.to === "15005550009")
    return { status: 422, body: problem(1120, "Invalid sender", "Message recipient not valid") }
  const { channel, message_type, to } = message.data
  if (channel === "whatsapp" && message_type !== "template" && to !== VONAGE.inWindow)
    return {
      status: 422,
      body: problem(
        1340,
        "Outside allowed window",
        "Use a template: the customer has not written."
      ),
    }
  return { status: 202, body: { message_uuid: `uuid of ${message.data.to}` } }
}

/** A call as Vonage makes it. */
export function vonageCall(
  payload: object,
  now: Date,
  secret = VONAGE.signatureSecret,
  key = VONAGE.key
) {
  const body = Buffer.from(JSON.stringify(payload))
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url")
  const claims = {
    iat: Math.floor(now.getTime() / 1_000),
    jti: "c5ba8f24",
    iss: "Vonage",
    api_key: key,
    payload_hash: createHash("sha256").update(body).digest("hex"),
  }
  const text = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`
  const signature = createHmac("sha256", secret).update(text).digest("base64url")
  return { headers: { authorization: `Bearer ${text}.${signature}` }, body, now }
}
