import { vapidKeys } from "../../lib/vapid"
import type { Endpoint } from "../endpoint/gateway"
import { EndpointProvider } from "../endpoint/provider"
import { FcmGateway } from "../fcm/gateway"
import { type ChatReport, NotSignedError, type OutgoingMessage } from "../provider"
import { TelegramGateway } from "../telegram/gateway"
import { TelegramReports } from "../telegram/reports"
import { WebPushGateway } from "../web-push/gateway"
import { isPushService } from "../web-push/services"
import { FakeApi } from "./contracts/fake-api"
import { FCM_ACCOUNT, fcmApi } from "./contracts/fcm"
import { TELEGRAM_BOT, TELEGRAM_SLOW_DOWN, telegramApi, telegramUpdate } from "./contracts/telegram"
import { FakePushService } from "./contracts/web-push"

const NOW = new Date("2026-11-22T10:00:00Z")
const TOKEN = "m_abcdefghijklmnopqrstuvwxyz234567abcdefghijklm"
const REPORT = "https://api.shop.example/engage/m"

const message = (more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  runId: 1,
  profileId: 2,
  pass: 0,
  token: TOKEN,
  to: "",
  from: { name: "Shop", email: "shop@engage.example" },
  replyTo: null,
  subject: "Hello Anna",
  html: [],
  text: ["Something ", "new"],
  card: {
    image: "https://cdn.example/x.png",
    link: "https://shop.example/c/0",
    buttons: [
      { label: "Look", url: "https://shop.example/c/1" },
      { label: "Tell me more", url: "" },
    ],
  },
  date: NOW,
  headers: {},
  ...more,
})
const endpoint = (provider: string, address: string, keys: Endpoint["keys"] = null): Endpoint => ({
  id: address.length,
  profile_id: 2,
  provider,
  address,
  keys,
})

describe("keys of the shop", () => {
  it("are the same for the same secret, and others for another", () => {
    const keys = vapidKeys(Buffer.alloc(64, 7))
    expect(vapidKeys(Buffer.alloc(64, 7))).toEqual(keys)
    expect(vapidKeys(Buffer.alloc(64, 8)).publicKey).not.toBe(keys.publicKey)
    expect(Buffer.from(keys.publicKey, "base64url")).toHaveLength(65)
    expect(Buffer.from(keys.privateKey, "base64url")).toHaveLength(32)
  })
})

describe("web push", () => {
  const keys = vapidKeys(Buffer.alloc(64, 7))
  let service: FakePushService
  let gateway: WebPushGateway

  beforeEach(async () => {
    service = await new FakePushService(keys.publicKey).start()
    gateway = new WebPushGateway({
      subject: "mailto:shop@engage.example",
      keys: async () => keys,
      services: [service.origin],
      reportUrl: REPORT,
    })
  })
  afterEach(() => service.stop())

  const browser = (name: string) => {
    const { endpoint: address, keys: own } = service.browser(name)
    return endpoint("web-push", address, own)
  }

  it("arrives signed and encrypted for the browser, with what is to be shown", async () => {
    const sent = await gateway.send(browser("anna"), message({ lifetimeMinutes: 90 }))
    expect(sent).toEqual({ state: "accepted", providerId: `${service.origin}/message/anna` })
    const [{ headers, payload }] = service.received
    expect(headers).toMatchObject({ ttl: "5400", "content-encoding": "aes128gcm" })
    expect(headers.topic).toMatch(/^[\w-]{32}$/)
    expect(payload).toEqual({
      report: `${REPORT}/${TOKEN}`,
      title: "Hello Anna",
      body: "Something new",
      image: "https://cdn.example/x.png",
      link: "https://shop.example/c/0",
      buttons: [{ title: "Look", url: "https://shop.example/c/1" }],
    })
  })

  it("keeps a message without a lifetime for four weeks, and long texts within what a service takes", async () => {
    const long = message({ subject: "t".repeat(500), text: ["ü".repeat(5_000)] })
    expect(await gateway.send(browser("anna"), long)).toMatchObject({ state: "accepted" })
    const [{ headers, payload }] = service.received
    expect(headers.ttl).toBe("2419200")
    expect([...String(payload.title)]).toHaveLength(120)
    expect([...String(payload.body)]).toHaveLength(1_000)
  })

  it("signs once for many messages", async () => {
    await gateway.send(browser("anna"), message())
    await gateway.send(browser("ben"), message())
    const [one, other] = service.received
    expect(one.headers.authorization).toBe(other.headers.authorization)
    expect(one.headers.topic).toBe(other.headers.topic)
  })

  it.each([404, 410])("finds a browser gone by a %i", async (status) => {
    service.script.push({ status, body: "no such subscription" })
    expect(await gateway.send(browser("anna"), message())).toEqual({
      state: "gone",
      error: `web-push: ${status} no such subscription`,
    })
  })

  it("waits as long as it is told to, and blames one browser for its own trouble only", async () => {
    service.script.push({ status: 429, headers: { "retry-after": "12" } })
    expect(await gateway.send(browser("anna"), message())).toMatchObject({
      state: "deferred",
      scope: "provider",
      retryAfterMs: 12_000,
    })
    service.publicKey = "another"
    expect(await gateway.send(browser("anna"), message())).toEqual({
      state: "failed",
      class: "rejected",
      error: "web-push: 403 another key than the browser's",
    })
  })

  it("calls nothing but push services", async () => {
    const own = browser("anna")
    const inside = { ...own, address: own.address.replace(service.origin, "http://127.0.0.1:1") }
    expect(await gateway.send(inside, message())).toMatchObject({ state: "gone" })
    const good = [
      "https://fcm.googleapis.com/fcm/send/x",
      "https://updates.push.services.mozilla.com/wpush/v2/x",
      "https://web.push.apple.com/x",
      "https://wns2-par02p.notify.windows.com/w/?token=x",
    ]
    const bad = [
      "http://fcm.googleapis.com/x",
      "https://fcm.googleapis.com.evil.example/x",
      "https://fcm.googleapis.com:8443/x",
      "https://user@169.254.169.254/x",
      "https://localhost/x",
      "nonsense",
    ]
    expect(good.filter((address) => !isPushService(address, []))).toEqual([])
    expect(bad.filter((address) => isPushService(address, []))).toEqual([])
  })
})

