import { createHmac, randomBytes } from "node:crypto"

const PREFIX = "whsec_"

/** A new signing secret: 192 bits. */
export function newWebhookSecret(): string {
  return PREFIX + randomBytes(24).toString("base64")
}

/** A signing secret that is always the same for the same shop and purpose. */
export function derivedSecret(shopSecret: string, purpose: string): string {
  const key = createHmac("sha256", shopSecret).update(`webhook ${purpose}`).digest()
  return PREFIX + key.subarray(0, 24).toString("base64")
}

/**
 * Headers that prove who sent a body and when, as Standard Webhooks 1.0 has them.
 * @param secrets - one, or two while the receiver changes from one to the other: either proves it
 * @param id - of what is told: the same whenever it is sent again
 */
export function signedHeaders(
  secrets: string[],
  { id, body, now }: { id: string; body: string; now: Date }
): Record<string, string> {
  const timestamp = Math.floor(now.getTime() / 1_000)
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), "base64")
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`
  })
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signatures.join(" "),
  }
}
