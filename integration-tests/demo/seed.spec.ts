import { execFileSync } from "node:child_process"
import path from "node:path"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { parsePhoneNumberFromString, type CountryCode } from "libphonenumber-js/max"
import { Client } from "pg"
import { PROFILE_MODULE } from "../../src/modules/profile"
import type ProfileModuleService from "../../src/modules/profile/service"
import { syncNow } from "../../src/modules/profile/sync/step"
import {
  BUYERS_AS_KEPT,
  BUYERS_FROM_SCRATCH,
  scoresFromScratch,
  YEAR_FROM_SCRATCH,
  type YearOrder,
} from "./facts"
import { readInvoices, totalOf } from "./packed"

const SEED = path.join(__dirname, "../../demo/seed/run.mjs")
const RESERVED = /@(example\.(com|net|org)|[a-z]+\.example)$/
const ADMIN = { email: "admin@regency-gifts.example", password: "a-long-password" }
const ORDER_FIELDS =
  "id,status,version,total,*summary,*items,*items.detail,*shipping_methods,*credit_lines"

jest.setTimeout(900_000)

medusaIntegrationTestRunner({
  testSuite: ({ api, dbConfig, getContainer }) => {
    const invoices = readInvoices()
    const orders = invoices.filter((invoice) => !invoice.number.startsWith("C"))
    const cancellations = invoices.filter((invoice) => invoice.number.startsWith("C"))
    const config = { headers: { authorization: "" } }
    let output = ""

    beforeAll(async () => {
      output = runSeed()
      const registered = await api.post("/auth/user/emailpass/register", ADMIN)
      const identity = JSON.parse(
        Buffer.from(registered.data.token.split(".")[1], "base64url").toString()
      )
      await createUserAccountWorkflow(getContainer()).run({
        input: { authIdentityId: identity.auth_identity_id, userData: { email: ADMIN.email } },
      })
    })

    beforeEach(async () => {
      const { data } = await api.post("/auth/user/emailpass", ADMIN)
      config.headers.authorization = `Bearer ${data.token}`
    })

    function runSeed(): string {
      return execFileSync(process.execPath, [SEED, dbConfig.clientUrl], { encoding: "utf8" })
    }

    async function query<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
      const client = new Client({ connectionString: dbConfig.clientUrl })
      await client.connect()
      try {
        return (await client.query<Row>(sql, values)).rows
      } finally {
        await client.end()
      }
    }

    async function one<Value>(sql: string, values: unknown[] = []): Promise<Value> {
      const [row] = await query<{ value: Value }>(sql, values)
      return row.value
    }

    describe("the profiles of the demo shop", () => {
      it("hold for every customer what an independent count of Medusa's tables gives", async () => {
        const { db, options } = getContainer().resolve<ProfileModuleService>(PROFILE_MODULE)
        const settings = { currency: "gbp", options }
        const now = new Date()
        await syncNow(db, settings, now, new Date(now.getTime() + 800_000))

        const kept = await query(BUYERS_AS_KEPT)
        expect(kept).toHaveLength(4372)
        expect(kept).toEqual(await query(BUYERS_FROM_SCRATCH))

        const scores = scoresFromScratch(
          await query<YearOrder>(YEAR_FROM_SCRATCH),
          now,
          options.timeZone
        )
        const nobody = { r: null, f: null, m: null, rfm_group: "no_orders" }
        const scored = await query<{ email: string }>(
          "select email, r, f, m, rfm_group from engage_profile"
        )
        expect(scored).toEqual(
          scored.map(({ email }) => ({ email, ...(scores.get(email) ?? nobody) }))
        )
      })
    })

    describe("the demo shop", () => {
      it("holds every customer and every invoice of the data set", async () => {
        const people = new Set(invoices.map((invoice) => invoice.customer)).size
        const codes = new Set(orders.flatMap((order) => order.lines.map((line) => line.code)))
        const products = [...codes].filter((code) => /^\d{5}[A-Za-z]{0,2}$/.test(code)).length
        expect([people, orders.length, cancellations.length, products]).toEqual([
          4372, 18536, 3654, 3659,
        ])

        expect(
          await one("select count(*)::int as value from customer where id not like '%\\_guest'")
        ).toBe(people)
        expect(
          await one("select count(*)::int as value from customer where id like '%\\_guest'")
        ).toBe(25)
        expect((await api.get("/admin/customers?limit=1", config)).data.count).toBe(people + 25)
        expect((await api.get("/admin/orders?limit=1", config)).data.count).toBe(orders.length)
        expect((await api.get("/admin/products?limit=1", config)).data.count).toBe(products)
        expect(
          await one("select count(*)::int as value from \"order\" where status = 'canceled'")
        ).toBe(127)
      })

      it("gives a guest the same e-mail as the registered customer, and an order", async () => {
        const pairs = await query<{ same: boolean; orders: number }>(`
          select lower(g.email) = lower(r.email) and r.has_account and not g.has_account as same,
            (select count(*)::int from "order" o where o.customer_id = g.id) as orders
          from customer g join customer r on r.id = replace(g.id, '_guest', '') where g.id like '%\\_guest'`)
        expect(pairs).toEqual(Array.from({ length: 25 }, () => ({ same: true, orders: 1 })))
      })

      it("takes in and gives back exactly what the data set says", async () => {
        const taken = await one(
          "select sum(amount * 100)::bigint::int as value from order_transaction where amount > 0"
        )
        expect(taken).toBe(orders.reduce((sum, order) => sum + totalOf(order), 0))

        const [, lines, pounds, touched] =
          /(\d+) lines \(GBP ([\d.]+)\) on (\d+) of 3654 cancellations/.exec(output)!
        expect([lines, touched]).toEqual(["1724", "979"])
        const refunded = await one<number>(
          "select sum(-amount * 100)::bigint::int as value from order_transaction where amount < 0"
        )
        const given = -cancellations.reduce((sum, cancellation) => sum + totalOf(cancellation), 0)
        expect(refunded + Math.round(Number(pounds) * 100)).toBe(given)
      })

      it("never gives back more than was bought, nor before it was bought, nor of another customer", async () => {
        const wrong = await query(`
          select i.id from order_item i join "order" o on o.id = i.order_id and o.version = i.version
          where i.return_received_quantity > i.quantity`)
        expect(wrong).toEqual([])
        const early = await query(`
          select r.id from return r join "order" o on o.id = r.order_id where r.received_at < o.created_at`)
        expect(early).toEqual([])

        const owner = new Map(invoices.map((invoice) => [invoice.number, invoice.customer]))
        const returns = await query<{ cancellation: string; number: string }>(
          "select split_part(id, '_', 2) as cancellation, split_part(id, '_', 3) as number from return"
        )
        expect(
          returns.filter(
            ({ cancellation, number }) => owner.get(cancellation) !== owner.get(number)
          )
        ).toEqual([])
        expect(returns.length).toBeGreaterThan(3000)
      })

      it("agrees with Medusa's own totals for 50 orders of every kind", async () => {
        const picked = await query<{ id: string }>(`
          (select id from "order" where version = 1 order by md5(id) limit 15)
          union (select id from "order" where status = 'canceled' order by md5(id) limit 10)
          union (select order_id from return where refund_amount > 0 order by md5(id) limit 13)
          union (select c.order_id from order_credit_line c join "order" o on o.id = c.order_id
                 where o.status <> 'canceled' order by md5(c.id) limit 7)
          union (select id from "order" o where not exists (select from order_item i where i.order_id = o.id)
                 order by md5(id) limit 5)`)
        expect(picked.length).toBeGreaterThanOrEqual(48)
        const byNumber = new Map(orders.map((order) => [`order_${order.number}`, order]))
        for (const { id } of picked) {
          const { order } = (await api.get(`/admin/orders/${id}?fields=${ORDER_FIELDS}`, config))
            .data
          const { summary } = order
          const placed = totalOf(byNumber.get(id)!) / 100
          expect({ id, placed: summary.original_order_total }).toEqual({ id, placed })
          expect({ id, total: order.total }).toEqual({ id, total: summary.current_order_total })
          expect(order.total).toBeCloseTo(placed - summary.refunded_total, 6)
          expect(summary.paid_total).toBe(placed)
          expect(summary.transaction_total).toBe(order.total)
          expect(summary.pending_difference).toBe(0)
          if (order.status === "canceled") {
            expect(order.total).toBe(0)
          }
        }
      })

      it("shows payments as they went", async () => {
        const statusOf = async (sql: string) => {
          const id = await one<string>(sql)
          return (
            await api.get(`/admin/orders/${id}?fields=payment_status,fulfillment_status`, config)
          ).data.order
        }
        const plain = `select id as value from "order" where version = 1 order by id limit 1`
        expect(await statusOf(plain)).toMatchObject({
          payment_status: "captured",
          fulfillment_status: "delivered",
        })
        const cancelled = `select id as value from "order" where status = 'canceled' order by id limit 1`
        expect(await statusOf(cancelled)).toMatchObject({ payment_status: "refunded" })
        const returned = `select order_id as value from return r join "order" o on o.id = r.order_id
          where (select current from (select (totals->>'current_order_total')::numeric as current from order_summary s
            where s.order_id = o.id and s.version = 2) t) > 0 and r.refund_amount > 0 order by r.id limit 1`
        expect(await statusOf(returned)).toMatchObject({ payment_status: "partially_refunded" })
      })

      it("ends yesterday, by the shop's clock", async () => {
        const days = await one(`
          select (now() at time zone 'Europe/London')::date - max(created_at at time zone 'Europe/London')::date as value
          from "order"`)
        expect(days).toBe(1)
      })

      it("makes people nobody can reach, with phones that are valid in their country", async () => {
        const people = await query<{
          email: string
          phone: string | null
          country: string | null
        }>(`
          select c.email, c.phone, a.country_code as country
          from customer c join customer_address a on a.customer_id = c.id`)
        expect(people.length).toBe(4397)
        expect(people.filter(({ email }) => !RESERVED.test(email))).toEqual([])
        const phones = people.filter(({ phone }) => phone !== null)
        expect(phones.length).toBeGreaterThan(3000)
        const invalid = phones.filter(({ phone, country }) => {
          const code = (country ?? "gb").toUpperCase() as CountryCode
          return !parsePhoneNumberFromString(phone!, code)?.isValid()
        })
        expect(invalid).toEqual([])
      })

      it("sells through the store API, and the order keeps where the visitor came from", async () => {
        const store = { headers: { "x-publishable-api-key": "pk_engage_demo_storefront" } }
        const { cart } = (
          await api.post(
            "/store/carts",
            { region_id: "reg_demo_uk", metadata: { utm_source: "newsletter" } },
            store
          )
        ).data
        await api.post(
          `/store/carts/${cart.id}/line-items`,
          { variant_id: "variant_85123A", quantity: 2 },
          store
        )
        const address = {
          first_name: "Ann",
          last_name: "Bell",
          address_1: "1 High Street",
          city: "York",
        }
        const shipping_address = { ...address, postal_code: "YO1 7HH", country_code: "gb" }
        await api.post(
          `/store/carts/${cart.id}`,
          { email: "ann@example.com", shipping_address },
          store
        )
        await api.post(`/store/carts/${cart.id}/shipping-methods`, { option_id: "so_demo" }, store)
        const collection = (
          await api.post("/store/payment-collections", { cart_id: cart.id }, store)
        ).data
        const sessions = `/store/payment-collections/${collection.payment_collection.id}/payment-sessions`
        await api.post(sessions, { provider_id: "pp_system_default" }, store)
        const completed = (await api.post(`/store/carts/${cart.id}/complete`, {}, store)).data
        expect(completed.type).toBe("order")
        expect(completed.order.display_id).toBe(18537)
        expect(completed.order.total).toBe(9.85)
        expect(
          await one(`select metadata as value from "order" where id = $1`, [completed.order.id])
        ).toEqual({
          utm_source: "newsletter",
        })
      })

      it("leaves a shop that is there as it is", async () => {
        expect(runSeed()).toBe("this database holds the demo shop already\n")
      })
    })
  },
})
