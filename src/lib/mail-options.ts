import { createPrivateKey, createPublicKey } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import { apiUrl, connections, medusaNotification } from "./channel-options"

const smtp = z.strictObject({
  provider: z.literal("smtp"),
  /** `smtp://user:password@host:587` or `smtps://…`; passwords belong in the environment. */
  url: z.string().regex(/^smtps?:\/\//, "must start with smtp:// or smtps://"),
  /** Connections kept open per worker process, and so the most messages whose outcome a crash can leave uncertain. */
  connections: z.number().int().min(1).max(200).default(10),
  /** Signs every message; for servers that do not sign themselves. */
  dkim: z
    .strictObject({
      domain: z.hostname(),
      selector: z.string().regex(/^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i, "must be a DNS name"),
      privateKey: z.string().refine(isPrivateKey, "must be an RSA or Ed25519 key in PEM"),
    })
    .optional(),
  /** Address that bounces go to; each message gets one of its own: `bounces+<message>@…`. */
  returnPath: z.email().optional(),
  /** With it, mail that came to `returnPath` may be handed to `/engage/hooks/smtp`. */
  bounceSecret: z.string().min(16).optional(),
  /** Where mail to `returnPath` lies, to be read by IMAP. */
  bounceMailbox: z
    .strictObject({
      host: z.string().min(1),
      port: z.number().int().min(1).max(65_535).default(993),
      /** TLS from the start; without it the connection is encrypted when the server offers to. */
      tls: z.boolean().default(true),
      /** Certificate in PEM of who signed the server's, where that is nobody whom Node.js trusts, such as the server itself. */
      ca: z
        .string()
        .includes("BEGIN CERTIFICATE", { message: "must be a certificate in PEM" })
        .optional(),
      user: z.string().min(1),
      /** Belongs in the environment. */
      password: z.string().min(1),
      mailbox: z.string().min(1).default("INBOX"),
      /** Where mail is moved that was read; it stays, marked as seen, when left out. */
      moveTo: z.string().min(1).optional(),
      everySeconds: z.number().int().min(5).max(86_400).default(60),
    })
    .optional(),
})

const resend = z.strictObject({
  provider: z.literal("resend"),
  apiKey: z.string().min(1),
  /** Signing secret of the webhook (`whsec_…`). Without it bounces and complaints are not heard. */
  webhookSecret: z
    .string()
    .regex(/^whsec_/, "must start with whsec_")
    .optional(),
  url: apiUrl("https://api.resend.com"),
})

const postmark = z.strictObject({
  provider: z.literal("postmark"),
  serverToken: z.string().min(1),
  /** Message stream; marketing belongs into one of the kind "broadcast". */
  stream: z.string().min(1).default("broadcast"),
  /** Name and password that stand in the webhook's address. Without them bounces and complaints are not heard. */
  webhook: z.strictObject({ user: z.string().min(1), password: z.string().min(12) }).optional(),
  url: apiUrl("https://api.postmarkapp.com"),
})

const sendgrid = z.strictObject({
  provider: z.literal("sendgrid"),
  apiKey: z.string().min(1),
  /** Verification key of the signed event webhook. Without it bounces and complaints are not heard. */
  webhookKey: z
    .string()
    .refine(isPublicKey, "must be the base64 key that SendGrid shows")
    .optional(),
  connections,
  url: apiUrl("https://api.sendgrid.com"),
})

const amazonSes = z.strictObject({
  provider: z.literal("amazon-ses"),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "must be an AWS region such as eu-central-1"),
  accessKeyId: z.string().min(1),
  secretAccessKey: z.string().min(1),
  sessionToken: z.string().min(1).optional(),
  /** The configuration set whose events are published to the topic below. */
  configurationSet: z.string().min(1).optional(),
  /** The SNS topic that calls our webhook. Without it bounces and complaints are not heard. */
  topicArn: z
    .string()
    .regex(/^arn:aws[a-z-]*:sns:/, "must be the ARN of an SNS topic")
    .optional(),
  connections,
  url: z.url({ protocol: /^https?$/ }).optional(),
})

/** Services that send e-mail. */
export const mailServices = [
  smtp,
  resend,
  postmark,
  sendgrid,
  amazonSes,
  medusaNotification,
] as const

function isPrivateKey(text: string): boolean {
  try {
    return ["rsa", "ed25519"].includes(createPrivateKey(text).asymmetricKeyType ?? "")
  } catch {
    return false
  }
}

function isPublicKey(text: string): boolean {
  try {
    createPublicKey({ key: Buffer.from(text, "base64"), format: "der", type: "spki" })
    return true
  } catch {
    return false
  }
}
