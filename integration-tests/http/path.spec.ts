import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Modules } from "@medusajs/framework/utils"
import { noted } from "../../src/lib/failures"
import { readDigest } from "../../src/modules/report/digest/digest"
import { tellDigestWorkflow } from "../../src/workflows/digest/workflows/tell-digest"
import type { Condition, RuleNode, Rules } from "../../src/rules/ast"
import type { Migration } from "../../src/types/overview"
import { CAMPAIGN_MODULE } from "../../src/modules/campaign"
import type CampaignModuleService from "../../src/modules/campaign/service"
import { DELIVERY_MODULE } from "../../src/modules/delivery"
import type DeliveryModuleService from "../../src/modules/delivery/service"
import { attributeChanged, attributeNew } from "../../src/modules/report/attribution/compute"
import { refreshChanged } from "../../src/modules/segment/refresh"
import { adminHeaders } from "./support/admin"
import { TestShop } from "./support/shop"

jest.setTimeout(300_000)

const MUG = { title: "Mug", quantity: 1, unit_price: 20 }
const all = (...children: RuleNode[]): Rules => ({
  version: 1,
  root: { type: "group", op: "and", children },
})
const is = (
  attribute: string,
  operator: Condition["operator"],
  value?: Condition["value"]
): Condition => ({
  type: "condition",
  attribute,
  operator,
  value,
})

/** The reference's example: SMS subscription active, at least one order, 30 or older. */
const EXAMPLE = all(is("consent.sms", "is_true"), is("orders", "gte", 1), is("age", "gte", 30))

