import { AmazonSesReports } from "../amazon-ses/reports"
import { amazonUrl } from "../amazon-ses/sns"
import { PostmarkReports } from "../postmark/reports"
import { NotSignedError, type ReportReader, type WebhookRequest } from "../provider"
import { classOfStatus, statusIn } from "../reports/bounce-class"
import { ResendReports } from "../resend/reports"
import { SendGridReports } from "../sendgrid/reports"
import { SES, snsWebhook } from "./contracts/amazon-ses"
import { POSTMARK, postmarkWebhook } from "./contracts/postmark"
import { RESEND, resendWebhook } from "./contracts/resend"
import { SENDGRID, sendgridWebhook } from "./contracts/sendgrid"

const NOW = new Date()
const AT = new Date(NOW.getTime() - 60_000)
AT.setMilliseconds(0)
const TOKEN = "m_token"

describe("what a status says", () => {
  it.each([
    ["5.1.1", "hard"],
    ["5.1.10", "hard"],
    ["5.2.1", "hard"],
    ["5.4.4", "hard"],
    ["5.1.8", "sender"],
    ["5.2.2", "soft"],
    ["4.2.2", "soft"],
    ["5.4.7", "soft"],
    ["4.4.7", "soft"],
    ["4.7.0", "sender"],
    ["5.7.1", "sender"],
    ["5.6.0", "sender"],
    ["5.0.0", "sender"],
    [null, "soft"],
  ])("%s is %s", (status, expected) => expect(classOfStatus(status)).toBe(expected))

  it("is found in a server's words, and no version or address is taken for one", () => {
    expect(statusIn("smtp; 550-5.1.1 The account does not exist")).toBe("5.1.1")
    expect(statusIn("connected to 5.1.1.1 and left")).toBeNull()
    expect(statusIn("no")).toBeNull()
  })
})

const ses = (confirmed: string[] = []) =>
  new AmazonSesReports(
    SES.topic,
    async () => SES.certificate,
    async (url) => confirmed.push(url)
  )
const bounced = (kind: string, code: string | null, detail: string) => [
  { token: TOKEN, at: AT, kind: "bounced", class: kind, code, detail },
]

type Case = [string, () => ReportReader, () => WebhookRequest, unknown[]]
const tags = { engage: TOKEN }

function resendCases(): Case[] {
  const hook = (type: string, bounce?: object) => resendWebhook(type, tags, { bounce }, NOW)
  const at = new Date(NOW)
  const told = (more: object) => [{ token: TOKEN, at, code: null, detail: "", ...more }]
  const reader = () => new ResendReports(RESEND.secret)
  return [
    ["resend delivered", reader, () => hook("email.delivered"), told({ kind: "delivered" })],
    ["resend complained", reader, () => hook("email.complained"), told({ kind: "complained" })],
    [
      "resend permanent bounce",
      reader,
      () =>
        hook("email.bounced", { type: "Permanent", subType: "General", message: "550 5.1.1 gone" }),
      told({ kind: "bounced", class: "hard", code: "5.1.1", detail: "General: 550 5.1.1 gone" }),
    ],
    [
      "resend suppressed by itself",
      reader,
      () => hook("email.bounced", { type: "Permanent", subType: "Suppressed", message: "" }),
      told({ kind: "bounced", class: "sender", detail: "Suppressed" }),
    ],
    [
      "resend passing bounce with a code that would be final",
      reader,
      () => hook("email.bounced", { type: "Transient", subType: "General", message: "5.1.1" }),
      told({ kind: "bounced", class: "soft", code: "5.1.1", detail: "General: 5.1.1" }),
    ],
    ["resend opened", reader, () => hook("email.opened"), []],
    ["resend without a token", reader, () => resendWebhook("email.bounced", {}, {}, NOW), []],
  ]
}

