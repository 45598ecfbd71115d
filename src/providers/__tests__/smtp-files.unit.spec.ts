import { randomBytes } from "node:crypto"
import type { AddressInfo } from "node:net"
import { buffer } from "node:stream/consumers"
import PostalMime from "postal-mime"
import { SMTPServer } from "smtp-server"
import { FixedText } from "../../lib/pieces"
import type { OutgoingMessage } from "../provider"
import { SmtpProvider } from "../smtp/provider"

const message = (no: number, part: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  runId: 1,
  profileId: no,
  pass: 0,
  token: `m_${no}`,
  to: `person${no}@shop.example`,
  from: { name: "Shop", email: "shop@engage.example" },
  replyTo: null,
  subject: `No ${no}`,
  html: [new FixedText("<p>Hello "), `person ${no}</p>`],
  text: [`Hello person ${no}`],
  card: null,
  date: new Date("2026-11-22T10:00:00Z"),
  headers: {},
  ...part,
})

describe("files over SMTP", () => {
  const mails: Buffer[] = []
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    logger: false,
    onData: (stream, _session, done) =>
      void buffer(stream).then((mail) => {
        mails.push(mail)
        done()
      }, done),
  })
  let provider: SmtpProvider

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const { port } = server.server.address() as AddressInfo
    provider = new SmtpProvider({ url: `smtp://127.0.0.1:${port}`, connections: 1 })
  })
  afterAll(async () => {
    await provider.close()
    await new Promise<void>((resolve) => server.close(resolve))
  })

  it("arrive byte by byte with each message, and are gone with the next", async () => {
    const [large, small] = [randomBytes(2_000_000), Buffer.from("..\r\n.\r\n")]
    const attachments = [
      { name: "guide.pdf", type: "application/pdf", bytes: large },
      { name: "dots.txt", type: "text/plain", bytes: small },
    ].map(({ bytes, ...file }) => ({ ...file, base64: new FixedText(bytes.toString("base64")) }))
    for (const one of [message(1, { attachments }), message(2, { attachments }), message(3)])
      expect(await provider.sendBatch([one])).toMatchObject([{ state: "accepted" }])
    const read = await Promise.all(mails.map((mail) => PostalMime.parse(mail)))
    expect(read.map(({ subject, text }) => [subject, text?.trim()])).toEqual([
      ["No 1", "Hello person 1"],
      ["No 2", "Hello person 2"],
      ["No 3", "Hello person 3"],
    ])
    for (const { attachments: got } of read.slice(0, 2)) {
      expect(got.map(({ filename }) => filename)).toEqual(["guide.pdf", "dots.txt"])
      expect(
        got.map(({ content }, i) => Buffer.compare(bytesOf(content), [large, small][i]))
      ).toEqual([0, 0])
    }
    expect(read[2].attachments).toEqual([])
  })
})

function bytesOf(content: ArrayBuffer | Uint8Array | string): Buffer {
  return typeof content === "string" ? Buffer.from(content) : Buffer.from(content as Uint8Array)
}
