import { HttpSmsProvider } from "../http-sms/provider"
import { NotSignedError, type OutgoingMessage, type Provider } from "../provider"
import { isStop } from "../reports/stop-word"
import { TwilioProvider } from "../twilio/provider"
import { twilioSignature } from "../twilio/reports"
import { VonageProvider } from "../vonage/provider"
import { type Answer, type Call, FakeApi } from "./contracts/fake-api"
import { TWILIO, twilioApi, twilioCall } from "./contracts/twilio"
import { VONAGE, vonageApi, vonageCall } from "./contracts/vonage"

const HOOK = "https://api.shop.example/engage/hooks/x"
const NOW = new Date("2026-11-22T10:00:00Z")
const SECRET = "a long shared secret"

function message(to: string, text = "Hi “Anna”\nStop: https://x.example"): OutgoingMessage {
  return {
    runId: 1,
    profileId: 2,
    pass: 0,
    token: "m_token",
    to,
    from: { name: "Shop", email: "shop@engage.example" },
    replyTo: null,
    subject: "",
    html: [],
    text: [text],
    card: null,
    date: NOW,
    headers: {},
  }
}

const gateway = (url: string, more: object = {}) =>
  new HttpSmsProvider(
    {
      url,
      method: "POST",
      headers: { "x-key": "k" },
      body: '{"to":"{to}","from":"{from}","text":"{text}","ref":"{id}","cb":"{callback}"}',
      from: "Shop",
      idPath: "messages.0.id",
      webhook: {
        secret: SECRET,
        header: "x-engage-secret",
        statusPath: "status",
        delivered: ["DELIVRD"],
        dead: ["UNKNOWN"],
        failed: ["EXPIRED"],
      },
      connections: 5,
      ...more,
    },
    HOOK
  )

function gatewayApi(call: Call): Answer {
  const { to } = (call.body ?? {}) as { to?: string }
  if (to === "+15005550009") return { status: 400, body: { error: "no such number" } }
  return { status: 200, body: { messages: [{ id: `id of ${to}` }] } }
}

const PROVIDERS: [string, (call: Call) => Answer, (url: string) => Provider, string][] = [
  [
    "twilio",
    twilioApi,
    (url) =>
      new TwilioProvider(
        { accountSid: TWILIO.account, authToken: TWILIO.token, from: "Shop", connections: 5, url },
        HOOK
      ),
    "SM of +15005550006",
  ],
  [
    "vonage",
    vonageApi,
    (url) =>
      new VonageProvider({
        apiKey: VONAGE.key,
        apiSecret: VONAGE.apiSecret,
        signatureSecret: VONAGE.signatureSecret,
        from: "+15005550000",
        connections: 5,
        url,
      }),
    "uuid of 15005550006",
  ],
  ["http-sms", gatewayApi, (url) => gateway(url), "id of +15005550006"],
]

let api: FakeApi
async function start(answer: (call: Call) => Answer) {
  api = new FakeApi(answer)
  return api.start()
}
afterEach(() => api?.stop())

describe.each(PROVIDERS)("%s", (name, answer, create, providerId) => {
  it("takes a message by its contract, and refuses a dead number by itself", async () => {
    const provider = create(await start(answer))
    expect(await provider.sendBatch([message("+15005550006"), message("+15005550009")])).toEqual([
      { state: "accepted", providerId },
      {
        state: "failed",
        class: name === "http-sms" ? "rejected" : "hard",
        error: expect.stringContaining(`${name}: 4`),
      },
    ])
    const body = api.calls[0].body
    const sent =
      typeof body === "string"
        ? [...new URLSearchParams(body).values()]
        : Object.values(body as object)
    expect(sent).toContain("Hi “Anna”\nStop: https://x.example")
  })

  it("holds everybody back when it is busy, closed or does not know the key", async () => {
    const provider = create(await start(answer))
    api.script.push(
      { status: 429, headers: { "retry-after": "3" }, body: {} },
      { status: 503, body: {} },
      { status: 401, body: {} }
    )
    for (const retryAfterMs of [3_000, null, null])
      expect(await provider.sendBatch([message("+15005550006")])).toEqual([
        { state: "deferred", scope: "provider", retryAfterMs, error: expect.any(String) },
      ])
  })

  it("does not say that a message was or was not sent when the connection broke", async () => {
    const provider = create(await start(answer))
    api.script.push("cut")
    expect(await provider.sendBatch([message("+15005550006")])).toEqual([
      { state: "uncertain", error: expect.any(String) },
    ])
    expect(api.calls).toHaveLength(1)
  })
})

