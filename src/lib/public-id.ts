import { createCipheriv, createHmac, timingSafeEqual } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { type Db, queryOne } from "./db"

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
const NUMBER_BYTES = 6
const MAC_BYTES = 10
/** Of short texts: what a forger can gain by them is small, and each guess is a request. */
const SHORT_MAC_BYTES = 6

/**
 * Turns row numbers into opaque, unforgeable text and back. Deterministic, so nothing has to be stored: the numbers are
 * encrypted under a synthetic IV that is also their authentication code (the SIV construction), then written in base32,
 * which survives mail clients that change case.
 */
export class PublicIds {
  private readonly macKey: Buffer
  private readonly cipherKey: Buffer
  private readonly seedKey: Buffer

  /** @param secret - at least 32 bytes of key material, the same in every process of the shop */
  constructor(secret: Buffer) {
    this.macKey = createHmac("sha256", secret).update("engage mac").digest()
    this.cipherKey = createHmac("sha256", secret).update("engage cipher").digest().subarray(0, 16)
    this.seedKey = createHmac("sha256", secret).update("engage seed").digest()
  }

  /** 64 secret bytes for one purpose, from which keys can be made: the same ones in every process of the shop. */
  seed(purpose: string): Buffer {
    return createHmac("sha512", this.seedKey).update(purpose).digest()
  }

  /**
   * @param kind - what the numbers refer to (`prof`, `msg`, ...); text sealed for one kind is not valid for another
   * @param numbers - non-negative integers below 2^48
   * @returns `<kind>_<base32>`
   */
  seal(kind: string, ...numbers: number[]): string {
    const plain = Buffer.alloc(numbers.length * NUMBER_BYTES)
    numbers.forEach((value, i) => plain.writeUIntBE(value, i * NUMBER_BYTES, NUMBER_BYTES))
    const mac = this.mac(kind, plain, MAC_BYTES)
    return `${kind}_${toBase32(Buffer.concat([mac, this.crypt(mac, plain)]))}`
  }

  /** As {@link seal}, in about half the letters: for links in text messages. */
  sealShort(kind: string, ...numbers: number[]): string {
    const plain = Buffer.from(numbers.flatMap(sevenBits))
    const mac = this.mac(kind, plain, SHORT_MAC_BYTES)
    return `${kind}_${toBase32(Buffer.concat([mac, this.crypt(mac, plain)]))}`
  }

  /** The numbers of {@link sealShort}, or `undefined` when the text was not sealed by this shop for this kind. */
  openShort(kind: string, text: string): number[] | undefined {
    const plain = this.unsealed(kind, text, SHORT_MAC_BYTES)
    if (!plain) return undefined
    const numbers: number[] = []
    let value = 0
    let scale = 1
    for (const byte of plain) {
      value += (byte & 127) * scale
      scale *= 128
      if (byte & 128) continue
      numbers.push(value)
      value = 0
      scale = 1
    }
    return numbers
  }

  /** The numbers sealed in `text`, or `undefined` when it was not sealed by this shop for this kind. */
  open(kind: string, text: string): number[] | undefined {
    const plain = this.unsealed(kind, text, MAC_BYTES)
    if (!plain || plain.length % NUMBER_BYTES) return undefined
    return Array.from({ length: plain.length / NUMBER_BYTES }, (_, i) =>
      plain.readUIntBE(i * NUMBER_BYTES, NUMBER_BYTES)
    )
  }

  /**
   * The single number sealed in an id that came with a request.
   * @throws MedusaError `not_found` when the id was not made by this shop
   */
  openOne(kind: string, text: string, label: string): number {
    const numbers = this.open(kind, text)
    if (numbers?.length !== 1) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `${label} with id ${text} was not found`)
    }
    return numbers[0]
  }

  private unsealed(kind: string, text: string, macBytes: number): Buffer | undefined {
    const prefix = `${kind}_`
    const lower = text.toLowerCase()
    if (!lower.startsWith(prefix)) return undefined
    const bytes = fromBase32(lower.slice(prefix.length))
    if (!bytes || bytes.length <= macBytes) return undefined
    const mac = bytes.subarray(0, macBytes)
    const plain = this.crypt(mac, bytes.subarray(macBytes))
    return timingSafeEqual(mac, this.mac(kind, plain, macBytes)) ? plain : undefined
  }

  private mac(kind: string, plain: Buffer, length: number): Buffer {
    return createHmac("sha256", this.macKey)
      .update(kind)
      .update("\0")
      .update(plain)
      .digest()
      .subarray(0, length)
  }

  private crypt(mac: Buffer, data: Buffer): Buffer {
    const iv = Buffer.alloc(16)
    mac.copy(iv)
    return createCipheriv("aes-128-ctr", this.cipherKey, iv).update(data)
  }
}

const cached = new WeakMap<object, Promise<PublicIds>>()

/** The shop's id codec. Its secret is made by the first migration and kept in the database, so links in old mail stay valid. */
export function publicIds(db: Db): Promise<PublicIds> {
  let ids = cached.get(db)
  if (!ids) {
    ids = shopSecret(db).then((secret) => new PublicIds(Buffer.from(secret, "hex")))
    ids.catch(() => cached.delete(db))
    cached.set(db, ids)
  }
  return ids
}

/** What only this shop knows, from which keys are derived: 32 bytes or more in hex. */
export async function shopSecret(db: Db): Promise<string> {
  const row = await queryOne<{ secret: string }>(db, `select secret from engage_secret`)
  if (row) return row.secret
  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    "engage_secret is empty: run `npx medusa db:migrate`"
  )
}

/** Seven bits a byte, the lowest first; the eighth says that there is more. */
function sevenBits(value: number): number[] {
  const rest = Math.floor(value / 128)
  return rest ? [(value % 128) | 128, ...sevenBits(rest)] : [value]
}

function toBase32(bytes: Buffer): string {
  let out = ""
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      out += ALPHABET[(value >> bits) & 31]
    }
  }
  return bits ? out + ALPHABET[(value << (5 - bits)) & 31] : out
}

function fromBase32(text: string): Buffer | undefined {
  const out = Buffer.alloc(Math.floor((text.length * 5) / 8))
  let bits = 0
  let value = 0
  let at = 0
  for (const char of text) {
    const digit = ALPHABET.indexOf(char)
    if (digit < 0) return undefined
    value = ((value << 5) | digit) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      out[at++] = (value >> bits) & 0xff
    }
  }
  return out
}
