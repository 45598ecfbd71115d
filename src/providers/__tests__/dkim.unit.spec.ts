import { generateKeyPairSync, type KeyObject } from "node:crypto"
import { dkimVerify } from "mailauth/lib/dkim/verify"
import { FixedText } from "../../lib/pieces"
import { DkimSigner } from "../mime/dkim"
import { MimeBuffer } from "../mime/mime-buffer"
import type { OutgoingMessage } from "../provider"

const MESSAGE: OutgoingMessage = {
  runId: 1,
  profileId: 2,
  pass: 0,
  token: "m_abc",
  to: "anna@shop.example",
  from: { name: "Bücher & Töne", email: "shop@engage.example" },
  replyTo: null,
  subject: `A subject that is long enough to be folded over more than one line, with ünusual chäracters ${"x".repeat(80)}`,
  html: [new FixedText("<p>Grüße  \r\n.\r\nfrom  "), "Ann=a</p>\n\n"],
  text: ["Hello  \n\n\n"],
  date: new Date("2026-11-22T10:00:00Z"),
  headers: { "List-Unsubscribe": "<https://shop.example/u>", "Feedback-ID": "a:b:c:d" },
}

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 })
const ed25519 = generateKeyPairSync("ed25519")
const record = {
  rsa: `v=DKIM1; k=rsa; p=${rsa.publicKey.export({ type: "spki", format: "der" }).toString("base64")}`,
  ed25519: `v=DKIM1; k=ed25519; p=${ed25519.publicKey.export({ type: "spki", format: "der" }).subarray(12).toString("base64")}`,
}

function signed(key: KeyObject, change: Partial<OutgoingMessage> = {}): Buffer {
  const privateKey = key.export({ type: "pkcs8", format: "pem" }).toString()
  const signer = new DkimSigner({ domain: "engage.example", selector: "s1", privateKey })
  return Buffer.concat(new MimeBuffer(signer).build({ ...MESSAGE, ...change }).slice(0, -1))
}

async function verify(mail: Buffer, kind: keyof typeof record) {
  const resolver = async (name: string) =>
    name === "s1._domainkey.engage.example" ? [[record[kind]]] : []
  const { results } = await dkimVerify(mail, { resolver } as never)
  return results[0].status.result
}

describe("a signed message", () => {
  it.each([
    ["rsa", rsa.privateKey],
    ["ed25519", ed25519.privateKey],
  ] as const)("holds with %s", async (kind, key) => {
    expect(await verify(signed(key), kind)).toBe("pass")
    expect(await verify(signed(key, { subject: "short", replyTo: "x@engage.example" }), kind)).toBe(
      "pass"
    )
  })

  it("holds with files that go along", async () => {
    const base64 = new FixedText(Buffer.from("a file").toString("base64"))
    const attachments = [{ name: "menu.pdf", type: "application/pdf", base64 }]
    expect(await verify(signed(rsa.privateKey, { attachments }), "rsa")).toBe("pass")
  })

  it("is the same on a connection that sent others before", async () => {
    const privateKey = rsa.privateKey.export({ type: "pkcs8", format: "pem" }).toString()
    const buffer = new MimeBuffer(
      new DkimSigner({ domain: "engage.example", selector: "s1", privateKey })
    )
    buffer.build({ ...MESSAGE, html: ["x".repeat(200_000)] })
    const second = Buffer.concat(buffer.build(MESSAGE).slice(0, -1))
    expect(await verify(second, "rsa")).toBe("pass")
  })

  it.each([
    ["another subject", (mail: string) => mail.replace(/^Subject: .*$/m, "Subject: Buy now")],
    ["another body", (mail: string) => mail.replace("Hello", "Hallo")],
    ["a From put in front", (mail: string) => `From: evil@world.example\r\n${mail}`],
    [
      "another way to unsubscribe",
      (mail: string) => mail.replace("shop.example/u", "evil.example/u"),
    ],
  ])("does not hold with %s", async (_, change) => {
    const mail = signed(rsa.privateKey).toString("latin1")
    expect(change(mail)).not.toBe(mail)
    expect(await verify(Buffer.from(change(mail), "latin1"), "rsa")).not.toBe("pass")
  })
})