describe("a gateway of one's own", () => {
  it("may take a query instead of a body, each value encoded for where it stands", async () => {
    const url = await start(gatewayApi)
    const provider = gateway(url, { method: "GET", body: "to={to}&text={text}&x={unknown}" })
    await provider.sendBatch([message("+15005550006", 'a&b "c"')])
    expect(api.calls[0].path).toBe("/?to=%2B15005550006&text=a%26b%20%22c%22&x={unknown}")
  })

  it("says by its own words what became of a message", async () => {
    const { reports } = gateway("http://127.0.0.1")
    const tell = (status: string, secret = SECRET) =>
      reports!.read({
        headers: { "x-engage-secret": secret },
        target: "/engage/hooks/http-sms?id=m_token",
        body: Buffer.from(JSON.stringify({ status })),
        now: NOW,
      })
    const base = { token: "m_token", at: NOW, code: null }
    expect(await tell("DELIVRD")).toEqual([{ ...base, detail: "DELIVRD", kind: "delivered" }])
    expect(await tell("UNKNOWN")).toMatchObject([{ kind: "bounced", class: "hard" }])
    expect(await tell("EXPIRED")).toMatchObject([{ kind: "bounced", class: "soft" }])
    expect(await tell("ACCEPTD")).toEqual([])
    await expect(tell("DELIVRD", "another secret 123")).rejects.toThrow(NotSignedError)
  })

  it("may bring the secret back in the address it was given", async () => {
    const url = await start(gatewayApi)
    const provider = gateway(url)
    await provider.sendBatch([message("+15005550006")])
    const { cb } = api.calls[0].body as { cb: string }
    const target = cb.slice("https://api.shop.example".length)
    const body = Buffer.from("status=DELIVRD")
    expect(await provider.reports!.read({ headers: {}, target, body, now: NOW })).toMatchObject([
      { token: "m_token", kind: "delivered" },
    ])
  })
})

describe("Twilio's calls", () => {
  const reports = new TwilioProvider(
    { accountSid: TWILIO.account, authToken: TWILIO.token, from: "Shop", connections: 1, url: "" },
    HOOK
  ).reports
  const call = (fields: Record<string, string>, query = "?m=m_token", signed = HOOK + query) =>
    reports.read({
      ...twilioCall(signed, fields),
      target: `/engage/hooks/x${query}`,
      now: NOW,
    })

  it("are signed as in Twilio's own example", () => {
    const { url, fields, signature } = TWILIO.example
    expect(twilioSignature(TWILIO.token, url, new URLSearchParams(fields))).toBe(signature)
  })

  it.each([
    [{ MessageStatus: "delivered" }, { kind: "delivered", code: null }],
    [
      { MessageStatus: "undelivered", ErrorCode: "30005" },
      { kind: "bounced", class: "hard", code: "30005" },
    ],
    [
      { MessageStatus: "failed", ErrorCode: "30003" },
      { kind: "bounced", class: "soft" },
    ],
    [
      { MessageStatus: "undelivered", ErrorCode: "30007" },
      { kind: "bounced", class: "sender" },
    ],
  ])("%j", async (fields, expected) => {
    expect(await call(fields)).toMatchObject([{ token: "m_token", at: NOW, ...expected }])
  })

  it("say nothing new while a message is on its way", async () => {
    expect(await call({ MessageStatus: "sent" })).toEqual([])
  })

  it("bring the answers of people who want no more", async () => {
    const from = { From: "+4915112345678" }
    expect(await call({ ...from, Body: " Stop! " }, "")).toEqual([
      { kind: "stopped", address: "+4915112345678", at: NOW, detail: " Stop! " },
    ])
    expect(await call({ ...from, Body: "Please stop by on Monday" }, "")).toEqual([])
  })

  it("are not believed with another address, token or field", async () => {
    await expect(
      call({ MessageStatus: "delivered" }, "?m=m_other", `${HOOK}?m=m_token`)
    ).rejects.toThrow(NotSignedError)
    const body = twilioCall(HOOK, { MessageStatus: "delivered" }, "another")
    await expect(reports.read({ ...body, target: "/x", now: NOW })).rejects.toThrow(NotSignedError)
  })
})

describe("Vonage's calls", () => {
  const { reports } = PROVIDERS[1][2]("http://127.0.0.1")
  const status = (more: object) => ({
    channel: "sms",
    timestamp: "2026-11-22T09:59:00Z",
    client_ref: "m_token",
    ...more,
  })
  const problem = (no: number) => ({
    type: `https://developer.vonage.com/api-errors/messages#${no}`,
    title: "T",
    detail: "D",
  })

  it.each([
    [{ status: "delivered" }, { kind: "delivered", code: null }],
    [
      { status: "rejected", error: problem(1120) },
      { kind: "bounced", class: "hard", code: "1120", detail: "T: D" },
    ],
    [
      { status: "undeliverable", error: problem(1241) },
      { kind: "bounced", class: "soft" },
    ],
    [
      { status: "rejected", error: problem(1010) },
      { kind: "bounced", class: "sender" },
    ],
  ])("%j", async (payload, expected) => {
    expect(await reports!.read(vonageCall(status(payload), NOW))).toMatchObject([
      { token: "m_token", at: new Date("2026-11-22T09:59:00Z"), ...expected },
    ])
  })

  it("bring the answers of people who want no more", async () => {
    const answer = { message_type: "text", from: "4915112345678", text: "STOP", channel: "sms" }
    expect(await reports!.read(vonageCall(answer, NOW))).toMatchObject([
      { kind: "stopped", address: "+4915112345678" },
    ])
  })

  it("are not believed late, for another account, under another secret or with another body", async () => {
    const good = vonageCall(status({ status: "delivered" }), NOW)
    const late = new Date(NOW.getTime() + 3_600_000)
    const wrong = [
      { ...good, now: late },
      { ...good, body: Buffer.from(JSON.stringify(status({ status: "rejected" }))) },
      { ...good, headers: {} },
      vonageCall(status({}), NOW, "another secret entirely"),
      vonageCall(status({}), NOW, VONAGE.signatureSecret, "another"),
    ]
    for (const call of wrong) await expect(reports!.read(call)).rejects.toThrow(NotSignedError)
  })
})

