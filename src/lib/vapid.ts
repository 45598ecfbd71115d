import { createECDH } from "node:crypto"

/** The keys by which push services know a shop (RFC 8292), in base64url: a point and a number of the curve P-256. */
export type VapidKeys = { publicKey: string; privateKey: string }

/** Order of the curve P-256 (FIPS 186-4, D.1.2.3). */
const ORDER = BigInt("0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")

/**
 * The key pair that belongs to a seed: the same in every process and after every restart, with nothing more to keep
 * secret than the seed. The private key is the seed modulo the order less one, plus one (FIPS 186-4, B.4.1).
 * @param seed - at least 40 secret bytes
 */
export function vapidKeys(seed: Buffer): VapidKeys {
  const number = (BigInt(`0x${seed.toString("hex")}`) % (ORDER - 1n)) + 1n
  const privateKey = Buffer.from(number.toString(16).padStart(64, "0"), "hex")
  const curve = createECDH("prime256v1")
  curve.setPrivateKey(privateKey)
  return {
    publicKey: curve.getPublicKey("base64url"),
    privateKey: privateKey.toString("base64url"),
  }
}

/** Whether a public and a private key belong together. */
export function isKeyPair({ publicKey, privateKey }: VapidKeys): boolean {
  try {
    const curve = createECDH("prime256v1")
    curve.setPrivateKey(Buffer.from(privateKey, "base64url"))
    return curve.getPublicKey("base64url") === publicKey.replace(/=+$/, "")
  } catch {
    return false
  }
}