const HTML = `<html><body><p>Hello {{ profile.first_name | default: "friend" }}</p>
<a href="https://shop.example/mugs">Mugs</a></body></html>`

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let shop: TestShop
    let admin: Awaited<ReturnType<typeof adminHeaders>>
    const post = (path: string, body: unknown = {}) =>
      api.post(`/admin/engage${path}`, body, { ...admin, validateStatus: () => true })
    const get = (path: string) =>
      api.get(`/admin/engage${path}`, { ...admin, validateStatus: () => true })
    const broadcastLoop = () =>
      getContainer().resolve<CampaignModuleService>(CAMPAIGN_MODULE).step()
    const deliver = async () => {
      const service = getContainer().resolve<DeliveryModuleService>(DELIVERY_MODULE)
      const sending = () =>
        shop.row<{ n: number }>(
          `select count(*)::int as n from engage_run where status = 'sending'`
        )
      // A step only starts a chunk: its run is over once the last result is written.
      while ((await sending()).n) await service.step()
    }
    const person = (
      email: string,
      metadata: Record<string, unknown>,
      data: Record<string, unknown> = {}
    ) => shop.customer(email, { metadata, ...data })

    // Once: what is there before the first test is there before each.
    beforeAll(async () => {
      admin = await adminHeaders(api as never, getContainer())
    })

    beforeEach(() => {
      shop = new TestShop(getContainer())
    })

    describe("segments", () => {
      it("matches exactly the people of the reference's example", async () => {
        const adult = { birthday: "1980-05-05", sms_opt_in: true }
        const yes = await person("yes@shop.example", adult, { first_name: "Yes" })
        const minor = await person("young@shop.example", {
          birthday: "2010-05-05",
          sms_opt_in: true,
        })
        const quiet = await person("quiet@shop.example", {
          birthday: "1980-05-05",
          sms_opt_in: false,
        })
        await person("prospect@shop.example", adult)
        for (const [customer, email] of [
          [yes, "yes@shop.example"],
          [minor, "young@shop.example"],
          [quiet, "quiet@shop.example"],
        ]) {
          await shop.order({ customer, email, lines: [MUG] })
        }
        await shop.sync()

        const { status, data } = await post("/segments/preview", { rules: EXAMPLE })
        expect(status).toBe(200)
        expect(data).toMatchObject({
          count: 1,
          base: 4,
          revenue: 2000,
          aov: 2000,
          ltv: 2000,
          currency: "eur",
        })
        expect(data.sample.map((p: { email: string }) => p.email)).toEqual(["yes@shop.example"])
        expect(data.sentence).toBe(
          "Everybody subscribed to SMS and whose number of orders is at least 1 and whose age is at least 30."
        )
        expect(data.data_as_of).toEqual(expect.any(String))
      })

      it("keeps members, totals and history current as people change", async () => {
        const customer = await person("a@shop.example", {
          sms_opt_in: true,
          birthday: "1980-05-05",
        })
        await shop.sync()
        const { data } = await post("/segments", { name: "Example", rules: EXAMPLE })
        const { id } = data.segment
        expect(data.segment).toMatchObject({ name: "Example", profiles: 0, revenue: 0 })

        await shop.order({ customer, email: "a@shop.example", lines: [MUG] })
        await shop.sync()
        await refreshChanged(shop.db, { now: new Date(), zone: "Europe/Berlin" })
        expect((await get(`/segments/${id}`)).data.segment).toMatchObject({
          profiles: 1,
          revenue: 2000,
          aov: 2000,
          ltv: 2000,
          share: 1,
        })
        expect((await get(`/segments/${id}/members`)).data.members).toMatchObject([
          { email: "a@shop.example" },
        ])
        const today = (await get(`/segments/${id}/history`)).data.history.at(-1)
        expect(today).toMatchObject({ profiles: 1, entered: 1, left: 0 })

        await shop.customers.updateCustomers(customer, {
          metadata: { sms_opt_in: false, birthday: "1980-05-05" },
        })
        await shop.sync()
        await refreshChanged(shop.db, { now: new Date(), zone: "Europe/Berlin" })
        expect((await get(`/segments/${id}/members`)).data.members).toEqual([])
        expect((await get(`/segments/${id}/history`)).data.history.at(-1)).toMatchObject({
          profiles: 0,
          left: 1,
        })
      })

      it("tells who bought a product, how often, and who did not", async () => {
        const a = await person("a@shop.example", {})
        const b = await person("b@shop.example", {})
        await shop.order({
          customer: a,
          email: "a@shop.example",
          lines: [{ ...MUG, product_id: "prod_mug" }],
        })
        await shop.order({
          customer: a,
          email: "a@shop.example",
          lines: [{ ...MUG, product_id: "prod_mug" }],
          daysAgo: 200,
        })
        await shop.order({
          customer: b,
          email: "b@shop.example",
          lines: [{ ...MUG, product_id: "prod_cup" }],
          daysAgo: 200,
        })
        await shop.sync()
        const bought = (
          value: number,
          operator: "gte" | "eq",
          days?: number,
          product = "prod_mug"
        ): RuleNode => ({
          type: "has",
          collection: "products",
          where: [is("product", "in", [product])],
          within: days ? { kind: "last", days } : { kind: "ever" },
          measure: { fn: "count" },
          operator,
          value,
        })
        const emails = async (...nodes: RuleNode[]) => {
          const { data } = await post("/segments/preview", { rules: all(...nodes) })
          return data.sample.map((p: { email: string }) => p.email).sort()
        }
        expect(await emails(bought(1, "gte"))).toEqual(["a@shop.example"])
        expect(await emails(bought(2, "gte"))).toEqual(["a@shop.example"])
        expect(await emails(bought(2, "gte", 100))).toEqual([])
        expect(await emails(bought(0, "eq"))).toEqual(["b@shop.example"])
        expect(await emails(bought(1, "gte", 100, "prod_cup"))).toEqual([])
        expect(await emails(bought(1, "gte", 365, "prod_cup"), bought(0, "eq"))).toEqual([
          "b@shop.example",
        ])
      })

      it("refuses bad rules with the place and the reason, and saves nothing", async () => {
        const cases: [Rules, RegExp][] = [
          [all(), /rules\.root: Add at least one condition/],
          [
            all(is("nonsense", "eq", 1)),
            /rules\.root\.children\.0\.attribute: There is no attribute "nonsense"/,
          ],
          [all(is("orders", "contains", "1")), /rules\.root\.children\.0\.operator/],
          [all(is("orders", "gte")), /rules\.root\.children\.0\.value: Enter a value/],
          [
            all(is("orders", "gte", "1); drop table engage_profile; --")),
            /rules\.root\.children\.0\.value: Enter a number/,
          ],
          [all(is("gender", "in", ["robot"])), /"robot" is not one of the values/],
        ]
        for (const [rules, message] of cases) {
          for (const path of ["/segments/preview", "/segments"]) {
            const { status, data } = await post(path, {
              name: "x",
              ...(path === "/segments" ? {} : { name: undefined }),
              rules,
            })
            expect([status, data.message]).toEqual([400, expect.stringMatching(message)])
            expect(data.problems[0]).toMatchObject({
              path: expect.any(String),
              message: expect.any(String),
            })
          }
        }
        expect((await get("/segments")).data.segments).toEqual([])
      })

      it("treats SQL in a value as text", async () => {
        await person(
          "a@shop.example",
          {},
          { first_name: `Robert'); drop table engage_profile; --` }
        )
        await shop.sync()
        for (const value of [
          `Robert'); drop table engage_profile; --`,
          `' or 1=1 --`,
          `%`,
          `_`,
          `$1`,
          `:v1`,
          `?`,
        ]) {
          const { status, data } = await post("/segments/preview", {
            rules: all(is("first_name", "in", [value])),
          })
          expect([value, status, data.count]).toEqual([
            value,
            200,
            value.startsWith("Robert") ? 1 : 0,
          ])
        }
        const like = await post("/segments/preview", {
          rules: all(is("first_name", "contains", "%")),
        })
        expect(like.data.count).toBe(0)
      })
    })

    describe("requests", () => {
      it("are refused with the field that is wrong", async () => {
        const cases: [() => Promise<{ status: number; data: { message: string } }>, RegExp][] = [
          [() => get("/profiles?limit=100000"), /limit/],
          [() => get("/profiles?order=drop"), /order/],
          [() => get("/profiles?cursor=nonsense"), /cursor/],
          [() => get("/profiles?nonsense=1"), /nonsense/],
          [() => post("/segments", { rules: EXAMPLE }), /name/],
          [() => post("/broadcasts", { name: "x", segment_id: "seg_nope" }), /segment_id/],
          [() => post("/broadcasts", { name: "x", topic: "nope" }), /topic/],
          [() => post("/broadcasts", { name: "x", attribution_days: 1000 }), /attribution_days/],
          [() => post("/templates", { name: "x", subject: "", html: 7 }), /html/],
          [
            () => post("/templates", { name: "x", subject: "Hi", html: "a\n {{ profile.name | }" }),
            /^html, line 2, column 2: /,
          ],
        ]
        for (const [request, field] of cases) {
          const { status, data } = await request()
          expect([status, data.message]).toEqual([400, expect.stringMatching(field)])
        }
      })

      it("answer 404 for ids that nobody made, and 401 without a login", async () => {
        for (const path of [
          "/profiles/prof_aaaa",
          "/segments/seg_x",
          "/broadcasts/brd_x",
          "/templates/tmpl_x",
          "/messages/msg_x",
        ]) {
          expect([path, (await get(path)).status]).toEqual([path, 404])
        }
        const anonymous = await api.get("/admin/engage/profiles", { validateStatus: () => true })
        expect(anonymous.status).toBe(401)
      })
    })

    describe("a broadcast", () => {
      let segment: string
      let template: string

      beforeEach(async () => {
        await person("ann@shop.example", { email_opt_in: true }, { first_name: "Ann" })
        await person("bob@shop.example", { email_opt_in: true })
        await person("never@shop.example", { email_opt_in: false })
        await shop.sync()
        segment = (
          await post("/segments", {
            name: "All",
            rules: all(is("email", "contains", "shop.example")),
          })
        ).data.segment.id
        template = (
          await post("/templates", {
            name: "Mugs",
            subject: "Hi {{ profile.first_name }}",
            html: HTML,
          })
        ).data.template.id
      })

      const draft = async () =>
        (
          await post("/broadcasts", {
            name: "Mugs",
            segment_id: segment,
            template_id: template,
            plan: { deliver_immediately: true },
          })
        ).data.broadcast.id

      it("goes to who may be written to, and its purchase shows on the report", async () => {
        const price = (amount: number) =>
          post("/sending/prices", {
            account: "email sandbox",
            prices: [{ destination: "", price: amount }],
          })
        const twice = await Promise.all(Array.from({ length: 8 }, () => price(2_500)))
        expect(twice.map(({ status }) => status)).toEqual(Array(8).fill(200))
        expect((await price(2_500)).data.sending.accounts[0].prices).toEqual([
          { destination: "", price: 2_500 },
        ])
        const id = await draft()
        const review = (await post(`/broadcasts/${id}/review`)).data
        expect(review.cost).toEqual({ amount: 5, at_most: 5, parts: null, incomplete: false })
        expect(review).toMatchObject({
          audience: 3,
          will_send: 2,
          excluded: [{ reason: "not_subscribed", count: 1 }],
          provider: "sandbox",
        })
        expect(review.checks.filter((c: { level: string }) => c.level === "blocker")).toEqual([])

        expect((await post(`/broadcasts/${id}/start`)).data.broadcast.status).toBe("freezing")
        await broadcastLoop()
        await deliver()
        await broadcastLoop()
        const { data } = await get(`/broadcasts/${id}`)
        expect(data.broadcast).toMatchObject({
          status: "completed",
          progress: { frozen: 3, accepted: 2, skipped: 1, failed: 0, uncertain: 0, waiting: 0 },
        })

        const outbox = (await get("/messages")).data.messages
        expect(outbox.map((m: { to: string }) => m.to).sort()).toEqual([
          "ann@shop.example",
          "bob@shop.example",
        ])
        const message = outbox.find((m: { to: string }) => m.to === "ann@shop.example")
        const stored = (await get(`/messages/${message.id}`)).data.message
        expect(stored).toMatchObject({ subject: "Hi Ann", copy: "captured" })
        expect(stored.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click")

        const link = /href="http:\/\/localhost:9000(\/engage\/c\/[^"]+)"/.exec(stored.html)![1]
        const click = await api.get(link, {
          maxRedirects: 0,
          validateStatus: () => true,
          headers: {
            "user-agent": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15",
          },
        })
        expect([click.status, click.headers.location]).toEqual([
          302,
          expect.stringMatching(/^https:\/\/shop\.example\/mugs/),
        ])

        const order = await shop.order({ email: "ann@shop.example", lines: [MUG] })
        const visit = { utm_source: "newsletter", utm_medium: "email", utm_campaign: "spring" }
        await shop.db.raw(`update "order" set metadata = ? where id = ?`, [
          JSON.stringify({ ...visit, device: "mobile" }),
          order,
        ])
        await shop.sync()
        await attributeNew(shop.db, new Date())
        // A later price is for later messages.
        await price(9_000)
        const report = (await get(`/broadcasts/${id}/report`)).data
        expect(report).toMatchObject({
          cost: { total: 5, unpriced: 0, per_order: 5, profit: 1995 },
          saved: null,
          counters: {
            sent: 2,
            delivered: 2,
            opened: 1,
            clicked: 1,
            ordered: 1,
            complained: 0,
            unsubscribed: 0,
          },
          revenue: 2000,
          skipped: [{ reason: "not_subscribed", rule: null, count: 1 }],
          orders: [
            {
              order_id: order,
              net: 2000,
              touch: "clicked",
              source_code: null,
              utm: "newsletter / email / spring",
              device: "mobile",
              profile: { email: "ann@shop.example" },
            },
          ],
        })
        expect(report.links[0]).toMatchObject({ people: 1, clicks: 1 })
        const people = async (kind: string) =>
          (await get(`/broadcasts/${id}/people?kind=${kind}`)).data.people
            .map((p: { email: string }) => p.email)
            .sort()
        expect(await people("clicked")).toEqual(["ann@shop.example"])
        expect(await people("ordered")).toEqual(["ann@shop.example"])
        expect(await people("skipped")).toEqual(["never@shop.example"])
        expect(await people("audience")).toHaveLength(3)

        // Of everybody it can be told why the message arrived or did not.
        const why = async (kind: string) => {
          const [one] = (await get(`/broadcasts/${id}/people?kind=${kind}`)).data.people
          return (await get(`/messages/${one.message_id}/why`)).data.why
        }
        const left = await why("skipped")
        expect(left).toMatchObject({ state: "skipped", failed: "consent", trouble: null })
        expect(
          left.checks.map(({ key, result }: Record<string, string>) => `${key} ${result}`)
        ).toEqual([
          ...["person", "excluded", "address", "suppression"].map((key) => `${key} pass`),
          "consent fail",
          ...["topic", "cap", "draw", "reached", "stopped", "time", "frequency", "policy"].map(
            (key) => `${key} open`
          ),
          ...["content", "service", "arrival"].map((key) => `${key} open`),
        ])
        expect(left.checks[2].value).toBe("never@shop.example")
        expect(left.checks[4].value).toBe("none")
        const arrived = await why("clicked")
        expect(arrived.failed).toBeNull()
        expect(arrived.checks.at(-1)).toMatchObject({ key: "arrival", result: "pass" })
        expect(arrived.checks[4]).toMatchObject({ value: "subscribed", now: null })
        expect((await get("/messages/msg_nothing/why")).status).toBe(404)

        await getContainer()
          .resolve<DeliveryModuleService>(DELIVERY_MODULE)
          .countMailboxes(new Date())
        expect((await get("/deliverability?days=7")).data.deliverability.money).toEqual({
          ...{ sent: 2, delivered: 2, opened: 1, clicked: 1, orders: 1, revenue: 2000 },
          cost: { total: 5, unpriced: 0, per_order: 5, profit: 1995 },
          currency: "eur",
        })

        expect((await get(`/orders/${order}/attribution`)).data).toMatchObject({
          touches: [{ source: { kind: "broadcast", id }, kind: "clicked", credit: 1 }],
        })
        const profile = report.orders[0].profile.id
        const { items } = (await get(`/profiles/${profile}/timeline`)).data
        expect(items.find((i: { kind: string }) => i.kind === "order").assisted_by).toMatchObject({
          id,
        })
        // The message's card tells what followed it: opened, clicked, ordered.
        expect(items.find((i: { kind: string }) => i.kind === "message")).toMatchObject({
          state: "accepted",
          subject: "Hi Ann",
          opened_at: expect.any(String),
          clicked_at: expect.any(String),
          orders: [{ order_id: order }],
        })

        // A narrower window takes the credit away again, and may be changed after the start; nothing else may.
        expect((await post(`/broadcasts/${id}`, { attribution_days: 0 })).status).toBe(200)
        expect((await get(`/broadcasts/${id}/report`)).data).toMatchObject({
          revenue: 0,
          counters: { ordered: 0 },
        })
        // So do conditions that the order does not meet, and ranges that it does not lie in.
        const revenueBy = async (
          attribution_terms: object,
          attribution_days: number | null = 5
        ) => {
          const changed = await post(`/broadcasts/${id}`, { attribution_days, attribution_terms })
          expect([changed.status, changed.data.message]).toEqual([200, undefined])
          return (await get(`/broadcasts/${id}/report`)).data.revenue
        }
        const day = (days: number) =>
          new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
        const some = { min_total: 2000, statuses: ["pending"], first: true }
        expect(await revenueBy({ orders: some })).toBe(2000)
        expect(await revenueBy({ orders: { ...some, min_total: 2001 } })).toBe(0)
        expect(await revenueBy({ orders: { ...some, statuses: ["completed"] } })).toBe(0)
        expect(await revenueBy({ orders: { promotions: ["SPRING"] } })).toBe(0)
        expect(await revenueBy({ orders: { products: ["prod_none"] } })).toBe(0)
        expect(await revenueBy({ orders: { categories: ["pcat_none"] } })).toBe(0)
        expect(await revenueBy({ orders: { sales_channels: ["sc_none"] } })).toBe(0)
        expect(await revenueBy({ range: { from: day(-1), to: day(1) } })).toBe(2000)
        expect(await revenueBy({ range: { from: day(-9), to: day(-2) } })).toBe(0)
        const backwards = { range: { from: "2026-12-02", to: "2026-12-01" } }
        const refused = await post(`/broadcasts/${id}`, { attribution_terms: backwards })
        expect([refused.status, refused.data.message]).toEqual([
          400,
          expect.stringContaining("range.to: must not be before range.from"),
        ])
        // Postgres would fail at such a day whenever orders are credited.
        for (const from of ["2026-02-30", "0000-01-01"]) {
          const attribution_terms = { range: { from, to: "2026-12-01" } }
          const { status, data } = await post(`/broadcasts/${id}`, { attribution_terms })
          expect([status, data.message]).toEqual([
            400,
            expect.stringContaining("must be a day that there is, such as 2026-12-01"),
          ])
        }

        // Without a rule of its own it follows the shop's; what a change of that would do is told before.
        expect(await revenueBy({}, null)).toBe(2000)
        expect((await post("/attribution/preview", { days: 0 })).data.preview).toEqual({
          days: 30,
          now: { orders: 1, revenue: 2000 },
          then: { orders: 0, revenue: 0 },
          currency: "eur",
        })
        const terms = { orders: { min_total: 3000 } }
        const own = { id, days: 5, terms }
        expect((await post("/attribution/preview", own)).data.preview.then.orders).toBe(0)
        expect((await post("/attribution", { days: 9, terms })).data.attribution).toEqual({
          days: 9,
          terms,
          followers: { broadcasts: 1, campaigns: 0 },
          computing: true,
        })
        expect(await attributeChanged(shop.db, new Date(), "UTC")).toBe(true)
        expect(await attributeChanged(shop.db, new Date(), "UTC")).toBe(false)
        expect((await get(`/broadcasts/${id}/report`)).data).toMatchObject({
          revenue: 0,
          attribution: { days: 9, terms },
        })
        // The order grows: a rule about its value is looked at again after an hour.
        await shop.rows(`update engage_purchase set net_base = 3000`)
        const later = new Date(Date.now() + 2 * 3_600_000)
        expect(await attributeChanged(shop.db, later, "UTC")).toBe(true)
        expect((await get(`/broadcasts/${id}/report`)).data.revenue).toBe(3000)
        const locked = await post(`/broadcasts/${id}`, { template_id: null })
        expect([locked.status, locked.data.message]).toEqual([
          400,
          expect.stringMatching(/^template_id: cannot change/),
        ])
      })

      it("is started once by two people at once", async () => {
        const id = await draft()
        const answers = await Promise.all([
          post(`/broadcasts/${id}/start`),
          post(`/broadcasts/${id}/start`),
        ])
        expect(answers.map((a) => a.status).sort()).toEqual([200, 400])
        await broadcastLoop()
        await deliver()
        expect(await shop.row(`select count(*)::int as n from engage_sandbox_mail`)).toEqual({
          n: 2,
        })
      })

      it("leaves out the members of other segments, each computed at the start", async () => {
        const named = async (name: string, start: string) =>
          (await post("/segments", { name, rules: all(is("email", "starts_with", start)) })).data
            .segment.id
        const exclude_segment_ids = [await named("Anns", "ann@"), await named("Nevers", "never@")]
        const { data: made } = await post("/broadcasts", {
          name: "Mugs",
          segment_id: segment,
          template_id: template,
          exclude_segment_ids,
          plan: { deliver_immediately: true },
        })
        await post(`/broadcasts/${made.broadcast.id}/start`)
        await broadcastLoop()
        await deliver()
        await broadcastLoop()
        expect((await get(`/broadcasts/${made.broadcast.id}`)).data.broadcast).toMatchObject({
          status: "completed",
          progress: { frozen: 3, accepted: 1, skipped: 2 },
        })
      })

      it("pauses, resumes and cancels", async () => {
        const id = await draft()
        await post(`/broadcasts/${id}/start`)
        await broadcastLoop()
        expect((await post(`/broadcasts/${id}/pause`)).data.broadcast.status).toBe("paused")
        await deliver()
        expect(await shop.row(`select count(*)::int as n from engage_sandbox_mail`)).toEqual({
          n: 0,
        })
        expect((await post(`/broadcasts/${id}/resume`)).data.broadcast.status).toBe("sending")
        expect((await post(`/broadcasts/${id}/cancel`)).data.broadcast.status).toBe("cancelled")
        await deliver()
        expect((await get(`/broadcasts/${id}`)).data.broadcast.progress).toMatchObject({
          frozen: 3,
          accepted: 0,
          skipped: 3,
          waiting: 0,
        })
        expect((await post(`/broadcasts/${id}/pause`)).status).toBe(400)
      })

      it("does not start without audience or message, and stays a draft", async () => {
        const id = (await post("/broadcasts", { name: "Empty" })).data.broadcast.id
        const { status, data } = await post(`/broadcasts/${id}/start`)
        expect([status, data.message]).toEqual([400, expect.stringMatching(/^segment_id/)])
        const review = (await post(`/broadcasts/${id}/review`)).data
        expect(
          review.checks
            .filter((c: { level: string }) => c.level === "blocker")
            .map((c: { key: string }) => c.key)
        ).toEqual(["audience", "content"])
      })

      it("keeps its segment from being deleted while it is a draft", async () => {
        await draft()
        const { status, data } = await api.delete(`/admin/engage/segments/${segment}`, {
          ...admin,
          validateStatus: () => true,
        })
        expect([status, data.message]).toEqual([
          400,
          expect.stringMatching(/used by the draft "Mugs"/),
        ])
      })

      it("sends a test that stands in no report", async () => {
        const id = await draft()
        const { data } = await post(`/broadcasts/${id}/test-message`, { to: "me@shop.example" })
        expect(data).toMatchObject({ state: "accepted", error: null })
        const stored = (await get(`/messages/${data.message_id}`)).data.message
        expect(stored).toMatchObject({
          to: "me@shop.example",
          subject: expect.stringMatching(/^\[TEST\]/),
        })
        expect((await get(`/broadcasts/${id}`)).data.broadcast.status).toBe("draft")
      })

      it("sends a test to a list of addresses, as far as the channel can write to them", async () => {
        const id = await draft()
        const save = (addresses: string[]) =>
          post("/test-lists", { lists: [{ name: "Team", addresses }] })
        const wrong = await save(["ann@shop.example", "12"])
        expect([wrong.status, wrong.data.message]).toEqual([
          400,
          expect.stringContaining('"12" must be a phone number'),
        ])
        const addresses = ["boss@shop.example", "+49 151 12345678", "me@shop.example"]
        expect((await save(addresses)).data.lists).toEqual([
          { name: "Team", addresses: ["boss@shop.example", "+4915112345678", "me@shop.example"] },
        ])
        const { data } = await post(`/broadcasts/${id}/test-message/list`, { list: "Team" })
        const sent = { message_id: expect.any(String), state: "accepted", error: null }
        expect(data.results).toEqual([
          { to: "boss@shop.example", ...sent },
          { to: "me@shop.example", ...sent },
        ])
        const { messages } = (await get("/messages")).data
        expect(messages.map(({ to }: { to: string }) => to)).toEqual(
          expect.arrayContaining(["boss@shop.example", "me@shop.example"])
        )
        const none = await post(`/broadcasts/${id}/test-message/list`, { list: "Nobody" })
        expect(none.status).toBe(404)
        await save(["+4915112345678"])
        const phones = await post(`/broadcasts/${id}/test-message/list`, { list: "Team" })
        expect([phones.status, phones.data.message]).toEqual([
          400,
          expect.stringContaining("no address that email can write to"),
        ])
      })

      it("is left by a one-click unsubscription at once", async () => {
        const id = await draft()
        await post(`/broadcasts/${id}/start`)
        await broadcastLoop()
        await deliver()
        const [message] = (await get("/messages")).data.messages
        const stored = (await get(`/messages/${message.id}`)).data.message
        const url = /<http:\/\/localhost:9000(\/engage\/u\/[^>]+)>/.exec(
          stored.headers["List-Unsubscribe"]
        )![1]
        const before = await shop.row<{ n: number }>(
          `select count(*)::int as n from engage_profile where subscribed & 1 = 1`
        )
        await api.get(url, { validateStatus: () => true })
        expect(
          await shop.row(`select count(*)::int as n from engage_profile where subscribed & 1 = 1`)
        ).toEqual(before)
        const answer = await api.post(url, "List-Unsubscribe=One-Click", {
          headers: { "content-type": "application/x-www-form-urlencoded" },
          validateStatus: () => true,
        })
        expect(answer.status).toBe(200)
        expect(
          await shop.row(`select count(*)::int as n from engage_profile where subscribed & 1 = 1`)
        ).toEqual({ n: before.n - 1 })
        expect((await get(`/broadcasts/${id}/report`)).data.counters.unsubscribed).toBe(1)
      })
    })

    it("shows profiles, overview and health", async () => {
      const customer = await person(
        "ann@shop.example",
        { email_opt_in: true },
        { first_name: "Ann", last_name: "Lee", phone: "+491715551234" }
      )
      await shop.order({ customer, email: "ann@shop.example", lines: [MUG] })
      await shop.sync()
      for (const q of ["ann", "ANN L", "lee", "ann@shop", "0171555"]) {
        const { data } = await get(`/profiles?q=${encodeURIComponent(q)}`)
        expect([q, data.profiles.length]).toEqual([q, 1])
      }
      expect((await get("/profiles?q=nobody")).data.profiles).toEqual([])
      const { data } = await get(`/customers/${customer}/profile`)
      expect(data.profile).toMatchObject({
        name: "Ann Lee",
        revenue: 2000,
        customer_ids: [customer],
      })
      expect(data.profile.metrics.find((m: { key: string }) => m.key === "orders")).toMatchObject({
        value: 1,
        formula: expect.any(String),
      })
      const changed = await post(`/profiles/${data.profile.id}/consent`, {
        channel: "sms",
        state: "subscribed",
        reason: "asked by phone",
      })
      expect(changed.data.profile.subscribed).toEqual(["email", "sms"])
      expect(
        (
          await post(`/profiles/${data.profile.id}/consent`, {
            channel: "sms",
            state: "subscribed",
          })
        ).status
      ).toBe(400)

      expect((await get("/overview")).data).toMatchObject({
        profiles: 1,
        buyers: 1,
        revenue: 2000,
        currency: "eur",
        checklist: [
          { key: "sender", done: true },
          { key: "provider" },
          { key: "data", done: true },
          { key: "tracker", done: false },
          { key: "segment" },
          { key: "template" },
          { key: "broadcast" },
          { key: "recipe", done: false },
        ],
      })
      expect((await get("/health")).data).toMatchObject({
        broken_runs: [],
        sender: { email: "shop@engage.example" },
        failures: [],
      })
      const registry = (await get("/attributes")).data
      expect(registry.attributes.length).toBeGreaterThanOrEqual(20)
    })

    it("tells when events last came in from where, and what failed in the background", async () => {
      const { source } = (await post("/sources", { name: "Till" })).data
      const at = (hours: number) => new Date(Date.now() - hours * 3_600_000)
      const came = (name: string, last: Date, days: number[]) =>
        Promise.all(
          days.map((ago) =>
            shop.db.raw(
              `insert into engage_event_day (day, name, source, events, last_at)
               values ((now() at time zone 'UTC')::date - ?::int, 'X', ?, 3, ?)`,
              [ago, name, ago === Math.min(...days) ? last : at(24 * 60)]
            )
          )
        )
      await came("tracker", at(30), [2, 3, 4, 5, 6, 7, 8])
      await came("server", at(29), [2, 9])
      await came("shop", at(1), [2, 9])
      const fail = () =>
        noted(getContainer(), "tick", async () => {
          throw new Error("no mail to ann@shop.example, password=hunter2")
        })
      await expect(fail()).rejects.toThrow("hunter2")
      await expect(fail()).rejects.toThrow("hunter2")
      const { arrivals, failures, server } = (await get("/health")).data
      expect(arrivals).toMatchObject([
        { source: "shop", name: null, state: "current", week: 3 },
        { source: "server", state: "quiet", week: 3 },
        { source: "tracker", state: "silent", week: 15 },
        { source: source.id, name: "Till", state: "waiting", last_at: null, week: 0 },
      ])
      expect(failures).toMatchObject([
        { place: "tick", message: "no mail to <e-mail>, password=<secret>", times: 2 },
      ])
      expect(server).toEqual({
        node: process.version,
        postgres: expect.stringMatching(/^\d+/),
      })
    })

    it("lists the changes of the database, and which of them Medusa has not made", async () => {
      const read = async (): Promise<Migration[]> => (await get("/health")).data.migrations
      const missing = async () => (await read()).filter(({ ran_at }) => !ran_at)
      const rename = (from: string, to: string) =>
        shop.db.raw("update mikro_orm_migrations set name = ? where name = ?", [to, from])
      const all = await read()
      const [{ executed_at }] = (
        await shop.db.raw("select executed_at from mikro_orm_migrations where name = ?", [
          all[0].name,
        ])
      ).rows
      expect(all[0]).toEqual({
        module: "profile",
        name: "Migration20261122000000",
        ran_at: executed_at.toISOString(),
      })
      expect(all.map(({ name }) => name)).toEqual([...new Set(all.map(({ name }) => name))].sort())
      expect(await missing()).toEqual([])
      const last = all.at(-1)!
      await rename(last.name, "MigrationElsewhere")
      try {
        expect(await missing()).toEqual([{ ...last, ran_at: null }])
      } finally {
        await rename("MigrationElsewhere", last.name)
      }
    })

    it("tells once a week what changed, in the feed and on the page", async () => {
      const at = new Date("2026-06-10T12:00:00Z")
      const context = { now: at, zone: "UTC", currency: "eur" }
      const customer = await person("ann@shop.example", { email_opt_in: true }, {})
      await shop.order({ customer, email: "ann@shop.example", lines: [MUG] })
      await shop.order({ customer, email: "ann@shop.example", lines: [MUG] })
      const place = (order: string, day: string) =>
        shop.db.raw(
          `update "order" set created_at = ?, updated_at = now() where id = (select id from "order" order by id ${order} limit 1)`,
          [day]
        )
      await place("asc", "2026-05-30T10:00:00Z")
      await place("desc", "2026-06-02T10:00:00Z")
      await shop.sync()
      await shop.rows(`update engage_consent_log set at = '2026-06-07T23:00:00Z'`)
      const input = { ...context, now: at.toISOString() }
      const tell = async (now: string) =>
        (await tellDigestWorkflow(getContainer()).run({ input: { ...input, now } })).result
      // Before morning nobody is told; then once, whoever asks how often.
      expect(await tell("2026-06-10T06:59:00Z")).toBe(false)
      expect(await tell("2026-06-10T12:00:00Z")).toBe(true)
      expect(await tell("2026-06-11T12:00:00Z")).toBe(false)
      const digest = await readDigest(shop.db, context)
      expect(digest).toMatchObject({
        from: "2026-06-01T00:00:00.000Z",
        until: "2026-06-08T00:00:00.000Z",
      })
      expect(digest.lines.map(({ text }) => text)).toEqual([
        "Revenue was €20.00 from 1 order, about the same as in the week before (€20.00).",
        "0 people bought for the first time; 1 in the week before.",
        "1 subscribed to e-mail and 0 unsubscribed; 0 and 0 in the week before.",
      ])
      const told = await getContainer()
        .resolve(Modules.NOTIFICATION)
        .listNotifications({ channel: "feed" })
      expect(told.map(({ data }) => data)).toEqual([
        {
          title: "What changed in the last week",
          description: digest.lines.map(({ text }) => text).join("\n"),
        },
      ])
      const settings = { day: 3, feed: false, emails: ["boss@shop.example"] }
      const saved = await post("/digest", settings)
      expect(saved.data.settings).toEqual(settings)
      // Midnight as a Wednesday begins where the shop is.
      const noon = new Date(new Date(saved.data.digest.until).getTime() + 12 * 3_600_000)
      expect(noon.getUTCDay()).toBe(3)
      expect((await get("/digest")).data).toEqual(saved.data)
      const wrong = await post("/digest", { ...settings, day: 7 })
      expect([wrong.status, wrong.data.message]).toEqual([400, expect.stringContaining("day")])
    })

    it("pages through profiles without gaps or repeats, whatever the order", async () => {
      for (let i = 0; i < 7; i++) {
        const email = `p${i}@shop.example`
        const customer = await person(email, {}, { first_name: i % 2 ? `Name${i}` : null })
        if (i % 3)
          await shop.order({
            customer,
            email,
            lines: [{ ...MUG, quantity: (i % 3) + 1 }],
            daysAgo: i,
          })
      }
      await shop.sync()
      for (const key of ["last_order_at", "revenue", "orders", "created_at", "name"]) {
        for (const order of [key, `-${key}`]) {
          const seen: string[] = []
          let cursor = ""
          do {
            const { data } = await get(
              `/profiles?limit=2&order=${order}${cursor && `&cursor=${cursor}`}`
            )
            seen.push(...data.profiles.map((p: { email: string }) => p.email))
            cursor = data.next_cursor ?? ""
          } while (cursor)
          expect([order, [...seen].sort()]).toEqual([
            order,
            Array.from({ length: 7 }, (_, i) => `p${i}@shop.example`),
          ])
        }
      }
    })
  },
})