describe("everything that somebody signed up", () => {
  const dropped: number[] = []
  const outcomes: Record<string, object> = {
    good: { state: "accepted", providerId: "1" },
    gone: { state: "gone", error: "410" },
    slow: { state: "deferred", scope: "provider", retryAfterMs: null, error: "429" },
  }
  const provider = (...addresses: string[]) =>
    new EndpointProvider({
      name: "web-push",
      channel: "push",
      connections: 50,
      gateways: [{ name: "web-push", send: async ({ address }) => outcomes[address] as never }],
      endpoints: {
        of: async () => addresses.map((address) => endpoint("web-push", address)),
        drop: async (ids) => void dropped.push(...ids),
      },
    })
  const send = async (...addresses: string[]) =>
    (await provider(...addresses).sendBatch([message()]))[0]

  it("gets the message, and one that took it is enough", async () => {
    expect(await send("gone", "slow", "good")).toEqual({ state: "accepted", providerId: "1" })
    expect(await send("gone", "slow")).toMatchObject({ state: "deferred" })
    expect(dropped).toEqual([4, 4])
  })

  it("is no dead address when all of it is gone, so that who signs up again is reached", async () => {
    expect(await send("gone")).toEqual({ state: "failed", class: "rejected", error: "410" })
    expect(await send()).toMatchObject({ state: "failed", class: "rejected" })
  })

  it("is not tried while it cannot be looked up", async () => {
    const broken = new EndpointProvider({
      name: "web-push",
      channel: "push",
      connections: 5,
      gateways: [],
      endpoints: { of: () => Promise.reject(new Error("no database")), drop: async () => {} },
    })
    expect(await broken.sendBatch([message()])).toEqual([
      { state: "deferred", scope: "provider", retryAfterMs: null, error: "web-push: no database" },
    ])
  })
})

describe("Firebase", () => {
  let api: FakeApi
  let url: string
  let gateway: FcmGateway

  beforeEach(async () => {
    api = new FakeApi(fcmApi)
    url = await api.start()
    gateway = new FcmGateway(
      { url, serviceAccount: { ...FCM_ACCOUNT, token_uri: `${url}/token` } },
      REPORT
    )
  })
  afterEach(() => api.stop())
  const send = (address: string, more?: Partial<OutgoingMessage>) =>
    gateway.send(endpoint("fcm", address), message(more))

  it("takes a message under a token that is asked for once", async () => {
    const both = await Promise.all([send("phone-1", { lifetimeMinutes: 60 }), send("phone-2")])
    expect(both.map(({ state }) => state)).toEqual(["accepted", "accepted"])
    expect(api.calls.filter(({ path }) => path === "/token")).toHaveLength(1)
    const { body } = api.calls.find(({ path }) => path !== "/token")!
    expect(body).toMatchObject({
      message: {
        token: "phone-1",
        notification: { title: "Hello Anna", body: "Something new" },
        data: { report: `${REPORT}/${TOKEN}`, link: "https://shop.example/c/0" },
        android: { ttl: "3600s" },
      },
    })
  })

  it("tells an app that is gone from a call that may be tried again", async () => {
    expect(await send("gone")).toEqual({
      state: "gone",
      error: "fcm: 404 UNREGISTERED: It is NOT_FOUND",
    })
    expect(await send("other")).toMatchObject({ state: "gone" })
    api.script.push({ status: 429, headers: { "retry-after": "60" }, body: {} })
    expect(await send("phone")).toMatchObject({ state: "deferred", retryAfterMs: 60_000 })
    api.script.push({ status: 401, body: {} })
    expect(await send("phone")).toMatchObject({ state: "deferred" })
    expect(await send("phone")).toMatchObject({ state: "accepted" })
    expect(api.calls.filter(({ path }) => path === "/token")).toHaveLength(2)
  })

  it("sends nothing without a token", async () => {
    api.script.push({ status: 400, body: { error: "invalid_grant" } })
    expect(await send("phone")).toMatchObject({ state: "deferred", scope: "provider" })
    expect(api.calls).toHaveLength(1)
  })
})

