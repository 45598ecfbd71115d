import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { CAMPAIGN_MODULE } from "../../src/modules/campaign"
import type CampaignModuleService from "../../src/modules/campaign/service"
import { DELIVERY_MODULE } from "../../src/modules/delivery"
import { checkInvariant } from "../../src/modules/delivery/ledger/progress"
import { NO_FACTS } from "../../src/modules/content/render/facts"
import { publishContent } from "../../src/modules/content/publish/publish"
import {
  cascadeRefused,
  cascadeRound,
  createCascade,
} from "../../src/modules/delivery/ledger/cascade"
import { addMessages } from "../../src/modules/delivery/ledger/more"
import { createRun } from "../../src/modules/delivery/ledger/runs"
import type DeliveryModuleService from "../../src/modules/delivery/service"
import { TWILIO, twilioCall } from "../../src/providers/__tests__/contracts/twilio"
import type { Provider } from "../../src/providers/provider"
import { TwilioReports } from "../../src/providers/twilio/reports"
import { adminHeaders } from "./support/admin"
import { TestShop } from "./support/shop"

jest.setTimeout(300_000)

const HOOK = "http://localhost:9000/engage/hooks/sandbox"
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
/** Name, phone, consent to text messages. A German mobile number, none, a landline, and one without consent. */
const PEOPLE: [string, string | null, boolean][] = [
  ["anna", "+4915112345678", true],
  ["ben", "+4915112345679", true],
  ["carl", null, true],
  ["dora", "+493012345678", true],
  ["emil", "+4915112345680", false],
]

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let shop: TestShop
    let admin: Awaited<ReturnType<typeof adminHeaders>>

    const ask = (method: string, path: string, data?: unknown) =>
      api.request({
        method,
        url: `/admin/engage${path}`,
        data,
        headers: admin.headers,
        validateStatus: () => true,
      })
    const post = (path: string, body: unknown = {}) => ask("POST", path, body)
    const get = async (path: string) => (await ask("GET", path)).data
    const open = (url: string, headers = {}) =>
      api.request({
        method: "GET",
        url: url.replace(/^https?:\/\/[^/]+/, ""),
        headers: { "user-agent": "Mozilla/5.0 (iPhone) Safari/604.1", ...headers },
        maxRedirects: 0,
        validateStatus: () => true,
      })
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
    const template = async (body: object) => (await post("/templates", body)).data.template
    const draft = async (channel: string, templateId: string, more: object = {}) => {
      const { data: made } = await post("/segments", { name: "All", rules: EVERYBODY })
      const { data } = await post("/broadcasts", {
        name: "Spring",
        channel,
        segment_id: made.segment.id,
        template_id: templateId,
        plan: { deliver_immediately: true },
        ...more,
      })
      return data.broadcast.id as string
    }
    const send = async (id: string) => {
      const started = await post(`/broadcasts/${id}/start`)
      expect(started.status).toBe(200)
      await campaigns().step(new Date())
      await deliver()
      await campaigns().step(new Date())
    }
    const report = (id: string) => get(`/broadcasts/${id}/report`)
    const messages = () =>
      shop.rows<Record<string, unknown>>(
        `select p.first_name as who, m.state, m.reason, m.channel, m.clicked_at is not null as clicked,
           m.delivered_at is not null as delivered, m.bounced_at is not null as bounced
         from engage_message m join engage_profile p on p.id = m.profile_id order by 1`
      )
    const profileOf = async (name: string) =>
      (await get(`/profiles?q=${name}@shop.example`)).profiles[0].id as string

    // Once: what is there before the first test is there before each.
    beforeAll(async () => {
      admin = await adminHeaders(api as never, getContainer())
    })

    beforeEach(async () => {
      shop = new TestShop(getContainer())
      for (const [first_name, phone, sms] of PEOPLE)
        await shop.customer(`${first_name}@shop.example`, {
          first_name,
          phone,
          metadata: sms ? { sms_opt_in: true } : {},
        })
      await shop.sync()
    })

    afterEach(async () => expect(await checkInvariant(shop.db, new Date())).toEqual([]))

    const planOf = (steps: Record<string, unknown>) => ({
      trigger: { type: "order_placed" },
      entry_rules: null,
      reentry: { mode: "always" },
      exit_on_order: false,
      topic: "news",
      attribution_days: 5,
      graph: { version: 2, first: Object.keys(steps)[0], steps },
    })
    const liveOn = async (steps: Record<string, unknown>): Promise<string> => {
      const made = await post("/campaigns", { name: "Thanks", plan: planOf(steps) })
      const { id, problems } = made.data.campaign
      expect(problems).toEqual([])
      expect((await post(`/campaigns/${id}/publish`)).status).toBe(200)
      return id
    }
    const orderOf = async (name: string) => {
      await shop.order({
        email: `${name}@shop.example`,
        lines: [{ title: "Mug", quantity: 1, unit_price: 20 }],
      })
      await shop.sync()
    }
    /** Walks on as the clock is so many minutes from now. */
    const walkAt = async (minutes: number) => {
      for (let round = 0; round < 4; round++)
        await campaigns().walkOn(new Date(Date.now() + minutes * 60_000))
    }
    /** Who stands where, and the ways they took. */
    const stands = async (id: string) =>
      (
        await shop.rows<{ who: string; step: string | null; ways: string[] }>(
          `select p.first_name as who, e.step, array(
             select s ->> 1 from jsonb_array_elements(e.path) s where s ->> 0 <> 'entrance'
           ) as ways
           from engage_enrollment e join engage_profile p on p.id = e.profile_id
           where e.campaign_id = ? order by e.id`,
          [id]
        )
      ).map(({ who, step, ways }) => [who, step, ways])

    it("are sent by steps of a campaign, each to whom it may", async () => {
      const text = await template({ name: "Sale", channel: "sms", text: "Hi" })
      const card = await template({ name: "Card", channel: "in_app", subject: "Hi", text: "New" })
      const plan = {
        trigger: { type: "order_placed" },
        entry_rules: null,
        reentry: { mode: "once" },
        exit_on_order: false,
        topic: "news",
        attribution_days: 5,
        graph: {
          version: 2,
          first: "text",
          steps: {
            text: { type: "sms", template_id: text.id, next: { sent: null, not_sent: "card" } },
            card: { type: "in_app", template_id: card.id, next: { sent: null, not_sent: null } },
          },
        },
      }
      const made = await post("/campaigns", { name: "Thanks", plan })
      const { id } = made.data.campaign
      expect((await post(`/campaigns/${id}/publish`)).status).toBe(200)
      for (const name of ["anna", "carl"])
        await shop.order({
          email: `${name}@shop.example`,
          lines: [{ title: "Mug", quantity: 1, unit_price: 20 }],
        })
      await shop.sync()
      for (let round = 0; round < 10; round++) await campaigns().walkOn(new Date())
      await deliver()
      expect((await messages()).map(({ who, channel, state }) => [who, channel, state])).toEqual([
        ["anna", "sms", 2],
        ["carl", "sms", 4],
        ["carl", "in_app", 2],
      ])

      const found = async (
        collection: string,
        where: [attribute: string, operator: string, value?: string[]][],
        value = 1
      ) => {
        const has = {
          type: "has",
          collection,
          where: where.map(([attribute, operator, chosen]) => ({
            type: "condition",
            attribute,
            operator,
            value: chosen,
          })),
          within: { kind: "last", days: 7 },
          measure: { fn: "count" },
          operator: "gte",
          value,
        }
        const { data } = await post("/segments/preview", {
          rules: { version: 1, root: { type: "group", op: "and", children: [has] } },
        })
        return data.sample?.map((p: { name: string }) => p.name).sort() ?? data
      }
      expect(await found("messages", [["message.channel", "in", ["sms"]]])).toEqual(["anna"])
      expect(await found("messages", [["message.channel", "in", ["in_app"]]])).toEqual(["carl"])
      expect(await found("messages", [["message.channel", "in", ["email"]]])).toEqual([])
      expect(await found("messages", [["message.campaign", "in", [id]]])).toEqual(["anna", "carl"])
      expect(await found("messages", [["message.campaign", "in", ["cmp_other"]]])).toEqual([])
      expect(
        await found("message_plans", [
          ["plan.campaign", "in", [id]],
          ["plan.channel", "in", ["sms"]],
          ["plan.outcome", "in", ["skipped"]],
        ])
      ).toEqual(["carl"])
      const quiet = async (where: [string, string[]][], orNever?: boolean) => {
        const has = {
          type: "has",
          collection: "messages",
          where: where.map(([attribute, value]) => ({
            ...{ type: "condition", operator: "in" },
            ...{ attribute, value },
          })),
          within: { kind: "ever" },
          measure: { fn: "days_since" },
          operator: "gte",
          value: 10,
          orNever,
        }
        const { data } = await post("/segments/preview", {
          rules: { version: 1, root: { type: "group", op: "and", children: [has] } },
        })
        return data.sample?.map((p: { name: string }) => p.name).sort() ?? data
      }
      const everybody = PEOPLE.map(([name]) => name).sort()
      await shop.rows(
        `update engage_message set sent_at = sent_at - interval '20 days' where channel = 'sms'`
      )
      expect(await quiet([])).toEqual(["anna"])
      expect(await quiet([["message.channel", ["in_app"]]])).toEqual([])
      expect(await quiet([["message.campaign", [id]]])).toEqual(["anna"])
      expect(await quiet([["message.campaign", ["cmp_other"]]])).toEqual([])
      expect(await quiet([], true)).toEqual(everybody.filter((name) => name !== "carl"))
      expect(await quiet([["message.campaign", ["cmp_other"]]], true)).toEqual(everybody)
      await shop.rows(
        `update engage_message set sent_at = sent_at + interval '20 days' where channel = 'sms'`
      )
      const passed = ["pass.campaign", "in", [id]] as [string, string, string[]]
      expect(await found("campaign_passes", [passed])).toEqual(["anna", "carl"])
      expect(await found("campaign_passes", [passed], 2)).toEqual([])
      expect(await found("campaign_passes", [passed, ["pass.inside", "is_true"]])).toEqual([])
      const { values } = await get("/attributes/pass.campaign/values?q=than")
      expect(values).toMatchObject([{ value: id, label: "Thanks", count: 2 }])
    })

    describe("text messages", () => {
      const TEXT = "Hello {{ profile.first_name }}: {{ shop.url }}/sale"
      const sms = () => template({ name: "Sale", channel: "sms", text: TEXT })

      it("go to mobile numbers whose people agreed, with short links, and are kept in the outbox", async () => {
        const id = await draft("sms", (await sms()).id)
        const { data: review } = await post(`/broadcasts/${id}/review`)
        expect(review).toMatchObject({
          audience: 5,
          will_send: 2,
          channel: "sms",
          provider: "sandbox",
        })
        expect(
          Object.fromEntries(
            review.excluded.map((e: { reason: string; count: number }) => [e.reason, e.count])
          )
        ).toEqual({ no_address: 1, invalid_address: 1, not_subscribed: 1 })
        await send(id)
        const { messages: kept } = await get("/messages")
        expect(kept.map((m: { to: string; channel: string }) => [m.channel, m.to]).sort()).toEqual([
          ["sms", "+4915112345678"],
          ["sms", "+4915112345679"],
        ])
        const first = kept.find((m: { to: string }) => m.to === "+4915112345678")
        const { message } = await get(`/messages/${first.id}`)
        expect(message.text).toMatch(
          /^Hello anna: http:\/\/localhost:9000\/engage\/c\/s_\w{14,26}\/0\nStop: http:\/\/localhost:9000\/engage\/u\/s_\w{14,26}$/
        )
        expect(message).toMatchObject({
          channel: "sms",
          subject: "",
          html: "",
          headers: {},
          card: null,
        })
        const [, link, stop] = /(http\S+)\nStop: (http\S+)/.exec(message.text)!
        const click = await open(link)
        expect(click.status).toBe(302)
        expect(click.headers.location).toMatch(
          new RegExp(
            `^http://localhost:8000/sale\\?utm_source=engage&utm_medium=sms&utm_campaign=.+&utm_id=${id}`
          )
        )
        expect((await open(stop)).status).toBe(200)
        expect((await report(id)).counters).toMatchObject({ sent: 2, clicked: 1, delivered: 2 })
        const { items } = await get(`/profiles/${await profileOf("anna")}/timeline?kinds=message`)
        expect(items[0]).toMatchObject({
          kind: "message",
          subject: expect.stringMatching(/^Hello anna/),
        })
      })

      it("may be stopped by the link in them, which is proved and obeyed at once", async () => {
        const { id: templateId } = await sms()
        await send(await draft("sms", templateId))
        const { messages: kept } = await get("/messages")
        const { message } = await get(`/messages/${kept[0].id}`)
        const stop = /Stop: http:\/\/[^/]+(\S+)/.exec(message.text)![1]
        const answer = await api.request({
          method: "POST",
          url: stop,
          data: "scope=channel",
          headers: { "content-type": "application/x-www-form-urlencoded" },
          validateStatus: () => true,
        })
        expect(answer.status).toBe(200)
        const again = await draft("sms", templateId)
        expect((await post(`/broadcasts/${again}/review`)).data.will_send).toBe(1)
      })

      it("need a template for text messages, and e-mail one for e-mail", async () => {
        const mail = await template({ name: "Mail", subject: "Hi", html: "<p>Hi</p>" })
        const id = await draft("sms", mail.id)
        const { data: review } = await post(`/broadcasts/${id}/review`)
        expect(review.checks).toContainEqual(
          expect.objectContaining({ level: "blocker", key: "content" })
        )
        const refused = await post(`/broadcasts/${id}/start`)
        expect([refused.status, refused.data.message]).toEqual([
          400,
          "template_id: the template is for email; choose one for sms",
        ])
        await post(`/broadcasts/${id}`, { channel: "email" })
        expect((await get(`/broadcasts/${id}`)).broadcast.channel).toBe("email")
      })

      it("are counted before they are sent, as they will be for the person", async () => {
        const { data } = await post("/templates/preview", {
          channel: "sms",
          text: `${"a".repeat(60)} {{ profile.first_name }} ж`,
          profile_id: await profileOf("anna"),
        })
        expect(data.rendered.text).toContain(" anna ж\nStop: http://localhost:9000/engage/u/s_")
        expect(data.sms).toMatchObject({ encoding: "ucs-2", segments: 2, special: ["ж"] })
        expect(data.sms.units).toBe(data.rendered.text.length)
      })

      it("can be tried on a phone of one's own, and on nothing else", async () => {
        const id = await draft("sms", (await sms()).id)
        const wrong = await post(`/broadcasts/${id}/test-message`, { to: "me@shop.example" })
        expect([wrong.status, wrong.data.message]).toEqual([
          400,
          expect.stringMatching(/^to: must be a phone number/),
        ])
        const sent = await post(`/broadcasts/${id}/test-message`, { to: "+49 151 1234-5678" })
        expect(sent.data.state).toBe("accepted")
        const { message } = await get(`/messages/${sent.data.message_id}`)
        expect(message.to).toBe("+4915112345678")
        expect(message.text).toMatch(/^\[TEST\] Hello Anna/)
      })

      describe("reported on by a provider", () => {
        const hook = (query: string, fields: Record<string, string>, token?: string) => {
          const { headers, body } = twilioCall(HOOK + query, fields, token)
          return api.request({
            method: "POST",
            url: `/engage/hooks/sandbox${query}`,
            data: body.toString(),
            headers,
            validateStatus: () => true,
          })
        }
        const tokens = async () =>
          Object.fromEntries(
            (
              await shop.rows<{ who: string; token: string }>(
                `select p.first_name as who, m.provider_id as token
                 from engage_message m join engage_profile p on p.id = m.profile_id where m.state = 2`
              )
            ).map(({ who, token }) => [who, token])
          )

        beforeEach(() => {
          const provider = delivery().providerOf("sms") as {
            -readonly [key in keyof Provider]: Provider[key]
          }
          provider.reports = new TwilioReports(TWILIO.token, HOOK)
        })

        it("are delivered or not; a dead number gets no more", async () => {
          const { id: templateId } = await sms()
          const id = await draft("sms", templateId)
          await send(id)
          const { anna, ben } = await tokens()
          const dead = { MessageStatus: "undelivered", ErrorCode: "30005" }
          for (let i = 0; i < 2; i++)
            expect((await hook(`?m=${ben}`, dead)).data).toEqual({ known: 1 })
          expect((await hook(`?m=${anna}`, { MessageStatus: "delivered" })).data).toEqual({
            known: 1,
          })
          expect((await hook(`?m=${anna}`, dead, "wrong")).status).toBe(401)
          expect((await report(id)).counters).toMatchObject({ sent: 2, bounced: 1 })
          expect(await messages()).toContainEqual(
            expect.objectContaining({ who: "anna", bounced: false })
          )
          expect((await get("/suppressions")).suppressions).toMatchObject([
            { channel: "sms", address: "+4915112345679", reason: "hard_bounce" },
          ])
          await delivery().countMailboxes(new Date(Date.now() + 600_000))
          const { deliverability } = await get("/deliverability?channel=sms")
          expect(deliverability.mailboxes[0]).toMatchObject({ accepted: 2, hard: 1 })
          expect(deliverability.troubles).toMatchObject([
            { class: "hard", code: "30005", count: 1 },
          ])
          expect((await get("/deliverability")).deliverability.mailboxes).toEqual([])
        })

        it("lead people of a campaign on when they are delivered or lost, and those of whom nothing is told in time", async () => {
          const provider = delivery().providerOf("sms") as {
            -readonly [key in keyof Provider]: Provider[key]
          }
          const { capabilities } = provider
          provider.capabilities = { ...capabilities, reportsDelivery: false }
          const { id: templateId } = await sms()
          const outcome = { until: "delivered", for: { amount: 2, unit: "hours" } }
          const next = { delivered: null, not_delivered: null, not_sent: null }
          const text = { type: "sms", template_id: templateId, outcome, next }
          const id = await liveOn({ text })
          for (const name of ["anna", "ben"]) await orderOf(name)
          await walkAt(0)
          await deliver()
          const { anna, ben } = await tokens()
          expect(await stands(id)).toEqual([
            ["anna", "text", []],
            ["ben", "text", []],
          ])
          await hook(`?m=${anna}`, { MessageStatus: "delivered" })
          await hook(`?m=${ben}`, { MessageStatus: "undelivered", ErrorCode: "30005" })
          await walkAt(2)
          expect(await stands(id)).toEqual([
            ["anna", null, ["delivered"]],
            ["ben", null, ["not_delivered"]],
          ])
          await orderOf("carl")
          await orderOf("anna")
          await walkAt(3)
          await deliver()
          await walkAt(122)
          expect((await stands(id)).slice(2)).toEqual([
            ["carl", null, ["not_sent"]],
            ["anna", "text", []],
          ])
          await walkAt(124)
          expect((await stands(id)).slice(3)).toEqual([["anna", null, ["not_delivered"]]])
          provider.capabilities = capabilities
        })

        it("are answered with stop: no more text messages, and the proof is kept", async () => {
          const { id: templateId } = await sms()
          const from = { From: "+4915112345678", To: "+1500", Body: "STOP" }
          expect((await hook("", from)).data).toEqual({ known: 1 })
          expect((await hook("", { ...from, From: "+4915100000000" })).data).toEqual({ known: 0 })
          const again = await draft("sms", templateId)
          expect((await post(`/broadcasts/${again}/review`)).data.will_send).toBe(1)
          expect(
            await shop.rows(
              `select channel, topic, state, method from engage_consent where method = 'answer'`
            )
          ).toEqual([{ channel: "sms", topic: "*", state: "unsubscribed", method: "answer" }])
        })
      })
    })

    describe("in-app messages", () => {
      const VISITOR = "0123456789abcdef0123456789abcdef"
      const card = {
        image: "https://cdn.example/x.png",
        link: "",
        buttons: [{ label: "To {{ profile.first_name }}'s shelf", url: "{{ shop.url }}/store" }],
      }
      const inApp = () =>
        template({
          name: "Hello",
          channel: "in_app",
          subject: "Hello {{ profile.first_name }}",
          text: "Something new",
          card,
        })
      let key: Record<string, string>

      const storefront = (method: string, path: string, headers = key) =>
        api.request({
          method,
          url: `/store/engage/messages${path}`,
          headers,
          validateStatus: () => true,
        })
      const waiting = async (visitor = VISITOR) =>
        (await storefront("GET", `?visitor=${visitor}`)).data.messages
      /** The browser of a person who came through a link of a message. */
      const known = (name: string, visitor = VISITOR) =>
        shop.db.raw(
          `insert into engage_visitor (key, profile_id, first_at)
           select ?, id, now() from engage_profile where email = ?`,
          [visitor, `${name}@shop.example`]
        )

      beforeEach(async () => {
        const keys = getContainer().resolve(Modules.API_KEY)
        const made = await keys.createApiKeys({
          title: "Storefront",
          type: "publishable",
          created_by: "test",
        })
        key = { "x-publishable-api-key": made.token }
      })

      it("wait for everybody who has not refused, and are shown, pressed and closed", async () => {
        const id = await draft("in_app", (await inApp()).id)
        expect((await post(`/broadcasts/${id}/review`)).data).toMatchObject({
          will_send: 5,
          provider: "in-app",
        })
        await send(id)
        await known("anna")
        expect(await waiting("f".repeat(32))).toEqual([])
        const [message, ...more] = await waiting()
        expect(more).toEqual([])
        expect(message).toMatchObject({
          title: "Hello anna",
          text: "Something new",
          image: "https://cdn.example/x.png",
          link: "",
          seen: false,
          buttons: [{ label: "To anna's shelf" }],
        })
        expect((await report(id)).counters).toMatchObject({ sent: 5, delivered: 1, opened: 0 })
        for (let i = 0; i < 2; i++)
          expect((await storefront("POST", `/${message.id}/seen`)).data).toEqual({
            id: message.id,
            seen: true,
          })
        expect((await waiting())[0].seen).toBe(true)
        const click = await open(message.buttons[0].url)
        expect(click.headers.location).toContain(
          "http://localhost:8000/store?utm_source=engage&utm_medium=in_app"
        )
        expect((await storefront("POST", `/${message.id}/dismissed`)).status).toBe(200)
        expect(await waiting()).toEqual([])
        expect((await report(id)).counters).toMatchObject({ opened: 1, clicked: 1 })
        expect(
          await shop.rows(`select kind, verdict from engage_message_event order by id`)
        ).toEqual(
          ["opened", "opened", "clicked", "dismissed"].map((kind) => ({ kind, verdict: "human" }))
        )
      })

      it("lead people of a campaign on as soon as they are seen, or when the time is over", async () => {
        const outcome = { until: "seen", for: { amount: 3, unit: "days" } }
        const next = { seen: null, not_seen: null, not_sent: null }
        const hello = { type: "in_app", template_id: (await inApp()).id, outcome, next }
        const id = await liveOn({ hello })
        await orderOf("anna")
        await orderOf("ben")
        await walkAt(0)
        await deliver()
        await walkAt(60)
        expect(await stands(id)).toEqual([
          ["anna", "hello", []],
          ["ben", "hello", []],
        ])
        await known("anna")
        const [message] = await waiting()
        await storefront("POST", `/${message.id}/seen`)
        await walkAt(61)
        expect(await stands(id)).toEqual([
          ["anna", null, ["seen"]],
          ["ben", "hello", []],
        ])
        await walkAt(3 * 1_440 + 1)
        expect((await stands(id))[1]).toEqual(["ben", null, ["not_seen"]])
        const steps = (await get(`/campaigns/${id}/report`)).report.steps
        expect(steps).toContainEqual(
          expect.objectContaining({ sent: 2, opened: 1, passed: { seen: 1, not_seen: 1 } })
        )
        const wrong = { ...hello, next: { sent: null, not_sent: null } }
        const refused = await post("/campaigns", { name: "Wrong", plan: planOf({ wrong }) })
        expect([refused.status, refused.data.message]).toEqual([
          400,
          expect.stringContaining("its ways out do not fit what is waited for"),
        ])
      })

      it("wait at the place in the shop that they are for", async () => {
        const made = async (place: string | null, title: string) => {
          const { id } = await template({
            name: title,
            channel: "in_app",
            subject: title,
            text: "Something new",
            card: { ...card, place },
          })
          await send(await draft("in_app", id))
        }
        await made(null, "Anywhere")
        await made("account-page", "For the account")
        await known("anna")
        const at = async (place: string) =>
          (await storefront("GET", `?visitor=${VISITOR}${place}`)).data.messages.map(
            (message: { title: string; place: string }) => [message.title, message.place]
          )
        expect(await at("&place=account-page")).toEqual([["For the account", "account-page"]])
        expect(await at("&place=corner")).toEqual([["Anywhere", "corner"]])
        expect(await at("&place=checkout")).toEqual([])
        expect(await at("")).toEqual([
          ["Anywhere", "corner"],
          ["For the account", "account-page"],
        ])
        const wrong = await storefront("GET", `?visitor=${VISITOR}&place=No%20place`)
        expect([wrong.status, wrong.data.message]).toEqual([
          400,
          expect.stringContaining("small letters, digits and hyphens"),
        ])
      })

      it("that were closed without a press are neither read nor pressed by that", async () => {
        const id = await draft("in_app", (await inApp()).id)
        await send(id)
        await known("ben")
        const [message] = await waiting()
        await storefront("POST", `/${message.id}/dismissed`)
        expect((await report(id)).counters).toMatchObject({ opened: 0, clicked: 0 })
      })

      it("are told to nobody without the key, and forged ids do nothing", async () => {
        expect((await storefront("GET", `?visitor=${VISITOR}`, {})).status).toBe(400)
        expect((await storefront("GET", "?visitor=anna")).status).toBe(400)
        expect((await storefront("POST", `/m_${"a".repeat(45)}/seen`)).status).toBe(404)
        await send(await draft("in_app", (await inApp()).id))
        await known("anna")
        const [{ id }] = await waiting()
        expect((await storefront("POST", `/${id}/deleted`)).status).toBe(404)
        expect((await waiting())[0].seen).toBe(false)
      })

      it("end after their time, leave out who refused, and go with a person who is merged", async () => {
        const profile = await profileOf("carl")
        await post(`/profiles/${profile}/consent`, {
          channel: "in_app",
          topic: "*",
          state: "unsubscribed",
          reason: "asked on the phone",
        })
        const id = await draft("in_app", (await inApp()).id)
        const { data: review } = await post(`/broadcasts/${id}/review`)
        expect(review.excluded).toEqual([{ reason: "not_subscribed", count: 1 }])
        await send(id)
        await known("anna")
        await shop.db.raw(
          `update engage_profile set merged_into = (select id from engage_profile where email = 'anna@shop.example')
           where email = 'ben@shop.example'`
        )
        expect((await waiting()).map((m: { title: string }) => m.title).sort()).toEqual([
          "Hello anna",
          "Hello ben",
        ])
        await shop.db.raw(`update engage_in_app_message set expires_at = now()`)
        expect(await waiting()).toEqual([])
      })

      it("can be tried on a person, who has to be named", async () => {
        const id = await draft("in_app", (await inApp()).id)
        const wrong = await post(`/broadcasts/${id}/test-message`, {})
        expect([wrong.status, wrong.data.message]).toEqual([
          400,
          "profile_id: choose who gets the test",
        ])
        await known("anna")
        await post(`/broadcasts/${id}/test-message`, { profile_id: await profileOf("anna") })
        expect((await waiting())[0].title).toBe("[TEST] Hello anna")
      })
    })

    describe("Viber and WhatsApp messages", () => {
      const agree = async (name: string, channel: string) =>
        post(`/profiles/${await profileOf(name)}/consent`, {
          channel,
          topic: "*",
          state: "subscribed",
          reason: "asked in the shop",
        })
      const stored = () =>
        shop.rows<Record<string, unknown>>(
          `select recipient, text, card from engage_sandbox_mail order by recipient`
        )

      it("go to the phone numbers of those who agreed to this very channel, and count presses", async () => {
        await agree("anna", "viber")
        await agree("carl", "viber")
        await agree("ben", "whatsapp")
        const { reach } = (await post("/segments/preview", { rules: EVERYBODY })).data
        const reached = { reachable: 1, missing: 1, invalid: 1, unsubscribed: 2 }
        expect([reach.viber, reach.whatsapp]).toEqual([reached, reached])
        const made = await template({
          name: "Viber",
          channel: "viber",
          text: "Hello {{ profile.first_name }}",
          card: { buttons: [{ label: "Look", url: "https://shop.example/new" }] },
        })
        const id = await draft("viber", made.id)
        await send(id)
        expect(await messages()).toMatchObject([
          { who: "anna", state: 2, channel: "viber" },
          { who: "ben", state: 4, reason: 3 },
          { who: "carl", state: 4, reason: 1 },
          { who: "dora", state: 4, reason: 2 },
          { who: "emil", state: 4, reason: 3 },
        ])
        const [mail] = await stored()
        expect(mail).toMatchObject({
          recipient: "+4915112345678",
          text: "Hello anna",
          card: { buttons: [{ label: "Look", url: expect.stringContaining("/engage/c/m_") }] },
        })
        const { buttons } = mail.card as { buttons: { url: string }[] }
        expect((await open(buttons[0].url)).status).toBe(302)
        expect((await report(id)).counters).toMatchObject({ sent: 1, clicked: 1 })
      })

      it("fill an approved template in for each person, and refuse what Liquid cannot say", async () => {
        await agree("ben", "whatsapp")
        const approved = (parameters: string[], language = "en-GB") => ({
          name: "WhatsApp",
          channel: "whatsapp",
          text: "Hello",
          card: { template: { name: "spring_news", language, parameters } },
        })
        const made = await template(
          approved(["{{ profile.first_name }}", "https://shop.example/sale"])
        )
        await send(await draft("whatsapp", made.id))
        expect(await stored()).toMatchObject([
          {
            recipient: "+4915112345679",
            card: {
              template: {
                name: "spring_news",
                language: "en-GB",
                parameters: ["ben", expect.stringContaining("/engage/c/m_")],
              },
            },
          },
        ])
        const wrong = await post("/templates", approved([], "English"))
        expect([wrong.status, wrong.data.message]).toEqual([
          400,
          expect.stringContaining("must be a language such as en-GB"),
        ])
        const { name: _, ...content } = approved(["{{ profile.nme }}"])
        const preview = await post("/templates/preview", content)
        expect(preview.data.problems).toMatchObject([{ part: "card" }])
      })
    })

    describe("a cascade of channels", () => {
      const agree = async (name: string, channel: string) =>
        post(`/profiles/${await profileOf(name)}/consent`, {
          channel,
          topic: "*",
          state: "subscribed",
          reason: "asked in the shop",
        })
      const price = async (channel: string, prices: object[]) => {
        const saved = await post("/sending/prices", { account: `${channel} sandbox`, prices })
        expect(saved.status).toBe(200)
      }
      const made = async () => ({
        viber: (await template({ name: "V", channel: "viber", text: "By Viber", card: {} })).id,
        sms: (await template({ name: "S", channel: "sms", text: "By SMS" })).id,
      })
      const age = (hours: number) =>
        shop.db.raw(
          `update engage_message set sent_at = sent_at - make_interval(hours => ?) where channel = 'viber'`,
          [hours]
        )
      const arrive = (name: string) =>
        shop.db.raw(
          `update engage_message m set delivered_at = now() from engage_profile p
           where p.id = m.profile_id and p.first_name = ? and m.channel = 'viber'`,
          [name]
        )
      const outcome = async () =>
        (await messages())
          .map(({ who, channel, state, reason }) => [who, channel, state, reason].join(" ").trim())
          .sort()

      beforeEach(async () => {
        // The outbox says of everything that it arrived; here Viber says so later, or never.
        const provider = delivery().providerOf("viber") as {
          -readonly [key in keyof Provider]: Provider[key]
        }
        provider.capabilities = { ...provider.capabilities, reportsDelivery: false }
        await agree("anna", "viber")
        await agree("emil", "viber")
        await agree("emil", "sms")
      })

      it("sends by the next one to whom the first refused at once, to others in time, and to nobody twice", async () => {
        const { viber, sms } = await made()
        await price("viber", [{ destination: "", price: 2_000 }])
        await price("sms", [
          { destination: "", price: 90_000 },
          { destination: "+4915", price: 7_500 },
          { destination: "+49", price: 50_000 },
        ])
        const id = await draft("viber", viber, {
          plan: {
            deliver_immediately: true,
            cascade: [{ channel: "sms", template_id: sms, after_minutes: 120 }],
          },
        })
        const review = await post(`/broadcasts/${id}/review`, {})
        // Two by Viber and one by SMS at once; three by SMS at most.
        expect(review.data.cost).toEqual({ amount: 12, at_most: 27, parts: 1, incomplete: false })
        expect(review.data.cascade).toEqual([
          { channel: "sms", after_minutes: 120, at_once: 1, at_most: 3 },
        ])
        await send(id)
        const first = [
          "anna viber 2",
          "ben sms 2",
          "ben viber 4 3",
          "carl sms 4 1",
          "carl viber 4 1",
          "dora sms 4 2",
          "dora viber 4 2",
          "emil viber 2",
        ]
        expect(await outcome()).toEqual(first)
        await age(1)
        await deliver()
        expect(await outcome()).toEqual(first)
        await arrive("emil")
        await age(2)
        await deliver()
        await deliver()
        const last = [...first, "anna sms 2"].sort()
        expect(await outcome()).toEqual(last)
        // It comes late: it counts where it belongs, and nothing else is sent for it.
        await arrive("anna")
        await deliver()
        expect(await outcome()).toEqual(last)
        expect(await checkInvariant(shop.db, new Date())).toEqual([])
        const whole = await report(id)
        expect(whole.counters).toMatchObject({ sent: 3, delivered: 3, bounced: 0, clicked: 0 })
        expect(whole.skipped.map((one: { count: number }) => one.count)).toEqual([1, 1])
        const who = async (kind: string) => {
          const { people } = await get(`/broadcasts/${id}/people?kind=${kind}`)
          return people.map((one: { email: string }) => one.email.split("@")[0])
        }
        expect(await who("accepted")).toEqual(["anna", "ben", "emil"])
        expect(await who("delivered")).toEqual(["anna", "ben", "emil"])
        expect(await who("skipped")).toEqual(["carl", "dora"])
        expect(whole.cascade).toEqual([
          {
            channel: "viber",
            after_minutes: null,
            sent: 2,
            arrived: 2,
            passed_on: 4,
            waiting: 0,
            cost: 4,
            unpriced: 0,
            open: false,
          },
          {
            channel: "sms",
            after_minutes: 120,
            sent: 2,
            arrived: 2,
            passed_on: 0,
            waiting: 0,
            cost: 15,
            unpriced: 0,
            open: false,
          },
        ])
        // By SMS to all three at once it would have been 22.5.
        expect(whole.cost).toEqual({ total: 19, unpriced: 0, per_order: null, profit: -19 })
        expect(whole.saved).toBe(4)
      })

      it("takes a message back that waits when the first channel arrives after all", async () => {
        const { viber, sms } = await made()
        const cascade = [{ channel: "sms", template_id: sms, after_minutes: 60 }]
        await send(await draft("viber", viber, { plan: { deliver_immediately: true, cascade } }))
        await age(2)
        await Promise.all([1, 2, 3].map(() => cascadeRound(shop.db, new Date())))
        expect(await outcome()).toContain("anna sms 0")
        await arrive("anna")
        await deliver()
        expect((await outcome()).filter((one) => /^(anna|emil)/.test(one))).toEqual([
          "anna sms 4 15",
          "anna viber 2",
          "emil sms 2",
          "emil viber 2",
        ])
      })

      it("can be stopped after the first channel is done: who waits for the next gets nothing", async () => {
        const { viber, sms } = await made()
        const cascade = [{ channel: "sms", template_id: sms, after_minutes: 60 }]
        const id = await draft("viber", viber, { plan: { deliver_immediately: true, cascade } })
        await send(id)
        const status = async () =>
          (
            await shop.row<{ status: string }>(`select status from engage_broadcast where id = ?`, [
              id,
            ])
          ).status
        const before = await status()
        expect(["completed", "partly_failed"]).toContain(before)
        const open = async () =>
          (await report(id)).cascade.map((one: { open: boolean }) => one.open)
        expect(await open()).toEqual([false, true])
        await post(`/broadcasts/${id}/cancel`, {})
        expect(await status()).toBe(before)
        expect(await open()).toEqual([false, false])
        const stopped = await outcome()
        await age(2)
        await cascadeRound(shop.db, new Date())
        await deliver()
        expect(await outcome()).toEqual(stopped)
        expect(stopped.filter((one) => /^anna/.test(one))).toEqual(["anna viber 2"])
        expect(await checkInvariant(shop.db, new Date())).toEqual([])
      })

      it("goes for steps of campaigns, where who is reached by any of the channels goes on as sent", async () => {
        const run = await shop.db.transaction(async (trx) => {
          const now = new Date()
          const content = async (channel: "viber" | "sms") =>
            publishContent(
              trx,
              { subject: "", preheader: "", html: "", text: `By ${channel}`, channel },
              { channel, now }
            )
          const base = {
            kind: "campaign",
            ref: "cmp_test",
            title: "Step",
            channel: "viber" as const,
            topic: "news",
            provider: "sandbox",
            contentId: await content("viber"),
            sender: { name: "Shop", email: "shop@engage.example" },
            now,
          }
          const first = await createRun(trx, base)
          await createCascade(trx, first, base, [
            {
              channel: "sms",
              provider: "sandbox",
              contentId: await content("sms"),
              afterMinutes: 60,
            },
          ])
          return first
        })
        const people = await shop.rows<{ id: number; who: string }>(
          `select id::float8 as id, first_name as who from engage_profile order by first_name`
        )
        const facts = new Map(people.map(({ id }) => [id, NO_FACTS]))
        const reached = await shop.db.transaction(async (trx) => {
          const skipped = await addMessages(trx, run, facts, new Date())
          return cascadeRefused(trx, run, [...skipped.keys()], new Date())
        })
        expect(people.filter(({ id }) => reached.has(id)).map(({ who }) => who)).toEqual(["ben"])
        await deliver()
        // The same people come again: another obligation, and one message more for each.
        await shop.db.transaction((trx) => addMessages(trx, run, facts, new Date()))
        await deliver()
        const sent = (await outcome()).filter((one) => one.endsWith(" 2"))
        expect(sent.filter((one) => one === "ben sms 2")).toHaveLength(2)
        expect(sent.filter((one) => one === "anna viber 2")).toHaveLength(2)
      })

      it("is refused without a template, or with a channel that comes twice", async () => {
        const { viber, sms } = await made()
        const start = async (cascade: object[]) => {
          const id = await draft("viber", viber, { plan: { deliver_immediately: true, cascade } })
          return (await post(`/broadcasts/${id}/start`)).data.message
        }
        expect(await start([{ channel: "sms", template_id: null, after_minutes: 5 }])).toBe(
          "cascade: choose what is said by sms"
        )
        expect(await start([{ channel: "viber", template_id: viber, after_minutes: 5 }])).toBe(
          "cascade: a channel comes twice: each can be tried once"
        )
        expect(await start([{ channel: "push", template_id: sms, after_minutes: 5 }])).toContain(
          "push"
        )
      })
    })
  },
})
