import { z } from "@medusajs/framework/zod"
import { isKeyPair } from "./vapid"

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

/** The well-known push services are called, and these: origins such as that of a service of one's own. */
const services = z.array(z.url({ protocol: /^https?$/ })).default([])

/** The key file of a Google service account with the role "Firebase Cloud Messaging API Admin". */
const serviceAccount = z.object({
  project_id: z.string().min(1),
  client_email: z.email(),
  private_key: z.string().regex(/PRIVATE KEY/, "must be the private key of the key file"),
  token_uri: z.url({ protocol: /^https?$/ }).default("https://oauth2.googleapis.com/token"),
})

const fcm = z.strictObject({
  provider: z.literal("fcm"),
  serviceAccount,
  connections,
  url: apiUrl("https://fcm.googleapis.com"),
})

const webPush = z.strictObject({
  provider: z.literal("web-push"),
  /** Whom push services can turn to: `mailto:…` or a web address. Default: the sender's e-mail address. */
  subject: z
    .string()
    .regex(/^(mailto:|https:)/, "must start with mailto: or https:")
    .optional(),
  /** A key pair from elsewhere, so that browsers that signed up there stay. Default: the shop's own, made by itself. */
  keys: z
    .strictObject({ publicKey: z.string(), privateKey: z.string() })
    .refine(isKeyPair, "must be a pair of VAPID keys in base64url")
    .optional(),
  services,
  /** For apps, beside browsers. */
  apps: fcm.omit({ provider: true, connections: true }).optional(),
  connections,
})

/** Through whom notifications reach browsers and apps. */
export const push = z.discriminatedUnion("provider", [sandbox, webPush, fcm])

/** A bot of Telegram's @BotFather. */
const bot = z.strictObject({
  provider: z.literal("telegram"),
  token: z.string().regex(/^\d+:[\w-]{20,}$/, "must be the token that @BotFather gave"),
  /** Name of the bot, without @. */
  bot: z.string().regex(/^\w{5,32}$/, "must be the bot's name, without @"),
  /** Given to Telegram with the webhook: proves that its calls come from there. */
  webhookSecret: z.string().regex(/^[\w-]{16,256}$/, "must be 16 to 256 letters, digits, _ and -"),
  connections,
  url: apiUrl("https://api.telegram.org"),
})

/** Through whom messages reach chats with the shop's bot. */
export const telegram = z.discriminatedUnion("provider", [sandbox, bot])

/** Whatever the shop's own Notification module sends by. */
export const medusaNotification = z.strictObject({
  provider: z.literal("medusa-notification"),
  /** What the module's provider is given as the name of a template. */
  template: z.string().min(1).default("engage"),
  connections,
})

/** Services that send text messages. */
export const smsServices = z.discriminatedUnion("provider", [
  twilio,
  vonage,
  httpSms,
  medusaNotification,
])

/** Through whom Viber and WhatsApp messages leave. */
export const chatApp = z.discriminatedUnion("provider", [sandbox, vonage])

/** Through whom text messages leave. */
export const sms = z.discriminatedUnion("provider", [
  sandbox,
  twilio,
  vonage,
  httpSms,
  medusaNotification,
])
