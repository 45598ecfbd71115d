import { createVerify } from "node:crypto"
import { NotSignedError } from "../provider"
import { sameSecret } from "../reports/signed"

/** A message of Amazon SNS, the service that carries SES's events. */
export type SnsMessage = {
  Type: "Notification" | "SubscriptionConfirmation" | "UnsubscribeConfirmation"
  MessageId: string
  TopicArn: string
  Message: string
  Timestamp: string
  SignatureVersion: string
  Signature: string
  SigningCertURL: string
  Subject?: string
  SubscribeURL?: string
  Token?: string
}

/** Amazon's own hosts and nobody else's, whatever a message says. */
const SNS_HOST = /^sns\.[a-z0-9-]{3,20}\.amazonaws\.com(\.cn)?$/
const SIGNED_FIELDS = {
  Notification: ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"],
  SubscriptionConfirmation: [
    "Message",
    "MessageId",
    "SubscribeURL",
    "Timestamp",
    "Token",
    "TopicArn",
    "Type",
  ],
} as const

/** Fetches a certificate in PEM. */
export type CertificateFetcher = (url: string) => Promise<string>

/**
 * Checks that Amazon signed the message, for this topic.
 * @throws NotSignedError when not
 */
export async function verifySns(
  message: SnsMessage,
  topicArn: string,
  certificate: CertificateFetcher
): Promise<void> {
  if (!sameSecret(String(message.TopicArn), topicArn)) throw new NotSignedError("another topic")
  const url = amazonUrl(message.SigningCertURL)
  if (!url?.pathname.endsWith(".pem")) throw new NotSignedError("the certificate is not Amazon's")
  const algorithm = { "1": "RSA-SHA1", "2": "RSA-SHA256" }[message.SignatureVersion]
  const fields =
    message.Type === "Notification"
      ? SIGNED_FIELDS.Notification
      : SIGNED_FIELDS.SubscriptionConfirmation
  const signed = fields
    .filter((field) => message[field] !== undefined)
    .map((field) => `${field}\n${message[field]}\n`)
    .join("")
  const valid =
    algorithm &&
    createVerify(algorithm)
      .update(signed)
      .verify(await certificate(url.href), String(message.Signature), "base64")
  if (!valid) throw new NotSignedError("wrong signature")
}

/** The address if it is one of Amazon SNS over https, with nothing hidden in it. */
export function amazonUrl(address: unknown): URL | undefined {
  if (typeof address !== "string" || !URL.canParse(address)) return undefined
  const url = new URL(address)
  const plain = !url.port && !url.username && !url.password
  return url.protocol === "https:" && plain && SNS_HOST.test(url.hostname) ? url : undefined
}
