import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"

/** A new secret of a source: 192 bits. */
export const newSecret = () => `src_${randomBytes(24).toString("hex")}`

const same = (given: string, wanted: string) => {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * Whether a call proves that it comes from the source: by its secret as a bearer token, or by an HMAC-SHA256 of the body
 * under it, in hex, as `X-Engage-Signature: sha256=…`.
 */
export function isSigned(
  secret: string,
  body: Buffer,
  headers: { authorization?: string; signature?: string }
): boolean {
  if (headers.signature) {
    const mac = createHmac("sha256", secret).update(body).digest("hex")
    return same(headers.signature.replace(/^sha256=/, "").toLowerCase(), mac)
  }
  return same(headers.authorization?.replace(/^Bearer /i, "") ?? "", secret)
}
