/** A push service with one browser: takes messages as those of browsers' makers do, and reads them as that browser would. */
import { createDecipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto"
import http from "node:http"
import { setTimeout as sleep } from "node:timers/promises"

const PATIENCE_MS = 60_000

/**
 * @param {string} origin where the shop reaches it
 * @returns {Promise<{subscription: {endpoint: string, keys: {p256dh: string, auth: string}}, next: () => Promise<string>,
 *   close: () => Promise<void>}>} `next` waits a minute for a message and answers with what was encrypted
 */
export async function startPushService(origin) {
  const curve = createECDH("prime256v1")
  curve.generateKeys()
  const auth = randomBytes(16)
  const arrived = []
  const server = http.createServer(async (req, res) => {
    const pieces = []
    for await (const piece of req) pieces.push(piece)
    const text = decrypt(Buffer.concat(pieces), curve, auth)
    arrived.push(text)
    res.writeHead(201, { location: `${origin}/message` }).end()
  })
  await new Promise((resolve) => server.listen(Number(new URL(origin).port), "127.0.0.1", resolve))
  return {
    subscription: {
      endpoint: `${origin}/browser`,
      keys: { p256dh: curve.getPublicKey("base64url"), auth: auth.toString("base64url") },
    },
    next: async () => {
      for (const deadline = Date.now() + PATIENCE_MS; !arrived.length; await sleep(50))
        if (Date.now() > deadline) throw new Error(`no push message in ${PATIENCE_MS / 1000} s`)
      return arrived.shift()
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** RFC 8291 over RFC 8188, one record. */
function decrypt(body, curve, auth) {
  const salt = body.subarray(0, 16)
  const sender = body.subarray(21, 21 + body[20])
  const sealed = body.subarray(21 + body[20])
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), curve.getPublicKey(), sender])
  const seed = Buffer.from(hkdfSync("sha256", curve.computeSecret(sender), auth, info, 32))
  const derive = (label, length) =>
    Buffer.from(hkdfSync("sha256", seed, salt, `Content-Encoding: ${label}\0`, length))
  const decipher = createDecipheriv("aes-128-gcm", derive("aes128gcm", 16), derive("nonce", 12))
  decipher.setAuthTag(sealed.subarray(-16))
  const record = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  return record.subarray(0, record.lastIndexOf(2)).toString("utf8")
}
