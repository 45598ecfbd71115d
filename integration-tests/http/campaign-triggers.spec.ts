import type { ICartModuleService, IFulfillmentModuleService } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { publicIds } from "../../src/lib/public-id"
import { CAMPAIGN_MODULE } from "../../src/modules/campaign"
import type CampaignModuleService from "../../src/modules/campaign/service"
import { triggered } from "../../src/modules/campaign/triggers/triggered"
import { withClickProof } from "../../src/modules/profile/events/click-proof"
import { scorePredictions } from "../../src/modules/profile/metrics/predict"
import { scoreRfm } from "../../src/modules/profile/sync/metrics"
import type { CampaignPlan, CampaignStep, FilterStep } from "../../src/types/campaign-plan"
import type { Condition } from "../../src/rules/ast"
import type { CampaignTrigger } from "../../src/types/campaign-trigger"
import type { TemplateVariable } from "../../src/types/content"
import { notePaymentWebhookWorkflow } from "../../src/workflows/event/workflows/note-payment-webhook"
import { runErrandsWorkflow } from "../../src/workflows/campaign/workflows/run-errands"
import { adminHeaders } from "./support/admin"
import { TestShop } from "./support/shop"

jest.setTimeout(300_000)

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const rule = (attribute: string, value: number) => ({
  version: 1 as const,
  root: {
    type: "group" as const,
    op: "and" as const,
    children: [{ type: "condition" as const, attribute, operator: "gte" as const, value }],
  },
})

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let shop: TestShop
    let admin: Awaited<ReturnType<typeof adminHeaders>>

    const campaigns = () => getContainer().resolve<CampaignModuleService>(CAMPAIGN_MODULE)
    const call = async (method: string, path: string, data?: unknown) => {
      const url = `/admin/engage${path}`
      return api.request({ method, url, data, ...admin, validateStatus: () => true })
    }
    const later = (ms: number) => new Date(Date.now() + ms)

    // Once: what is there before the first test is there before each.
    beforeAll(async () => {
      admin = await adminHeaders(api as never, getContainer())
    })

    beforeEach(() => {
      shop = new TestShop(getContainer())
    })

    const STAY: Record<string, CampaignStep> = {
      stay: { type: "wait", for: { amount: 100, unit: "days" }, next: { next: null } },
    }
    const planOf = (
      trigger: CampaignTrigger,
      change: Partial<CampaignPlan> = {},
      steps = STAY
    ): CampaignPlan => ({
      trigger,
      entry_rules: null,
      reentry: { mode: "always" },
      exit_on_order: false,
      topic: "news",
      attribution_days: 5,
      graph: { version: 2, first: Object.keys(steps)[0], steps },
      ...change,
    })
    async function live(plan: CampaignPlan): Promise<string> {
      const { data } = await call("POST", "/campaigns", { name: plan.trigger!.type, plan })
      expect(data.campaign?.problems ?? data).toEqual([])
      const published = await call("POST", `/campaigns/${data.campaign.id}/publish`)
      expect([published.status, published.data.campaign?.status]).toEqual([200, "live"])
      return data.campaign.id
    }
    /** Publishes a campaign for each trigger, and tells later by its name who came in, and with what. */
    async function listen<Name extends string>(triggers: Record<Name, CampaignTrigger>) {
      const found = {} as Record<Name, string>
      for (const [name, trigger] of Object.entries<CampaignTrigger>(triggers))
        found[name as Name] = await live(planOf(trigger))
      return async () => {
        const rows = await shop.rows<{ id: string; who: string }>(
          `select e.campaign_id as id, split_part(p.email, '@', 1) as who
           from engage_enrollment e join engage_profile p on p.id = e.profile_id order by e.id`
        )
        return Object.fromEntries(
          Object.entries<string>(found).map(([name, id]) => [
            name,
            rows.filter((row) => row.id === id).map(({ who }) => who),
          ])
        )
      }
    }
    /** What let somebody in by a trigger of this type, of several the one like `like`. */
    const contextOf = async (type: string, like: Record<string, unknown> = {}) =>
      (
        await shop.row<{ context: Record<string, unknown> }>(
          `select e.context from engage_enrollment e join engage_campaign c on c.id = e.campaign_id
           where c.name = ? and e.context @> ?::jsonb`,
          [type, JSON.stringify(like)]
        )
      ).context
    const walk = async (now = new Date()) => {
      for (let round = 0; round < 3; round++) await campaigns().walkOn(now)
    }
    const people = async (...names: string[]) => {
      const ids: string[] = []
      for (const name of names)
        ids.push(
          await shop.customer(`${name}@shop.example`, {
            first_name: name,
            metadata: { email_opt_in: true },
          })
        )
      await shop.sync()
      return ids
    }
    const product = async (stock = 5) => {
      const container = getContainer()
      const { result } = await createProductsWorkflow(container).run({
        input: {
          products: [
            {
              title: "Mug",
              status: "published",
              options: [{ title: "Size", values: ["One"] }],
              variants: [
                {
                  title: "One",
                  options: { Size: "One" },
                  manage_inventory: true,
                  prices: [{ amount: 20, currency_code: "eur" }],
                },
              ],
            },
          ],
        },
      })
      const [{ id, variants }] = result
      const [place] = await container
        .resolve(Modules.STOCK_LOCATION)
        .createStockLocations([{ name: "Shop" }])
      const { item } = await shop.row<{ item: string }>(
        `select inventory_item_id as item from product_variant_inventory_item where variant_id = ?`,
        [variants[0].id]
      )
      await container
        .resolve(Modules.INVENTORY)
        .createInventoryLevels([
          { inventory_item_id: item, location_id: place.id, stocked_quantity: stock },
        ])
      return { id, variant: variants[0].id, item, place: place.id }
    }
    const events = async (
      ...list: { name: string; properties?: object; email?: string; at?: string }[]
    ) => {
      const sent = list.map((one, i) => ({
        email: "anna@shop.example",
        message_id: `${Date.now()} ${i}`,
        ...one,
      }))
      expect((await call("POST", "/events", { events: sent })).status).toBe(200)
    }

    /** As Medusa writes an exchange or a claim of an order down, confirmed or only begun. */
    async function swap(order: string, kind: "exchange" | "claim", { confirmed = true }) {
      const id = `${kind}_${order}`
      const type = kind === "claim" ? `, type` : ""
      await shop.rows(
        `insert into order_${kind} (id, order_id, order_version${type}) values (?, ?, 1${type && `, 'refund'`})`,
        [id, order]
      )
      await shop.rows(
        `insert into order_change (id, order_id, version, change_type, status, ${kind}_id, confirmed_at)
         values (?, ?, 2, '${kind}', ?, ?, ${confirmed ? "now()" : "null"})`,
        [`change_${id}`, order, confirmed ? "confirmed" : "pending", id]
      )
    }

    it("lets people in by what becomes of their orders", async () => {
      await people("anna", "ben")
      const { id: mug } = await product()
      const [category] = await getContainer()
        .resolve(Modules.PRODUCT)
        .createProductCategories([{ name: "Kitchen", is_active: true }])
      const under = await getContainer().resolve(Modules.PRODUCT).createProductCategories({
        name: "Cups",
        is_active: true,
        parent_category_id: category.id,
      })
      await shop.rows(
        `insert into product_category_product (product_category_id, product_id) values (?, ?)`,
        [under.id, mug]
      )
      const triggers: Record<string, CampaignTrigger> = {
        placed: { type: "order_placed" },
        paid: { type: "order_paid" },
        shipped: { type: "order_shipped" },
        delivered: { type: "order_delivered" },
        cancelled: { type: "order_cancelled" },
        refunded: { type: "order_refunded" },
        requested: { type: "return_requested" },
        returned: { type: "order_returned" },
        exchanged_back: { type: "order_returned", kind: "exchange" },
        returned_alone: { type: "order_returned", kind: "return" },
        exchanged: { type: "exchange_requested" },
        status_out: { type: "order_status", kind: "fulfillment", from: "not_fulfilled", to: null },
        status_in: { type: "order_status", kind: "fulfillment", from: null, to: "shipped" },
        status_off: { type: "order_status", kind: "general", from: "pending", to: "canceled" },
        status_paid: { type: "order_status", kind: "payment", from: null, to: "captured" },
        claimed: { type: "claim_made" },
        item: { type: "item_ordered", products: [mug], moment: "ordered" },
        item_paid: { type: "item_ordered", products: [mug], moment: "paid" },
        other_item: { type: "item_ordered", products: ["prod_none"], moment: "ordered" },
        category: { type: "category_ordered", categories: [category.id], moment: "ordered" },
        delivered_of: { type: "category_ordered", categories: [under.id], moment: "delivered" },
        code: { type: "promo_used", code: "HELLO" },
        other_code: { type: "promo_used", code: "BYE" },
        any_code: { type: "promo_used", code: "" },
        since: { type: "days_since_order", days: 3 },
      }
      const who = await listen(triggers)
      const first = await shop.order({
        email: "anna@shop.example",
        lines: [
          {
            title: "Mug",
            quantity: 1,
            unit_price: 20,
            product_id: mug,
            adjustments: [{ code: "HELLO", amount: 1 }],
          } as never,
        ],
      })
      const second = await shop.order({
        email: "ben@shop.example",
        lines: [{ title: "Hat", quantity: 1, unit_price: 10 }],
      })
      await shop.sync()
      await walk()
      expect(await who()).toMatchObject({
        placed: ["anna", "ben"],
        paid: [],
        item: ["anna"],
        item_paid: [],
        other_item: [],
        category: ["anna"],
        code: ["anna"],
        other_code: [],
        any_code: ["anna"],
        since: [],
      })
      expect(await contextOf("item_ordered")).toMatchObject({ order_id: first })

      const container = getContainer()
      await shop.orders.addOrderTransactions([
        { order_id: first, amount: 19, currency_code: "eur", reference: "capture" },
        { order_id: second, amount: 4, currency_code: "eur", reference: "capture" },
      ] as never)
      const fulfillments = container.resolve<IFulfillmentModuleService>(Modules.FULFILLMENT)
      const sent = await fulfillments.createFulfillment({
        location_id: "loc",
        provider_id: "manual_manual",
        delivery_address: {},
        items: [],
        labels: [],
        shipped_at: new Date(),
        delivered_at: new Date(),
      } as never)
      await container.resolve(ContainerRegistrationKeys.LINK).create({
        [Modules.ORDER]: { order_id: first },
        [Modules.FULFILLMENT]: { fulfillment_id: sent.id },
      })
      await shop.orders.updateOrders([{ id: first, metadata: { touched: true } }] as never)
      await shop.sync()
      await walk()
      expect(await who()).toMatchObject({
        placed: ["anna", "ben"],
        paid: ["anna"],
        item_paid: ["anna"],
        shipped: ["anna"],
        delivered: ["anna"],
        delivered_of: ["anna"],
        refunded: [],
        requested: [],
        status_out: ["anna"],
        status_in: [],
        status_off: [],
        status_paid: [],
      })
      const [collection] = await container
        .resolve(Modules.PAYMENT)
        .createPaymentCollections([{ currency_code: "eur", amount: 10 }])
      await container.resolve(ContainerRegistrationKeys.LINK).create({
        [Modules.ORDER]: { order_id: second },
        [Modules.PAYMENT]: { payment_collection_id: collection.id },
      })
      await shop.rows(`update payment_collection set captured_amount = 10, status = 'completed'`)

      await shop.orders.addOrderTransactions([
        { order_id: first, amount: -5, currency_code: "eur", reference: "refund" },
      ] as never)
      await shop.orders.createReturns([
        { order_id: first, requested_at: new Date(), received_at: new Date() },
      ] as never)
      await swap(first, "exchange", { confirmed: true })
      await swap(first, "claim", { confirmed: true })
      await swap(second, "exchange", { confirmed: false })
      await shop.orders.updateOrders([{ id: first, metadata: { touched: 2 } }] as never)
      await shop.orders.updateOrders([
        { id: second, metadata: { cancel_reason: "Too late", canceled_by: "Ann Lee" } },
      ] as never)
      await shop.orders.cancel(second)
      await shop.sync()
      await walk()
      await walk(later(3 * DAY_MS + HOUR_MS))
      await walk(later(3 * DAY_MS + 2 * HOUR_MS))
      expect(await who()).toMatchObject({
        placed: ["anna", "ben"],
        refunded: ["anna"],
        requested: ["anna"],
        returned: ["anna"],
        exchanged_back: [],
        returned_alone: ["anna"],
        exchanged: ["anna"],
        claimed: ["anna"],
        cancelled: ["ben"],
        since: ["anna"],
        status_out: ["anna"],
        status_off: ["ben"],
        status_paid: ["ben"],
      })
      expect(await contextOf("order_status", { kind: "fulfillment" })).toMatchObject({
        order_id: first,
        from: "not_fulfilled",
        to: expect.stringMatching(/^(partially_)?delivered$/),
      })
      expect(await contextOf("order_cancelled")).toMatchObject({
        order_id: second,
        reason: "Too late",
        canceled_by: "Ann Lee",
      })
      expect(await contextOf("claim_made")).toMatchObject({ order_id: first, kind: "refund" })

      // As if the plugin had come later: there are no events of what happened before.
      await shop.rows(`delete from engage_event where source = 'shop'`)
      const times: Record<string, number | null> = {}
      for (const [name, trigger] of Object.entries(triggers)) {
        const body = { trigger, entry_rules: null }
        times[name] = (await call("POST", "/campaigns/trigger-preview", body)).data.preview.times
      }
      expect(times).toEqual({
        placed: 2,
        paid: 1,
        shipped: 1,
        delivered: 1,
        cancelled: 1,
        refunded: 1,
        requested: 1,
        returned: 1,
        exchanged_back: 0,
        returned_alone: 1,
        exchanged: 1,
        // What it was before nobody has noted.
        status_out: null,
        status_in: null,
        status_off: null,
        status_paid: null,
        claimed: 1,
        item: 1,
        item_paid: 1,
        other_item: 0,
        category: 1,
        delivered_of: 1,
        code: 1,
        other_code: 0,
        any_code: 1,
        since: 0,
      })
    })

    it("lets people in by who they are and what they say", async () => {
      await people("anna")
      await call("POST", "/fields", {
        scope: "profile",
        key: "renewal",
        label: "Renewal",
        type: "date",
      })
      await call("POST", "/fields", {
        scope: "profile",
        key: "size",
        label: "Size",
        type: "string",
      })
      const tomorrow = later(1.2 * DAY_MS)
        .toISOString()
        .slice(0, 10)
      const morning = { offset: 0, time: "00:30" }
      const who = await listen({
        joined: { type: "joined" },
        registered: { type: "registered" },
        days: { type: "days_since_registration", days: 2 },
        birthday: { type: "birthday", ...morning },
        after: { type: "birthday", offset: 1, time: "00:30" },
        year: { type: "anniversary", of: "registered", ...morning },
        renewal: { type: "field_date", field: "renewal", yearly: false, ...morning },
        changed: { type: "field_changed", field: "size", to: "" },
        to_large: { type: "field_changed", field: "size", to: "L" },
        no: { type: "consent_changed", state: "unsubscribed", topic: "offers" },
        yes: { type: "consent_changed", state: "subscribed", topic: null },
        sms: { type: "consent_changed", state: "unsubscribed", channel: "sms", topic: "offers" },
        any: { type: "consent_changed", state: "unsubscribed", channel: null, topic: null },
        guest_days: { type: "days_since_registration", days: 2, who: "guests" },
        all_days: { type: "days_since_registration", days: 2, who: "everybody" },
        rfm: { type: "rfm_changed", from: "no_orders", to: null },
      })
      const [ben] = await people("ben")
      await shop.customers.createCustomers({ email: "gus@shop.example", has_account: false })
      await shop.customers.updateCustomers(ben, {
        metadata: { email_opt_in: true, birthday: `1990${tomorrow.slice(4)}` },
      })
      await shop.rows(
        `update customer set created_at = ?::date - interval '2 years' + interval '12 hours' where email like 'anna%'`,
        [tomorrow]
      )
      await shop.rows(`update customer set updated_at = now() where email like 'anna%'`)
      await shop.sync()
      const profiles = (await call("GET", "/profiles")).data.profiles as {
        id: string
        email: string
      }[]
      const anna = profiles.find(({ email }) => email.startsWith("anna"))!.id
      expect(
        (await call("POST", `/profiles/${anna}`, { fields: { renewal: tomorrow, size: "M" } }))
          .status
      ).toBe(200)
      await call("POST", `/profiles/${anna}/consent`, {
        channel: "email",
        topic: "offers",
        state: "unsubscribed",
        reason: "asked on the phone",
      })
      await call(
        "POST",
        `/profiles/${profiles.find(({ email }) => email.startsWith("ben"))!.id}/consent`,
        {
          channel: "sms",
          topic: "offers",
          state: "unsubscribed",
          reason: "asked on the phone",
        }
      )
      await shop.order({
        email: "anna@shop.example",
        lines: [{ title: "Hat", quantity: 1, unit_price: 10 }],
      })
      await shop.sync()
      await scoreRfm(shop.db, new Date(), "UTC")
      await walk(later(HOUR_MS))
      expect(await who()).toMatchObject({
        joined: ["ben", "gus"],
        registered: ["ben"],
        days: [],
        birthday: [],
        renewal: [],
        changed: ["anna"],
        to_large: [],
        no: ["anna"],
        sms: ["ben"],
        any: ["anna", "ben"],
        guest_days: [],
        rfm: ["anna"],
      })
      await walk(later(2.5 * DAY_MS))
      expect(await who()).toMatchObject({
        days: ["ben"],
        guest_days: ["gus"],
        all_days: ["ben", "gus"],
        birthday: ["ben"],
        after: ["ben"],
        year: ["anna"],
        renewal: ["anna"],
        joined: ["ben", "gus"],
        changed: ["anna"],
      })
    })

    it("knows when the day of who was born on 29 February is", async () => {
      await people("anna")
      await shop.rows(`update engage_profile set birthday = '2000-02-29'`)
      const days = async (from: string, to: string, offset = 0) => {
        const { sql, params } = triggered(
          { type: "birthday", offset, time: "10:00" },
          { since: new Date(from), live_since: new Date(from), now: new Date(to), zone: "UTC" },
          0
        )
        return (
          await campaigns().db.raw(
            sql
              .replace(/(?<!:):(\w+)/g, (all, name) =>
                name in params ? `'${value(params[name])}'` : all
              )
              .replaceAll("?", "\\?")
          )
        ).rows.map((row: { key: string }) => row.key)
      }
      const value = (one: unknown) => (one instanceof Date ? one.toISOString() : String(one))
      expect(await days("2027-02-20T00:00Z", "2027-03-05T00:00Z")).toEqual(["birthday 2027-02-28"])
      expect(await days("2027-02-24T00:00Z", "2027-02-26T00:00Z", -3)).toEqual([
        "birthday 2027-02-28",
      ])
      expect(await days("2028-02-20T00:00Z", "2028-03-05T00:00Z")).toEqual(["birthday 2028-02-29"])
    })

    it("lets people in by segments and by the calendar", async () => {
      await people("anna", "ben")
      const segment = (
        await call("POST", "/segments", { name: "Buyers", rules: rule("orders", 1) })
      ).data.segment.id
      const at = later(DAY_MS).toISOString().slice(0, 10)
      const repeat = { segment_id: segment, weekday: 1, day: 31, month: 1, time: "08:00" }
      const who = await listen({
        entered: { type: "segment_entered", segment_id: segment, members: false },
        left: { type: "segment_left", segment_id: segment },
        date: { type: "date", at: `${at}T10:00`, local: true, segment_id: segment },
        past: { type: "date", at: "2020-01-01T10:00", local: false, segment_id: segment },
        daily: { type: "repeat", every: "day", ...repeat },
        weekly: {
          type: "repeat",
          every: "week",
          ...repeat,
          weekday: new Date(at).getUTCDay() || 7,
        },
        monthly: { type: "repeat", every: "month", ...repeat, day: Number(at.slice(8)) },
        yearly: {
          type: "repeat",
          every: "year",
          ...repeat,
          month: (Number(at.slice(5, 7)) % 12) + 1,
        },
      })
      const order = await shop.order({
        email: "anna@shop.example",
        lines: [{ title: "Hat", quantity: 1, unit_price: 10 }],
      })
      await shop.sync()
      await call("POST", `/segments/${segment}/refresh`)
      await walk()
      expect(await who()).toMatchObject({ entered: ["anna"], left: [], date: [] })
      await walk(new Date(`${at}T23:30:00Z`))
      expect(await who()).toMatchObject({
        date: ["anna"],
        past: [],
        weekly: ["anna"],
        monthly: ["anna"],
        yearly: [],
      })
      expect((await who()).daily.length).toBeGreaterThan(0)
      await shop.orders.cancel(order)
      await shop.sync()
      const left = await live(planOf({ type: "segment_left", segment_id: segment }))
      await call("POST", `/segments/${segment}/refresh`)
      await walk()
      expect((await call("GET", `/campaigns/${left}/people`)).data.people).toHaveLength(1)
    })

    it("lets people in by what they do on the site", async () => {
      await people("anna", "ben")
      const who = await listen({
        event: { type: "event", name: "Quiz Done" },
        visit: { type: "site_visited" },
        page: { type: "page_viewed", path: "/sale/*" },
        other_page: { type: "page_viewed", path: "/sale" },
        product: { type: "product_viewed", products: ["prod_1"] },
        other_product: { type: "product_viewed", products: ["prod_2"] },
        any_product: { type: "product_viewed", products: [] },
        category: { type: "category_viewed", categories: ["Cups"] },
        search: { type: "searched", text: "TEA" },
        browse: {
          type: "browse_abandoned",
          what: "product",
          after: { amount: 2, unit: "hours" },
          min_views: 1,
        },
        twice: {
          type: "browse_abandoned",
          what: "any",
          after: { amount: 2, unit: "hours" },
          min_views: 2,
        },
        quiet: { type: "days_since_visit", days: 2 },
      })
      await events(
        { name: "Quiz Done" },
        { name: "Page Viewed", properties: { path: "/sale/mugs" } },
        { name: "Product List Viewed", properties: { category: "Cups" } },
        { name: "Products Searched", properties: { query: "green tea" } }
      )
      await events({ name: "Product Viewed", properties: { product_id: "prod_1" } })
      await events({
        name: "Product Viewed",
        properties: { product_id: "prod_1" },
        email: "ben@shop.example",
      })
      await events({
        name: "Product Added",
        properties: { product_id: "prod_1" },
        email: "ben@shop.example",
      })
      const keys = getContainer().resolve(Modules.API_KEY)
      const [{ token }] = await keys.createApiKeys([
        { title: "Shop", type: "publishable", created_by: "test" },
      ])
      const { id } = await shop.row<{ id: number }>(
        `select id::float8 as id from engage_profile where email like 'anna%'`
      )
      const proof = new URL(
        withClickProof(await publicIds(shop.db), "http://localhost:8000/", id, new Date())
      ).searchParams.get("eng_m")
      const answer = await api.post(
        "/engage/t/events",
        JSON.stringify({
          key: token,
          visitor: "a".repeat(32),
          visit: { id: "b".repeat(32), l: "/", g: "en" },
          sent: Date.now(),
          events: [{ n: "Page Viewed", t: Date.now(), m: "m1", p: { path: "/" } }],
          proof,
        }),
        { headers: { "content-type": "text/plain", "user-agent": "Mozilla/5.0 Chrome/140.0" } }
      )
      expect(answer.status).toBe(200)
      await walk()
      expect(await who()).toEqual({
        event: ["anna"],
        visit: ["anna"],
        page: ["anna"],
        other_page: [],
        product: ["anna", "ben"],
        other_product: [],
        any_product: ["anna", "ben"],
        category: ["anna"],
        search: ["anna"],
        browse: [],
        twice: [],
        quiet: [],
      })
      expect(await contextOf("page_viewed")).toMatchObject({ path: "/sale/mugs" })
      await walk(later(2.1 * HOUR_MS))
      expect(await who()).toMatchObject({ browse: ["anna"], twice: [] })
      await walk(later(2.1 * DAY_MS))
      expect(await who()).toMatchObject({ quiet: ["anna"], browse: ["anna"] })
    })

    it("lets people in by how long they looked, by categories below, and by what happens to a product they wanted", async () => {
      await people("anna", "ben", "carl")
      const shelf = getContainer().resolve(Modules.PRODUCT)
      const top = await shelf.createProductCategories({ name: "Kitchen", is_active: true })
      await shelf.createProductCategories({
        name: "Cups",
        is_active: true,
        parent_category_id: top.id,
      })
      const after = { amount: 2, unit: "hours" as const }
      const browsed = (change: object) => ({
        type: "browse_abandoned" as const,
        what: "any" as const,
        after,
        min_views: 1,
        ...change,
      })
      const who = await listen({
        long: { type: "product_viewed", products: [], min_seconds: 30 },
        longer: { type: "product_viewed", products: ["prod_1"], min_seconds: 60 },
        below: { type: "category_viewed", categories: ["Kitchen"] },
        exactly: { type: "category_viewed", categories: ["Cups"] },
        other: { type: "category_viewed", categories: ["Garden"] },
        left_long: browsed({ what: "product", min_seconds: 40 }),
        left_below: browsed({ what: "category", categories: ["Kitchen"] }),
        left_other: browsed({ what: "category", categories: ["Garden"] }),
        recalled: { type: "product_event", name: "Recalled", days: 30 },
        unheard: { type: "product_event", name: "Unheard", days: 30 },
      })
      const told = (seconds: number, total: number) => ({
        name: "Time Spent",
        properties: { product_id: "prod_1", seconds, total },
      })
      await events(
        { name: "Product Viewed", properties: { product_id: "prod_1" } },
        told(20, 20),
        told(25, 45),
        told(5, 50)
      )
      await events({
        name: "Product List Viewed",
        properties: { category: "Cups" },
        email: "ben@shop.example",
      })
      await walk()
      expect(await who()).toEqual({
        long: ["anna"],
        longer: [],
        below: ["ben"],
        exactly: ["ben"],
        other: [],
        left_long: [],
        left_below: [],
        left_other: [],
        recalled: [],
        unheard: [],
      })
      await events(
        { name: "Recalled", properties: { product_id: "prod_1" }, email: "carl@shop.example" },
        { name: "Recalled", properties: { product_id: "prod_2" }, email: "carl@shop.example" }
      )
      await walk()
      await walk(later(3 * HOUR_MS))
      expect(await who()).toMatchObject({
        left_long: ["anna"],
        left_below: ["ben"],
        left_other: [],
        recalled: ["anna"],
        unheard: [],
      })
      expect(await contextOf("product_event")).toMatchObject({
        product_id: "prod_1",
        event: "Recalled",
      })
    })

    it("lets people in by what an event came with, as rules ask about events", async () => {
      await people("anna", "ben", "cora")
      const quiz = (score: number | string, path: string, email: string) => ({
        name: "Quiz Done",
        email: `${email}@shop.example`,
        properties: { score, path, passed: Number(score) > 5 },
      })
      // What properties there are is known by the events that came.
      await events(quiz(1, "/quiz/old", "cora"))
      const on = (
        attribute: string,
        operator: Condition["operator"],
        value?: Condition["value"]
      ): Condition => ({ type: "condition", attribute, operator, value })
      const asked = (...where: Condition[]): CampaignTrigger => ({
        type: "event",
        name: "Quiz Done",
        where,
      })
      const who = await listen({
        any: asked(),
        high: asked(on("event.p.score", "gte", 7)),
        between: asked(on("event.p.score", "between", [2, 6])),
        page: asked(on("event.p.path", "starts_with", "/Quiz/")),
        both: asked(on("event.p.path", "contains", "tea"), on("event.p.passed", "is_true")),
        failed: asked(on("event.p.passed", "is_false")),
      })
      await events(quiz(9, "/quiz/tea", "anna"), quiz(4, "/game/tea", "ben"))
      await walk()
      const found = Object.entries(await who()).map(([name, list]) => [name, [...list].sort()])
      expect(Object.fromEntries(found)).toEqual({
        any: ["anna", "ben"],
        high: ["anna"],
        between: ["ben"],
        page: ["anna"],
        both: ["anna"],
        failed: ["ben"],
      })

      const preview = async (trigger: CampaignTrigger) =>
        (await call("POST", "/campaigns/trigger-preview", { trigger, entry_rules: null })).data
          .preview
      expect(await preview(asked(on("event.p.passed", "is_false")))).toEqual({
        times: 2,
        people: 2,
        problem: null,
      })
      expect(await preview(asked(on("event.p.score", "gte")))).toMatchObject({
        times: null,
        problem: "Enter a value",
      })
      const refused = await call("POST", "/campaigns", {
        name: "Bad",
        plan: { trigger: asked(on("event.p.x' or true", "in", ["1"])) },
      })
      expect([refused.status, refused.data.message]).toEqual([
        400,
        expect.stringContaining("event.p.<property>"),
      ])
    })

    it("lets people in by the days of their orders, and by when the next is due", async () => {
      await people("anna", "ben")
      const date = (ms: number) => later(ms).toISOString().slice(0, 10)
      await call("POST", "/fields", {
        scope: "purchase",
        key: "delivery",
        label: "Delivery",
        type: "date",
        metadata_key: "deliver_on",
      })
      const day = { offset: 0, time: "00:30", field: "delivery", paid: false }
      const who = await listen({
        paid: { type: "days_since_receipt", days: 3, of: "paid" },
        delivered: { type: "days_since_receipt", days: 3, of: "delivered" },
        delivery: { type: "order_date", of: "field", ...day },
        before: { type: "order_date", of: "field", ...day, offset: -2 },
        of_paid: { type: "order_date", of: "field", ...day, paid: true },
        placed: { type: "order_date", of: "placed", ...day, offset: 3 },
        due: { type: "order_expected", min_orders: 3, offset: 0, time: "00:30" },
        sure: { type: "order_expected", min_orders: 4, offset: 0, time: "00:30" },
      })
      const lines = [{ title: "Mug", quantity: 1, unit_price: 20 }]
      // Every ten days, the last a week ago: the next is due in three days.
      for (const daysAgo of [27, 17, 7])
        await shop.order({ email: "ben@shop.example", lines, daysAgo })
      const orders = [
        await shop.order({ email: "anna@shop.example", lines }),
        await shop.order({ email: "ben@shop.example", lines }),
      ]
      await shop.orders.updateOrders(
        orders.map((id) => ({ id, metadata: { deliver_on: date(3 * DAY_MS) } })) as never
      )
      await shop.orders.addOrderTransactions([
        { order_id: orders[0], amount: 20, currency_code: "eur", reference: "capture" },
      ] as never)
      await shop.sync()
      await walk(later(1.5 * DAY_MS))
      expect(await who()).toMatchObject({ before: ["anna", "ben"], delivery: [], paid: [] })
      await walk(later(3.2 * DAY_MS))
      await walk(later(4.2 * DAY_MS))
      expect(await who()).toEqual({
        paid: ["anna"],
        delivered: [],
        delivery: ["anna", "ben"],
        before: ["anna", "ben"],
        of_paid: ["anna"],
        placed: ["anna", "ben"],
        due: [],
        sure: [],
      })
      expect(await contextOf("order_date")).toMatchObject({ order_id: expect.any(String) })
      const preview = async (trigger: CampaignTrigger) =>
        (await call("POST", "/campaigns/trigger-preview", { trigger, entry_rules: null })).data
          .preview.times
      expect(await preview({ type: "order_date", of: "placed", ...day, offset: 1 })).toBe(3)
      expect(await preview({ type: "order_date", of: "field", ...day, field: "" })).toBeNull()
    })

    it("lets people in when their next order is due by their own rhythm", async () => {
      await people("anna", "ben")
      const lines = [{ title: "Mug", quantity: 1, unit_price: 20 }]
      for (const daysAgo of [29, 19, 9])
        await shop.order({ email: "anna@shop.example", lines, daysAgo })
      await shop.order({ email: "ben@shop.example", lines, daysAgo: 9 })
      await shop.sync()
      const due = { type: "order_expected" as const, time: "00:30" }
      const who = await listen({
        due: { ...due, min_orders: 3, offset: 0 },
        ahead: { ...due, min_orders: 2, offset: 5 },
        sure: { ...due, min_orders: 4, offset: 0 },
      })
      await walk(later(2 * DAY_MS))
      expect(await who()).toEqual({ due: ["anna"], ahead: [], sure: [] })
      expect(await contextOf("order_expected")).toEqual({
        date: later(DAY_MS).toLocaleDateString("en-CA", { timeZone: "Europe/Berlin" }),
      })
    })

    it("says how sure the next order is, and lets only those in who are sure enough", async () => {
      await people("anna", "ben", "cleo")
      const lines = [{ title: "Mug", quantity: 1, unit_price: 20 }]
      const orders = {
        // Every ten days; now and then; and twice.
        anna: [49, 39, 29, 19, 9],
        ben: [109, 49, 39, 29, 16, 9],
        cleo: [19, 9],
      }
      for (const [name, days] of Object.entries(orders))
        for (const daysAgo of days)
          await shop.order({ email: `${name}@shop.example`, lines, daysAgo })
      await shop.sync()
      // All three came again after each order but the last, of which nothing is known yet: (7 + 1) / (7 + 2).
      const stay = 8 / 9
      // The latest time of both who ordered three times was as long as those before: (2 + 7.5) / (2 + 20).
      const usual = 9.5 / 22
      await scorePredictions(
        getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION),
        new Date(),
        "Europe/Berlin"
      )
      const sure = async (name: string) => {
        const { data } = await call("GET", `/profiles?q=${name}@shop.example`)
        const { profile } = (await call("GET", `/profiles/${data.profiles[0].id}`)).data
        const metric = (key: string) =>
          profile.metrics.find((one: { key: string }) => one.key === key).value
        return [metric("expected_order_at") !== null, metric("expected_order_sure")]
      }
      expect(await sure("anna")).toEqual([true, expect.closeTo((stay * (3 + 6 * usual)) / 9, 6)])
      // Of the five times 60, 10, 10, 13 and 7 days, the usual is 10: four are between 5 and 15 days.
      expect(await sure("ben")).toEqual([true, expect.closeTo((stay * (3 + 6 * usual)) / 10, 6)])
      expect(await sure("cleo")).toEqual([true, expect.closeTo(stay * usual, 6)])

      const due = { type: "order_expected" as const, time: "00:30", offset: 0, min_orders: 2 }
      const who = await listen({
        any: due,
        half: { ...due, min_confidence: 40 },
        most: { ...due, min_confidence: 50 },
        none: { ...due, min_confidence: 56 },
      })
      await walk(later(2 * DAY_MS))
      const came = await who()
      expect([...came.any].sort()).toEqual(["anna", "ben", "cleo"])
      expect([...came.half].sort()).toEqual(["anna", "ben"])
      expect([came.most, came.none]).toEqual([["anna"], []])
    })

    it("tells of a date's segment who is in it, who was in, and who would come next", async () => {
      await people("anna", "ben", "cleo")
      const { segment } = (
        await call("POST", "/segments", { name: "All", rules: rule("orders", 0) })
      ).data
      await call("POST", `/segments/${segment.id}/refresh`)
      const at = later(10 * DAY_MS)
        .toISOString()
        .slice(0, 10)
      const date = {
        type: "date" as const,
        at: `${at}T10:00`,
        local: false,
        segment_id: segment.id,
      }
      const daily = {
        ...{ type: "repeat" as const, every: "day" as const, weekday: 1, day: 1, month: 1 },
        ...{ time: "10:00", segment_id: segment.id },
      }
      const id = await live(planOf(date))
      const ids = await shop.rows<{ id: string }>(
        `select id from engage_profile order by id limit 1`
      )
      await shop.rows(
        `insert into engage_enrollment (campaign_id, version, profile_id, trigger_key, step, entered_at, path)
         values (?, 1, ?, ?, 'stay', now(), '[]')`,
        [id, ids[0].id, `date ${at}T10:00`]
      )
      const preview = async (trigger: CampaignTrigger, reentry: CampaignPlan["reentry"]) =>
        (
          await call("POST", "/campaigns/trigger-preview", {
            ...{ trigger, entry_rules: null, campaign_id: id, reentry },
          })
        ).data.preview.segment
      const known = { members: 3, been_in: 1, next_at: expect.stringMatching(`^${at}T`) }
      // Nobody comes twice by the same date, however often people may come in.
      expect(await preview(date, { mode: "always" })).toEqual({ ...known, would_come: 2 })
      expect(await preview(date, { mode: "once" })).toEqual({ ...known, would_come: 2 })
      const next = { ...known, next_at: expect.any(String) }
      expect(await preview(daily, { mode: "once" })).toEqual({ ...next, would_come: 2 })
      expect(await preview(daily, { mode: "always" })).toEqual({ ...next, would_come: 3 })
      const twice = { mode: "at_most" as const, times: 2 }
      expect(await preview(daily, twice)).toEqual({ ...next, would_come: 3 })
      expect(await preview({ ...date, at: "2020-01-01T10:00" }, { mode: "once" })).toEqual({
        ...{ members: 3, been_in: 1, next_at: null, would_come: null },
      })
      const unsaved = await call("POST", "/campaigns/trigger-preview", {
        ...{ trigger: date, entry_rules: rule("orders", 1) },
      })
      expect(unsaved.data.preview.segment).toMatchObject({ members: 3, been_in: 0, would_come: 0 })
    })

    it("lets people in by what they put into carts and onto lists", async () => {
      const [anna] = await people("anna", "ben")
      const mug = await product()
      const who = await listen({
        cart: { type: "list_added", list: "cart", name: "", products: [] },
        mug: { type: "list_added", list: "cart", name: "", products: [mug.id] },
        other: { type: "list_added", list: "cart", name: "", products: ["prod_none"] },
        wish: { type: "list_added", list: "wishlist", name: "", products: [mug.id] },
        compare: { type: "list_added", list: "other", name: "Compare", products: [] },
      })
      const carts = getContainer().resolve<ICartModuleService>(Modules.CART)
      const line = { title: "Mug", quantity: 1, unit_price: 20, product_id: mug.id }
      await carts.createCarts({
        currency_code: "eur",
        customer_id: anna,
        items: [line],
      } as never)
      const guest = await carts.createCarts({ currency_code: "eur", items: [line] } as never)
      await events(
        { name: "Product Added to Wishlist", properties: { product_id: mug.id } },
        { name: "Product Added to Compare", properties: { product_id: "prod_x" } }
      )
      await walk(later(60_000))
      const first = {
        cart: ["anna"],
        mug: ["anna"],
        other: [],
        wish: ["anna"],
        compare: ["anna"],
      }
      expect(await who()).toEqual(first)
      // Who the guest is becomes known later.
      await carts.updateCarts(guest.id, { email: "ben@shop.example" })
      await walk(later(3 * 60_000))
      expect(await who()).toEqual({ ...first, cart: ["anna", "ben"], mug: ["anna", "ben"] })
      // Campaigns are looked at side by side: which of them lets people in first is not said.
      const products = await shop.rows(
        `select distinct e.context ->> 'product_id' as id from engage_enrollment e order by 1`
      )
      expect(products.map(({ id }) => id)).toEqual([mug.id, "prod_x"].sort())
    })

    it("lets people in when their payment fails", async () => {
      const [anna] = await people("anna", "ben")
      const who = await listen({ failed: { type: "payment_failed" } })
      const container = getContainer()
      const cart = await container
        .resolve<ICartModuleService>(Modules.CART)
        .createCarts({ currency_code: "eur", customer_id: anna } as never)
      const payments = container.resolve(Modules.PAYMENT)
      const [collection] = await payments.createPaymentCollections([
        { currency_code: "eur", amount: 20 },
      ])
      await container.resolve(ContainerRegistrationKeys.LINK).create({
        [Modules.CART]: { cart_id: cart.id },
        [Modules.PAYMENT]: { payment_collection_id: collection.id },
      })
      const session = await payments.createPaymentSession(collection.id, {
        provider_id: "pp_system_default",
        currency_code: "eur",
        amount: 20,
        data: {},
      })
      await walk(later(60_000))
      expect(await who()).toEqual({ failed: [] })
      await payments.updatePaymentSession({
        id: session.id,
        data: {},
        currency_code: "eur",
        amount: 20,
        status: "error",
      })
      // The provider tells of the same failure by its webhook, and another system of another one.
      const told = jest
        .spyOn(
          (
            payments as unknown as {
              paymentProviderService_: { getWebhookActionAndData: () => unknown }
            }
          ).paymentProviderService_,
          "getWebhookActionAndData"
        )
        .mockResolvedValue({
          action: "failed",
          data: { session_id: session.id, amount: 20 },
        } as never)
      await notePaymentWebhookWorkflow(container).run({
        input: { provider: "system_default", payload: { data: {}, rawData: "", headers: {} } },
      })
      told.mockRestore()
      await events({ name: "Payment Failed", email: "ben@shop.example" })
      await walk(later(3 * 60_000))
      expect((await who()).failed.sort()).toEqual(["anna", "ben"])
      const [{ context }] = await shop.rows<{ context: object }>(
        `select context from engage_enrollment where context ->> 'payment_session_id' is not null`
      )
      expect(context).toMatchObject({ cart_id: cart.id, amount: 2_000, currency: "eur" })
    })

    it("lets in who did it up to a day ago when it is only told of now, and nobody by what is older", async () => {
      await people("anna", "ben", "carl", "dora")
      const who = await listen({ quiz: { type: "event", name: "Quiz Done" } })
      await shop.rows(
        `update engage_campaign set live_since = now() - interval '10 days', scanned_at = now() - interval '1 minute'`
      )
      const ago = (name: string, hours: number) => ({
        name: "Quiz Done",
        email: `${name}@shop.example`,
        at: later(-hours * HOUR_MS).toISOString(),
      })
      await events(ago("anna", 0.1), ago("ben", 2), ago("carl", 23), ago("dora", 30))
      await walk()
      await walk()
      expect((await who()).quiz.sort()).toEqual(["anna", "ben", "carl"])
    })

    it("takes the way of what happened first, wherever it stands in the list", async () => {
      await people("anna", "ben")
      const id = await live(
        planOf(
          { type: "event", name: "Quiz Done" },
          {},
          {
            wait: {
              type: "wait_event",
              events: [
                { type: "event", name: "Called" },
                { type: "event", name: "Paid" },
              ],
              same: false,
              timeout: { amount: 2, unit: "days" },
              next: { a: null, b: null, timeout: null },
            },
          }
        )
      )
      await events({ name: "Quiz Done" }, { name: "Quiz Done", email: "ben@shop.example" })
      await walk()
      await shop.rows(
        `update engage_enrollment set path = jsonb_build_array(jsonb_build_array('entrance', 'in', extract(epoch from now())::bigint - 600))`
      )
      const at = (seconds: number) => later(-seconds * 1_000).toISOString()
      await events(
        { name: "Called", at: at(60) },
        { name: "Paid", at: at(120) },
        { name: "Called", at: at(120), email: "ben@shop.example" },
        { name: "Paid", at: at(60), email: "ben@shop.example" }
      )
      await walk()
      const ways = await shop.rows(
        `select split_part(p.email, '@', 1) as who, e.path -> -1 ->> 1 as way
         from engage_enrollment e join engage_profile p on p.id = e.profile_id where e.campaign_id = ? order by 1`,
        [id]
      )
      expect(ways).toEqual([
        { who: "anna", way: "b" },
        { who: "ben", way: "a" },
      ])
    })

    it("lets nobody in by what happened before a new version asked for it", async () => {
      const id = await live(planOf({ type: "order_placed" }))
      await people("anna")
      await walk()
      const plan = planOf({ type: "joined" })
      expect((await call("POST", `/campaigns/${id}`, { plan })).status).toBe(200)
      expect((await call("POST", `/campaigns/${id}/publish`)).status).toBe(200)
      await walk()
      await people("ben")
      await walk()
      const inside = await shop.rows(
        `select split_part(p.email, '@', 1) as who from engage_enrollment e join engage_profile p on p.id = e.profile_id where e.campaign_id = ?`,
        [id]
      )
      expect(inside).toEqual([{ who: "ben" }])
    })

    it("lets people in by the carts they leave, each cart once", async () => {
      const [anna, ben] = await people("anna", "ben")
      const carts = getContainer().resolve<ICartModuleService>(Modules.CART)
      const who = await listen({
        cart: { type: "cart_abandoned", after: { amount: 1, unit: "hours" }, min_value: null },
        dear: { type: "cart_abandoned", after: { amount: 1, unit: "hours" }, min_value: 5_000 },
        long: { type: "cart_abandoned", after: { amount: 2, unit: "days" }, min_value: null },
      })
      const fill = (customer_id: string | undefined, name: string) =>
        carts.createCarts({
          currency_code: "eur",
          email: `${name}@shop.example`,
          customer_id,
          items: [{ title: "Mug", quantity: 2, unit_price: 20 }],
        } as never)
      const cart = await fill(anna, "anna")
      await fill(undefined, "anna")
      await fill(ben, "ben")
      await shop.order({
        email: "ben@shop.example",
        lines: [{ title: "Mug", quantity: 1, unit_price: 20 }],
      })
      await shop.sync()
      await walk(later(0.5 * HOUR_MS))
      expect(await who()).toEqual({ cart: [], dear: [], long: [] })
      await walk(later(1.1 * HOUR_MS))
      await walk(later(1.2 * HOUR_MS))
      expect(await who()).toEqual({ cart: ["anna", "anna"], dear: [], long: [] })
      expect(
        (
          await shop.rows<{ context: object }>(`select context from engage_enrollment order by id`)
        ).map(({ context }) => context)
      ).toContainEqual({
        cart_id: cart.id,
        value: 4_000,
        currency: "eur",
        items: 1,
        product_id: null,
      })
    })

    it("shows messages with what last let somebody in", async () => {
      const [anna] = await people("anna")
      const mug = await product()
      const trigger: CampaignTrigger = {
        type: "cart_abandoned",
        after: { amount: 1, unit: "hours" },
        min_value: null,
      }
      const { campaign } = (
        await call("POST", "/campaigns", { name: "Cart", plan: planOf(trigger) })
      ).data
      const said = async () => {
        const { variables } = (await call("GET", `/templates/variables?campaign_id=${campaign.id}`))
          .data as { variables: TemplateVariable[] }
        return variables.filter(({ group }) => group === "trigger")
      }
      const preview = async () =>
        (
          await call("POST", "/templates/preview", {
            subject: "{{ trigger.product_name | default: 'Your cart' }}",
            html: "{{ trigger.value | money: trigger.currency | default: 'much' }} {{ trigger.cart_link }} {{ trigger.product_link }}",
            campaign_id: campaign.id,
          })
        ).data
      expect((await said()).map(({ path }) => path)).toEqual([
        "trigger.cart_link",
        "trigger.value",
        "trigger.items",
        "trigger.product_name",
        "trigger.product_link",
        "trigger.product_image",
      ])
      expect(await preview()).toMatchObject({
        campaign: { name: "Cart", at: null },
        rendered: { subject: "Your cart" },
      })

      await getContainer()
        .resolve<ICartModuleService>(Modules.CART)
        .createCarts({
          currency_code: "eur",
          customer_id: anna,
          items: [{ title: "Mug", quantity: 2, unit_price: 20, product_id: mug.id }],
        } as never)
      await shop.sync()
      await shop.rows(`update cart set updated_at = now() - interval '2 hours'`)
      await shop.rows(`update cart_line_item set updated_at = now() - interval '2 hours'`)
      const lately = await preview()
      expect(lately.campaign.at).not.toBeNull()
      expect(lately.rendered.subject).toBe("Mug")
      expect(lately.rendered.html).toContain("€40.00 http://localhost:8000/cart ")
      expect(lately.rendered.html).toContain("/products/mug")
      expect(await said()).toContainEqual({
        path: "trigger.product_name",
        label: "Name of the product",
        group: "trigger",
        sample: "Mug",
        nullable: true,
        format: "plain",
        liquid: "trigger.product_name",
      })

      // Of an event of the shop's own: whatever it came with.
      await call("POST", `/campaigns/${campaign.id}`, {
        plan: planOf({ type: "event", name: "Quiz Done" }),
      })
      await events({ name: "Quiz Done", properties: { score: 7, answers: ["a"] } })
      expect(await said()).toMatchObject([{ path: "trigger.score", label: "score", sample: "7" }])
    })

    it("lets people in when prices and stock change for what they want", async () => {
      const [anna] = await people("anna", "ben")
      const mug = await product(0)
      const start = Date.now()
      const { segment } = (
        await call("POST", "/segments", { name: "All", rules: rule("orders", 0) })
      ).data
      await call("POST", `/segments/${segment.id}/refresh`)
      const changed = {
        type: "price_changed" as const,
        percent: 10,
        products: [],
        segment_id: segment.id,
      }
      const who = await listen({
        back: { type: "back_in_stock", products: [], days: 30 },
        other: { type: "back_in_stock", products: ["prod_none"], days: 30 },
        price: { type: "price_drop", percent: 10, days: 30 },
        half: { type: "price_drop", percent: 50, days: 30 },
        low: { type: "low_stock", left: 2 },
        all: { ...changed, direction: "down" },
        dearer: { ...changed, direction: "up" },
      })
      await events({ name: "Product Viewed", properties: { product_id: mug.id } })
      await getContainer()
        .resolve<ICartModuleService>(Modules.CART)
        .createCarts({
          currency_code: "eur",
          customer_id: anna,
          items: [
            {
              title: "Mug",
              quantity: 1,
              unit_price: 20,
              variant_id: mug.variant,
              product_id: mug.id,
            },
          ],
        } as never)
      const stock = (stocked_quantity: number) =>
        getContainer()
          .resolve(Modules.INVENTORY)
          .updateInventoryLevels([
            { inventory_item_id: mug.item, location_id: mug.place, stocked_quantity },
          ])
      const round = (minutes: number) => campaigns().walkOn(new Date(start + minutes * 61_000))
      await round(1)
      await stock(9)
      await round(2)
      expect(await who()).toMatchObject({ back: ["anna"], other: [], price: [], half: [], low: [] })
      await stock(2)
      await shop.rows(`update price set amount = 15, raw_amount = '{"value":"15","precision":20}'`)
      await round(3)
      expect(await who()).toEqual({
        back: ["anna"],
        other: [],
        price: ["anna"],
        half: [],
        low: ["anna"],
        all: ["anna", "ben"],
        dearer: [],
      })
      expect(await contextOf("price_drop")).toMatchObject({
        product_id: mug.id,
        before: 2000,
        after: 1500,
      })
    })

    it("tells how often a trigger would have let people in lately", async () => {
      await people("anna", "ben")
      await events({ name: "Quiz Done" })
      await events({ name: "Quiz Done" }, { name: "Quiz Done", email: "ben@shop.example" })
      const preview = async (
        trigger: CampaignTrigger,
        entry_rules: CampaignPlan["entry_rules"] = null
      ) => (await call("POST", "/campaigns/trigger-preview", { trigger, entry_rules })).data.preview
      const quiz: CampaignTrigger = { type: "event", name: "Quiz Done" }
      expect(await preview(quiz)).toEqual({ times: 3, people: 2, problem: null })
      expect(await preview(quiz, rule("orders", 1))).toEqual({ times: 0, people: 0, problem: null })
      expect(await preview({ type: "event", name: "" })).toMatchObject({
        times: null,
        problem: "Choose the event that lets people in",
      })
      expect(await preview({ type: "low_stock", left: 2 })).toEqual({
        times: null,
        people: null,
        problem: null,
      })
      const refused = await call("POST", "/campaigns/trigger-preview", {
        trigger: { type: "days_since_order", days: 0 },
        entry_rules: null,
      })
      expect([refused.status, refused.data.message]).toEqual([400, expect.stringContaining("days")])
    })

    it("lets people in again as often as it says, and ends at the goal once", async () => {
      await people("anna")
      const quiz: CampaignTrigger = { type: "event", name: "Quiz Done" }
      const modes = {
        twice: { mode: "at_most", times: 2 },
        one: { mode: "one_at_a_time" },
        each: { mode: "per_object" },
        later: { mode: "after_days", days: 1, from: "exit" },
      } as const
      const ids = new Map<string, string>()
      for (const [name, reentry] of Object.entries(modes))
        ids.set(await live(planOf(quiz, { reentry })), name)
      const goal = await live(planOf(quiz, { goal: { type: "event", name: "Done" } }))
      for (const order_id of ["a", "b", "a"]) {
        await events({ name: "Quiz Done", properties: { order_id } })
        await walk()
      }
      const count = async () =>
        Object.fromEntries(
          (
            await shop.rows<{ id: string; n: number }>(
              `select campaign_id as id, count(*)::int as n from engage_enrollment group by 1`
            )
          ).map(({ id, n }) => [ids.get(id) ?? "goal", n])
        )
      expect(await count()).toEqual({ twice: 2, one: 1, each: 2, later: 1, goal: 3 })
      await events({ name: "Done" })
      await walk()
      await walk()
      const { report } = (await call("GET", `/campaigns/${goal}/report`)).data
      expect(report).toMatchObject({ entered: 3, inside: 0, ended: { goal: 3 } })
    })

    it("asks who people are and what let them in in one step, and the simulator says the same", async () => {
      await people("anna", "ben", "carl", "dora")
      for (const who of ["anna", "ben"])
        await shop.order({
          email: `${who}@shop.example`,
          lines: [{ title: "Mug", quantity: 1, unit_price: 20 }],
        })
      await shop.sync()
      const conditions: FilterStep["conditions"] = [{ key: "score", operator: "gte", value: "5" }]
      const asking = (change: Partial<FilterStep>) =>
        planOf(
          { type: "event", name: "Quiz Done" },
          {},
          {
            ask: {
              type: "filter",
              rules: rule("orders", 1),
              next: { yes: "again", no: "out" },
              ...change,
            },
            again: { type: "refresh", step: "ask", next: { yes: "in", no: null } },
            in: { type: "exit", reason: "in", next: {} },
            out: { type: "exit", reason: "out", next: {} },
          }
        )
      const asked = {
        who: asking({}),
        context: asking({ rules: null, conditions }),
        both: asking({ conditions }),
        either: asking({ conditions, match: "either" }),
      }
      const ids = new Map<string, string>()
      for (const [name, plan] of Object.entries(asked)) ids.set(await live(plan), name)
      const scores = { anna: 7, ben: 2, carl: 9, dora: 1 }
      await events(
        ...Object.entries(scores).map(([who, score]) => ({
          name: "Quiz Done",
          email: `${who}@shop.example`,
          properties: { score },
        }))
      )
      for (let step = 0; step < 4; step++) await walk()
      const rows = await shop.rows<{ id: string; who: string[] }>(
        `select e.campaign_id as id, array_agg(split_part(p.email, '@', 1) order by p.email) as who
         from engage_enrollment e join engage_profile p on p.id = e.profile_id where e.reason = 'in' group by 1`
      )
      expect(Object.fromEntries(rows.map(({ id, who }) => [ids.get(id), who]))).toEqual({
        who: ["anna", "ben"],
        context: ["anna", "carl"],
        both: ["anna"],
        either: ["anna", "ben", "carl"],
      })

      const simulate = async (plan: CampaignPlan, profile_id?: string) =>
        (await call("POST", "/campaigns/simulate", { campaign_id: "cmp_x", plan, profile_id })).data
          .simulation
      expect((await simulate(asked.both)).ended).toEqual({ in: 1, out: 3 })
      expect((await simulate(asked.either)).ended).toEqual({ in: 3, out: 1 })
      const [{ id: carl }] = (await call("GET", "/profiles?q=carl@shop.example")).data.profiles
      // One person is tried with what would have let them in last.
      expect((await simulate(asked.context, carl)).ended).toEqual({ in: 1 })
      expect((await simulate(asked.both, carl)).ended).toEqual({ out: 1 })

      const broken = { ...asked.both.graph, first: "ask" }
      const problemsOf = async (change: Partial<FilterStep>) => {
        const steps = { ...broken.steps, ask: { ...broken.steps.ask, ...change } }
        const plan = { ...asked.both, graph: { ...broken, steps } }
        return (await call("POST", "/campaigns/check", { plan })).data.problems
      }
      expect(await problemsOf({ rules: null, conditions: [] })).toEqual([
        { step: "ask", message: "Say who they are or what let them in" },
      ])
      expect(await problemsOf({ conditions: [{ key: "", operator: "is", value: "" }] })).toEqual([
        { step: "ask", message: "Say what is asked of what let them in" },
      ])
    })

    it("waits for what happens, asks what let people in, sorts, limits and writes", async () => {
      await people("anna", "ben", "carl")
      await call("POST", "/fields", {
        scope: "profile",
        key: "tier",
        label: "Tier",
        type: "string",
      })
      await shop.order({
        email: "anna@shop.example",
        lines: [{ title: "Mug", quantity: 1, unit_price: 20 }],
      })
      await shop.sync()
      const id = await live(
        planOf(
          { type: "event", name: "Quiz Done" },
          {},
          {
            ask: {
              type: "filter",
              rules: null,
              conditions: [
                { key: "score", operator: "gte", value: "5" },
                { key: "topic", operator: "is", value: "TEA" },
              ],
              next: { yes: "some", no: null },
            },
            some: { type: "limit", total: 3, per_day: null, next: { in: "sort", over: null } },
            sort: {
              type: "branches",
              branches: [rule("orders", 2), rule("orders", 1)],
              next: { a: null, b: "wait", else: "wait" },
            },
            wait: {
              type: "wait_event",
              events: [
                { type: "event", name: "Called" },
                { type: "event", name: "Paid" },
              ],
              same: true,
              timeout: { amount: 2, unit: "days" },
              next: { a: null, b: "write", timeout: "write" },
            },
            write: { type: "field", field: "tier", value: "gold", next: { next: null } },
          }
        )
      )
      const quiz = (who: string, score: number, order_id: string) => ({
        name: "Quiz Done",
        email: `${who}@shop.example`,
        properties: { score, topic: "tea", order_id },
      })
      await events(quiz("anna", 7, "o1"), quiz("ben", 5, "o2"), quiz("carl", 4, "o3"))
      await events(quiz("anna", 9, "o4"))
      await walk()
      await events(quiz("carl", 9, "o5"))
      await walk()
      // A second later: arrivals are kept to the second.
      await new Promise((done) => setTimeout(done, 1_100))
      await events(
        { name: "Paid", email: "anna@shop.example", properties: { order_id: "o1" } },
        { name: "Called", email: "ben@shop.example", properties: { order_id: "other" } }
      )
      await walk()
      await walk()
      const paths = async () =>
        shop.rows(
          `select split_part(p.email, '@', 1) as who, e.step, p.custom ->> 'tier' as tier,
             array(select w->>0 || ':' || (w->>1) from jsonb_array_elements(e.path) w) as path
           from engage_enrollment e join engage_profile p on p.id = e.profile_id
           where e.campaign_id = ? order by e.context ->> 'order_id'`,
          [id]
        )
      expect(await paths()).toEqual([
        {
          who: "anna",
          step: null,
          tier: "gold",
          path: ["entrance:in", "ask:yes", "some:in", "sort:b", "wait:b", "write:next"],
        },
        {
          who: "ben",
          step: "wait",
          tier: null,
          path: ["entrance:in", "ask:yes", "some:in", "sort:else"],
        },
        { who: "carl", step: null, tier: null, path: ["entrance:in", "ask:no"] },
        {
          who: "anna",
          step: "wait",
          tier: "gold",
          path: ["entrance:in", "ask:yes", "some:in", "sort:b"],
        },
        { who: "carl", step: null, tier: null, path: ["entrance:in", "ask:yes", "some:over"] },
      ])
      await walk(later(2 * DAY_MS + HOUR_MS))
      await walk(later(2 * DAY_MS + HOUR_MS))
      expect(await paths()).toMatchObject([
        {},
        { who: "ben", step: null, tier: "gold", path: expect.arrayContaining(["wait:timeout"]) },
        {},
        { who: "anna", step: null },
        {},
      ])
    })

    it("installs every recipe whole, and each runs through a month", async () => {
      await people("anna")
      const { recipes } = (await call("GET", "/campaigns/recipes")).data
      expect(recipes.length).toBeGreaterThanOrEqual(22)
      const wouldReach = async (key: string) =>
        (await call("GET", `/campaigns/recipes/${key}/reach`)).data.people
      expect(await wouldReach("subscribed")).toBe(1)
      // Nobody has ever changed the group in this shop: what would have been is not known.
      expect(await wouldReach("lost")).toBeNull()
      expect((await call("GET", "/campaigns/recipes/none/reach")).status).toBe(404)
      for (const { key, steps } of recipes as { key: string; steps: string[] }[]) {
        const { campaign } = (await call("POST", `/campaigns/recipes/${key}/install`)).data
        expect([key, campaign.status, campaign.problems]).toEqual([key, "draft", []])
        const published = await call("POST", `/campaigns/${campaign.id}/publish`)
        expect([key, published.status]).toEqual([key, 200])
        await shop.rows(
          `insert into engage_enrollment (campaign_id, version, profile_id, trigger_key, step, due_at, entered_at)
           select ?, 1, id, 'test', 'entrance', now(), now() from engage_profile`,
          [campaign.id]
        )
        for (const day of [0, 1, 2, 5.1, 10.1, 20, 31]) {
          const now = later(day * DAY_MS)
          await walk(now)
          await runErrandsWorkflow(getContainer()).run({ input: { now: now.toISOString() } })
          await walk(now)
        }
        const [{ reason, mails }] = await shop.rows<{ reason: string; mails: number }>(
          `select e.reason, (select count(*)::int from engage_message m join engage_run r on r.id = m.run_id where r.ref = e.campaign_id) as mails
           from engage_enrollment e where e.campaign_id = ? and e.trigger_key = 'test'`,
          [campaign.id]
        )
        const split = steps.includes("split") ? 1 : 0
        const sent = steps.filter((type) => ["email", "push"].includes(type)).length - split
        expect([key, reason, mails]).toEqual([key, "finished", sent])
        await call("POST", `/campaigns/${campaign.id}/pause`)
      }
      expect((await call("POST", "/campaigns/recipes/none/install")).status).toBe(404)
      const codes = await shop.rows<{ campaign: string; code: string; said: boolean }>(
        `select c.name as campaign, p.code, exists (
           select 1 from engage_message_facts f where f.facts ->> 'promo_code' = p.code
         ) as said
         from engage_promo_code p join engage_campaign c on c.id = p.campaign_id order by 1`
      )
      expect(codes).toEqual(
        ["Before they are gone", "Birthday", "Second order", "We miss you"].map((campaign) => ({
          campaign,
          code: expect.stringMatching(/^FORYOU-[2-9A-Z]{6}$/),
          said: true,
        }))
      )
    })

    it("lets people in by what becomes of messages, and by steps of other campaigns", async () => {
      await people("anna", "ben")
      const first = await live(
        planOf(
          { type: "order_placed" },
          {},
          {
            sort: { type: "filter", rules: rule("orders", 2), next: { yes: null, no: "stay" } },
            ...STAY,
          }
        )
      )
      const who = await listen({
        step: { type: "step_done", campaign_id: first, step: "sort" },
        other_step: { type: "step_done", campaign_id: first, step: "stay" },
        opened: { type: "message_opened", ref: null },
        other: { type: "message_opened", ref: "bc_none" },
        clicked: { type: "message_clicked", ref: null },
        bounced: { type: "message_bounced", ref: first },
        stopped: { type: "message_unsubscribed", ref: null },
      })
      await shop.order({
        email: "ben@shop.example",
        lines: [{ title: "Mug", quantity: 1, unit_price: 20 }],
      })
      await shop.sync()
      await shop.rows(
        `insert into engage_run (started_at, kind, ref, title, channel, provider, content_id, status, sender)
         values (now(), 'campaign', ?, 'Thanks', 'email', 'sandbox', 1, 'sending', '{}')`,
        [first]
      )
      await shop.rows(
        `insert into engage_message_event (at, run_id, profile_id, kind, verdict)
         select now(), r.id, p.id, k.kind, k.verdict
         from engage_run r, engage_profile p,
           (values ('opened', 'human', 'anna'), ('opened', 'machine', 'ben'), ('clicked', 'human', 'anna'),
             ('bounced', null, 'ben'), ('unsubscribed', null, 'ben')) k (kind, verdict, who)
         where p.email like k.who || '%'`
      )
      await walk()
      await walk()
      expect(await who()).toEqual({
        step: ["ben"],
        other_step: [],
        opened: ["anna"],
        other: [],
        clicked: ["anna"],
        bounced: ["ben"],
        stopped: ["ben"],
      })
    })
  },
})
