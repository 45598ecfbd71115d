import { NotSignedError } from "../provider"
import { bounceAddress, tokenInAddress } from "../smtp/bounce-address"
import { MailReports } from "../smtp/mail-reports"
import { returnedMail, statusOf as status } from "./contracts/returned-mail"

const NOW = new Date("2026-11-22T10:00:00Z")
const TOKEN = "m_abcdefghijklmnop234567"
const SECRET = "a long enough secret"
const TO = bounceAddress("bounces@engage.example", TOKEN)

const report = (parts: Partial<Parameters<typeof returnedMail>[0]>) =>
  returnedMail({ to: TO, ...parts })

const read = (mail: string, secret = SECRET) =>
  new MailReports(SECRET).read({
    headers: { authorization: `Bearer ${secret}` },
    body: Buffer.from(mail),
    now: NOW,
  })

describe("mail that came back", () => {
  it("to the address of its message is a bounce of that message", async () => {
    const mail = report({
      status: status(
        "Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 <anna@shop.example>:\r\n  no such user"
      ),
    })
    expect(await read(mail)).toEqual([
      {
        token: TOKEN,
        kind: "bounced",
        class: "hard",
        code: "5.1.1",
        detail: "550 5.1.1 <anna@shop.example>: no such user",
        at: new Date("2026-11-22T09:00:00Z"),
      },
    ])
  })

  it.each([
    [
      "Action: failed\r\nStatus: 5.0.0\r\nDiagnostic-Code: smtp; 552 5.2.2 over quota",
      "soft",
      "5.2.2",
    ],
    [
      "Action: failed\r\nStatus: 4.4.7\r\nDiagnostic-Code: smtp; delivery time expired",
      "soft",
      "4.4.7",
    ],
    [
      "Action: failed\r\nStatus: 5.7.26\r\nDiagnostic-Code: smtp; 550 unauthenticated",
      "sender",
      "5.7.26",
    ],
    ["Action: failed\r\nStatus: 5.1.1", "hard", "5.1.1"],
    ["Action: failed", "soft", null],
  ])("with %j is %s", async (recipient, kind, code) => {
    expect(await read(report({ status: status(recipient) }))).toMatchObject([
      { kind: "bounced", class: kind, code },
    ])
  })

  it("is known by the copy of the message when it went to another address", async () => {
    const mail = report({
      to: "bounces@engage.example",
      status: status("Action: failed\r\nStatus: 5.1.1"),
      copy: `Subject: Hi\r\nMessage-ID: <${TOKEN}@engage.example>`,
    })
    expect(await read(mail)).toMatchObject([{ token: TOKEN, class: "hard" }])
  })

  it("is no bounce when it is only late, and a delivery when it says so", async () => {
    expect(await read(report({ status: status("Action: delayed\r\nStatus: 4.4.1") }))).toEqual([])
    expect(
      await read(report({ status: status("Action: delivered\r\nStatus: 2.0.0") }))
    ).toMatchObject([{ kind: "delivered" }])
  })

  it("says nothing when it is a note of absence, or about no message of ours", async () => {
    const note = `To: ${TO}\r\nAuto-Submitted: auto-replied\r\nSubject: Away\r\n\r\nI am away.`
    expect(await read(note)).toEqual([])
    const other = report({
      to: "bounces@engage.example",
      status: status("Action: failed\r\nStatus: 5.1.1"),
    })
    expect(await read(other)).toEqual([])
  })

  it("may be a complaint", async () => {
    const abuse =
      "Feedback-Type: abuse\r\nUser-Agent: Yahoo/1\r\nArrival-Date: Sun, 22 Nov 2026 09:00:00 +0000"
    expect(await read(report({ type: "feedback-report", status: abuse }))).toEqual([
      {
        token: TOKEN,
        kind: "complained",
        at: new Date("2026-11-22T09:00:00Z"),
        code: null,
        detail: "Yahoo/1",
      },
    ])
    const notSpam = abuse.replace("abuse", "not-spam")
    expect(await read(report({ type: "feedback-report", status: notSpam }))).toEqual([])
  })

  it("is refused without the secret, and does no harm as rubbish", async () => {
    await expect(read(report({}), "guessed")).rejects.toThrow(NotSignedError)
    for (const rubbish of ["", "\0\0\0", "a".repeat(100_000), `${"--b\r\n".repeat(5_000)}`])
      expect(await read(rubbish)).toEqual([])
    const nested = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(200)
    await expect(read(nested)).rejects.toThrow(NotSignedError)
  })
})

describe("the address bounces go to", () => {
  it("holds the token, which is found again whatever became of its case", () => {
    expect(TO).toBe(`bounces+${TOKEN}@engage.example`)
    expect(tokenInAddress(`<${TO.toUpperCase()}>`)?.toLowerCase()).toBe(TOKEN)
    expect(tokenInAddress("bounces@engage.example")).toBeUndefined()
  })
})
