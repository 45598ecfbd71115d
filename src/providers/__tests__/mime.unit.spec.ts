import fc from "fast-check"
import PostalMime from "postal-mime"
import { FixedText, joinPieces, type Pieces } from "../../lib/pieces"
import { wireAddress } from "../mime/address"
import { MimeBuffer } from "../mime/mime-buffer"
import type { OutgoingMessage } from "../provider"

const MESSAGE: OutgoingMessage = {
  runId: 1,
  profileId: 2,
  pass: 0,
  token: "m_abc",
  to: "anna@shop.example",
  from: { name: "Test shop", email: "shop@engage.example" },
  replyTo: "help@engage.example",
  subject: "Hello Anna",
  html: ["<p>Grüße aus Zürich 👋</p>"],
  text: ["Grüße\r\n.\r\nEnde"],
  date: new Date("2026-03-01T09:05:07Z"),
  headers: { "List-Unsubscribe": "<https://shop.example/engage/u/m_abc>" },
}

const wire = (buffer: MimeBuffer, change: Partial<OutgoingMessage> = {}) =>
  Buffer.concat(buffer.build({ ...MESSAGE, ...change })).toString("latin1")

function build(change: Partial<OutgoingMessage> = {}): string {
  return wire(new MimeBuffer(), change)
}

/** Reads a message the way a mail program does. */
function parse(source: string) {
  const [head, ...rest] = source.split("\r\n\r\n")
  const unfolded = head.replace(/\r\n /g, "\0")
  const headers = Object.fromEntries(
    unfolded.split("\r\n").map((line) => {
      const [, name, value] = /^([\w-]+): (.*)$/s.exec(line)!
      return [name, decodeWords(value)]
    })
  )
  const boundary = /boundary="(.*?)"/.exec(headers["Content-Type"])![1]
  const parts = rest.join("\r\n\r\n").split(`--${boundary}`)
  expect(parts.pop()).toBe("--\r\n.\r\n")
  const bodies = parts.slice(1).map((part) => {
    const headEnd = part.indexOf("\r\n\r\n")
    const partHead = part.slice(0, headEnd)
    // The line break before a boundary belongs to the boundary.
    const body = part.slice(headEnd + 4).replace(/\r\n$/, "")
    expect(partHead).toContain("Content-Transfer-Encoding: quoted-printable")
    return decodeQuotedPrintable(body)
  })
  return { headers, text: bodies[0], html: bodies[1] }
}

/** RFC 2045, 6.7, with blanks at line ends dropped as a mail server on the way may do. */
function decodeQuotedPrintable(body: string): string {
  const bytes = body
    .replace(/[ \t]+(?=\r\n|$)/g, "")
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, "latin1").toString("utf8")
}

function decodeWords(value: string): string {
  return value
    .replace(/\?=\0=\?/g, "?==?")
    .replace(/\0/g, " ")
    .replace(/=\?UTF-8\?B\?(.*?)\?=/g, (_, text) => Buffer.from(text, "base64").toString("utf8"))
}

describe("a message on the wire", () => {
  it("reads back as it was", () => {
    const { headers, text, html } = parse(build())
    expect(headers).toEqual({
      From: "Test shop <shop@engage.example>",
      To: "anna@shop.example",
      Subject: "Hello Anna",
      Date: "Sun, 01 Mar 2026 09:05:07 +0000",
      "Message-ID": "<m_abc@engage.example>",
      "Reply-To": "help@engage.example",
      "List-Unsubscribe": "<https://shop.example/engage/u/m_abc>",
      "MIME-Version": "1.0",
      "Content-Type": expect.stringContaining("multipart/alternative"),
    })
    expect(text).toBe(joinPieces(MESSAGE.text))
    expect(html).toBe(joinPieces(MESSAGE.html))
  })

  it("reads back whatever its pieces are, from memory that other messages have used", () => {
    const buffer = new MimeBuffer()
    buffer.build({ ...MESSAGE, html: ["y".repeat(90_000)] })
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom("a", "=", ".", " ", "\t", "\n", "\r", "é", "👋", "\0") }),
      fc.string({ unit: "binary", minLength: 60, maxLength: 200 }),
      fc.constantFrom("\n", ".", " ", "\r\n.\r\n", "x".repeat(73), "x".repeat(74), "€".repeat(40))
    )
    const pieces = fc.array(
      fc.oneof(
        text,
        text.map((t) => new FixedText(t))
      )
    )
    fc.assert(
      fc.property(pieces, pieces, (html: Pieces, plain: Pieces) => {
        // A line break is CR LF on the wire, whatever it was.
        const sent = { html: html.map(wellFormed), text: plain.map(wellFormed) }
        const read = parse(wire(buffer, sent))
        expect(lines(read.html)).toBe(asLines(sent.html))
        expect(lines(read.text)).toBe(asLines(sent.text))
      }),
      { numRuns: 500 }
    )
  })

  it("has ASCII lines of at most 76 characters, none starting with a dot, and no bare CR or LF", () => {
    const html = [
      ".\r\n.\n\r.\r\n",
      new FixedText(`.\n${"ü .".repeat(99)}\n`),
      ".",
      new FixedText(" . "),
    ]
    const source = build({ html, text: ["\r\n.\r\n", "x".repeat(500)] })
    const lines = source.slice(0, -"\r\n.\r\n".length).split("\r\n")
    for (const line of lines.slice(lines.indexOf(""))) {
      expect(line).toMatch(/^[\x20-\x7e]{0,76}$/)
      expect(line.startsWith(".")).toBe(false)
    }
  })

  it("folds long headers", () => {
    for (const line of build({ subject: "ß".repeat(500) }).split("\r\n"))
      expect(line).toMatch(/^[\x20-\x7e]{0,998}$/)
  })

  it.each([
    "Hello\r\nBcc: everybody@evil.example",
    "Hello\nBcc: everybody@evil.example",
    "Hello\rBcc: x",
    "Hello\r\n\r\n<script>",
    "Hello\u0000\u000bworld",
  ])("lets nobody add a header or a body through a subject: %j", (subject) => {
    const source = build({ subject, headers: { "X-Ref": subject } })
    const { headers, html } = parse(source)
    expect(Object.keys(headers)).toEqual([
      "From",
      "To",
      "Subject",
      "Date",
      "Message-ID",
      "Reply-To",
      "X-Ref",
      "MIME-Version",
      "Content-Type",
    ])
    expect(html).toBe(joinPieces(MESSAGE.html))
  })

  it("encodes what would be read as an encoded word, and long or foreign subjects", () => {
    for (const subject of [
      "=?UTF-8?B?QmNjOg==?=",
      "Überraschung für Jürgen 🎁".repeat(20),
      "x".repeat(2_000),
    ]) {
      const source = build({ subject })
      expect(source).toContain("Subject: =?UTF-8?B?")
      expect(parse(source).headers.Subject).toBe(subject)
      for (const word of source.match(/=\?UTF-8\?B\?.*?\?=/g)!)
        expect(word.length).toBeLessThanOrEqual(75)
    }
  })

  it("quotes or encodes a sender's name, and leaves the address as it is", () => {
    const from = (name: string) =>
      parse(build({ from: { name, email: "shop@engage.example" } })).headers.From
    expect(from("Shop, the best")).toBe('"Shop, the best" <shop@engage.example>')
    expect(from('Say "hi" \\ ok')).toBe('"Say \\"hi\\" \\\\ ok" <shop@engage.example>')
    expect(from("Müller & Söhne")).toBe("Müller & Söhne <shop@engage.example>")
    expect(from('Müller, "Söhne"')).toBe('Müller, "Söhne" <shop@engage.example>')
    expect(from("A\r\nBcc: b@evil.example")).toBe('"A Bcc: b@evil.example" <shop@engage.example>')
  })
})

