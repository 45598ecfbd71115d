import { createServer, type Server } from "node:net"
import type { AddressInfo } from "node:net"
import { sayReport, spamCheck } from "../../content/preflight/spam-check"
import { askSpamd, readSpamReport } from "../../../lib/spamd"

/** What spamd 4.0.1 of Debian 12 answered to a message, but for the second line of the last description. */
const ANSWER = `SPAMD/1.1 0 EX_OK\r
Content-length: 802\r
Spam: True ; 5.1 / 5.0\r
\r
Spam detection software, running on the system "vm",
has identified this incoming email as possible spam.  The original
message has been attached to this so you can view it or label
similar future email.  If you have any questions, see
@@CONTACT_ADDRESS@@ for details.

Content preview:  buy viagra now free money

Content analysis details:   (5.1 points, 5.0 required)

 pts rule name              description
---- ---------------------- --------------------------------------------------
 2.7 MISSING_DATE           Missing Date: header
-0.0 NO_RECEIVED            Informational: message has no Received headers
 0.6 MISSING_MID            Missing Message-Id: header
-0.0 NO_RELAYS              Informational: message was not relayed via SMTP
 1.8 DRUGS_ERECTILE         Refers to an erectile drug
                            in its body

`

describe("a report of SpamAssassin", () => {
  it("is read with its score and its rules, the heaviest first", () => {
    expect(readSpamReport(ANSWER)).toEqual({
      score: 5.1,
      required: 5,
      rules: [
        { points: 2.7, name: "MISSING_DATE", description: "Missing Date: header" },
        {
          points: 1.8,
          name: "DRUGS_ERECTILE",
          description: "Refers to an erectile drug in its body",
        },
        { points: 0.6, name: "MISSING_MID", description: "Missing Message-Id: header" },
        {
          points: -0,
          name: "NO_RECEIVED",
          description: "Informational: message has no Received headers",
        },
        {
          points: -0,
          name: "NO_RELAYS",
          description: "Informational: message was not relayed via SMTP",
        },
      ],
    })
  })

  it("is a blocker where spam begins, a warning from half of that on, and in words", () => {
    expect(sayReport(readSpamReport(ANSWER))).toEqual({
      key: "spam",
      level: "blocker",
      message: "SpamAssassin gives 5.1 points: from 5 on it counts as spam",
      details: [
        "2.7 points: Missing Date: header (MISSING_DATE)",
        "1.8 points: Refers to an erectile drug in its body (DRUGS_ERECTILE)",
        "0.6 points: Missing Message-Id: header (MISSING_MID)",
      ],
    })
    const level = (score: number) => sayReport({ score, required: 5, rules: [] }).level
    expect([-1, 2.4, 2.5, 4.9, 5].map(level)).toEqual(["ok", "ok", "warning", "warning", "blocker"])
  })

  it.each([
    ["SPAMD/1.1 76 Bad header line: x\r\n\r\n", "Bad header line: x"],
    ["HTTP/1.1 400 Bad Request\r\n\r\n", "it does not speak the protocol of spamd"],
    ["SPAMD/1.1 0 EX_OK\r\n\r\n", "its answer has no score"],
  ])("says what is wrong with %s", (answer, wrong) => {
    expect(() => readSpamReport(answer)).toThrow(wrong)
  })
})

describe("asking spamd", () => {
  let server: Server | undefined
  const listen = (answer: string | null) =>
    new Promise<{ port: number; asked: () => string }>((resolve) => {
      let asked = ""
      server = createServer({ allowHalfOpen: true }, (socket) => {
        socket.on("data", (chunk) => (asked += chunk.toString()))
        socket.on("end", () => answer !== null && socket.end(answer))
      }).listen(0, "127.0.0.1", () =>
        resolve({ port: (server!.address() as AddressInfo).port, asked: () => asked })
      )
    })
  const at = (port: number, timeoutSeconds = 5) => ({ host: "127.0.0.1", port, timeoutSeconds })
  afterEach(() => server?.close())

  it("hands over the message with its length in bytes", async () => {
    const { port, asked } = await listen(ANSWER)
    const report = await askSpamd(at(port), Buffer.from("Subject: ü\r\n\r\nHi"))
    expect(report.score).toBe(5.1)
    expect(asked()).toBe("REPORT SPAMC/1.5\r\nContent-length: 17\r\n\r\nSubject: ü\r\n\r\nHi")
  })

  it("gives up when there is no answer, and the check says so", async () => {
    const { port } = await listen(null)
    await expect(askSpamd(at(port, 0.05), Buffer.from("x"))).rejects.toThrow(
      "no answer within 0.05 seconds"
    )
    const nothing = { subject: "", preheader: "", html: [], text: [], card: null }
    const [check] = await spamCheck(() => Promise.reject(new Error("gone")), nothing, "a@b.example")
    expect(check).toMatchObject({
      level: "warning",
      message: "SpamAssassin did not look at the message: gone",
    })
    expect(await spamCheck(null, nothing, "a@b.example")).toEqual([])
  })
})
