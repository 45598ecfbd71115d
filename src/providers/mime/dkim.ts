import { createHash, createPrivateKey, type KeyObject, sign } from "node:crypto"

export type DkimOptions = {
  /** Domain that signs; for DMARC it has to be the sender's, or above it. */
  domain: string
  /** The key's name in the DNS: `<selector>._domainkey.<domain>`. */
  selector: string
  /** RSA of 1,024 bits or more, or Ed25519, in PEM. */
  privateKey: string
}

/** From stands twice, so that no second one can be put in front of it (RFC 6376, 8.15). */
const SIGNED = [
  "From",
  "From",
  "To",
  "Subject",
  "Date",
  "Message-ID",
  "Reply-To",
  "List-Unsubscribe",
  "List-Unsubscribe-Post",
  "Feedback-ID",
  "MIME-Version",
  "Content-Type",
]
const LINE_CHARS = 72

/**
 * Signs messages of our own making (RFC 6376, and RFC 8463 for Ed25519): headers in their relaxed form, the body as it
 * stands, since it is all CRLF lines with no empty one at its end. A library would read each message anew; this one is
 * signed where it lies.
 */
export class DkimSigner {
  private readonly key: KeyObject
  private readonly algorithm: "rsa-sha256" | "ed25519-sha256"

  /** @throws Error when the key is none */
  constructor(private readonly options: DkimOptions) {
    this.key = createPrivateKey(options.privateKey)
    this.algorithm = this.key.asymmetricKeyType === "ed25519" ? "ed25519-sha256" : "rsa-sha256"
  }

  /**
   * The signature's header line for a message.
   * @param headers - name and value as on the wire, folded lines included
   * @param body - all after the empty line, piece by piece, without the dot that ends it on the wire
   */
  header(headers: [name: string, value: string][], body: Buffer[]): string {
    const present = new Map(headers.map(([name, value]) => [name.toLowerCase(), value]))
    const names = SIGNED.filter((name) => present.has(name.toLowerCase()))
    const { domain, selector } = this.options
    const hash = createHash("sha256")
    for (const piece of body) hash.update(piece)
    const bodyHash = hash.digest("base64")
    const tags =
      `v=1; a=${this.algorithm}; c=relaxed/simple; d=${domain}; s=${selector};\r\n ` +
      `h=${names.join(":\r\n ")};\r\n bh=${bodyHash};\r\n b=`
    const lines = [...new Set(names)].map((name) => relaxed(name, present.get(name.toLowerCase())!))
    const signed = [...lines, relaxed("DKIM-Signature", tags)].join("\r\n")
    return `DKIM-Signature: ${tags}${fold(this.sign(signed))}\r\n`
  }

  private sign(text: string): string {
    // Ed25519 signs the hash of what RSA would hash itself (RFC 8463, 3).
    if (this.algorithm === "rsa-sha256")
      return sign("sha256", Buffer.from(text), this.key).toString("base64")
    const hash = createHash("sha256").update(text).digest()
    return sign(null, hash, this.key).toString("base64")
  }
}

function relaxed(name: string, value: string): string {
  return `${name.toLowerCase()}:${value
    .replace(/\r\n/g, "")
    .replace(/[ \t]+/g, " ")
    .trim()}`
}

function fold(text: string): string {
  return text.match(new RegExp(`.{1,${LINE_CHARS}}`, "g"))!.join("\r\n ")
}
