import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  verify,
} from "node:crypto"
import { createServer, type IncomingHttpHeaders, type Server } from "node:http"
import type { AddressInfo } from "node:net"

/** A message as it came to a browser. */
export type Received = {
  path: string
  headers: IncomingHttpHeaders
  payload: Record<string, unknown>
}

/**
 * A push service with its browsers on loopback, as the standards describe them: takes messages by RFC 8030, proves the sender by
 * RFC 8292, and decrypts for the browser by RFC 8291 and RFC 8188. It shares no code with the sender.
 */
export class FakePushService {
  readonly received: Received[] = []
  /** Answers to give instead, the next first. */
  readonly script: { status: number; headers?: Record<string, string>; body?: string }[] = []
  /** Paths of browsers that are no more. */
  readonly gone = new Set<string>()
  private readonly browsers = new Map<string, { curve: ECDH; auth: Buffer }>()
  private server?: Server
  origin = ""

  /** @param publicKey - what browsers signed up with: messages of other senders are refused */
  constructor(public publicKey = "") {}

  async start(port = 0): Promise<this> {
    this.server = createServer(async (req, res) => {
      const pieces: Buffer[] = []
      for await (const piece of req) pieces.push(piece as Buffer)
      const scripted = this.script.shift()
      const {
        status,
        headers,
        body = "",
      } = scripted ?? this.take(req.url ?? "", req.headers, Buffer.concat(pieces))
      res.writeHead(status, headers).end(body)
    })
    await new Promise<void>((resolve) => this.server!.listen(port, "127.0.0.1", resolve))
    this.origin = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
    return this
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections()
    await new Promise((resolve) => this.server?.close(resolve))
  }

  /** A browser that signs up: what its `PushSubscription` says. */
  browser(name: string) {
    const curve = createECDH("prime256v1")
    curve.generateKeys()
    const auth = randomBytes(16)
    this.browsers.set(`/${name}`, { curve, auth })
    return {
      endpoint: `${this.origin}/${name}`,
      keys: { p256dh: curve.getPublicKey("base64url"), auth: auth.toString("base64url") },
    }
  }

  private take(path: string, headers: IncomingHttpHeaders, body: Buffer) {
    const browser = this.browsers.get(path)
    if (!browser || this.gone.has(path)) return { status: 410, body: "unsubscribed" }
    if (!/^\d+$/.test(String(headers.ttl))) return { status: 400, body: "TTL is needed" }
    if (body.length > 4_096) return { status: 413, body: "too large" }
    const problem = this.senderProblem(headers.authorization ?? "")
    if (problem) return { status: 403, body: problem }
    const payload = JSON.parse(decrypt(body, browser).toString("utf8"))
    this.received.push({ path, headers, payload })
    return { status: 201, headers: { location: `${this.origin}/message${path}` } }
  }

  /** RFC 8292: a token signed by the key, for this service, and not for longer than a day. */
  private senderProblem(authorization: string): string | undefined {
    const [, token = "", key = ""] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? []
    const [head, claims, signature] = token.split(".")
    if (!signature) return "not signed"
    if (this.publicKey && key !== this.publicKey) return "another key than the browser's"
    const point = Buffer.from(key, "base64url")
    const publicKey = createPublicKey({
      format: "jwk",
      key: {
        kty: "EC",
        crv: "P-256",
        x: point.subarray(1, 33).toString("base64url"),
        y: point.subarray(33).toString("base64url"),
      },
    })
    const good = verify(
      "sha256",
      Buffer.from(`${head}.${claims}`),
      { key: publicKey, dsaEncoding: "ieee-p1363" },
      Buffer.from(signature, "base64url")
    )
    if (!good) return "wrong signature"
    const { aud, exp, sub } = JSON.parse(Buffer.from(claims, "base64url").toString("utf8"))
    const left = exp - Date.now() / 1_000
    if (aud !== this.origin || left < 0 || left > 86_400) return "wrong claims"
    return /^(mailto:|https:)/.test(sub) ? undefined : "no subject"
  }
}

/** RFC 8291, 3.4 over RFC 8188: one record. */
function decrypt(body: Buffer, { curve, auth }: { curve: ECDH; auth: Buffer }): Buffer {
  const salt = body.subarray(0, 16)
  const keyLength = body[20]
  const sender = body.subarray(21, 21 + keyLength)
  const sealed = body.subarray(21 + keyLength)
  const secret = curve.computeSecret(sender)
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), curve.getPublicKey(), sender])
  const seed = Buffer.from(hkdfSync("sha256", secret, auth, info, 32))
  const derive = (label: string, length: number) =>
    Buffer.from(hkdfSync("sha256", seed, salt, Buffer.from(`Content-Encoding: ${label}\0`), length))
  const decipher = createDecipheriv("aes-128-gcm", derive("aes128gcm", 16), derive("nonce", 12))
  decipher.setAuthTag(sealed.subarray(-16))
  const record = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  const end = record.lastIndexOf(2)
  return record.subarray(0, end)
}
