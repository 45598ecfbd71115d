import { randomBytes } from "node:crypto"
import { EventWebhook } from "@sendgrid/eventwebhook"
import sendgridMail from "@sendgrid/mail"
import { ServerClient } from "postmark"
import { Resend } from "resend"
import { FixedText } from "../../lib/pieces"
import { AmazonSesProvider } from "../amazon-ses/provider"
import { PostmarkProvider } from "../postmark/provider"
import type { OutgoingMessage, Provider } from "../provider"
import { ResendProvider } from "../resend/provider"
import { SendGridProvider } from "../sendgrid/provider"
import { SES, sesApi } from "./contracts/amazon-ses"
import { type Answer, type Call, FakeApi } from "./contracts/fake-api"
import { POSTMARK, postmarkApi } from "./contracts/postmark"
import { RESEND, resendApi } from "./contracts/resend"
import { SENDGRID, sendgridApi, sendgridWebhook } from "./contracts/sendgrid"

const TOKEN = "m_abcdefghijklmnopqrstuvwxyz234567abcdefghijklm"

function message(no: number, to = `person${no}@shop.example`): OutgoingMessage {
  return {
    runId: 1,
    profileId: no,
    pass: 0,
    token: `${TOKEN}${no}`,
    to,
    from: { name: 'Shop "X"', email: "shop@engage.example" },
    replyTo: "help@engage.example",
    subject: `No ${no}\r\nBcc: all@world.example`,
    html: [new FixedText("<p>Hello "), `Person ${no}</p>`],
    text: [`Hello Person ${no}`],
    card: null,
    date: new Date("2026-11-22T10:00:00Z"),
    headers: { "List-Unsubscribe": "<https://shop.example/u>\r\nX-Evil: 1" },
  }
}

const MESSAGES = [message(1), message(2, "nobody"), message(3)]
const SUBJECT = "No 1 Bcc: all@world.example"

let api: FakeApi
async function start(answer: (call: Call) => Answer) {
  api = new FakeApi(answer)
  return api.start()
}
afterEach(() => api?.stop())

const VENDORS: [string, (call: Call) => Answer, (url: string) => Provider][] = [
  ["resend", resendApi(), (url) => new ResendProvider({ apiKey: RESEND.key, url })],
  [
    "postmark",
    postmarkApi(),
    (url) => new PostmarkProvider({ serverToken: POSTMARK.token, stream: "broadcast", url }),
  ],
  [
    "sendgrid",
    sendgridApi,
    (url) => new SendGridProvider({ apiKey: SENDGRID.key, connections: 5, url }),
  ],
  [
    "amazon-ses",
    sesApi,
    (url) =>
      new AmazonSesProvider({
        region: "eu-central-1",
        accessKeyId: "AKID",
        secretAccessKey: "secret",
        connections: 5,
        url,
      }),
  ],
]