describe("an address in an SMTP command", () => {
  it.each([
    ["anna@shop.example", "anna@shop.example"],
    ["Anna.B+tag@Shop.Example", "Anna.B+tag@shop.example"],
    ["anna@müller.example", "anna@xn--mller-kva.example"],
  ])("%s", (address, wire) => expect(wireAddress(address)).toBe(wire))

  it.each([
    "",
    "anna",
    "@shop.example",
    "anna@",
    "anna@shop.example>\r\nRCPT TO:<b@evil.example",
    "anna\r\n@shop.example",
    "anna@shop.example\r\nDATA",
    "anna@shop .example",
    "<anna@shop.example>",
    "anna,bob@shop.example",
    '"anna b"@shop.example',
    "änna@shop.example",
    ".anna@shop.example",
    "anna@shop..example",
    `${"a".repeat(65)}@shop.example`,
  ])("refuses %j", (address) => expect(wireAddress(address)).toBeUndefined())
})

function wellFormed(piece: string | FixedText): string | FixedText {
  const text = (piece instanceof FixedText ? piece.text : piece).replace(/\p{Surrogate}/gu, "")
  return piece instanceof FixedText ? new FixedText(text) : text
}

function asLines(pieces: Pieces): string {
  return pieces.map((piece) => lines(joinPieces([piece]))).join("")
}

function lines(text: string): string {
  return text.replace(/\r\n/g, "\n")
}

describe("a message with files", () => {
  const bytes = Buffer.from(Array.from({ length: 10_000 }, (_, i) => (i * 7) % 256))
  const file = (name: string, type = "application/pdf") => ({
    name,
    type,
    base64: new FixedText(bytes.toString("base64")),
  })
  const read = async (change: Partial<OutgoingMessage>, buffer = new MimeBuffer()) => {
    const mail = wire(buffer, change)
    expect(mail.endsWith("--\r\n.\r\n")).toBe(true)
    expect(mail.split("\r\n").every((line) => line.length <= 998)).toBe(true)
    return PostalMime.parse(mail.slice(0, -3), { attachmentEncoding: "base64" })
  }

  it("has them as parts of their own beside text and HTML", async () => {
    const attachments = [file("menu.pdf"), file("Preise “März” 価格.csv", "text/csv")]
    const mail = await read({ attachments })
    expect(mail.attachments).toMatchObject([
      { filename: "menu.pdf", mimeType: "application/pdf", disposition: "attachment" },
      { filename: "Preise “März” 価格.csv", mimeType: "text/csv", disposition: "attachment" },
    ])
    for (const one of mail.attachments) expect(one.content).toBe(bytes.toString("base64"))
    expect(mail.html).toContain("Grüße aus Zürich 👋")
    expect(mail.text).toContain("Grüße")
    expect(mail.headers.find(({ key }) => key === "content-type")?.value).toContain(
      "multipart/mixed"
    )
  })

  it("lets no name end its quotes or start a header", async () => {
    const { attachments } = await read({
      attachments: [file('a"; x="\r\nBcc: eve@evil.example.pdf')],
    })
    expect(attachments).toMatchObject([{ filename: "a'; x=' Bcc: eve@evil.example.pdf" }])
  })

  it("is followed by one without on the same connection, and encodes a file once", async () => {
    const buffer = new MimeBuffer()
    const attachments = [file("menu.pdf")]
    const [, first] = buffer.build({ ...MESSAGE, attachments })
    const [, second] = buffer.build({ ...MESSAGE, attachments, to: "bob@shop.example" })
    expect(second).toBe(first)
    expect((await read({}, buffer)).attachments).toEqual([])
  })
})
