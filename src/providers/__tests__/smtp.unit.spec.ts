import { classifyRefusal, type Stage } from "../smtp/classify"
import { ReplyReader } from "../smtp/reply"
import { parseServer } from "../smtp/server"

function read(...pieces: string[]) {
  const reader = new ReplyReader()
  return pieces.flatMap((piece) => reader.push(Buffer.from(piece)))
}

describe("replies of a mail server", () => {
  it("are cut out of any pieces, lines of one reply together", () => {
    expect(read("250-PIPE", "LINING\r\n250 SIZE\r\n550 5.1", ".1 gone\r", "\n354\r\n")).toEqual([
      { code: 250, enhanced: null, text: "PIPELINING\nSIZE" },
      { code: 550, enhanced: "5.1.1", text: "5.1.1 gone" },
      { code: 354, enhanced: null, text: "" },
    ])
  })

  it("are refused when they are something else, or never end", () => {
    expect(() => read("HTTP/1.1 400 Bad Request\r\n")).toThrow("not an SMTP reply")
    expect(() => read("x".repeat(70_000))).toThrow("without end")
  })
})

describe("a refusal", () => {
  const classify = (stage: Stage, code: number, enhanced: string | null, text = "no") => {
    const { error: _, ...rest } = classifyRefusal(stage, { code, enhanced, text }) as Record<
      string,
      unknown
    >
    return rest
  }

  it.each<[Stage, number, string | null, string]>([
    ["mail", 451, null, "provider"],
    ["rcpt", 421, null, "provider"],
    ["rcpt", 454, null, "provider"],
    ["rcpt", 450, "4.2.0", "message"],
    ["rcpt", 452, null, "message"],
    ["body", 451, null, "message"],
    ["body", 421, null, "provider"],
  ])("at %s with %s %s puts off the %s", (stage, code, enhanced, scope) => {
    expect(classify(stage, code, enhanced)).toEqual({
      state: "deferred",
      scope,
      retryAfterMs: null,
    })
  })

  it.each<[Stage, number, string | null, string]>([
    ["rcpt", 550, null, "hard"],
    ["rcpt", 550, "5.1.1", "hard"],
    ["body", 554, "5.1.1", "hard"],
    ["rcpt", 553, null, "hard"],
    ["rcpt", 550, "5.7.1", "rejected"],
    ["rcpt", 552, "5.2.2", "rejected"],
    ["rcpt", 554, null, "rejected"],
    ["mail", 550, "5.1.1", "rejected"],
    ["data", 550, null, "rejected"],
    ["body", 554, null, "rejected"],
  ])("at %s with %s %s is %s", (stage, code, enhanced, failure) => {
    expect(classify(stage, code, enhanced)).toEqual({ state: "failed", class: failure })
  })
})

describe("a server's address", () => {
  it("is read with its secrets and defaults", () => {
    expect(parseServer("smtp://user%40shop:p%3Ass@mail.example:2525")).toEqual({
      host: "mail.example",
      port: 2525,
      implicitTls: false,
      loopback: false,
      user: "user@shop",
      password: "p:ss",
    })
    expect(parseServer("smtps://mail.example")).toMatchObject({
      port: 465,
      implicitTls: true,
      user: "",
    })
    expect(parseServer("smtp://[::1]")).toMatchObject({ host: "::1", port: 587, loopback: true })
  })
})
