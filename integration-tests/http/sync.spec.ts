import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  beginClaimOrderWorkflow,
  beginExchangeOrderWorkflow,
  beginReceiveReturnWorkflow,
  confirmClaimRequestWorkflow,
  confirmExchangeRequestWorkflow,
  confirmReturnReceiveWorkflow,
  orderClaimAddNewItemWorkflow,
  orderClaimItemWorkflow,
  orderClaimRequestItemReturnWorkflow,
  orderExchangeAddNewItemWorkflow,
  orderExchangeRequestItemReturnWorkflow,
  receiveItemReturnRequestWorkflow,
} from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { eventWriter } from "../../src/modules/profile/events/writer"
import { changeTags } from "../../src/modules/profile/tags/store"
import { markSegmentsDirty } from "../../src/modules/profile/sync/dirty"
import { updateDueMetrics } from "../../src/modules/profile/sync/metrics"
import { putInbox, syncStep } from "../../src/modules/profile/sync/step"
import { readSettings } from "../../src/modules/profile/sync/settings"
import { passBatch, createWatermarks } from "../../src/modules/profile/sync/pass"
import { reconcile } from "../../src/modules/profile/sync/reconcile"
import { FACTS_FROM_SCRATCH, OUR_FACTS, SEARCH_DRIFT } from "./support/recount"
import { TestShop } from "./support/shop"

jest.setTimeout(300_000)

const MUG = { title: "Mug", quantity: 2, unit_price: 12.5 }
const LAMP = { title: "Lamp", quantity: 1, unit_price: 40 }

medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
    let shop: TestShop
    const profile = (email: string) =>
      shop.row<Record<string, unknown>>(
        `select id::int, orders, revenue::int, items, aov::int, refunded::int, cancelled::int, cancelled_orders,
           has_account, first_name, phone, removed_at, subscribed, birthday::text, country
         from engage_profile where email = ?`,
        [email]
      )
    /** The shop's facts counted from Medusa's own tables by other SQL equal ours, person by person. */
    const expectFactsToMatch = async () => {
      expect(await shop.rows(OUR_FACTS)).toEqual(await shop.rows(FACTS_FROM_SCRATCH))
      expect(await shop.rows(SEARCH_DRIFT)).toEqual([])
    }

    beforeEach(() => {
      shop = new TestShop(getContainer())
    })

    describe("at the same time", () => {
      it("metrics, tags and signs of change wait for each other, and never in a ring", async () => {
        await shop.rows(
          `insert into engage_profile (email, source) select 'p' || n || '@ring.example', 'test' from generate_series(1, 6000) n`
        )
        const people = (direction: "asc" | "desc") => ({
          sql: `select id as profile_id from engage_profile where source = 'test' order by id ${direction}`,
          params: {},
        })
        const ids = (await shop.rows<{ id: number }>(`select id::int from engage_profile`)).map(
          (p) => p.id
        )
        const change = { at: new Date(), source: "test", actor: null }
        const views = (round: number, profiles: number[]) =>
          profiles.map((id) => ({
            name: "Product Viewed",
            at: new Date(),
            source: "server",
            messageId: `${round}.${id}`,
            properties: {},
            person: { kind: "profile" as const, value: String(id) },
          }))
        for (let round = 0; round < 5; round += 1) {
          await shop.rows(
            `insert into engage_dirty (profile_id) select id from engage_profile on conflict do nothing`
          )
          await shop.rows(`truncate engage_segment_dirty, engage_interest_dirty`)
          const names = { add: [`t${round}`], remove: [] }
          await Promise.all([
            updateDueMetrics(shop.db, new Date()),
            shop.db.transaction((trx) => changeTags(trx, people("desc"), names, change)),
            markSegmentsDirty(shop.db, [...ids].reverse()),
            markSegmentsDirty(shop.db, ids),
            eventWriter(shop.db).write(views(round, ids.slice(-2_000)), new Date()),
          ])
          const left = await shop.row(
            `select (select count(*)::int from engage_dirty) as metrics, (select count(*)::int from engage_segment_dirty) as segments,
               (select count(*)::int from engage_profile_tag) as tags`
          )
          expect(left).toEqual({ metrics: 0, segments: ids.length, tags: 6000 * (round + 1) })
        }
      })
    })

    describe("metrics that Postgres gave up for others", () => {
      it("are computed at once anew, and in the next round if that fails too", async () => {
        await shop.customer("a@shop.example")
        await shop.sync()
        await shop.order({ email: "a@shop.example", lines: [MUG] })
        const settings = await readSettings(shop.db, shop.profiles.options)
        await createWatermarks(shop.db)
        while ((await passBatch(shop.db, "order", settings, new Date())).more);
        const orders = async () => (await profile("a@shop.example")).orders
        /** Lets the next writes of metrics lose, as by a deadlock; sequences are not taken back. */
        const losing = (times: number) =>
          shop.db.raw(`
            create sequence lost;
            create function lose() returns trigger language plpgsql as $$
              begin
                if nextval('lost') <= ${times} then raise exception 'deadlock detected' using errcode = '40P01'; end if;
                return new;
              end $$;
            create trigger lose before update of orders on engage_profile for each row execute function lose();
          `)
        const won = () =>
          shop.db.raw(
            `drop trigger lose on engage_profile; drop function lose(); drop sequence lost;`
          )
        const waiting = async () =>
          (await shop.row<{ n: number }>(`select count(*)::int as n from engage_dirty`)).n

        await losing(7)
        expect([await orders(), await waiting()]).toEqual([0, 1])
        await expect(updateDueMetrics(shop.db, new Date())).rejects.toMatchObject({ code: "40P01" })
        expect([await orders(), await waiting()]).toEqual([0, 1])
        await updateDueMetrics(shop.db, new Date())
        expect([await orders(), await waiting()]).toEqual([1, 0])
        await won()
        await expectFactsToMatch()
      })
    })

    describe("customers", () => {
      it("makes one profile of a guest and a registered customer with one e-mail", async () => {
        const guest = await shop.customer("Ann@Shop.example", {
          has_account: false,
          first_name: "Annie",
        })
        const registered = await shop.customer("ann@shop.example", {
          first_name: "Ann",
          last_name: "Smith",
        })
        await shop.order({ customer: guest, email: "ann@shop.example", lines: [MUG] })
        await shop.order({ customer: registered, email: "ann@shop.example", lines: [LAMP] })
        await shop.sync()

        expect(await shop.row(`select count(*)::int as n from engage_profile`)).toEqual({ n: 1 })
        expect(await profile("ann@shop.example")).toMatchObject({
          orders: 2,
          revenue: 6500,
          aov: 3250,
          items: 3,
          has_account: true,
          first_name: "Ann",
        })
        await expectFactsToMatch()
      })

      it("is found by Medusa's query with each of its customers", async () => {
        const guest = await shop.customer("ann@shop.example", { has_account: false })
        const registered = await shop.customer("ann@shop.example", { first_name: "Ann" })
        const other = await shop.customer("bob@shop.example")
        await shop.order({ customer: guest, email: "ann@shop.example", lines: [MUG] })
        await shop.sync()
        const unread = await shop.customer("new@shop.example")
        const query = getContainer().resolve(ContainerRegistrationKeys.QUERY)
        const { data } = await query.graph({
          entity: "customer",
          fields: ["id", "engage_profile.*"],
          filters: { id: [guest, registered, other, unread] },
        })
        const found = new Map(data.map((one) => [one.id, (one as never)["engage_profile"]]))
        const ann = { name: "Ann", email: "ann@shop.example", orders: 1, revenue: 2500 }
        expect(found.get(guest)).toMatchObject({ ...ann, customer_id: guest, currency: "eur" })
        expect(found.get(registered)).toMatchObject({ ...ann, customer_id: registered })
        expect(found.get(other)).toMatchObject({ email: "bob@shop.example", orders: 0 })
        expect(found.get(unread) ?? null).toBeNull()
      })

      it("reads metadata, normalises contacts and keeps the raw values", async () => {
        await shop.customer(" Bea@Shop.example ".trim(), {
          phone: "0171 5551234",
          metadata: {
            birthday: "1990-02-28",
            email_opt_in: true,
            sms_opt_in: "no",
            consent_at: "2026-01-02T03:04:05Z",
          },
        })
        await shop.sync()

        expect(await profile("bea@shop.example")).toMatchObject({
          phone: "+491715551234",
          subscribed: 1,
          birthday: "1990-02-28",
        })
        expect(await shop.row(`select email, phone from engage_profile_raw`)).toEqual({
          email: "Bea@Shop.example",
          phone: "0171 5551234",
        })
        expect(
          await shop.row(
            `select channel, state, at from engage_consent_log where channel = 'email'`
          )
        ).toMatchObject({ state: "subscribed", at: new Date("2026-01-02T03:04:05Z") })
      })

      it("survives metadata that is nonsense", async () => {
        await shop.customer("c@shop.example", {
          phone: "call me",
          metadata: { birthday: "1990-02-31", consent_at: "soon", email_opt_in: "yes", gender: 7 },
        })
        await shop.sync()
        expect(await profile("c@shop.example")).toMatchObject({
          birthday: null,
          subscribed: 1,
          phone: null,
        })
        expect(await shop.row(`select phone_status from engage_profile`)).toEqual({
          phone_status: "invalid",
        })
      })

      it("takes no for an answer only from who had said yes", async () => {
        const id = await shop.customer("n@shop.example", { metadata: { email_opt_in: false } })
        await shop.sync()
        expect(await shop.rows(`select state from engage_consent`)).toEqual([])
        for (const email_opt_in of [true, false]) {
          await shop.customers.updateCustomers(id, { metadata: { email_opt_in } })
          await shop.sync()
        }
        expect(await shop.rows(`select state from engage_consent_log order by id`)).toEqual([
          { state: "subscribed" },
          { state: "unsubscribed" },
        ])
      })

      it("does not undo an unsubscription when the shop's metadata is read again", async () => {
        const id = await shop.customer("d@shop.example", { metadata: { email_opt_in: true } })
        await shop.sync()
        await shop.db.raw(`update engage_consent set state = 'unsubscribed'`)
        await shop.db.raw(`update engage_profile set subscribed = 0`)
        await shop.customers.updateCustomers(id, { first_name: "Dora" })
        await shop.sync()
        expect(await profile("d@shop.example")).toMatchObject({ first_name: "Dora", subscribed: 0 })
      })

      it("follows a customer to a new e-mail, orders and all", async () => {
        const id = await shop.customer("old@shop.example")
        await shop.order({ customer: id, email: "old@shop.example", lines: [MUG] })
        await shop.sync()
        const before = (await profile("old@shop.example")).id
        await shop.customers.updateCustomers(id, { email: "new@shop.example" } as never)
        await shop.sync()
        expect(await profile("new@shop.example")).toMatchObject({ id: before, orders: 1 })
        await expectFactsToMatch()
      })

      it("moves a customer who takes the e-mail of another profile, and their orders", async () => {
        const a = await shop.customer("a@shop.example")
        await shop.customer("b@shop.example", { has_account: false })
        await shop.order({ customer: a, email: "a@shop.example", lines: [MUG] })
        await shop.sync()
        await shop.customers.updateCustomers(a, { email: "b@shop.example" } as never)
        await shop.sync()
        expect(await profile("b@shop.example")).toMatchObject({
          orders: 1,
          revenue: 2500,
          has_account: true,
        })
        expect(await profile("a@shop.example")).toMatchObject({ orders: 0, revenue: 0 })
        await expectFactsToMatch()
      })

      it("removes a deleted customer without orders and keeps one who bought", async () => {
        const gone = await shop.customer("gone@shop.example")
        const buyer = await shop.customer("buyer@shop.example")
        await shop.order({ customer: buyer, email: "buyer@shop.example", lines: [MUG] })
        await shop.sync()
        await shop.customers.softDeleteCustomers([gone, buyer])
        await shop.sync()
        expect((await profile("gone@shop.example")).removed_at).not.toBeNull()
        expect(await profile("buyer@shop.example")).toMatchObject({
          removed_at: null,
          has_account: false,
          orders: 1,
        })
        await expectFactsToMatch()
      })
    })

    describe("orders", () => {
      it("takes refunds, returns and cancellations off, whichever way they happen", async () => {
        const email = "e@shop.example"
        const customer = await shop.customer(email)
        const refunded = await shop.order({ customer, email, lines: [MUG] })
        const cancelled = await shop.order({ customer, email, lines: [LAMP] })
        await shop.order({ customer, email, lines: [LAMP], daysAgo: 10 })
        await shop.sync()
        expect(await profile(email)).toMatchObject({ orders: 3, revenue: 10500 })

        await shop.orders.addOrderTransactions({
          order_id: refunded,
          amount: -5.5,
          currency_code: "eur",
          reference: "refund",
          reference_id: "re_1",
        })
        await shop.orders.cancel([cancelled])
        await shop.sync()
        expect(await profile(email)).toMatchObject({
          orders: 2,
          revenue: 5950,
          refunded: 550,
          cancelled: 4000,
          cancelled_orders: 1,
        })
        await expectFactsToMatch()
      })

      describe("that are delivered and come back", () => {
        const by = () => getContainer()
        /** A delivered order of two mugs and a lamp, with the line of the mugs. */
        const delivered = async (email: string) => {
          const id = await shop.order({ email, lines: [MUG, LAMP] })
          const { items } = await shop.orders.retrieveOrder(id, { relations: ["items"] })
          const all = items!.map((item) => ({ id: item.id, quantity: item.quantity }))
          await shop.orders.registerFulfillment({ order_id: id, items: all })
          await shop.orders.registerShipment({ order_id: id, items: all })
          await shop.orders.registerDelivery({ order_id: id, items: all })
          return { id, mug: items!.find((item) => item.title === "Mug")!.id }
        }
        const receive = async (order_id: string, mug: string) => {
          const { id } = await shop.row<{ id: string }>(
            `select id from "return" where order_id = ?`,
            [order_id]
          )
          await beginReceiveReturnWorkflow(by()).run({ input: { return_id: id } })
          await receiveItemReturnRequestWorkflow(by()).run({
            input: { return_id: id, items: [{ id: mug, quantity: 1 }] },
          })
          await confirmReturnReceiveWorkflow(by()).run({ input: { return_id: id } })
        }
        /** The order as we have it; its value is what Medusa itself says it comes to. */
        const purchase = async (id: string) => {
          await shop.sync()
          const order = await shop.orders.retrieveOrder(id, {
            select: ["id", "summary"],
            relations: ["summary"],
          })
          const row = await shop.row<{ net: number }>(
            `select net::int, refunded::int, items, returned from engage_purchase where order_id = ?`,
            [id]
          )
          const { current_order_total: total } = order.summary as unknown as Record<string, number>
          expect(row.net).toBe(Math.round(Number(total) * 100))
          return row
        }

        it("counts an exchange: what was sent instead at once, what comes back when it is there", async () => {
          const { id, mug } = await delivered("exchange@shop.example")
          const { result } = await beginExchangeOrderWorkflow(by()).run({ input: { order_id: id } })
          const exchange_id = result.exchange_id!
          await orderExchangeRequestItemReturnWorkflow(by()).run({
            input: { exchange_id, items: [{ id: mug, quantity: 1 }] },
          })
          await orderExchangeAddNewItemWorkflow(by()).run({
            input: { exchange_id, items: [{ title: "Vase", quantity: 1, unit_price: 30 }] },
          } as never)
          expect(await purchase(id)).toEqual({ net: 6500, refunded: 0, items: 3, returned: 0 })
          await confirmExchangeRequestWorkflow(by()).run({ input: { exchange_id } })
          expect(await purchase(id)).toEqual({ net: 9500, refunded: 0, items: 4, returned: 0 })
          await receive(id, mug)
          expect(await purchase(id)).toEqual({ net: 8250, refunded: 1250, items: 3, returned: 1 })
        })

        it("counts a claim: a piece sent instead for nothing, and one that is taken back", async () => {
          const broken = await delivered("claim@shop.example")
          const claimOf = async (order_id: string, type: "replace" | "refund") =>
            (await beginClaimOrderWorkflow(by()).run({ input: { order_id, type } })).result
              .claim_id!
          const item = (id: string) => [{ id, quantity: 1, reason: "production_failure" }]
          const replaced = await claimOf(broken.id, "replace")
          await orderClaimItemWorkflow(by()).run({
            input: { claim_id: replaced, items: item(broken.mug) },
          } as never)
          await orderClaimAddNewItemWorkflow(by()).run({
            input: { claim_id: replaced, items: [{ title: "Mug", quantity: 1, unit_price: 0 }] },
          } as never)
          await confirmClaimRequestWorkflow(by()).run({ input: { claim_id: replaced } })
          expect(await purchase(broken.id)).toMatchObject({ net: 6500, refunded: 0, returned: 0 })

          const unwanted = await delivered("refund@shop.example")
          const refunded = await claimOf(unwanted.id, "refund")
          await orderClaimItemWorkflow(by()).run({
            input: { claim_id: refunded, items: item(unwanted.mug) },
          } as never)
          await orderClaimRequestItemReturnWorkflow(by()).run({
            input: { claim_id: refunded, items: [{ id: unwanted.mug, quantity: 1 }] },
          } as never)
          await confirmClaimRequestWorkflow(by()).run({ input: { claim_id: refunded } })
          await receive(unwanted.id, unwanted.mug)
          expect(await purchase(unwanted.id)).toMatchObject({
            net: 5250,
            refunded: 1250,
            returned: 1,
          })
          await shop.orders.addOrderTransactions({
            order_id: unwanted.id,
            amount: -12.5,
            currency_code: "eur",
            reference: "refund",
            reference_id: "re_claim",
          })
          await shop.sync()
          // The money back is for what came back: it is taken off once.
          expect(await profile("refund@shop.example")).toMatchObject({
            revenue: 5250,
            refunded: 1250,
          })
        })
      })

      it("follows an edit of an order", async () => {
        const email = "f@shop.example"
        const customer = await shop.customer(email)
        const order = await shop.order({ customer, email, lines: [MUG] })
        await shop.sync()
        const { items } = await shop.orders.retrieveOrder(order, { relations: ["items"] })
        const change = await shop.orders.createOrderChange({
          order_id: order,
          change_type: "edit",
        } as never)
        await shop.orders.addOrderAction({
          order_change_id: (change as unknown as { id: string }).id,
          order_id: order,
          action: "ITEM_UPDATE",
          details: { reference_id: items![0].id, quantity: 5 },
        } as never)
        await shop.orders.confirmOrderChange((change as unknown as { id: string }).id)
        await shop.sync()
        expect(await profile(email)).toMatchObject({ orders: 1, revenue: 6250, items: 5 })
        await expectFactsToMatch()
      })

      it("makes a profile of a buyer whom no customer row names", async () => {
        await shop.order({ email: "Walk-In@Shop.example", lines: [MUG] })
        await shop.sync()
        expect(await profile("walk-in@shop.example")).toMatchObject({ orders: 1, revenue: 2500 })
      })

      it("never adds two currencies", async () => {
        const email = "g@shop.example"
        const customer = await shop.customer(email)
        await shop.order({ customer, email, lines: [MUG] })
        await shop.order({
          customer,
          email,
          lines: [{ title: "Tee", quantity: 1, unit_price: 3000 }],
          currency: "jpy",
        })
        await shop.sync()
        expect(await profile(email)).toMatchObject({ orders: 2, revenue: 2500, aov: 2500 })
        expect(
          await shop.row(`select net::int, net_base from engage_purchase where currency = 'jpy'`)
        ).toEqual({
          net: 3000,
          net_base: null,
        })
      })

      it("leaves drafts out", async () => {
        const email = "h@shop.example"
        const customer = await shop.customer(email)
        const order = await shop.order({ customer, email, lines: [MUG] })
        await shop.db.raw(
          `update "order" set is_draft_order = true, status = 'draft' where id = ?`,
          [order]
        )
        await shop.sync()
        expect(await profile(email)).toMatchObject({ orders: 0, revenue: 0 })
      })
    })

    describe("faults", () => {
      it("finds what a lost event would have told", async () => {
        const email = "i@shop.example"
        const customer = await shop.customer(email)
        await shop.sync()
        await shop.order({ customer, email, lines: [MUG] })
        await shop.db.raw(`delete from engage_inbox`)
        await shop.sync()
        expect(await profile(email)).toMatchObject({ orders: 1 })
      })

      it("reads what an event names at once, without waiting for the next pass", async () => {
        const email = "j@shop.example"
        const customer = await shop.customer(email)
        await shop.sync()
        const order = await shop.order({ customer, email, lines: [MUG] })
        await putInbox(shop.db, "order", [order], "order.placed")
        const settings = await readSettings(shop.db, shop.profiles.options)
        await syncStep(shop.db, settings, new Date())
        expect(await profile(email)).toMatchObject({ orders: 1 })
        expect(await shop.row(`select count(*)::int as n from engage_inbox`)).toEqual({ n: 0 })
      })

      it("ends equal to a recount when a worker is killed in the middle of a batch", async () => {
        for (let i = 0; i < 20; i++) {
          const email = `k${i}@shop.example`
          const customer = await shop.customer(email)
          await shop.order({ customer, email, lines: [MUG, LAMP] })
        }
        const settings = await readSettings(shop.db, shop.profiles.options)
        await createWatermarks(shop.db)
        for (const source of ["customer", "order"] as const) {
          // The batch is done but its transaction never commits, as when the process dies.
          await expect(
            shop.db.transaction(async (trx) => {
              await passBatch(trx, source, settings, new Date())
              throw new Error("killed")
            })
          ).rejects.toThrow("killed")
        }
        expect(await shop.row(`select count(*)::int as n from engage_purchase`)).toEqual({ n: 0 })
        await shop.sync()
        await expectFactsToMatch()
      })

      it("gives the same facts when everything is read twice", async () => {
        const email = "l@shop.example"
        const customer = await shop.customer(email)
        await shop.order({ customer, email, lines: [MUG] })
        await shop.sync()
        const before = await shop.rows(`select * from engage_profile order by id`)
        await shop.db.raw(`update engage_watermark set high_at = '-infinity'`)
        await shop.sync()
        expect(await shop.rows(`select * from engage_profile order by id`)).toEqual(before)
      })

      it("repairs by the daily recount what no watermark can see, and reports it", async () => {
        const email = "m@shop.example"
        const customer = await shop.customer(email)
        const kept = await shop.order({ customer, email, lines: [MUG] })
        const lost = await shop.order({ customer, email, lines: [LAMP] })
        await shop.sync()
        // Deleted for good behind Medusa's back, and one written with an old time stamp.
        await shop.db.raw(`delete from order_item where order_id = ?`, [lost])
        await shop.db.raw(`delete from order_summary where order_id = ?`, [lost])
        await shop.db.raw(`delete from "order" where id = ?`, [lost])
        const old = await shop.order({ customer, email, lines: [MUG], daysAgo: 400 })
        await shop.db.raw(`update "order" set updated_at = created_at where id = ?`, [old])
        await shop.db.raw(`update order_summary set updated_at = '2001-01-01' where order_id = ?`, [
          old,
        ])

        const settings = await readSettings(shop.db, shop.profiles.options)
        await reconcile(shop.db, settings, new Date())
        await shop.sync()
        expect(
          await shop.row(
            `select shop::int, ours::int, repaired::int from engage_reconciliation where source = 'order'`
          )
        ).toEqual({ shop: 2, ours: 2, repaired: 2 })
        expect(
          (await shop.rows<{ order_id: string }>(`select order_id from engage_purchase`))
            .map((r) => r.order_id)
            .sort()
        ).toEqual([kept, old].sort())
        await expectFactsToMatch()
      })

      it("lets two workers read at once and counts nobody twice", async () => {
        for (let i = 0; i < 10; i++) {
          const email = `n${i}@shop.example`
          const customer = await shop.customer(email)
          await shop.order({ customer, email, lines: [MUG] })
        }
        await Promise.all([shop.sync(), shop.sync(), shop.sync()])
        expect(await shop.row(`select count(*)::int as n from engage_profile`)).toEqual({ n: 10 })
        await expectFactsToMatch()
      })
    })
  },
})