describe.each(VENDORS)("%s", (name, answer, create) => {
  it("takes what it takes, and refuses a bad message by itself", async () => {
    const provider = create(await start(answer))
    expect(await provider.sendBatch(MESSAGES)).toEqual([
      { state: "accepted", providerId: `id of ${SUBJECT}` },
      {
        state: "failed",
        class: "rejected",
        error: expect.stringMatching(new RegExp(`^${name}: `)),
      },
      { state: "accepted", providerId: `id of ${SUBJECT.replace("1", "3")}` },
    ])
  })

  it("gets the token to report by, and no header that a text smuggled in", async () => {
    const provider = create(await start(answer))
    await provider.sendBatch([message(1)])
    const sent = JSON.stringify(api.calls[0].body)
    expect(sent).toContain(`${TOKEN}1`)
    expect(sent).toContain("<https://shop.example/u> X-Evil: 1")
    expect(sent).not.toMatch(/\\r|\\n/)
    expect(sent).toContain("<p>Hello Person 1</p>")
  })

  it("hands files over with the message, as its contract has them", async () => {
    const provider = create(await start(answer))
    const content = Buffer.from("a file").toString("base64")
    const attachments = [
      { name: "menu.pdf", type: "application/pdf", base64: new FixedText(content) },
    ]
    expect(await provider.sendBatch([{ ...message(1), attachments }])).toEqual([
      { state: "accepted", providerId: `id of ${SUBJECT}` },
    ])
    const sent = JSON.stringify(api.calls[0].body)
    for (const part of [content, "menu.pdf", "application/pdf"]) expect(sent).toContain(part)
    expect(await provider.sendBatch([{ ...message(2, "nobody"), attachments }])).toMatchObject([
      { state: "failed", class: "rejected" },
    ])
  })

  it("holds everybody back, for as long as it asks, when it is busy or the key is wrong", async () => {
    const provider = create(await start(answer))
    api.script.push(
      { status: 429, headers: { "retry-after": "7" }, body: {} },
      { status: 503, body: "Service Unavailable" },
      { status: 401, body: {} }
    )
    const results = []
    for (let i = 0; i < 3; i++) results.push(...(await provider.sendBatch([message(1)])))
    expect(results).toEqual(
      [7_000, null, null].map((retryAfterMs) => ({
        state: "deferred",
        scope: "provider",
        retryAfterMs,
        error: expect.stringMatching(/429|503|401/),
      }))
    )
  })

  it("can say that nothing was sent when nobody is there", async () => {
    const url = await start(answer)
    await api.stop()
    expect(await create(url).sendBatch([message(1)])).toEqual([
      {
        state: "deferred",
        scope: "provider",
        retryAfterMs: null,
        error: expect.stringContaining("ECONNREFUSED"),
      },
    ])
  })

  it("leaves open what became of a call whose connection broke, unless it can ask again under its key", async () => {
    const provider = create(await start(answer))
    api.script.push("cut")
    const [result] = await provider.sendBatch([message(1)])
    if (name !== "resend") {
      expect(result).toEqual({ state: "uncertain", error: expect.any(String) })
      expect(api.calls).toHaveLength(1)
      return
    }
    expect(result).toMatchObject({ state: "accepted" })
    expect(api.calls[0].headers["idempotency-key"]).toBe(api.calls[1].headers["idempotency-key"])
  })

  it("follows no redirect", async () => {
    const provider = create(await start(answer))
    api.script.push({ status: 307, headers: { location: "http://127.0.0.1:1/" }, body: {} })
    expect(await provider.sendBatch([message(1)])).toMatchObject([{ state: "deferred" }])
  })
})

describe("Resend", () => {
  it("sends nothing twice when the answer got lost after it had sent", async () => {
    const sent: never[] = []
    const take = resendApi(sent)
    const url = await start((call) => {
      const answer = take(call)
      if (api.calls.length === 1) return { status: 504, body: {} }
      return answer
    })
    const provider = new ResendProvider({ apiKey: RESEND.key, url })
    expect(await provider.sendBatch([message(1), message(3)])).toMatchObject([
      { state: "accepted" },
      { state: "accepted" },
    ])
    expect(sent).toHaveLength(2)
  })
})

describe("Resend with files", () => {
  it("sends each message by itself, once, though an answer got lost", async () => {
    const sent: never[] = []
    const take = resendApi(sent)
    const url = await start((call) => {
      const answer = take(call)
      return api.calls.length === 1 ? { status: 504, body: {} } : answer
    })
    const provider = new ResendProvider({ apiKey: RESEND.key, url })
    const base64 = new FixedText(Buffer.from("a file").toString("base64"))
    const attachments = [{ name: "menu.pdf", type: "application/pdf", base64 }]
    const messages = [message(1), message(3)].map((one) => ({ ...one, attachments }))
    expect(await provider.sendBatch(messages)).toMatchObject([
      { state: "accepted" },
      { state: "accepted" },
    ])
    expect(sent).toHaveLength(2)
    expect(api.calls.map(({ path }) => path)).toEqual(Array(3).fill("/emails"))
  })
})

