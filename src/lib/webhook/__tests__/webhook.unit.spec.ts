import { createHmac } from "node:crypto"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { isPrivateAddress } from "../address"
import { postWebhook } from "../post"
import { derivedSecret, newWebhookSecret, signedHeaders } from "../sign"

const now = new Date("2026-11-22T10:00:00Z")
const call = (url: string) => ({
  url,
  secrets: [derivedSecret("abc", "test")],
  id: "evt_1",
  body: `{"a":1}`,
  now,
})

async function serve(
  answer: (req: IncomingMessage, res: ServerResponse) => void,
  run: (port: number) => Promise<void>
) {
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  try {
    await run((server.address() as AddressInfo).port)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

it.each([
  ["127.0.0.1", true],
  ["10.1.2.3", true],
  ["172.31.255.255", true],
  ["::ffff:0:127.0.0.1", true],
  ["64:ff9b:1::a9fe:a9fe", true],
  ["2001:0:7f00:1::", true],
  ["fec0::1", true],
  ["2001:4860:4860::8888", false],
  ["172.32.0.1", false],
  ["192.168.0.1", true],
  ["169.254.169.254", true],
  ["100.64.0.1", true],
  ["0.0.0.0", true],
  ["255.255.255.255", true],
  ["93.184.216.34", false],
  ["::1", true],
  ["::", true],
  ["fd00::1", true],
  ["fe80::1", true],
  ["::ffff:10.0.0.1", true],
  ["::ffff:93.184.216.34", false],
  ["64:ff9b::a00:1", true],
  ["2606:2800:220:1::1", false],
  ["not an address", true],
])("%s is private: %s", (ip, expected) => {
  expect(isPrivateAddress(ip)).toBe(expected)
})

it("signs as Standard Webhooks says", () => {
  const key = Buffer.from("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "base64")
  const mac = createHmac("sha256", key).update("msg_1.1614265330.{}").digest("base64")
  const at = { id: "msg_1", body: "{}", now: new Date(1_614_265_330_000) }
  expect(signedHeaders(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], at)).toEqual({
    "webhook-id": "msg_1",
    "webhook-timestamp": "1614265330",
    "webhook-signature": `v1,${mac}`,
  })
  expect(newWebhookSecret()).not.toBe(newWebhookSecret())
  expect(derivedSecret("abc", "a")).toBe(derivedSecret("abc", "a"))
  expect(derivedSecret("abc", "a")).not.toBe(derivedSecret("abd", "a"))
})

it("sends the body signed and reads the answer, following nowhere", async () => {
  const seen: { headers: IncomingMessage["headers"]; body: string }[] = []
  await serve(
    (req, res) => {
      let body = ""
      req.on("data", (part) => (body += part))
      req.on("end", () => {
        seen.push({ headers: req.headers, body })
        res.writeHead(302, { location: "http://127.0.0.1:1/" }).end("x".repeat(100_000))
      })
    },
    async (port) => {
      const settings = { allowPrivate: true, timeoutMs: 5_000 }
      const { status, text } = await postWebhook(call(`http://127.0.0.1:${port}/in`), settings)
      expect([status, text.length]).toEqual([302, 65_536])
    }
  )
  expect(seen).toHaveLength(1)
  expect(seen[0].body).toBe(`{"a":1}`)
  expect(seen[0].headers).toMatchObject(signedHeaders(call("").secrets, call("")))
})

it("calls nothing inside the own network unless it may, and gives up in time", async () => {
  const strict = { allowPrivate: false, timeoutMs: 5_000 }
  let calls = 0
  await serve(
    () => void calls++,
    async (port) => {
      for (const host of ["127.0.0.1", "localhost", "[::1]"])
        await expect(postWebhook(call(`http://${host}:${port}/`), strict)).rejects.toThrow(
          "inside your own network"
        )
      expect(calls).toBe(0)
      const quick = { allowPrivate: true, timeoutMs: 50 }
      await expect(postWebhook(call(`http://127.0.0.1:${port}/`), quick)).rejects.toThrow(
        "No answer within 0.05 seconds"
      )
    }
  )
})