describe("Telegram", () => {
  let api: FakeApi
  let gateway: TelegramGateway
  let url: string

  beforeEach(async () => {
    api = new FakeApi(telegramApi)
    url = await api.start()
    gateway = new TelegramGateway({ token: TELEGRAM_BOT.token, url })
  })
  afterEach(() => api.stop())
  const send = (address: string, more?: Partial<OutgoingMessage>) =>
    gateway.send(endpoint("telegram", address), message(more))

  it("gets a picture with a text and buttons, those without an address as answers", async () => {
    expect(await send("42")).toEqual({ state: "accepted", providerId: "77" })
    expect(api.calls[0].path).toBe(`/bot${TELEGRAM_BOT.token}/sendPhoto`)
    expect(api.calls[0].body).toEqual({
      chat_id: "42",
      photo: "https://cdn.example/x.png",
      caption: "Something new",
      reply_markup: {
        inline_keyboard: [
          [{ text: "Look", url: "https://shop.example/c/1" }],
          [{ text: "Tell me more", callback_data: `${TOKEN}:1` }],
        ],
      },
    })
  })

  it("gets a long text below its picture, and one without a picture or buttons", async () => {
    await send("42", { text: ["x".repeat(1_025)] })
    expect(api.calls[0].body).toMatchObject({
      text: "x".repeat(1_025),
      link_preview_options: { url: "https://cdn.example/x.png", show_above_text: true },
    })
    await send("42", { card: { image: "", link: "", buttons: [] } })
    expect(api.calls[1].body).toEqual({
      chat_id: "42",
      text: "Something new",
      link_preview_options: { is_disabled: true },
    })
  })

  it("is gone for who blocked the bot, and is waited for when it says so", async () => {
    expect(await send("403")).toEqual({
      state: "gone",
      error: "telegram: 403 Forbidden: bot was blocked by the user",
    })
    expect(await send("400")).toMatchObject({ state: "gone" })
    api.script.push(TELEGRAM_SLOW_DOWN)
    expect(await send("42")).toMatchObject({
      state: "deferred",
      scope: "provider",
      retryAfterMs: 7_000,
    })
  })

  it("burns no message on a wrong token, and tells the token to nobody", async () => {
    const wrong = new TelegramGateway({ token: "1:wrong", url })
    const result = await wrong.send(endpoint("telegram", "42"), message())
    expect(result).toMatchObject({ state: "deferred", scope: "provider" })
    expect(JSON.stringify(result)).not.toContain("1:wrong")
  })

  describe("tells", () => {
    const answered: string[] = []
    const reports = new TelegramReports(TELEGRAM_BOT.secret, async (id) => void answered.push(id))
    const read = (update: object, secret?: string): Promise<ChatReport[]> =>
      reports.read({ ...telegramUpdate(update, secret), now: NOW })
    const chat = { id: 42, type: "private", first_name: "Anna", last_name: "Bell" }
    const date = NOW.getTime() / 1_000
    const says = (text: string, more = {}) =>
      read({ message: { date, chat: { ...chat, ...more }, text } })

    it("who came, and by which invitation", async () => {
      const base = { kind: "joined", address: "42", at: NOW }
      expect(await says("/start chat_abc")).toEqual([
        { ...base, invitation: "chat_abc", name: "Anna Bell" },
      ])
      expect(await says("/start", { username: "anna" })).toEqual([
        { ...base, invitation: null, name: "@anna" },
      ])
      expect(await says("Hello")).toEqual([])
      expect(await says("/start x", { type: "group" })).toEqual([])
    })

    it("who left: by a word, or by blocking the bot", async () => {
      const left = [{ kind: "left", address: "42", at: NOW }]
      expect(await says("/stop")).toEqual(left)
      expect(await says("STOP")).toEqual(left)
      const member = (status: string) =>
        read({ my_chat_member: { date, chat, new_chat_member: { status } } })
      expect(await member("kicked")).toEqual(left)
      expect(await member("member")).toEqual([])
    })

    it("which button was pressed, once the press is answered", async () => {
      const press = { id: "q1", data: `${TOKEN}:1`, message: { chat } }
      expect(await read({ callback_query: press })).toEqual([
        { kind: "pressed", id: "q1", address: "42", at: NOW, token: TOKEN, button: 1 },
      ])
      expect(await read({ callback_query: { ...press, data: "nonsense" } })).toEqual([])
      expect(answered).toEqual(["q1", "q1"])
    })

    it("nothing to whoever has not the secret", async () => {
      await expect(read({ message: { date, chat, text: "/start" } }, "guessed")).rejects.toThrow(
        NotSignedError
      )
    })
  })
})
