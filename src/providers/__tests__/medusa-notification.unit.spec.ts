import { LocalNotificationService } from "@medusajs/notification-local/dist/services/local"
import { MedusaError } from "@medusajs/framework/utils"
import { FixedText } from "../../lib/pieces"
import { MedusaNotificationProvider, type Notify } from "../medusa-notification/provider"
import type { OutgoingMessage } from "../provider"

const MESSAGE: OutgoingMessage = {
  runId: 1,
  profileId: 2,
  pass: 0,
  token: "m_abc",
  to: "anna@shop.example",
  from: { name: "Shop", email: "shop@engage.example" },
  replyTo: "help@engage.example",
  subject: "Hello\r\nBcc: eve@evil.example",
  html: [new FixedText("<p>"), "Anna", "</p>"],
  text: ["Hello Anna"],
  card: null,
  date: new Date("2026-11-22T10:00:00Z"),
  headers: { "List-Unsubscribe": "<https://shop.example/u>" },
}
const OPTIONS = { template: "engage", connections: 5 }

/** As the module calls the provider that Medusa brings, which writes a line into the log. */
function localModule() {
  const lines: string[] = []
  const logger = { info: (line: string) => void lines.push(line) }
  const local = new LocalNotificationService({ logger } as never, {} as never)
  const seen: Parameters<Notify>[0][] = []
  const notify: Notify = async (notification) => {
    seen.push(notification)
    const { id } = (await local.send(notification as never)) as { id?: string }
    return { external_id: id ?? null }
  }
  return { lines, seen, notify }
}

describe("the shop's own notifications", () => {
  it("carry files as Medusa's interface has them", async () => {
    const { seen, notify } = localModule()
    const provider = new MedusaNotificationProvider("email", OPTIONS, notify)
    const base64 = new FixedText(Buffer.from("a file").toString("base64"))
    const attachments = [{ name: "menu.pdf", type: "application/pdf", base64 }]
    await provider.sendBatch([{ ...MESSAGE, attachments }])
    expect(seen[0].attachments).toEqual([
      { filename: "menu.pdf", content_type: "application/pdf", content: "YSBmaWxl" },
    ])
  })

  it("carry an e-mail with all it has, on one line each header", async () => {
    const { lines, seen, notify } = localModule()
    const provider = new MedusaNotificationProvider("email", OPTIONS, notify)
    expect(await provider.sendBatch([MESSAGE])).toEqual([{ state: "accepted", providerId: null }])
    const subject = "Hello Bcc: eve@evil.example"
    expect(seen).toEqual([
      {
        to: "anna@shop.example",
        from: "Shop <shop@engage.example>",
        channel: "email",
        template: "engage",
        content: { subject, text: "Hello Anna", html: "<p>Anna</p>" },
        data: {
          subject,
          text: "Hello Anna",
          html: "<p>Anna</p>",
          reply_to: "help@engage.example",
        },
        provider_data: { headers: { "List-Unsubscribe": "<https://shop.example/u>" } },
        trigger_type: "engage",
        resource_id: "m_abc",
        resource_type: "engage_message",
      },
    ])
    expect(lines).toEqual([
      expect.stringContaining("to: 'anna@shop.example' on the channel: 'email'"),
    ])
  })

  it("carry a text message without what belongs to mail", async () => {
    const { seen, notify } = localModule()
    const provider = new MedusaNotificationProvider("sms", OPTIONS, notify)
    await provider.sendBatch([{ ...MESSAGE, to: "+4915112345678", subject: "", headers: {} }])
    expect(seen[0]).toMatchObject({
      to: "+4915112345678",
      from: null,
      channel: "sms",
      content: { subject: "", text: "Hello Anna" },
      provider_data: {},
    })
    expect(seen[0].content).not.toHaveProperty("html")
  })

  it("wait while nobody sends on the channel, and fail one by one when the provider says no", async () => {
    const says = (type: string, message: string) => async () => {
      throw new MedusaError(type, message)
    }
    const send = (notify: Notify) =>
      new MedusaNotificationProvider("email", OPTIONS, notify).sendBatch([MESSAGE])
    const types = MedusaError.Types
    expect(await send(says(types.NOT_FOUND, "no provider for channel: email"))).toEqual([
      {
        state: "deferred",
        scope: "provider",
        retryAfterMs: null,
        error: "medusa-notification: no provider for channel: email",
      },
    ])
    expect(await send(says(types.UNEXPECTED_STATE, "Failed to send: no such mailbox"))).toEqual([
      {
        state: "failed",
        class: "rejected",
        error: "medusa-notification: Failed to send: no such mailbox",
      },
    ])
  })

  it("promise no receipts, and nothing about a second call", () => {
    const provider = new MedusaNotificationProvider("email", OPTIONS, localModule().notify)
    expect(provider).not.toHaveProperty("reports")
    expect(provider.capabilities).toEqual({
      batchSize: 1,
      concurrency: 5,
      idempotent: false,
      reportsDelivery: false,
    })
  })
})
