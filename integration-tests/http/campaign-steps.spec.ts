import { createHmac } from "node:crypto"
import { createServer, type IncomingHttpHeaders } from "node:http"
import type { AddressInfo } from "node:net"
import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { CAMPAIGN_MODULE } from "../../src/modules/campaign"
import type CampaignModuleService from "../../src/modules/campaign/service"
import { DELIVERY_MODULE } from "../../src/modules/delivery"
import type DeliveryModuleService from "../../src/modules/delivery/service"
import { REPORT_MODULE } from "../../src/modules/report"
import type ReportModuleService from "../../src/modules/report/service"
import type { Rules } from "../../src/rules/ast"
import type { CampaignPlan, CampaignStep, FieldChange } from "../../src/types/campaign-plan"
import type { GivenCode, PromoStep } from "../../src/types/campaign-errand"
import { endPromoCodesWorkflow } from "../../src/workflows/campaign/workflows/end-promo-codes"
import { runErrandsWorkflow } from "../../src/workflows/campaign/workflows/run-errands"
import { until } from "../fault/support/setup"
import { adminHeaders } from "./support/admin"
import { TestShop } from "./support/shop"
import { TestStore } from "./support/store"

jest.setTimeout(300_000)

const DAY_MS = 86_400_000
const LINES = [{ title: "Mug", quantity: 1, unit_price: 20 }]

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let shop: TestShop
    let admin: Awaited<ReturnType<typeof adminHeaders>>

    const campaigns = () => getContainer().resolve<CampaignModuleService>(CAMPAIGN_MODULE)
    const delivery = () => getContainer().resolve<DeliveryModuleService>(DELIVERY_MODULE)
    const call = async (method: string, path: string, data?: unknown) => {
      const url = `/admin/engage${path}`
      return api.request({ method, url, data, ...admin, validateStatus: () => true })
    }
    const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)

    // Once: what is there before the first test is there before each.
    beforeAll(async () => {
      admin = await adminHeaders(api as never, getContainer())
    })

    beforeEach(() => {
      shop = new TestShop(getContainer())
    })

    const PROMO: PromoStep = {
      type: "promo",
      discount: "percent",
      value: 100,
      currency: "eur",
      pattern: "GIFT-########",
      days: 7,
      max_uses: null,
      revoke_on_exit: false,
      revoke_on_refund: false,
      next: { given: "stay", not_given: null },
    }
    const STAY: CampaignStep = {
      type: "wait",
      for: { amount: 100, unit: "days" },
      next: { next: null },
    }
    const planOf = (
      steps: Record<string, CampaignStep>,
      change: Partial<CampaignPlan> = {}
    ): CampaignPlan => ({
      trigger: { type: "order_placed" },
      entry_rules: null,
      reentry: { mode: "always" },
      exit_on_order: false,
      topic: "news",
      attribution_days: 5,
      graph: { version: 2, first: Object.keys(steps)[0], steps },
      ...change,
    })
    async function live(plan: CampaignPlan): Promise<string> {
      const { data } = await call("POST", "/campaigns", { name: "Gifts", plan })
      expect(data.campaign?.problems ?? data).toEqual([])
      const published = await call("POST", `/campaigns/${data.campaign.id}/publish`)
      expect([published.status, published.data.campaign?.status]).toEqual([200, "live"])
      return data.campaign.id
    }
    const errands = async (now = new Date()) =>
      (await runErrandsWorkflow(getContainer()).run({ input: { now: now.toISOString() } })).result
    const endCodes = async (now = new Date()) =>
      (await endPromoCodesWorkflow(getContainer()).run({ input: { now: now.toISOString() } }))
        .result
    /** Walks on, with all that is done elsewhere, and sends what that made. */
    const walk = async (now = new Date()) => {
      for (let round = 0; round < 4; round++) {
        await campaigns().walkOn(now)
        await errands(now)
      }
      while (await delivery().step()) {
        // Until nothing is due.
      }
    }
    const people = async (...names: string[]) => {
      for (const name of names)
        await shop.customer(`${name}@shop.example`, {
          first_name: name,
          metadata: { email_opt_in: true },
        })
      await shop.sync()
    }
    const order = async (name: string) => {
      const id = await shop.order({ email: `${name}@shop.example`, lines: LINES })
      await shop.sync()
      return id
    }
    const profileId = async (name: string) =>
      (await call("GET", `/profiles?q=${name}@shop.example`)).data.profiles[0].id
    const codesOf = async (name: string): Promise<GivenCode[]> =>
      (await call("GET", `/profiles/${await profileId(name)}/promo-codes`)).data.promo_codes
    const promotion = async (code: string) =>
      (
        await getContainer()
          .resolve(Modules.PROMOTION)
          .listPromotions(
            { code: [code] },
            { relations: ["campaign.budget", "application_method"] }
          )
      )[0]
    const where = () =>
      shop.rows(
        `select split_part(p.email, '@', 1) as who, e.step, e.reason
         from engage_enrollment e join engage_profile p on p.id = e.profile_id order by e.id`
      )

    describe("a promo code", () => {
      it("is a promotion of the shop that works once, and is said in the messages", async () => {
        const store = await TestStore.open(api as never, getContainer())
        await people("anna")
        const template = (
          await call("POST", "/templates", {
            name: "Gift",
            subject: "Your code {{ promo_code }}",
            html: "<p>{{ promo_code }} until {{ promo_ends_at | date: '%Y' }}, {{ trigger.order_id }}</p>",
          })
        ).data.template.id
        const mail: CampaignStep = {
          type: "email",
          template_id: template,
          next: { sent: "stay", not_sent: null },
        }
        const promo = { ...PROMO, max_uses: 50, next: { given: "mail", not_given: null } }
        const id = await live(planOf({ promo, mail, stay: STAY }))
        const orderId = await order("anna")
        await walk()
        const [code] = await codesOf("anna")
        expect(code).toMatchObject({
          code: expect.stringMatching(/^GIFT-[2-9A-Z]{8}$/),
          campaign: { id, name: "Gifts" },
          state: "open",
          redeemed_at: null,
        })
        expect(await promotion(code.code)).toMatchObject({
          id: code.promotion_id,
          status: "active",
          limit: 1,
          campaign: { name: "Gifts", budget: { type: "usage", limit: 50 } },
          application_method: { type: "percentage", value: 100 },
        })
        const mails = () =>
          shop.rows<{ subject: string; html: string }>(
            `select subject, html from engage_sandbox_mail`
          )
        await until("the mail arrived", async () => (await mails()).length > 0, 10_000)
        const [sent] = await mails()
        expect(sent.subject).toBe(`Your code ${code.code}`)
        expect(sent.html).toContain(
          `${code.code} until ${code.expires_at!.slice(0, 4)}, ${orderId}`
        )

        const { profiles } = (await call("GET", "/profiles?q=anna")).data
        const lastCode = async () => {
          const html = "<p>Code: {{ profile.last_promo_code | default: 'none' }}</p>"
          const body = { subject: "Code", html, profile_id: profiles[0].id }
          return (await call("POST", "/templates/preview", body)).data.rendered.text as string
        }
        expect(await lastCode()).toContain(`Code: ${code.code}`)

        const withCode = async (...where: [string, string, unknown?][]) => {
          const has = {
            type: "has",
            collection: "promo_codes",
            where: where.map(([attribute, operator, value]) => ({
              type: "condition",
              attribute,
              operator,
              value,
            })),
            within: { kind: "ever" },
            measure: { fn: "count" },
            operator: "gte",
            value: 1,
          }
          const rules = { version: 1, root: { type: "group", op: "and", children: [has] } }
          return (await call("POST", "/segments/preview", { rules })).data.count
        }
        const unused = ["code.state", "in", ["open"]] as [string, string, string[]]
        const used = ["code.state", "in", ["redeemed"]] as [string, string, string[]]
        expect(await withCode(unused, ["code.campaign", "in", [id]])).toBe(1)
        expect(await withCode(used)).toBe(0)
        const soon = (n: number) => ["code.expires_at", "within_next", n] as never
        expect([await withCode(soon(365)), await withCode(soon(1))]).toEqual([1, 0])
        const { values } = (await call("GET", "/attributes/code.campaign/values?q=gif")).data
        expect(values).toMatchObject([{ value: id, label: "Gifts", count: 1 }])

        const first = await store.apply(await store.cart("anna@shop.example"), code.code)
        expect([first.total, first.discount_total]).toEqual([0, 20])
        await store.complete(first)
        const second = await store.apply(await store.cart("ben@shop.example"), code.code)
        expect(second.total).toBe(20)
        expect(await endCodes(inDays(30))).toBe(0)
        expect(await codesOf("anna")).toMatchObject([
          { state: "redeemed", order_id: expect.stringMatching(/^order_/) },
        ])
        expect([await withCode(unused), await withCode(used)]).toEqual([0, 1])
        expect(await lastCode()).toContain("Code: none")
        const { report } = (await call("GET", `/campaigns/${id}/report`)).data
        expect(report.steps.find(({ step }: { step: string }) => step === "promo")).toMatchObject({
          came: 1,
          passed: { given: 1 },
          redeemed: 1,
        })
      })

      it("is made once for each arrival, whatever breaks off in between", async () => {
        await people("anna", "ben")
        await live(planOf({ promo: PROMO, stay: STAY }))
        await order("anna")
        await order("ben")
        await campaigns().walkOn()
        await campaigns().walkOn()
        expect(await where()).toMatchObject([
          { who: "anna", step: "promo" },
          { who: "ben", step: "promo" },
        ])
        const container = getContainer()
        expect(await Promise.all([errands(), errands()])).toContain(2)
        const made = await codesOf("anna")
        // As if the worker had died after the shop had made the promotions, before anything was written here.
        await shop.rows(`update engage_errand set done_at = null, way = null, not_before = now()`)
        await shop.rows(`update engage_enrollment set found = null, facts = '{}', due_at = null`)
        await shop.rows(`delete from engage_promo_code`)
        expect(await errands(new Date(Date.now() + 1_000))).toBe(2)
        expect((await codesOf("anna")).map(({ code }) => code)).toEqual(
          made.map(({ code }) => code)
        )
        const promotions = container.resolve(Modules.PROMOTION)
        expect(await promotions.listPromotions({})).toHaveLength(2)
        expect(await promotions.listCampaigns({})).toHaveLength(1)
        await campaigns().walkOn(new Date(Date.now() + 2_000))
        expect(await where()).toMatchObject([{ step: "stay" }, { step: "stay" }])
        await order("anna")
        await walk(new Date(Date.now() + 3_000))
        expect(await codesOf("anna")).toHaveLength(2)
      })

      it("ends with its time, for who leaves, and when the order is refunded, if it is to", async () => {
        await people("anna", "ben", "carl")
        const gone = await live(
          planOf({ promo: { ...PROMO, revoke_on_exit: true }, stay: STAY }, { exit_on_order: true })
        )
        await order("anna")
        await walk()
        await call("POST", `/campaigns/${gone}/pause`)
        const refunded = await live(
          planOf({ promo: { ...PROMO, revoke_on_refund: true, days: 30 }, stay: STAY })
        )
        const orderId = await order("ben")
        await order("carl")
        await walk()
        await call("POST", `/campaigns/${refunded}/pause`)
        const state = async (name: string) => {
          const [code] = await codesOf(name)
          return [code.state, (await promotion(code.code)).status]
        }
        expect(await endCodes()).toBe(0)
        await call("POST", `/campaigns/${gone}/archive`)
        await shop.rows(`update engage_purchase set refunded = 500 where order_id = ?`, [orderId])
        expect(await endCodes()).toBe(2)
        expect(await state("anna")).toEqual(["revoked", "inactive"])
        expect(await state("ben")).toEqual(["revoked", "inactive"])
        expect(await state("carl")).toEqual(["open", "active"])
        const withCode = async (days: number, ...states: string[]) => {
          const where = [
            ["code.state", "in", states],
            ["code.expires_at", "within_next", days],
          ].map(([attribute, operator, value]) => ({
            ...{ type: "condition", attribute },
            ...{ operator, value },
          }))
          const has = {
            ...{ type: "has", collection: "promo_codes", within: { kind: "ever" } },
            ...{ where, measure: { fn: "count" }, operator: "gte", value: 1 },
          }
          const { data } = await call("POST", "/segments/preview", {
            rules: { version: 1, root: { type: "group", op: "and", children: [has] } },
          })
          return data.sample.map((p: { name: string }) => p.name).sort()
        }
        expect(await withCode(31, "open")).toEqual(["carl"])
        expect(await withCode(29, "open")).toEqual([])
        expect(await withCode(31, "revoked")).toEqual(["anna", "ben"])
        expect(await endCodes(inDays(31))).toBe(1)
        expect(await state("carl")).toEqual(["expired", "inactive"])
      })

      it("lets people into other campaigns when it is given, and before it ends unused", async () => {
        await people("anna", "ben")
        const told = await live(planOf({ stay: STAY }, { trigger: { type: "promo_issued" } }))
        const unused = (days: number) =>
          live(planOf({ stay: STAY }, { trigger: { type: "promo_unused", days } }))
        const soon = await unused(3)
        const over = await unused(0)
        await live(planOf({ promo: { ...PROMO, days: 10 }, stay: STAY }))
        await order("anna")
        await order("ben")
        await walk()
        const inside = async (id: string) =>
          (
            await shop.rows<{ who: string }>(
              `select split_part(p.email, '@', 1) as who
               from engage_enrollment e join engage_profile p on p.id = e.profile_id
               where e.campaign_id = ? order by 1`,
              [id]
            )
          ).map(({ who }) => who)
        const DAY_MS = 86_400_000
        const [{ ends }] = await shop.rows<{ ends: Date }>(
          `select max(expires_at) as ends from engage_promo_code`
        )
        const beforeEnd = (days: number) => new Date(ends.getTime() - days * DAY_MS)
        await walk(inDays(0.01))
        expect([await inside(told), await inside(soon)]).toEqual([["anna", "ben"], []])
        await shop.rows(
          `update engage_promo_code c set redeemed_at = now()
           from engage_profile p where p.id = c.profile_id and p.first_name = 'ben'`
        )
        await walk(beforeEnd(2.9))
        expect([await inside(soon), await inside(over)]).toEqual([["anna"], []])
        await endCodes(beforeEnd(-0.1))
        await walk(beforeEnd(-0.1))
        expect([await inside(soon), await inside(over)]).toEqual([["anna"], ["anna"]])
      })

      it("is given up when the shop makes none, and waits while the campaign is paused", async () => {
        await people("anna")
        const amount = { ...PROMO, discount: "amount" as const, value: 500, currency: "xxx" }
        const id = await live(planOf({ promo: amount, stay: STAY }))
        await order("anna")
        await campaigns().walkOn()
        await campaigns().walkOn()
        await call("POST", `/campaigns/${id}/pause`)
        expect(await errands()).toBe(0)
        await call("POST", `/campaigns/${id}/resume`)
        const promotions = getContainer().resolve(Modules.PROMOTION)
        const broken = jest
          .spyOn(Object.getPrototypeOf(promotions), "createPromotions")
          .mockRejectedValue(new Error("The shop is closed"))
        for (const days of [0, 1, 2, 3]) {
          expect(await where()).toMatchObject([{ step: "promo" }])
          expect(await errands(inDays(days))).toBe(1)
        }
        expect(await errands(inDays(4))).toBe(1)
        broken.mockRestore()
        await campaigns().walkOn(inDays(4))
        expect(await where()).toMatchObject([{ step: null, reason: "finished" }])
        expect(await shop.row(`select way, error from engage_errand`)).toEqual({
          way: "not_given",
          error: "The shop is closed",
        })
      })
    })

    describe("what others do", () => {
      it("puts customers into a group of the shop, and takes them out", async () => {
        await people("anna")
        const customers = getContainer().resolve(Modules.CUSTOMER)
        const group = await customers.createCustomerGroups({ name: "Friends" })
        const add: CampaignStep = {
          type: "group",
          group_id: group.id,
          action: "add",
          next: { next: "pause" },
        }
        const pause: CampaignStep = {
          type: "wait",
          for: { amount: 1, unit: "days" },
          next: { next: "take" },
        }
        const take: CampaignStep = { ...add, action: "remove", next: { next: null } }
        await live(planOf({ add, pause, take }))
        await order("anna")
        await shop.order({ email: "guest@shop.example", lines: LINES })
        await shop.sync()
        const inside = async () =>
          (await customers.listCustomers({ groups: [group.id] })).map(({ email }) => email)
        await walk()
        expect(await inside()).toEqual(["anna@shop.example"])
        await walk(inDays(1.01))
        expect(await inside()).toEqual([])
        expect(await where()).toMatchObject([{ reason: "finished" }, { reason: "finished" }])
      })

      it("calls another system signed, keeps what it answers, and tries again", async () => {
        await people("anna", "ben", "carl")
        await call("POST", "/fields", {
          scope: "profile",
          key: "score",
          label: "Score",
          type: "number",
        })
        const heard: { id: string; body: string; headers: IncomingHttpHeaders }[] = []
        const server = createServer((req, res) => {
          let body = ""
          req.on("data", (part) => (body += part))
          req.on("end", () => {
            const id = String(req.headers["webhook-id"])
            heard.push({ id, body, headers: req.headers })
            const { email } = JSON.parse(body).data.profile
            const busy = email.startsWith("ben") && heard.filter((one) => one.id === id).length < 2
            const status = busy ? 503 : email.startsWith("carl") ? 400 : 200
            res.writeHead(status).end(`{"data":{"score":7}}`)
          })
        })
        await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
        const { port } = server.address() as AddressInfo
        const tell: CampaignStep = {
          type: "webhook",
          url: `http://127.0.0.1:${port}/in`,
          answers: [{ path: "data.score", field: "score" }],
          next: { done: "stay", failed: null },
        }
        const id = await live(planOf({ tell, stay: STAY }))
        for (const name of ["anna", "ben", "carl"]) await order(name)
        await walk()
        expect(heard).toHaveLength(3)
        await walk(new Date(Date.now() + 15_000))
        server.close()
        const { secret } = (await call("GET", "/campaigns/webhook-secret")).data
        const key = Buffer.from(secret.slice("whsec_".length), "base64")
        for (const { headers, body } of heard) {
          const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`
          const mac = createHmac("sha256", key).update(signed).digest("base64")
          expect(headers["webhook-signature"]).toBe(`v1,${mac}`)
        }
        expect(heard).toHaveLength(4)
        expect(heard[3].id).toBe(heard[1].id)
        expect(JSON.parse(heard[0].body)).toMatchObject({
          type: "campaign.step",
          data: {
            campaign: { id, name: "Gifts", step: "tell" },
            profile: { id: await profileId("anna"), email: "anna@shop.example" },
            trigger: { event: "Order Placed" },
          },
        })
        expect(await where()).toMatchObject([
          { who: "anna", step: "stay" },
          { who: "ben", step: "stay" },
          { who: "carl", step: null, reason: "finished" },
        ])
        expect(
          await shop.rows(
            `select split_part(email, '@', 1) as who, custom ->> 'score' as score from engage_profile order by 1`
          )
        ).toEqual([
          { who: "anna", score: "7" },
          { who: "ben", score: "7" },
          { who: "carl", score: null },
        ])
      })

      it("can be tried with a person, without anything being kept", async () => {
        await people("anna")
        await call("POST", "/fields", { scope: "profile", key: "rank", label: "R", type: "number" })
        let status = 200
        const heard: string[] = []
        const server = createServer((req, res) => {
          req.on("data", (part) => heard.push(String(part)))
          req.on("end", () => res.writeHead(status).end(`{"data":{"rank":3}}`))
        })
        await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
        const { port } = server.address() as AddressInfo
        const answers = [
          { path: "data.rank", field: "rank" },
          { path: "data.none", field: "rank" },
        ]
        const url = `http://127.0.0.1:${port}/in`
        const plan = planOf({
          tell: { type: "webhook", url, answers, next: { done: null, failed: null } },
        })
        const { data } = await call("POST", "/campaigns", { name: "Tells", plan })
        const orderId = await order("anna")
        const profile_id = await profileId("anna")
        const attempt = async (to = url) => {
          const body = { campaign_id: data.campaign.id, step: "tell", profile_id, url: to, answers }
          const { data: answered } = await call("POST", "/campaigns/webhook-trial", body)
          return answered.trial ?? answered.message
        }
        const trial = await attempt()
        expect(trial).toMatchObject({
          answer: { status: 200, text: `{"data":{"rank":3}}` },
          error: null,
          fields: [
            { path: "data.rank", field: "rank", value: "3" },
            { path: "data.none", field: "rank", value: null },
          ],
        })
        expect(trial.request.body).toBe(heard[0])
        expect(trial.request.headers["webhook-signature"]).toMatch(/^v1,/)
        expect(JSON.parse(heard[0]).data).toMatchObject({
          campaign: { name: "Tells", step: "tell" },
          profile: { id: profile_id, email: "anna@shop.example" },
          trigger: { order_id: orderId },
        })
        status = 500
        expect(await attempt()).toMatchObject({
          error: "It answered 500",
          fields: [{ value: null }, {}],
        })
        server.close()
        server.closeAllConnections()
        expect(await attempt()).toMatchObject({
          answer: null,
          error: expect.stringContaining("ECONNREFUSED"),
        })
        expect(await attempt("ftp://127.0.0.1")).toBe("url: must begin with https://")
        expect(
          await shop.row(
            `select custom -> 'rank' as rank from engage_profile where email = 'anna@shop.example'`
          )
        ).toEqual({ rank: null })
      })

      it("tells the staff once", async () => {
        await people("anna")
        const notify: CampaignStep = {
          type: "notify",
          title: "{{ profile.first_name }} ordered",
          text: "Order {{ trigger.order_id }}",
          emails: ["staff@shop.example"],
          next: { next: "stay" },
        }
        expect((await call("GET", "/campaigns/staff-email")).data).toEqual({ available: false })
        await live(planOf({ notify, stay: STAY }))
        const orderId = await order("anna")
        await walk()
        expect(await where()).toMatchObject([{ step: "stay" }])
        const { notifications } = (
          await api.request({ method: "GET", url: "/admin/notifications?channel=feed", ...admin })
        ).data
        expect(notifications).toMatchObject([
          { data: { title: "anna ordered", description: `Order ${orderId}` } },
        ])
        const told = async () =>
          (
            await api.request({
              method: "GET",
              url: "/admin/notifications?channel=email",
              ...admin,
            })
          ).data.notifications
        expect(await told()).toEqual([])
        // As when the shop has a provider for e-mail, whom nothing is really given to.
        await shop.db.raw(`update notification_provider set channels = array['feed', 'email']`)
        expect((await call("GET", "/campaigns/staff-email")).data).toEqual({ available: true })
        const given = jest
          .spyOn(getContainer().resolve(Modules.NOTIFICATION), "createNotifications")
          .mockResolvedValue([] as never)
        await order("anna")
        await walk()
        expect(given.mock.calls[0][0]).toMatchObject([
          { channel: "feed", data: { title: "anna ordered" } },
          {
            channel: "email",
            to: "staff@shop.example",
            content: { subject: "anna ordered", text: expect.stringContaining("Order order_") },
          },
        ])
        given.mockRestore()
        await shop.db.raw(`update notification_provider set channels = array['feed']`)
      })
    })

    it("leads back to the very cart, and only those whose cart is still as it was", async () => {
      const store = await TestStore.open(api as never, getContainer())
      await people("anna", "ben", "carl")
      const template = (
        await call("POST", "/templates", {
          name: "Cart",
          subject: "Worth {{ trigger.value | money: trigger.currency }}",
          html: `<a href="{{ trigger.cart_link }}">Back</a>`,
        })
      ).data.template.id
      await live(
        planOf(
          {
            pause: { type: "wait", for: { amount: 2, unit: "hours" }, next: { next: "mail" } },
            mail: {
              type: "email",
              template_id: template,
              recheck: true,
              next: { sent: null, not_sent: "stay" },
            },
            stay: STAY,
          },
          {
            trigger: {
              type: "cart_abandoned",
              after: { amount: 10, unit: "minutes" },
              min_value: null,
            },
          }
        )
      )
      const left = await store.cart("anna@shop.example")
      await store.cart("anna@shop.example")
      const ordered = await store.cart("ben@shop.example")
      const dearer = await store.cart("carl@shop.example")
      await walk(inDays(0.01))
      await shop.rows(`update cart set completed_at = now() where id = ?`, [ordered.id])
      await shop.rows(`update cart_line_item set unit_price = 10 where cart_id = ?`, [dearer.id])
      await walk(inDays(0.2))
      expect(await where()).toMatchObject([
        { who: "anna", step: null },
        { who: "anna", step: null },
        { who: "ben", step: "stay" },
        { who: "carl", step: "stay" },
      ])
      const mails = () =>
        shop.rows<{ subject: string; html: string }>(
          `select subject, html from engage_sandbox_mail`
        )
      await until("the mails arrived", async () => (await mails()).length === 2, 10_000)
      const found = new Set<string | undefined>()
      for (const { subject, html } of await mails()) {
        expect(subject).toBe("Worth €20.00")
        const [link] = /\/engage\/c\/[^"]+/.exec(html)!
        const { headers } = await api.request({
          method: "GET",
          url: link,
          maxRedirects: 0,
          validateStatus: () => true,
        })
        const target = new URL(headers.location)
        expect([target.origin, target.pathname]).toEqual(["http://localhost:8000", "/cart"])
        const token = target.searchParams.get("engage_cart")!
        const { id } = await store.restored(token)
        found.add(id)
        await shop.rows(`update cart set completed_at = now() where id = ?`, [id])
        expect(await store.restored(token)).toEqual({ status: 404, id: undefined })
      }
      expect(found.size).toBe(2)
      expect(found).toContain(left.id)
      expect((await store.restored("cart_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")).status).toBe(404)
    })

    it("asks again, waits for a day of their own, and ends with a reason", async () => {
      await people("anna", "ben")
      await call("POST", "/fields", { scope: "profile", key: "trip", label: "Trip", type: "date" })
      const trip = inDays(10).toISOString().slice(0, 10)
      const before = (days: number) =>
        new Date(Date.parse(trip) - days * DAY_MS).toISOString().slice(0, 10)
      const closed = { name: "Stock-taking", from: before(2), to: before(2), yearly: false }
      await call("POST", "/holidays", { places: [], own: [closed] })
      await call("POST", `/profiles/${await profileId("anna")}`, { fields: { trip } })
      const rules = {
        version: 1 as const,
        root: {
          type: "group" as const,
          op: "and" as const,
          children: [
            { type: "condition" as const, attribute: "orders", operator: "lte" as const, value: 1 },
          ],
        },
      }
      const id = await live(
        planOf({
          who: { type: "filter", rules, next: { yes: "trip", no: null } },
          trip: {
            type: "wait_date",
            field: "trip",
            offset: -2,
            time: "09:00",
            next: { reached: "again", no_date: "none" },
          },
          again: { type: "refresh", step: "who", next: { yes: null, no: "open" } },
          open: {
            type: "wait_date",
            field: "trip",
            offset: -2,
            time: "09:00",
            skip_holidays: true,
            next: { reached: "bought", no_date: null },
          },
          bought: { type: "exit", reason: "Bought again", next: {} },
          none: { type: "exit", reason: "No trip", next: {} },
        })
      )
      await order("anna")
      await order("ben")
      await walk()
      expect(await where()).toMatchObject([
        { who: "anna", step: "trip" },
        { who: "ben", step: null, reason: "No trip" },
      ])
      const { due } = await shop.row<{ due: Date }>(
        `select due_at as due from engage_enrollment where step = 'trip'`
      )
      expect(due.toISOString().slice(0, 10)).toBe(before(2))
      await call("POST", `/campaigns/${id}/pause`)
      await order("anna")
      await call("POST", `/campaigns/${id}/resume`)
      await walk(due)
      // That day is a holiday, which only the second wait minds.
      const next = await shop.row<{ due: Date }>(
        `select due_at as due from engage_enrollment where step = 'open'`
      )
      expect(next.due.getTime() - due.getTime()).toBe(DAY_MS)
      await walk(next.due)
      expect(await where()).toMatchObject([
        { who: "anna", step: null, reason: "Bought again" },
        { who: "ben" },
      ])
      const { report } = (await call("GET", `/campaigns/${id}/report`)).data
      expect(report.ended).toEqual({ "Bought again": 1, "No trip": 1 })
    })

    it("changes fields by what they hold, by days and by what let people in, and tags", async () => {
      await people("anna", "ben")
      const field = async (key: string, type: string) =>
        call("POST", "/fields", { scope: "profile", key, label: key, type })
      for (const [key, type] of [
        ["visits", "number"],
        ["next_call", "date"],
        ["last_order", "string"],
        ["nickname", "string"],
      ])
        expect((await field(key, type)).status).toBe(200)
      const anna = await profileId("anna")
      await call("POST", `/profiles/${anna}`, { fields: { visits: 2.5, nickname: "A" } })
      await call("POST", "/tags", { list: "anna@shop.example", add: ["Sleeper"] })
      const change = (
        key: string,
        how: FieldChange | undefined,
        value: string,
        next: string
      ): CampaignStep => ({ type: "field", field: key, change: how, value, next: { next } })
      const tag = (action: "add" | "remove", name: string, next: string | null): CampaignStep => ({
        type: "tag",
        action,
        tags: [name],
        next: { next },
      })
      const id = await live(
        planOf({
          count: change("visits", "add", "0.2", "call"),
          call: change("next_call", "days", "-3", "order"),
          order: change("last_order", "trigger", "order_id", "empty"),
          empty: change("nickname", "clear", "", "give"),
          give: tag("add", "Buyer", "take"),
          take: tag("remove", "sleeper", null),
        })
      )
      const orderId = await order("anna")
      await order("ben")
      const now = new Date()
      await walk(now)
      const custom = async (name: string) =>
        (
          await shop.row<{ custom: unknown }>(`select custom from engage_profile where email = ?`, [
            `${name}@shop.example`,
          ])
        ).custom
      const day = new Date(now.getTime() - 3 * DAY_MS).toISOString().slice(0, 10)
      expect(await custom("anna")).toEqual({ visits: 2.7, next_call: day, last_order: orderId })
      expect(await custom("ben")).toMatchObject({ visits: 0.2 })
      const { profile } = (await call("GET", `/profiles/${anna}`)).data
      expect(profile.tags.map(({ name }: { name: string }) => name)).toEqual(["Buyer"])
      expect(
        await shop.rows(
          `select l.kind, l.key, l.old, l.new, l.source, l.reason from engage_value_log l
           join engage_profile p on p.id = l.profile_id
           where p.email = 'anna@shop.example' and l.reason = ? and l.key in ('visits', 'nickname')
           order by l.id`,
          [id]
        )
      ).toEqual([
        { kind: "field", key: "visits", old: "2.5", new: "2.7", source: "job", reason: id },
        { kind: "field", key: "nickname", old: "A", new: null, source: "job", reason: id },
      ])
      const { data } = await call("POST", "/campaigns/check", {
        plan: planOf({
          a: change("visits", "add", "many", "b"),
          b: change("next_call", "days", "", "c"),
          c: change("nickname", "trigger", "", "d"),
          d: { type: "tag", action: "add", tags: [], next: { next: null } },
        }),
      })
      expect(data.problems).toEqual([
        { step: "a", message: "Say which number is added" },
        { step: "b", message: "Say how many days from today it is" },
        { step: "c", message: "Say what of the event goes into the field" },
        { step: "d", message: "Say which tags" },
      ])
    })

    it("tells how many would go each way, of all or of the trigger's segment", async () => {
      await people("anna", "ben", "carl")
      const named = (text: string): Rules => ({
        version: 1,
        root: {
          type: "group",
          op: "and",
          children: [{ type: "condition", attribute: "email", operator: "contains", value: text }],
        },
      })
      const count = async (body: object) => {
        const { data } = await call("POST", "/campaigns/way-counts", {
          trigger: null,
          entry_rules: null,
          ...body,
        })
        return data.counts ?? data.message
      }
      const rules = [named("ann"), named("shop.example")]
      expect(await count({ rules })).toEqual({ segment_id: null, ways: [1, 2], rest: 0 })
      expect(await count({ rules: [named("ann")], entry_rules: named("n@") })).toEqual({
        segment_id: null,
        ways: [0],
        rest: 1,
      })
      const made = await call("POST", "/segments", { name: "Some", rules: named("a") })
      const { id } = made.data.segment
      const trigger = { type: "date", at: "2026-11-24T10:00", local: true, segment_id: id }
      const some = await call("POST", "/segments", { name: "B", rules: named("ben@") })
      const smaller = { ...trigger, segment_id: some.data.segment.id }
      expect(await count({ rules: [named("ann")], trigger })).toEqual({
        segment_id: id,
        ways: [1],
        rest: 2,
      })
      expect(await count({ rules, trigger: smaller })).toEqual({
        segment_id: some.data.segment.id,
        ways: [0, 1],
        rest: 0,
      })
      expect(
        await count({ rules: [{ version: 1, root: { type: "group", op: "and", children: [] } }] })
      ).toEqual(expect.stringContaining("rules.root"))
      expect(await count({ rules: [] })).toEqual(expect.stringContaining("'rules' too small"))
    })

    describe("a split that looks for its best way", () => {
      const split = (winner: object, shares = [50, 50]): Record<string, CampaignStep> => ({
        split: {
          type: "split",
          shares,
          winner: winner as never,
          next: Object.fromEntries(shares.map((_, i) => ["abcde"[i], "stay"])),
        },
        stay: STAY,
      })
      const crowd = Array.from({ length: 40 }, (_, i) => `p${i}`)
      const enters = async (names: string[]) => {
        const sent = names.map((name) => ({
          name: "Quiz Done",
          email: `${name}@shop.example`,
          message_id: `${name} ${Date.now()}`,
        }))
        expect((await call("POST", "/events", { events: sent })).status).toBe(200)
        for (let round = 0; round < 3; round++) await campaigns().walkOn(new Date())
      }
      const quiz = { trigger: { type: "event" as const, name: "Quiz Done" } }
      const report = async (id: string) =>
        (await call("GET", `/campaigns/${id}/splits/split`)).data.split
      const went = async (id: string) =>
        shop.rows<{ who: string; way: string }>(
          `select split_part(p.email, '@', 1) as who, e.path -> 1 ->> 1 as way
           from engage_enrollment e join engage_profile p on p.id = e.profile_id where e.campaign_id = ? order by e.id`,
          [id]
        )
      const decide = (now: Date) =>
        getContainer().resolve<ReportModuleService>(REPORT_MODULE).step(now)

      it("sends everybody the way that won, by itself, and keeps it as long as the ways stay", async () => {
        await people(...crowd, "late")
        const plan = planOf(
          split({ metric: "goal", after: { unit: "people", amount: 40 }, auto: true }),
          { ...quiz, goal: { type: "event", name: "Signed" } }
        )
        const id = await live(plan)
        await enters(crowd.slice(0, 39))
        await decide(new Date())
        expect((await report(id)).won).toBeNull()
        await enters(crowd.slice(39))
        await decide(inDays(0.01))
        // All have come, but nobody has done anything.
        expect(await report(id)).toMatchObject({ leader: null, won: null })
        const ways = await went(id)
        const b = ways.filter(({ way }) => way === "b").map(({ who }) => who)
        const a = ways.filter(({ way }) => way === "a").map(({ who }) => who)
        expect(a.length + b.length).toBe(40)
        const events = [...b, a[0]].map((who) => ({
          name: "Signed",
          email: `${who}@shop.example`,
          message_id: `signed ${who}`,
        }))
        await new Promise((done) => setTimeout(done, 1_100))
        await call("POST", "/events", { events })
        await campaigns().walkOn(new Date())
        expect(await report(id)).toMatchObject({
          metric: "goal",
          leader: "b",
          certain: true,
          won: null,
          arms: [
            { way: "a", people: a.length, reached: 1, p: null },
            { way: "b", people: b.length, reached: b.length },
          ],
        })
        await decide(inDays(0.02))
        expect((await report(id)).won).toMatchObject({ way: "b", by_hand: false })
        expect((await call("GET", `/campaigns/${id}`)).data.campaign.split_tests).toEqual({
          split: "b",
        })

        // Whoever comes later goes the way that won, and does not count any more.
        await shop.rows(`update engage_split_test set decided_at = now()`)
        await new Promise((done) => setTimeout(done, 1_100))
        const again = planOf(
          split({ metric: "clicks", after: { unit: "days", amount: 3 }, auto: true }),
          { ...quiz, goal: { type: "event", name: "Signed" }, attribution_days: 6 }
        )
        await call("POST", `/campaigns/${id}`, { plan: again })
        await call("POST", `/campaigns/${id}/publish`)
        await enters(["late", ...a])
        const later = (await went(id)).slice(40)
        expect(later).toHaveLength(a.length + 1)
        expect(new Set(later.map(({ way }) => way))).toEqual(new Set(["b"]))
        expect((await report(id)).arms.map(({ people: n }: { people: number }) => n)).toEqual([
          a.length,
          b.length,
        ])

        // Other ways are another test.
        await call("POST", `/campaigns/${id}`, {
          plan: planOf(
            split({ metric: "clicks", after: { unit: "days", amount: 3 }, auto: true }, [40, 60]),
            quiz
          ),
        })
        await call("POST", `/campaigns/${id}/publish`)
        expect(await report(id)).toMatchObject({ won: null, leader: null })
      })

      it("is decided by hand, and begins again", async () => {
        await people(...crowd.slice(0, 12))
        const id = await live(
          planOf(
            split({ metric: "revenue", after: { unit: "days", amount: 3 }, auto: false }),
            quiz
          )
        )
        const choose = (way: string | null) =>
          call("POST", `/campaigns/${id}/splits/split`, { way })
        expect((await choose("c")).status).toBe(400)
        expect((await choose("a")).data.split.won).toMatchObject({ way: "a", by_hand: true })
        await enters(crowd.slice(0, 12))
        expect(new Set((await went(id)).map(({ way }) => way))).toEqual(new Set(["a"]))
        expect((await choose(null)).data.split.won).toBeNull()
        await new Promise((done) => setTimeout(done, 1_100))
        await enters(crowd.slice(0, 12))
        const ways = (await went(id)).slice(12)
        expect(new Set(ways.map(({ way }) => way))).toEqual(new Set(["a", "b"]))
        const [{ who }] = ways.filter(({ way }) => way === "b")
        await new Promise((done) => setTimeout(done, 1_100))
        await order(who)
        const found = await report(id)
        expect(found).toMatchObject({ leader: "b", certain: false })
        expect(found.arms[1]).toMatchObject({ way: "b", ordered: 1, revenue: 2_000 })
        await decide(inDays(30))
        expect((await report(id)).won).toBeNull()
        expect((await call("GET", `/campaigns/${id}/splits/stay`)).status).toBe(404)
        const aimless = planOf(
          split({ metric: "goal", after: { unit: "days", amount: 3 }, auto: true }),
          quiz
        )
        const { problems } = (await call("POST", "/campaigns/check", { plan: aimless })).data
        expect(problems).toEqual([
          {
            step: "split",
            message: "The best way is found by the goal, but the campaign has none",
          },
        ])
      })
    })
  },
})