describe("Viber and WhatsApp by Vonage", () => {
  const provider = async (channel: "viber" | "whatsapp") =>
    new VonageProvider(
      {
        apiKey: VONAGE.key,
        apiSecret: VONAGE.apiSecret,
        signatureSecret: VONAGE.signatureSecret,
        from: "15005550000",
        connections: 5,
        url: await start(vonageApi),
      },
      channel
    )
  const card = { image: "", link: "", buttons: [] as { label: string; url: string }[] }
  const button = { label: "Have a look", url: "https://shop.example/c/1" }
  const send = async (channel: "viber" | "whatsapp", change: Partial<OutgoingMessage>) => {
    const [result] = await (
      await provider(channel)
    ).sendBatch([{ ...message("+15005550006", "Hi"), card, ...change }])
    const {
      from: _,
      to: __,
      client_ref: ___,
      ...body
    } = api.calls[0].body as Record<string, unknown>
    return { result, body }
  }

  it("send a text with a button, worth as long as the message lives", async () => {
    const { result, body } = await send("viber", {
      card: { ...card, buttons: [{ label: "", url: "" }, button] },
      lifetimeMinutes: 90,
    })
    expect(result).toEqual({ state: "accepted", providerId: "uuid of 15005550006" })
    expect(body).toEqual({
      channel: "viber_service",
      message_type: "text",
      text: "Hi",
      viber_service: {
        category: "promotion",
        ttl: 5_400,
        action: { url: button.url, text: button.label },
      },
    })
  })

  it("send a picture with the text below it", async () => {
    const { body } = await send("viber", {
      card: { ...card, image: "https://shop.example/a.png" },
      lifetimeMinutes: 60 * 24 * 30,
    })
    expect(body).toMatchObject({
      message_type: "image",
      image: { url: "https://shop.example/a.png", caption: "Hi" },
      viber_service: { ttl: 259_200 },
    })
  })

  it("send an approved template with its values", async () => {
    const template = { name: "spring_news", language: "en-GB", parameters: ["Anna", "20 %"] }
    const { result, body } = await send("whatsapp", { card: { ...card, template } })
    expect(result.state).toBe("accepted")
    expect(body).toEqual({
      channel: "whatsapp",
      message_type: "template",
      template: { name: "spring_news", parameters: ["Anna", "20 %"] },
      whatsapp: { policy: "deterministic", locale: "en-GB" },
    })
  })

  it("say free words only to whom WhatsApp lets them; the others are refused, and no number is dead for it", async () => {
    const { result } = await send("whatsapp", {})
    expect(result).toEqual({
      state: "failed",
      class: "rejected",
      error: expect.stringContaining("Outside allowed window"),
    })
    await api.stop()
    expect((await send("whatsapp", { to: `+${VONAGE.inWindow}` })).result.state).toBe("accepted")
    await api.stop()
    expect((await send("viber", { to: "+15005550009" })).result).toMatchObject({
      class: "rejected",
    })
  })

  it("report what became of them by the app they went through", async () => {
    const { reports } = await provider("viber")
    const at = NOW.toISOString()
    const told = (payload: object) =>
      reports!.read(vonageCall({ timestamp: at, client_ref: "m_token", ...payload }, NOW))
    expect(await told({ channel: "viber_service", status: "read" })).toMatchObject([
      { kind: "delivered", token: "m_token" },
    ])
    expect(
      await told({ channel: "viber_service", status: "rejected", error: { type: "x#1180" } })
    ).toMatchObject([{ kind: "bounced", class: "soft", code: "1180" }])
    const stop = { message_type: "text", from: "4915112345678", text: "Stop" }
    expect(await told({ ...stop, channel: "whatsapp" })).toMatchObject([
      { kind: "stopped", channel: "whatsapp", address: "+4915112345678" },
    ])
    expect(await told({ ...stop, channel: "viber_service" })).toMatchObject([{ channel: "viber" }])
  })
})

describe("an answer", () => {
  it.each(["STOP", "stop.", "Unsubscribe", "arrêt", "Стоп"])("%s means no more", (text) =>
    expect(isStop(text)).toBe(true)
  )
  it.each(["", "Yes", "stopwatch", "don't stop"])("%p does not", (text) =>
    expect(isStop(text)).toBe(false)
  )
})
