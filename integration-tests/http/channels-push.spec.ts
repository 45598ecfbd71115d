import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { CAMPAIGN_MODULE } from "../../src/modules/campaign"
import type CampaignModuleService from "../../src/modules/campaign/service"
import { DELIVERY_MODULE } from "../../src/modules/delivery"
import { checkInvariant } from "../../src/modules/delivery/ledger/progress"
import type DeliveryModuleService from "../../src/modules/delivery/service"
import { linkVisitor } from "../../src/modules/profile/events/link"
import { FakeApi } from "../../src/providers/__tests__/contracts/fake-api"
import {
  TELEGRAM_BOT,
  TELEGRAM_SLOW_DOWN,
  telegramApi,
  telegramUpdate,
} from "../../src/providers/__tests__/contracts/telegram"
import { VONAGE, vonageCall } from "../../src/providers/__tests__/contracts/vonage"
import { FakePushService } from "../../src/providers/__tests__/contracts/web-push"
import { adminHeaders } from "./support/admin"
import { TestShop } from "./support/shop"

jest.setTimeout(300_000)

const PUSH_PORT = 39_217
const BOT_PORT = 39_218
const channels = {
  push: { provider: "web-push", services: [`http://127.0.0.1:${PUSH_PORT}`] },
  telegram: {
    provider: "telegram",
    token: TELEGRAM_BOT.token,
    bot: "regency_bot",
    webhookSecret: TELEGRAM_BOT.secret,
    url: `http://127.0.0.1:${BOT_PORT}`,
  },
  whatsapp: {
    provider: "vonage",
    apiKey: VONAGE.key,
    apiSecret: VONAGE.apiSecret,
    from: "15551234567",
    signatureSecret: VONAGE.signatureSecret,
  },
}
// The test host reads it when it boots.
process.env.ENGAGE_TEST_CHANNELS = JSON.stringify(channels)