function postmarkCases(): Case[] {
  const reader = () => new PostmarkReports(POSTMARK.webhook)
  const hook = (body: object) => () =>
    postmarkWebhook({ BouncedAt: AT.toISOString(), Metadata: tags, ...body }, NOW)
  const bounce = (Type: string) =>
    hook({ RecordType: "Bounce", Type, Details: "smtp;550 5.1.1 no" })
  const told = (kind: string) => bounced(kind, "5.1.1", "smtp;550 5.1.1 no")
  return [
    ["postmark hard", reader, bounce("HardBounce"), told("hard")],
    ["postmark soft", reader, bounce("SoftBounce"), told("soft")],
    ["postmark blocked", reader, bounce("SpamNotification"), told("sender")],
    ["postmark absence note", reader, bounce("AutoResponder"), told("ignore")],
    [
      "postmark complaint",
      reader,
      hook({ RecordType: "SpamComplaint" }),
      [{ token: TOKEN, at: AT, code: null, detail: "", kind: "complained" }],
    ],
  ]
}

function sendgridCases(): Case[] {
  const reader = () => new SendGridReports(SENDGRID.publicKey)
  const event = (more: object) => ({ engage: TOKEN, timestamp: AT.getTime() / 1_000, ...more })
  const hook =
    (...events: object[]) =>
    () =>
      sendgridWebhook(events.map(event), NOW)
  return [
    [
      "sendgrid bounce and drop in one call",
      reader,
      hook(
        { event: "bounce", type: "bounce", status: "5.1.1", reason: "550 no such user" },
        { event: "dropped", reason: "Bounced Address" },
        { event: "processed" }
      ),
      [
        ...bounced("hard", "5.1.1", "550 no such user"),
        ...bounced("hard", null, "Bounced Address"),
      ],
    ],
    [
      "sendgrid block",
      reader,
      hook({ event: "bounce", type: "blocked", status: "550", reason: "550 5.7.1 listed" }),
      bounced("sender", "5.7.1", "550 5.7.1 listed"),
    ],
    [
      "sendgrid complaint and delivery",
      reader,
      hook({ event: "spamreport" }, { event: "delivered", response: "250 OK" }),
      [
        { token: TOKEN, at: AT, code: null, detail: "", kind: "complained" },
        { token: TOKEN, at: AT, code: null, detail: "250 OK", kind: "delivered" },
      ],
    ],
  ]
}

function sesCases(): Case[] {
  const timestamp = AT.toISOString()
  const hook =
    (event: object, more = {}) =>
    () =>
      snsWebhook(
        { Message: JSON.stringify({ mail: { tags: { engage: [TOKEN] } }, ...event }), ...more },
        NOW
      )
  const bounce = (bounceType: string, bounceSubType: string, recipient?: object) =>
    hook({ bounce: { timestamp, bounceType, bounceSubType, bouncedRecipients: [recipient ?? {}] } })
  return [
    [
      "ses permanent",
      ses,
      bounce("Permanent", "General", { status: "5.1.1", diagnosticCode: "smtp; 550" }),
      bounced("hard", "5.1.1", "General: smtp; 550"),
    ],
    [
      "ses account suppressed",
      ses,
      bounce("Permanent", "OnAccountSuppressionList"),
      bounced("sender", null, "OnAccountSuppressionList"),
    ],
    ["ses full", ses, bounce("Transient", "MailboxFull"), bounced("soft", null, "MailboxFull")],
    [
      "ses too large",
      ses,
      bounce("Transient", "MessageTooLarge"),
      bounced("sender", null, "MessageTooLarge"),
    ],
    [
      "ses complaint, signed the old way",
      ses,
      hook(
        { complaint: { timestamp, complaintFeedbackType: "abuse" } },
        { SignatureVersion: "1", Subject: "x" }
      ),
      [{ token: TOKEN, kind: "complained", at: AT, code: null, detail: "abuse" }],
    ],
    [
      "ses delivery",
      ses,
      hook({ delivery: { timestamp, smtpResponse: "250 OK" } }),
      [{ token: TOKEN, kind: "delivered", at: AT, code: null, detail: "250 OK" }],
    ],
  ]
}