describe("Postmark", () => {
  it("tells which address it has switched off itself", async () => {
    const url = await start(postmarkApi(["person1@shop.example"]))
    const provider = new PostmarkProvider({ serverToken: POSTMARK.token, stream: "news", url })
    expect(await provider.sendBatch([message(1), message(3)])).toMatchObject([
      { state: "failed", class: "hard", error: expect.stringContaining("406") },
      { state: "accepted" },
    ])
    expect(api.calls[0].body).toMatchObject([{ MessageStream: "news" }, {}])
  })
})

describe("SendGrid", () => {
  it("says by a date when it may be asked again", async () => {
    const url = await start(sendgridApi)
    const provider = new SendGridProvider({ apiKey: SENDGRID.key, connections: 1, url })
    api.script.push(SENDGRID.errors.rateLimit(Date.now()))
    const [result] = (await provider.sendBatch([message(1)])) as [{ retryAfterMs: number }]
    expect(result.retryAfterMs).toBeGreaterThan(1_000)
    expect(result.retryAfterMs).toBeLessThanOrEqual(4_000)
  })
})

describe("Amazon SES", () => {
  it.each([
    ["throttled", { state: "deferred", scope: "provider" }],
    ["paused", { state: "deferred", scope: "provider" }],
    ["rejected", { state: "failed", class: "rejected" }],
  ] as const)("%s is told by its kind of exception", async (error, expected) => {
    const url = await start(sesApi)
    const provider = VENDORS[3][2](url)
    api.script.push(SES.errors[error])
    expect(await provider.sendBatch([message(1)])).toMatchObject([expected])
  })
})

// The fakes above are only worth what the vendors' own clients say of them.
describe("the vendors' own clients", () => {
  it("get on with the fake of Resend", async () => {
    const url = await start(resendApi())
    const client = new Resend(RESEND.key, { baseUrl: url } as never)
    const email = {
      from: "shop@engage.example",
      to: "anna@shop.example",
      subject: "Hi",
      html: "<p>Hi",
    }
    const bad = { ...email, to: "nobody" }
    const { data } = await client.batch.send([bad, email], { batchValidation: "permissive" })
    expect(data).toEqual({
      data: [{ id: "id of Hi" }],
      errors: [{ index: 0, message: "Invalid `to` field." }],
    })
  })

  it("get on with the fake of Postmark", async () => {
    const url = await start(postmarkApi())
    const client = new ServerClient(POSTMARK.token, {
      useHttps: false,
      requestHost: url.replace("http://", ""),
    })
    const email = {
      From: "shop@engage.example",
      To: "anna@shop.example",
      Subject: "Hi",
      TextBody: "Hi",
    }
    expect(await client.sendEmailBatch([email, { ...email, To: "nobody" }])).toMatchObject([
      { ErrorCode: 0, MessageID: "id of Hi" },
      { ErrorCode: 300 },
    ])
  })

  it("get on with the fake of SendGrid, and its check of a signature with ours", async () => {
    const url = await start(sendgridApi)
    sendgridMail.setApiKey(SENDGRID.key)
    ;(
      sendgridMail as unknown as { client: { setDefaultRequest(k: string, v: string): void } }
    ).client.setDefaultRequest("baseUrl", url)
    const [response] = await sendgridMail.send({
      from: "shop@engage.example",
      to: "anna@shop.example",
      subject: "Hi",
      text: "Hi",
    })
    expect(response.statusCode).toBe(202)
    const { body, headers } = sendgridWebhook([{ event: "delivered" }], new Date())
    const events = new EventWebhook()
    const valid = (text: string) =>
      events.verifySignature(
        events.convertPublicKeyToECDSA(SENDGRID.publicKey),
        text,
        headers["x-twilio-email-event-webhook-signature"]!,
        headers["x-twilio-email-event-webhook-timestamp"]!
      )
    expect(valid(body.toString())).toBe(true)
    expect(valid(body.toString() + randomBytes(1).toString("hex"))).toBe(false)
  })
})