const VISITOR = "0123456789abcdef0123456789abcdef"
const EVERYBODY = {
  version: 1,
  root: {
    type: "group",
    op: "and",
    children: [
      { type: "condition", attribute: "email", operator: "contains", value: "shop.example" },
    ],
  },
}
const CARD = {
  image: "https://cdn.example/x.png",
  link: "{{ shop.url }}/new",
  buttons: [{ label: "Look", url: "{{ shop.url }}/look" }],
}

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    const service = new FakePushService()
    const bot = new FakeApi(telegramApi)
    let shop: TestShop
    let admin: Awaited<ReturnType<typeof adminHeaders>>
    let key: Record<string, string>

    const call = (method: string, url: string, headers: object, data?: unknown) =>
      api.request({
        method,
        url,
        data,
        headers: headers as Record<string, string>,
        maxRedirects: 0,
        validateStatus: () => true,
      })
    const post = (path: string, body: unknown = {}) =>
      call("POST", `/admin/engage${path}`, admin.headers, body)
    const get = async (path: string) =>
      (await call("GET", `/admin/engage${path}`, admin.headers)).data
    const store = (method: string, path: string, data?: unknown) =>
      call(method, `/store/engage${path}`, key, data)
    const delivery = () => getContainer().resolve<DeliveryModuleService>(DELIVERY_MODULE)
    const campaigns = () => getContainer().resolve<CampaignModuleService>(CAMPAIGN_MODULE)

    const deliver = async () => {
      const busy = () =>
        shop.row<{ n: number }>(
          `select count(*)::int as n from engage_chunk where lease_until is not null`
        )
      do while (await delivery().step());
      while ((await busy()).n)
      await delivery().step()
    }
    const draft = async (channel: string, more: object = {}) => {
      const { data: made } = await post("/segments", { name: "All", rules: EVERYBODY })
      const { data: written } = await post("/templates", {
        name: "Hello",
        channel,
        subject: channel === "push" ? "Hello {{ profile.first_name }}" : "",
        text: "Something new, {{ profile.first_name }}",
        card: CARD,
      })
      const { data } = await post("/broadcasts", {
        name: "Spring",
        channel,
        segment_id: made.segment.id,
        template_id: written.template.id,
        plan: { deliver_immediately: true, ...more },
      })
      return data.broadcast.id as string
    }
    const send = async (id: string) => {
      expect((await post(`/broadcasts/${id}/start`)).status).toBe(200)
      await campaigns().step(new Date())
      await deliver()
      await campaigns().step(new Date())
    }
    const counters = async (id: string) => (await get(`/broadcasts/${id}/report`)).counters
    const profileOf = async (name: string) =>
      (await get(`/profiles?q=${name}@shop.example`)).profiles[0].id as string
    const number = async (name: string) =>
      (
        await shop.row<{ id: number }>(
          `select id::float8 as id from engage_profile where email = '${name}@shop.example'`
        )
      ).id
    const seen = (visitor = VISITOR) =>
      shop.db.raw(`insert into engage_visitor (key, first_at) values (?, now())`, [visitor])
    const known = async (name: string, visitor = VISITOR) =>
      linkVisitor(shop.db, {
        visitor,
        profileId: await number(name),
        reason: "login",
        now: new Date(),
        windowDays: 60,
      })
    const consents = () =>
      shop.rows(
        `select p.first_name as who, c.channel, c.state, c.method
         from engage_consent c join engage_profile p on p.id = c.profile_id where c.topic = '*' order by 1, 2`
      )
    const count = async (attribute: string) => {
      const children = [{ type: "condition", attribute, operator: "is_true" }]
      const rules = { version: 1, root: { type: "group", op: "and", children } }
      return (await post("/segments/preview", { rules })).data
    }

    beforeAll(async () => {
      await service.start(PUSH_PORT)
      await bot.start(BOT_PORT)
    })
    afterAll(async () => {
      await service.stop()
      await bot.stop()
    })

    // Once: what is there before the first test is there before each.
    beforeAll(async () => {
      admin = await adminHeaders(api as never, getContainer())
    })

    beforeEach(async () => {
      shop = new TestShop(getContainer())
      for (const first_name of ["anna", "ben", "carl"])
        await shop.customer(`${first_name}@shop.example`, { first_name })
      await shop.sync()
      const made = await getContainer()
        .resolve(Modules.API_KEY)
        .createApiKeys({ title: "Storefront", type: "publishable", created_by: "test" })
      key = { "x-publishable-api-key": made.token }
      service.received.length = 0
      bot.calls.length = 0
    })

    describe("push", () => {
      const signUp = (browser: string, visitor: string | undefined = VISITOR) =>
        store("POST", "/push", { subscription: service.browser(browser), visitor })
      const told = (report: string, action: string) =>
        call("POST", `${new URL(report).pathname}/${action}`, {})

      beforeEach(async () => {
        service.publicKey = (await store("GET", "/push")).data.public_key
        await seen()
      })

      it("belongs to a visitor until the person is known, and is consent from then on", async () => {
        expect((await signUp("phone")).data).toEqual({ subscribed: true })
        expect(await consents()).toEqual([])
        await known("anna")
        expect(await consents()).toEqual([
          { who: "anna", channel: "push", state: "subscribed", method: "device" },
        ])
        expect((await count("consent.push")).count).toBe(1)
        expect((await count("reachable.push")).reach.push).toEqual({
          reachable: 1,
          missing: 0,
          invalid: 0,
          unsubscribed: 0,
        })
        const { profile } = await get(`/profiles/${await profileOf("anna")}`)
        expect(profile.endpoints).toMatchObject([{ channel: "push", provider: "web-push" }])
        const overview = await get("/overview")
        expect(overview.reachable).toContainEqual({ channel: "push", count: 1 })
      })

      it("arrives encrypted on all browsers of a person, and what is done there is counted", async () => {
        await known("anna")
        await signUp("phone")
        await signUp("desk")
        const id = await draft("push", { lifetime_hours: 2 })
        const { data: review } = await post(`/broadcasts/${id}/review`)
        expect(review).toMatchObject({ will_send: 1, provider: "web-push" })
        expect(review.excluded).toEqual([{ reason: "no_address", count: 2 }])
        await send(id)
        expect(service.received.map(({ path }) => path).sort()).toEqual(["/desk", "/phone"])
        const [{ headers, payload }] = service.received
        expect(headers.ttl).toBe("7200")
        expect(payload).toMatchObject({
          title: "Hello anna",
          body: "Something new, anna",
          image: "https://cdn.example/x.png",
        })
        expect(await counters(id)).toMatchObject({ sent: 1, delivered: 0, opened: 0, clicked: 0 })
        const report = String(payload.report)
        for (let i = 0; i < 2; i++)
          expect((await told(report, "shown")).data).toEqual({ shown: true })
        expect(await counters(id)).toMatchObject({ delivered: 1, opened: 0 })
        await told(report, "opened")
        const click = await call("GET", new URL(String(payload.link)).pathname, {
          "user-agent": "Mozilla/5.0 (iPhone) Safari/604.1",
        })
        expect(click.headers.location).toContain("/new?utm_source=engage&utm_medium=push")
        await told(report, "dismissed")
        expect(await counters(id)).toMatchObject({ delivered: 1, opened: 1, clicked: 1 })
        expect((await told(report, "deleted")).status).toBe(404)
        expect((await told(`http://x/engage/m/m_${"a".repeat(45)}`, "shown")).status).toBe(404)
        expect(await checkInvariant(shop.db, new Date())).toEqual([])
      })

      it("reaches all regular buyers on 24 November by the recipe, and nobody else", async () => {
        for (const [i, name] of ["anna", "ben", "carl"].entries()) {
          const visitor = String(i).repeat(32)
          await seen(visitor)
          await known(name, visitor)
          await signUp(name, visitor)
        }
        for (const name of ["anna", "ben", "anna", "ben", "carl"])
          await shop.order({
            email: `${name}@shop.example`,
            lines: [{ title: "Mug", quantity: 1, unit_price: 20 }],
          })
        await shop.sync()
        const { campaign } = (await post("/campaigns/recipes/black-friday-push/install")).data
        expect(campaign.problems).toEqual([])
        const { trigger } = campaign.plan
        expect(trigger).toMatchObject({ type: "date", local: true })
        expect(trigger.at).toMatch(/^\d{4}-11-24T10:00$/)
        await post(`/segments/${trigger.segment_id}/refresh`)
        expect((await post(`/campaigns/${campaign.id}/publish`)).status).toBe(200)
        // People who live nowhere known are reached by the shop's clock, an hour ahead of UTC in winter.
        const at = new Date(`${trigger.at}:00+01:00`)
        await campaigns().walkOn(new Date(at.getTime() - 60_000))
        await deliver()
        expect(service.received).toEqual([])
        for (let round = 0; round < 3; round++) await campaigns().walkOn(at)
        await deliver()
        expect(service.received.map(({ path }) => path).sort()).toEqual(["/anna", "/ben"])
        expect(service.received[0].payload).toMatchObject({
          title: expect.stringMatching(/^You are first, (anna|ben)$/),
        })
        expect(await checkInvariant(shop.db, new Date())).toEqual([])
      })

      it("forgets a browser that is gone, without a no of the person", async () => {
        await known("anna")
        await signUp("phone")
        service.gone.add("/phone")
        const id = await draft("push")
        await send(id)
        expect(await counters(id)).toMatchObject({ sent: 0 })
        expect(await shop.rows(`select id from engage_endpoint`)).toEqual([])
        expect((await get("/suppressions")).suppressions).toEqual([])
        expect((await post(`/broadcasts/${await draft("push")}/review`)).data.excluded).toEqual([
          { reason: "no_address", count: 3 },
        ])
        expect(await consents()).toMatchObject([{ who: "anna", state: "subscribed" }])
        service.gone.clear()
        await signUp("phone")
        expect((await post(`/broadcasts/${await draft("push")}/review`)).data.will_send).toBe(1)
      })

      it("ends with the last browser that is signed off, and goes with a merge", async () => {
        await known("anna")
        await signUp("phone")
        await signUp("desk")
        const off = (name: string) =>
          store("DELETE", `/push?address=${encodeURIComponent(`${service.origin}/${name}`)}`)
        await off("phone")
        expect(await consents()).toMatchObject([{ state: "subscribed" }])
        const merged = await post("/merges", {
          kept: await profileOf("ben"),
          gone: await profileOf("anna"),
        })
        expect(merged.status).toBe(200)
        const owner = `select p.first_name as who from engage_endpoint e join engage_profile p on p.id = e.profile_id`
        expect(await shop.rows(owner)).toEqual([{ who: "ben" }])
        await off("desk")
        expect(await consents()).toEqual([
          { who: "ben", channel: "push", state: "unsubscribed", method: "device" },
        ])
      })

      it("takes no address that is not a push service's, and no key that is none", async () => {
        const { keys } = service.browser("phone")
        const sign = (endpoint: string, own: object = keys) =>
          store("POST", "/push", { subscription: { endpoint, keys: own } })
        const inside = await sign("http://169.254.169.254/latest")
        expect([inside.status, inside.data.message]).toEqual([
          400,
          expect.stringMatching(/^subscription.endpoint: is not the address of a push service/),
        ])
        expect(
          (await sign(`${service.origin}/phone`, { p256dh: "aaaa", auth: "bbbb" })).status
        ).toBe(400)
        expect((await store("POST", "/push", {})).status).toBe(400)
        expect((await call("POST", "/store/engage/push", {}, {})).status).toBe(400)
        expect(await shop.rows(`select id from engage_endpoint`)).toEqual([])
      })

      it("can be tried on a person, and tells the key in the settings", async () => {
        await known("anna")
        await signUp("phone")
        const id = await draft("push")
        const tested = await post(`/broadcasts/${id}/test-message`, {
          profile_id: await profileOf("anna"),
        })
        expect(tested.data.state).toBe("accepted")
        expect(service.received[0].payload.title).toBe("[TEST] Hello anna")
        expect((await get("/health")).push_public_key).toBe(service.publicKey)
      })
    })

    describe("WhatsApp", () => {
      const says = (from: string, text: string, secret?: string) => {
        const payload = { message_type: "text", channel: "whatsapp", from, text }
        const { headers, body } = vonageCall(payload, new Date(), secret)
        return call("POST", "/engage/hooks/vonage", headers, body.toString())
      }
      const link = async () => (await store("GET", `/whatsapp?visitor=${VISITOR}`)).data.url

      it("is agreed to by a link, from the number that the shop knows, and ended by STOP", async () => {
        await seen()
        expect(await link()).toBeNull()
        await known("anna")
        await shop.rows(
          `update customer set phone = '+4915112345678', updated_at = now() where email like 'anna@%'`
        )
        await shop.sync()
        const url = new URL(await link())
        expect(url.origin + url.pathname).toBe("https://wa.me/15551234567")
        const text = url.searchParams.get("text")!
        expect(text).toMatch(/^START chat_\w+$/)
        expect((await says("4915112345678", text, "a wrong signature secret")).status).toBe(401)
        // Somebody else's phone: its owner has not agreed.
        expect((await says("4915199999999", text)).data).toEqual({ known: 0 })
        expect((await says("4915112345678", "START chat_0123456789abcdef")).data).toEqual({
          known: 0,
        })
        expect(await consents()).toEqual([])
        expect((await says("4915112345678", text)).data).toEqual({ known: 1 })
        const yes = { who: "anna", channel: "whatsapp", state: "subscribed", method: "answer" }
        expect(await consents()).toEqual([yes])
        expect((await says("4915112345678", "Stop")).data).toEqual({ known: 1 })
        expect(await consents()).toEqual([{ ...yes, state: "unsubscribed" }])
      })
    })

    describe("Telegram", () => {
      const update = (body: object, secret?: string) => {
        const { headers, body: bytes } = telegramUpdate(body, secret)
        return call("POST", "/engage/hooks/telegram", headers, bytes.toString())
      }
      const chat = (id: number) => ({ id, type: "private", username: `user_${id}` })
      const says = (id: number, text: string) =>
        update({ message: { date: Math.floor(Date.now() / 1_000), chat: chat(id), text } })
      const invitation = async () => {
        const { url } = (await store("GET", `/telegram?visitor=${VISITOR}`)).data
        return /^https:\/\/t\.me\/regency_bot\?start=([\w-]{1,64})$/.exec(url)![1]
      }
      const joins = async (name: string, id: number) => {
        await known(name)
        expect((await says(id, `/start ${await invitation()}`)).data).toEqual({ known: 1 })
      }

      beforeEach(() => seen())

      it("joins the chat of whoever comes by their link, known or not yet", async () => {
        expect((await store("GET", `/telegram?visitor=${"f".repeat(32)}`)).data).toEqual({
          url: null,
        })
        const link = await invitation()
        expect((await says(42, `/start ${link}`)).data).toEqual({ known: 1 })
        expect(await consents()).toEqual([])
        await known("anna")
        expect(await consents()).toEqual([
          { who: "anna", channel: "telegram", state: "subscribed", method: "device" },
        ])
        expect((await count("reachable.telegram")).reach.telegram.reachable).toBe(1)
        expect((await says(43, "/start chat_forged")).data).toEqual({ known: 0 })
        expect(
          (await update({ message: { chat: chat(44), text: "/start" } }, "guessed")).status
        ).toBe(401)
        expect((await says(44, "/start")).data).toEqual({ known: 0 })
      })

      it("sends picture, text and buttons; a press is a click and an event of the person", async () => {
        await joins("anna", 42)
        const id = await draft("telegram")
        const template = (await get(`/broadcasts/${id}`)).broadcast.template.id
        await post(`/templates/${template}`, {
          card: { ...CARD, buttons: [...CARD.buttons, { label: "Tell me more", url: "" }] },
        })
        await send(id)
        const [{ body }] = bot.calls
        expect(body).toMatchObject({ chat_id: "42", caption: "Something new, anna" })
        const { reply_markup } = body as {
          reply_markup: { inline_keyboard: { text: string; callback_data?: string }[][] }
        }
        const answer = reply_markup.inline_keyboard[1][0]
        expect(answer.text).toBe("Tell me more")
        const press = (who: number) =>
          update({
            callback_query: { id: "q1", data: answer.callback_data, message: { chat: chat(who) } },
          })
        expect((await press(43)).data).toEqual({ known: 0 })
        for (let i = 0; i < 2; i++) expect((await press(42)).data).toEqual({ known: 1 })
        expect(bot.calls.at(-1)!.path).toContain("/answerCallbackQuery")
        expect(await counters(id)).toMatchObject({ sent: 1, clicked: 1 })
        expect(
          await shop.rows(
            `select name, source, properties from engage_event where source = 'telegram'`
          )
        ).toEqual([
          {
            name: "Message Button Pressed",
            source: "telegram",
            properties: {
              channel: "telegram",
              button: "Tell me more",
              message: "Spring",
              broadcast: id,
            },
          },
        ])
      })

      it("waits when the bot is too fast, and leaves alone who blocked it", async () => {
        await joins("anna", 403)
        const id = await draft("telegram")
        await send(id)
        expect(await counters(id)).toMatchObject({ sent: 0 })
        expect(await shop.rows(`select id from engage_endpoint`)).toEqual([])
        await joins("anna", 42)
        bot.script.push(TELEGRAM_SLOW_DOWN)
        const again = await draft("telegram")
        expect((await post(`/broadcasts/${again}/start`)).status).toBe(200)
        await campaigns().step(new Date())
        await delivery().step()
        const waiting = await get(`/broadcasts/${again}/report`)
        expect(waiting.progress).toMatchObject({ waiting: 1, failed: 0 })
      })

      it("takes /stop and a blocked bot as a no, and /start as a yes again", async () => {
        await joins("anna", 42)
        await says(42, "/stop")
        expect(await consents()).toMatchObject([{ channel: "telegram", state: "unsubscribed" }])
        await says(42, `/start ${await invitation()}`)
        expect(await consents()).toMatchObject([{ channel: "telegram", state: "subscribed" }])
        await update({
          my_chat_member: {
            date: Math.floor(Date.now() / 1_000),
            chat: chat(42),
            new_chat_member: { status: "kicked" },
          },
        })
        expect(await consents()).toMatchObject([{ channel: "telegram", state: "unsubscribed" }])
      })

      it("sends the steps of a campaign, and goes by what comes of them", async () => {
        await joins("anna", 42)
        service.publicKey = (await store("GET", "/push")).data.public_key
        await store("POST", "/push", { subscription: service.browser("phone"), visitor: VISITOR })
        const template = async (channel: string) =>
          (
            await post("/templates", {
              name: channel,
              channel,
              subject: channel === "push" ? "{{ trigger.score }} points" : "",
              text: "Well done, {{ profile.first_name }}: {{ trigger.score }}",
              card: { image: "", link: "{{ shop.url }}/new", buttons: [] },
            })
          ).data.template.id as string
        const stay = { type: "wait", for: { amount: 9, unit: "days" }, next: { next: null } }
        const plan = {
          trigger: { type: "event", name: "Quiz Done" },
          entry_rules: null,
          reentry: { mode: "always" },
          exit_on_order: false,
          topic: "news",
          attribution_days: 5,
          graph: {
            version: 2,
            first: "push",
            steps: {
              push: {
                type: "push",
                template_id: await template("push"),
                next: { sent: "chat", not_sent: "chat" },
              },
              chat: {
                type: "telegram",
                template_id: await template("telegram"),
                next: { sent: "stay", not_sent: null },
              },
              stay,
            },
          },
        }
        const made = await post("/campaigns", { name: "Quiz", plan })
        expect(made.data.campaign?.problems ?? made.data).toEqual([])
        const { id } = made.data.campaign
        expect((await post(`/campaigns/${id}/publish`)).status).toBe(200)
        await post("/events", {
          events: ["anna", "ben"].map((name) => ({
            name: "Quiz Done",
            email: `${name}@shop.example`,
            message_id: name,
            properties: { score: 7 },
          })),
        })
        for (let round = 0; round < 4; round++) await campaigns().walkOn(new Date())
        await deliver()
        expect(service.received.map(({ payload }) => payload)).toMatchObject([
          { title: "7 points", body: "Well done, anna: 7" },
        ])
        expect(bot.calls.map(({ body }) => body)).toMatchObject([
          { chat_id: "42", text: expect.stringContaining("Well done, anna: 7") },
        ])
        const paths = await shop.rows(
          `select p.first_name as who, e.reason, array(select w->>0 || ':' || (w->>1) from jsonb_array_elements(e.path) w) as path
           from engage_enrollment e join engage_profile p on p.id = e.profile_id order by 1`
        )
        expect(paths).toEqual([
          { who: "anna", reason: null, path: ["entrance:in", "push:sent", "chat:sent"] },
          {
            who: "ben",
            reason: "finished",
            path: ["entrance:in", "push:not_sent", "chat:not_sent"],
          },
        ])
        const click = new URL(String(service.received[0].payload.link)).pathname
        await call("GET", click, { "user-agent": "Mozilla/5.0 (iPhone) Safari/604.1" })
        const { report } = await get(`/campaigns/${id}/report`)
        const steps = Object.fromEntries(
          report.steps.map((one: { step: string }) => [one.step, one])
        )
        expect(steps.push).toMatchObject({ came: 2, sent: 1, clicked: 1 })
        expect(steps.chat).toMatchObject({ came: 2, sent: 1, clicked: 0 })
      })
    })
  },
})
