import { z } from "@medusajs/framework/zod"

/** Most calls to an API open at once per worker process, and so the most messages whose outcome a crash can leave uncertain. */
export const connections = z.number().int().min(1).max(200).default(20)
/** Where the API is reached; to be changed for another region, or a server of one's own. */
export const apiUrl = (standard: string) => z.url({ protocol: /^https?$/ }).default(standard)

export const sandbox = z.strictObject({ provider: z.literal("sandbox") })

/** A number in E.164, a short code, or a name of up to eleven letters and digits where the country allows one. */
const sender = z
  .string()
  .regex(/^(\+?\d{3,15}|[A-Za-z0-9 ]{1,11})$/, "must be a phone number, or at most 11 letters")

const twilio = z
  .strictObject({
    provider: z.literal("twilio"),
    accountSid: z.string().regex(/^AC[0-9a-f]{32}$/i, "must be the account SID (AC…)"),
    /** Also proves that status calls come from Twilio. */
    authToken: z.string().min(1),
    from: sender.optional(),
    /** A messaging service that chooses the number itself. */
    messagingServiceSid: z.string().regex(/^MG/, "must start with MG").optional(),
    connections,
    url: apiUrl("https://api.twilio.com"),
  })
  .refine(({ from, messagingServiceSid }) => from || messagingServiceSid, {
    message: "give from or messagingServiceSid",
  })

const vonage = z.strictObject({
  provider: z.literal("vonage"),
  apiKey: z.string().min(1),
  apiSecret: z.string().min(1),
  from: sender,
  /** Signature secret of the account. Without it nothing is heard of what became of messages. */
  signatureSecret: z.string().min(16).optional(),
  connections,
  url: apiUrl("https://api.nexmo.com"),
})

/** Place of a value in JSON, such as `data.0.id`; also the name of a form field. */
const path = z.string().regex(/^[\w-]+(\.[\w-]+)*$/, "must be names with dots between them")
const words = z.array(z.string().min(1)).max(50)

const httpSms = z.strictObject({
  provider: z.literal("http-sms"),
  url: z.url({ protocol: /^https?$/ }),
  method: z.enum(["POST", "PUT", "GET"]).default("POST"),
  headers: z.record(z.string(), z.string()).default({}),
  /**
   * What is sent, with `{to}`, `{from}`, `{text}`, `{id}` and `{callback}` (where the gateway reports) to be filled in.
   * Values are written as in JSON when the body begins with `{` or `[`, else as in a form. With GET it is the query.
   */
  body: z.string().min(1),
  from: sender.optional(),
  /** Where the gateway's own id of the message stands in its answer. */
  idPath: path.optional(),
  /** How the gateway reports. Its calls carry the secret in a header, or as `secret` in the address. */
  webhook: z
    .strictObject({
      secret: z.string().min(16),
      header: z.string().default("x-engage-secret"),
      /** Where our `{id}` stands in a report. Default: as `id` in the address, if `{callback}` was used. */
      idPath: path.optional(),
      statusPath: path,
      delivered: words,
      /** The number will never take a message. */
      dead: words.default([]),
      /** This message did not arrive. */
      failed: words.default([]),
    })
    .optional(),
  connections,
})

/** Messages that wait in the storefront: they go nowhere, and are seen where the storefront asks for them. */
export const inApp = z.strictObject({
  provider: z.literal("in-app"),
  /** How long a message waits. */
  days: z.number().int().min(1).max(365).default(30),
})

/** Through whom text messages leave. */
export const sms = z.discriminatedUnion("provider", [sandbox, twilio, vonage, httpSms])
