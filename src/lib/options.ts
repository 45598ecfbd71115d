import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { chatApp, inApp, push, sandbox, sms, smsServices, telegram } from "./channel-options"
import { IP_KEEPING } from "./ip"
import { mailServices } from "./mail-options"

const optionsSchema = z.strictObject({
  /** Where this Medusa server is reached from outside: base of click, open and unsubscribe links. */
  publicUrl: z.url({ protocol: /^https?$/ }).default("http://localhost:9000"),
  /** Base of product and cart links in messages. */
  storefrontUrl: z.url({ protocol: /^https?$/ }).default("http://localhost:8000"),
  /** ISO 4217 code in which revenue metrics are kept. Default: the store's default currency. */
  currency: z
    .string()
    .regex(/^[a-z]{3}$/, "must be a lower-case ISO 4217 code such as eur")
    .optional(),
  /** ISO 3166-1 alpha-2 code by which national phone numbers are read when a customer has no country. */
  country: z
    .string()
    .regex(/^[a-z]{2}$/, "must be a lower-case ISO 3166-1 code such as de")
    .optional(),
  /** IANA zone of the shop: days in reports, and people whose own zone is not known. */
  timeZone: z
    .string()
    .refine(isTimeZone, "must be an IANA time zone such as Europe/Berlin")
    .default("UTC"),
  orders: z
    .strictObject({
      /** `paid` counts an order once a payment is captured (or its total is 0); `placed` counts it at once. */
      basis: z.enum(["paid", "placed"]).default("paid"),
      /** Whether shipping counts as revenue. */
      includeShipping: z.boolean().default(false),
    })
    .prefault({}),
  /** Which keys of `customer.metadata` hold what Medusa has no field for. */
  customerMetadata: z
    .strictObject({
      birthday: z.string().default("birthday"),
      gender: z.string().default("gender"),
      language: z.string().default("language"),
      /** An IANA zone that the customer has said themselves; it counts before every guess. */
      timeZone: z.string().default("time_zone"),
      emailOptIn: z.string().default("email_opt_in"),
      smsOptIn: z.string().default("sms_opt_in"),
      consentAt: z.string().default("consent_at"),
      consentSource: z.string().default("consent_source"),
      utmSource: z.string().default("utm_source"),
      utmMedium: z.string().default("utm_medium"),
      utmCampaign: z.string().default("utm_campaign"),
    })
    .prefault({}),
  /** Whom messages come from. */
  sender: z
    .strictObject({
      name: z.string().min(1),
      email: z.email(),
      replyTo: z.email().optional(),
      /** Postal address for the footer, which many countries require in marketing mail. */
      postalAddress: z.string().optional(),
    })
    .prefault({ name: "Your shop", email: "shop@localhost.example" }),
  /** Whether the check before sending looks up SPF, DKIM and DMARC of the sender's domain. */
  checkSenderDns: z.boolean().default(false),
  /** Whether the check before sending opens the links of a message. */
  checkLinks: z.boolean().default(false),
  /** SpamAssassin's daemon, which looks at each message in the check before sending. Without it nobody asks. */
  spamassassin: z
    .strictObject({
      host: z.string().min(1).default("127.0.0.1"),
      port: z.number().int().min(1).max(65_535).default(783),
      timeoutSeconds: z.number().int().min(1).max(60).default(10),
    })
    .optional(),
  channels: z
    .strictObject({
      email: z
        .discriminatedUnion("provider", [sandbox, ...mailServices])
        .default({ provider: "sandbox" }),
      sms: sms.default({ provider: "sandbox" }),
      viber: chatApp.default({ provider: "sandbox" }),
      whatsapp: chatApp.default({ provider: "sandbox" }),
      in_app: inApp.prefault({ provider: "in-app" }),
      push: push.default({ provider: "sandbox" }),
      telegram: telegram.default({ provider: "sandbox" }),
    })
    .prefault({}),
  /** Who sends for a channel while the service named above does not answer. Never what that one may have sent. */
  fallbacks: z
    .strictObject({
      email: z.discriminatedUnion("provider", mailServices).optional(),
      sms: smsServices.optional(),
    })
    .prefault({}),
  /** Calls to other systems, by steps of campaigns and by webhooks. */
  webhooks: z
    .strictObject({
      /** Whether addresses inside the shop's own network may be called. Whoever may edit campaigns could reach all of it then. */
      allowPrivateAddresses: z.boolean().default(false),
      timeoutSeconds: z.number().int().min(1).max(60).default(10),
    })
    .prefault({}),
  segments: z
    .strictObject({
      /** Longest time between two looks at a segment over everybody, in minutes. Changed people are looked at at once. */
      fullEveryMinutes: z.number().int().min(5).max(1_440).default(60),
    })
    .prefault({}),
  /** The storefront script and what it sends. */
  tracker: z
    .strictObject({
      /** Origins that may send, e.g. `https://shop.example`, or `*`. Default: Medusa's `storeCors`. */
      origins: z.array(z.string().min(1)).optional(),
      /** Requests a minute from one address; more are answered with 429. */
      requestsPerMinute: z.number().int().min(1).default(300),
      /** Whether an e-mail given to `identify` in the browser is believed without proof. Anybody can type any address. */
      trustIdentify: z.boolean().default(false),
      /** Days back whose anonymous visits join the profile. */
      joinDays: z.number().int().min(0).max(3650).default(60),
    })
    .prefault({}),
  /**
   * A second address that takes events of your own servers only, many times faster than Medusa's routes. It listens in the
   * process that runs the engines.
   */
  collector: z
    .strictObject({
      port: z.number().int().min(0).max(65_535),
      host: z.string().min(1).default("0.0.0.0"),
    })
    .optional(),
  /**
   * A second address for what comes back about messages (links, pictures, reports of providers), many times faster than
   * Medusa's routes, for a proxy to send these paths to. It listens in the process that runs the engines.
   */
  links: z
    .strictObject({
      port: z.number().int().min(0).max(65_535),
      host: z.string().min(1).default("0.0.0.0"),
    })
    .optional(),
  contacts: z
    .strictObject({
      /**
       * Whether the mail servers of e-mail domains are looked up, to tell who keeps the mailboxes and which domains take no
       * mail. Each domain is asked for once a month; nothing but its name leaves the shop.
       */
      mailServers: z.boolean().default(false),
    })
    .prefault({}),
  /** Whether it is kept what each message says of its person, so that its exact copy can be shown later. */
  keepCopies: z.boolean().default(true),
  /** How long facts about people are kept, in months; 0 is for good. */
  retention: z
    .strictObject({
      eventMonths: z.number().int().min(0).max(1_200).default(36),
      visitMonths: z.number().int().min(0).max(1_200).default(36),
      /** Which value was changed when and by whom. */
      historyMonths: z.number().int().min(0).max(1_200).default(36),
      /** What messages said of their people. */
      copyMonths: z.number().int().min(0).max(1_200).default(12),
    })
    .prefault({}),
  privacy: z
    .strictObject({
      /**
       * How the network address is kept that is part of the proof of a consent: `whole`, `cut` to its network, or `none`.
       * Events and visits are kept without it in any case.
       */
      ipAddresses: z.enum(IP_KEEPING).default("whole"),
    })
    .prefault({}),
  /** Whether this process runs the engines. They never run in a `server` instance, whatever is said here. */
  engines: z.boolean().default(true),
})

/** The plugin's options after validation, with defaults filled in. */
export type EngageOptions = z.infer<typeof optionsSchema>

/**
 * Validates the plugin options of `medusa-config.ts`.
 * @throws MedusaError `invalid_data` naming every option that is wrong
 */
export function parseOptions(input: unknown): EngageOptions {
  // Medusa hands every module its database settings among the options.
  const { database: _, ...own } = (input ?? {}) as Record<string, unknown>
  const result = optionsSchema.safeParse(own)
  if (result.success) return result.data
  const problems = result.error.issues.map(
    (issue) => `${issue.path.join(".") || "options"}: ${issue.message}`
  )
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `medusa-plugin-engage: wrong options in medusa-config.ts\n  ${problems.join("\n  ")}`
  )
}

/** Whether this is a time zone that this machine knows, such as `Europe/Berlin`. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone })
    return true
  } catch {
    return false
  }
}