describe("a webhook", () => {
  it.each([...resendCases(), ...postmarkCases(), ...sendgridCases(), ...sesCases()])(
    "%s",
    async (_, reader, request, expected) => {
      expect(await reader().read(request())).toEqual(expected)
    }
  )

  const late = new Date(NOW.getTime() + 10 * 60_000)
  const other = (request: WebhookRequest) => ({
    ...request,
    body: Buffer.concat([request.body, Buffer.from(" ")]),
  })
  const attacks: [string, () => ReportReader, () => WebhookRequest][] = [
    [
      "resend changed",
      () => new ResendReports(RESEND.secret),
      () => other(resendWebhook("email.bounced", tags, {}, NOW)),
    ],
    [
      "resend of yesterday",
      () => new ResendReports(RESEND.secret),
      () => resendWebhook("email.bounced", tags, {}, new Date(NOW.getTime() - 86_400_000)),
    ],
    [
      "resend unsigned",
      () => new ResendReports(RESEND.secret),
      () => ({ ...resendWebhook("email.bounced", tags, {}, NOW), headers: {} }),
    ],
    [
      "postmark with another password",
      () => new PostmarkReports(POSTMARK.webhook),
      () => postmarkWebhook({}, NOW, { user: "engage", password: "guessed" }),
    ],
    [
      "postmark without one",
      () => new PostmarkReports(POSTMARK.webhook),
      () => ({ ...postmarkWebhook({}, NOW), headers: {} }),
    ],
    [
      "sendgrid changed",
      () => new SendGridReports(SENDGRID.publicKey),
      () => other(sendgridWebhook([], NOW)),
    ],
    [
      "sendgrid again after a while",
      () => new SendGridReports(SENDGRID.publicKey),
      () => ({ ...sendgridWebhook([], NOW), now: late }),
    ],
    [
      "sendgrid unsigned",
      () => new SendGridReports(SENDGRID.publicKey),
      () => ({ ...sendgridWebhook([], NOW), headers: {} }),
    ],
    ["ses changed", ses, () => snsWebhook({}, NOW, { Message: '{"bounce":{}}' })],
    ["ses of another topic", ses, () => snsWebhook({ TopicArn: `${SES.topic}2` }, NOW)],
    [
      "ses with a certificate from elsewhere",
      ses,
      () =>
        snsWebhook(
          { SigningCertURL: "https://sns.eu-central-1.amazonaws.com.evil.example/x.pem" },
          NOW
        ),
    ],
    ["ses with no signature known", ses, () => snsWebhook({ SignatureVersion: "3" }, NOW)],
    ["ses that is no JSON", ses, () => ({ body: Buffer.from("hello"), headers: {}, now: NOW })],
    [
      "ses subscription elsewhere",
      ses,
      () =>
        snsWebhook(
          {
            Type: "SubscriptionConfirmation",
            Token: "t",
            SubscribeURL: "https://169.254.169.254/",
          },
          NOW
        ),
    ],
  ]
  it.each(attacks)("is refused: %s", async (_, reader, request) => {
    await expect(reader().read(request())).rejects.toThrow(NotSignedError)
  })

  it("of a new SNS subscription is confirmed, at Amazon and nowhere else", async () => {
    const confirmed: string[] = []
    const SubscribeURL =
      "https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&Token=t"
    const request = snsWebhook({ Type: "SubscriptionConfirmation", Token: "t", SubscribeURL }, NOW)
    expect(await ses(confirmed).read(request)).toEqual([])
    expect(confirmed).toEqual([SubscribeURL])
  })

  it.each([
    "http://sns.eu-central-1.amazonaws.com/x.pem",
    "https://sns.eu-central-1.amazonaws.com:8443/x.pem",
    "https://sns.eu-central-1.amazonaws.com@evil.example/x.pem",
    "https://sns.evil.amazonaws.com.evil.example/x.pem",
    "https://user:pw@sns.eu-central-1.amazonaws.com/x.pem",
    "https://10.0.0.1/x.pem",
    42,
  ])("never leads to %s", (address) => expect(amazonUrl(address)).toBeUndefined())
})

it.each(["", "null", "5", '"text"', "[{"])("takes no %j for a call of Amazon's", async (text) => {
  const request = { headers: {}, target: "/", body: Buffer.from(text), now: NOW }
  await expect(ses().read(request)).rejects.toThrow(NotSignedError)
})
