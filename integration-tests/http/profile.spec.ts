import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { encodeCursor } from "../../src/lib/cursor"
import { PROFILE_MODULE } from "../../src/modules/profile"
import type ProfileModuleService from "../../src/modules/profile/service"
import { adminHeaders } from "./support/admin"
import { TestShop } from "./support/shop"

jest.setTimeout(300_000)

const MUG = { title: "Mug", quantity: 2, unit_price: 12.5 }
const LAMP = { title: "Lamp", quantity: 1, unit_price: 40 }

/** What hangs on a person, without the numbers and times that change by being written. */
const EVERYTHING = `
  select p.email, p.first_name, p.last_name, p.phone, p.birthday::text, p.has_account, p.orders, p.revenue::int, p.items, p.aov::int,
    p.first_order_value::int, p.last_order_value::int, p.largest_order::int, p.median_gap_days, p.custom, p.assigned, p.removed_at,
    p.merged_into, p.subscribed,
    (select json_agg(u.order_id order by u.order_id) from engage_purchase u where u.profile_id = p.id) as purchases,
    (select json_agg(i.kind || i.value order by i.kind, i.value) from engage_identity i where i.profile_id = p.id) as identities,
    (select json_agg(json_build_array(c.channel, c.topic, c.state, c.since, c.method) order by 1::text, c.channel, c.topic)
     from engage_consent c where c.profile_id = p.id) as consents,
    (select json_agg(t.tag order by t.tag) from engage_profile_tag t where t.profile_id = p.id) as tags,
    (select count(*)::int from engage_consent_log l where l.profile_id = p.id) as consent_log,
    (select count(*)::int from engage_profile_product x where x.profile_id = p.id) as products,
    (select count(*)::int from engage_merge_log v where v.profile_id = p.id) as devices
  from engage_profile p order by p.id
`

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let shop: TestShop
    let admin: Awaited<ReturnType<typeof adminHeaders>>
    const call = async (method: "get" | "post" | "delete", path: string, body?: unknown) => {
      const config = { ...admin, validateStatus: () => true }
      const url = `/admin/engage${path}`
      return method === "post" ? api.post(url, body ?? {}, config) : api[method](url, config)
    }
    const idOf = async (email: string) =>
      (await call("get", `/profiles?q=${encodeURIComponent(email)}`)).data.profiles[0].id as string
    const count = async (attribute: string, operator: string, value?: unknown) => {
      const rule = { type: "condition", attribute, operator, value }
      const { data } = await call("post", "/segments/preview", {
        rules: { version: 1, root: { type: "group", op: "and", children: [rule] } },
      })
      return data.count ?? data
    }

    // Once: what is there before the first test is there before each.
    beforeAll(async () => {
      admin = await adminHeaders(api as never, getContainer())
    })

    beforeEach(() => {
      shop = new TestShop(getContainer())
    })

    describe("attributes", () => {
      it("writes an edit back to Medusa's customer and address, with its source and history", async () => {
        const customer = await shop.customer("ann@shop.example", {
          first_name: "Ann",
          metadata: { kept: "yes" },
        })
        await shop.sync()
        const id = await idOf("ann@shop.example")
        const { status, data } = await call("post", `/profiles/${id}`, {
          attributes: {
            first_name: "Anna",
            phone: "0171 5551234",
            birthday: "1990-02-28",
            gender: "female",
            city: "Berlin",
            postal_code: "10115",
            country: "de",
          },
        })
        expect([status, data.message]).toEqual([200, undefined])
        expect(data.profile).toMatchObject({
          first_name: "Anna",
          phone: "+491715551234",
          birthday: "1990-02-28",
          city: "Berlin",
          country: "de",
        })
        expect(data.profile.sources.first_name.source).toBe("staff")
        expect(data.profile.sources.last_name.source).toBe("shop")

        const stored = await shop.customers.retrieveCustomer(customer, {
          relations: ["addresses"],
        })
        expect(stored).toMatchObject({
          first_name: "Anna",
          phone: "0171 5551234",
          metadata: { kept: "yes", birthday: "1990-02-28", gender: "female" },
        })
        expect(stored.addresses).toMatchObject([
          { city: "Berlin", postal_code: "10115", country_code: "de", is_default_shipping: true },
        ])
        await shop.sync()
        expect(await shop.rows(`select key, source from engage_value_log order by key`)).toEqual(
          ["birthday", "city", "country", "first_name", "gender", "phone", "postal_code"].map(
            (key) => ({ key, source: "staff" })
          )
        )

        await shop.customers.updateCustomers(customer, { first_name: "Annie" })
        await shop.sync()
        const after = (await call("get", `/profiles/${id}`)).data.profile
        expect(after.first_name).toBe("Annie")
        expect(after.sources.first_name.source).toBe("shop")
        const { items } = (await call("get", `/profiles/${id}/timeline?kinds=change&q=annie`)).data
        expect(items).toMatchObject([
          { kind: "change", change: { key: "first_name", old: "Anna", new: "Annie" } },
        ])
      })

      it("leaves the e-mail of an account alone, and refuses another person's for a guest", async () => {
        await shop.customer("a@shop.example")
        await shop.customer("guest@shop.example", { has_account: false })
        await shop.sync()
        const attributes = { email: "new@shop.example" }
        const account = await call("post", `/profiles/${await idOf("a@shop.example")}`, {
          attributes,
        })
        expect([account.status, account.data.message]).toEqual([
          400,
          "email: this person signs in with it, so only they can change it, in the shop",
        ])
        const guest = await idOf("guest@shop.example")
        const taken = await call("post", `/profiles/${guest}`, {
          attributes: { email: "a@shop.example" },
        })
        expect(taken.data.message).toMatch(/another profile has this address/)
        const { data } = await call("post", `/profiles/${guest}`, { attributes })
        expect(data.profile.email).toBe("new@shop.example")
        await shop.sync()
        expect((await shop.customers.listCustomers({ email: "new@shop.example" })).length).toBe(1)
        expect(await idOf("new@shop.example")).toBe(guest)
      })
    })

    describe("fields", () => {
      it("finds keys in metadata, registers them typed, and speaks of them in rules", async () => {
        const customer = await shop.customer("f@shop.example", {
          metadata: { shoe_size: "42", vip: true, joined: "2024-03-01", birthday: "1990-01-01" },
        })
        await shop.customer("g@shop.example", { metadata: { shoe_size: "big" } })
        await shop.order({ customer, email: "f@shop.example", lines: [MUG] })
        await shop.db.raw(`update "order" set metadata = '{"giftWrap": "yes", "floor": 3}'`)
        await shop.sync()

        const { candidates } = (await call("get", "/fields/discover")).data
        expect(
          candidates.map((c: Record<string, unknown>) => [c.scope, c.key, c.type, c.seen])
        ).toEqual([
          ["profile", "shoe_size", "string", 2],
          ["profile", "joined", "date", 1],
          ["profile", "vip", "boolean", 1],
          ["purchase", "floor", "number", 1],
          ["purchase", "gift_wrap", "boolean", 1],
        ])
        for (const [scope, key, type, metadata_key] of [
          ["profile", "shoe_size", "number", "shoe_size"],
          ["profile", "vip", "boolean", "vip"],
          ["profile", "joined", "date", "joined"],
          ["purchase", "floor", "number", "floor"],
        ]) {
          const { status } = await call("post", "/fields", {
            scope,
            key,
            type,
            metadata_key,
            label: key,
          })
          expect(status).toBe(200)
        }
        expect(await count("field.shoe_size", "gte", 42)).toBe(1)
        expect(await count("field.shoe_size", "empty")).toBe(1)
        expect(await count("field.vip", "is_true")).toBe(1)
        expect(await count("field.joined", "before", "2024-03-02")).toBe(1)
        const has = {
          type: "has",
          collection: "purchases",
          where: [
            { type: "condition", attribute: "purchase.field.floor", operator: "eq", value: 3 },
          ],
          within: { kind: "ever" },
          measure: { fn: "count" },
          operator: "gte",
          value: 1,
        }
        const { data } = await call("post", "/segments/preview", {
          rules: { version: 1, root: { type: "group", op: "and", children: [has] } },
        })
        expect(data.count).toBe(1)

        await shop.customers.updateCustomers(customer, { metadata: { shoe_size: 43 } })
        await shop.sync()
        expect(await count("field.shoe_size", "eq", 43)).toBe(1)
      })

      it("registers a key of order lines, and filters what was bought by it", async () => {
        const buyer = async (name: string, colour: string) => {
          const customer = await shop.customer(`${name}@shop.example`)
          const email = `${name}@shop.example`
          const order = await shop.order({ customer, email, lines: [MUG, LAMP] })
          await shop.rows(
            `update order_line_item l set metadata = jsonb_build_object('colour', ?::text)
             from order_item i where i.item_id = l.id and i.order_id = ? and l.title = 'Mug'`,
            [colour, order]
          )
        }
        await buyer("red", "red")
        await buyer("blue", "blue")
        await shop.sync()
        const found = (await call("get", "/fields/discover")).data.candidates
        expect(found).toMatchObject([{ scope: "line", key: "colour", seen: 2 }])
        const field = { scope: "line", key: "colour", label: "Colour", type: "string" }
        await call("post", "/fields", { ...field, metadata_key: "colour" })
        const who = async (...where: [attribute: string, operator: string, value: unknown][]) => {
          const has = {
            type: "has",
            collection: "products",
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
          const { data } = await call("post", "/segments/preview", {
            rules: { version: 1, root: { type: "group", op: "and", children: [has] } },
          })
          return data.sample.map((p: { email: string }) => p.email.split("@")[0]).sort()
        }
        expect(await who(["product.field.colour", "in", ["Red"]])).toEqual(["red"])
        expect(await who(["product.field.colour", "contains", "e"])).toEqual(["blue", "red"])
        // Of the lamp nothing is known.
        expect(await who(["product.field.colour", "empty", undefined])).toEqual(["blue", "red"])
      })

      it("stand in the order that the shop chose", async () => {
        const make = async (key: string, scope = "line") =>
          (await call("post", "/fields", { scope, key, label: key, type: "string" })).data.field
            .id as string
        const [a, b, c] = [await make("a"), await make("b"), await make("c")]
        const other = await make("d", "purchase")
        const { data } = await call("post", "/fields/order", { ids: [c, a, b] })
        const keys = (fields: { key: string; scope: string }[]) =>
          fields.filter(({ scope }) => scope === "line").map(({ key }) => key)
        expect(keys(data.fields)).toEqual(["c", "a", "b"])
        expect(keys((await call("get", "/fields")).data.fields)).toEqual(["c", "a", "b"])
        for (const ids of [[a, b], [a, b, other], [a, a, b], ["none"]])
          expect((await call("post", "/fields/order", { ids })).data.message).toBe(
            "ids: must be all fields of one scope, each once; read the fields again"
          )
        const orders = Array.from({ length: 12 }, (_, i) => (i % 2 ? [a, b, c] : [c, b, a]))
        const answers = await Promise.all(
          orders.map((ids) => call("post", "/fields/order", { ids }))
        )
        expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200))
      })

      it("edits values by their type, writes them to Medusa's metadata, and tells usage before removing", async () => {
        const customer = await shop.customer("h@shop.example")
        await shop.sync()
        const { data } = await call("post", "/fields", {
          scope: "profile",
          key: "tier",
          label: "Tier",
          type: "enum",
          options: [
            { value: "gold", label: "Gold" },
            { value: "silver", label: "Silver" },
          ],
          metadata_key: "tier",
        })
        const id = await idOf("h@shop.example")
        const wrong = await call("post", `/profiles/${id}`, { fields: { tier: "tin" } })
        expect([wrong.status, wrong.data.message]).toEqual([
          400,
          "tier: must be one of gold, silver",
        ])
        await call("post", `/profiles/${id}`, { fields: { tier: "gold", pets: ["dog", "cat"] } })
        expect((await shop.customers.retrieveCustomer(customer)).metadata).toEqual({ tier: "gold" })
        expect(await count("field.pets", "in", ["cat", "fish"])).toBe(1)
        expect(await count("field.pets", "not_in", ["dog"])).toBe(0)

        const rules = {
          version: 1,
          root: {
            type: "group",
            op: "and",
            children: [
              { type: "condition", attribute: "field.tier", operator: "in", value: ["gold"] },
            ],
          },
        }
        await call("post", "/segments", { name: "Gold people", rules })
        const { usage } = (await call("get", `/fields/${data.field.id}/usage`)).data
        expect(usage).toMatchObject({
          values: 1,
          used_in: [{ kind: "segment", name: "Gold people" }],
        })
        expect((await call("delete", `/fields/${data.field.id}`)).status).toBe(200)
        expect(await shop.rows(`select custom from engage_profile`)).toEqual([
          { custom: { pets: ["dog", "cat"] } },
        ])
      })

      it("assigns metrics with history, refusing wrong rows alone", async () => {
        await shop.customer("m@shop.example")
        await shop.sync()
        await call("post", "/fields", { scope: "metric", key: "nps", label: "NPS", type: "number" })
        const values = [
          { email: "m@shop.example", metric: "nps", value: 7 },
          { email: "nobody@shop.example", metric: "nps", value: 7 },
          { email: "m@shop.example", metric: "nps", value: "seven" },
          { email: "m@shop.example", metric: "unknown", value: 1 },
          { metric: "nps", value: 1 },
        ]
        const { data } = await call("post", "/metric-values", { values })
        expect(data.changed).toBe(1)
        expect(data.refused.map((r: { index: number }) => r.index)).toEqual([1, 2, 3, 4])
        await call("post", "/metric-values", { values: [{ ...values[0], value: 9 }] })
        expect(await count("metric.nps", "gte", 9)).toBe(1)
        const { profile } = (await call("get", `/profiles/${await idOf("m@shop.example")}`)).data
        expect(profile.assigned).toMatchObject([
          { key: "nps", value: 9, history: [{ value: "7" }, { value: "9" }] },
        ])
      })
    })

    describe("metrics", () => {
      it("equal a recount, and tell what they were 30 days ago and which orders they come from", async () => {
        const email = "r@shop.example"
        const customer = await shop.customer(email)
        await shop.order({ customer, email, lines: [LAMP], daysAgo: 100 })
        await shop.order({ customer, email, lines: [MUG], daysAgo: 60 })
        await shop.order({ customer, email, lines: [MUG, LAMP], daysAgo: 10 })
        await shop.sync()
        const id = await idOf(email)
        const { profile } = (await call("get", `/profiles/${id}`)).data
        const metric = (key: string) =>
          profile.metrics.find((m: { key: string }) => m.key === key) as Record<string, unknown>
        expect(profile.metrics.length).toBeGreaterThanOrEqual(25)
        expect(metric("orders")).toMatchObject({ value: 3, before: 2, behind: "counted" })
        expect(metric("revenue")).toMatchObject({ value: 13000, before: 6500 })
        expect(metric("largest_order")).toMatchObject({ value: 6500, before: 4000 })
        expect(metric("first_order_value").value).toBe(4000)
        expect(metric("last_order_value")).toMatchObject({ value: 6500, before: 2500 })
        expect(metric("median_gap_days").value).toBeCloseTo(45, 3)
        expect(metric("items_per_order").value).toBe(2)
        expect(metric("orders_365").value).toBe(3)
        expect(metric("churn_risk").value).toBeNull()
        expect(profile.predictions).toBe("low_data")
        const largest = (await call("get", `/profiles/${id}/orders?behind=largest`)).data.orders
        expect(largest).toMatchObject([{ net: 6500, items: 3 }])
        const first = (await call("get", `/profiles/${id}/orders?limit=2`)).data
        expect(first.orders.length).toBe(2)
        const next = (await call("get", `/profiles/${id}/orders?cursor=${first.next_cursor}`)).data
        expect(next.orders[0].id).not.toBe(first.orders[1].id)
        const foreign = encodeCursor({ value: "2026-11-23T00:00:00.000Z", id: "x" })
        const refused = await call("get", `/profiles/${id}/orders?cursor=${foreign}`)
        expect([refused.status, refused.data.message]).toEqual([
          400,
          expect.stringContaining("cursor: not a cursor of this list"),
        ])
      })

      it("tell which order, refund or cancellation made them what they are", async () => {
        const email = "h@shop.example"
        const customer = await shop.customer(email)
        await shop.order({ customer, email, lines: [LAMP], daysAgo: 10 })
        const back = await shop.order({ customer, email, lines: [MUG], daysAgo: 5 })
        const gone = await shop.order({ customer, email, lines: [LAMP], daysAgo: 3 })
        const amount = { currency_code: "eur", reference: "refund", reference_id: "re_1" }
        await shop.orders.addOrderTransactions({ order_id: back, amount: -5.5, ...amount })
        await shop.sync()
        await shop.orders.cancel([gone])
        await shop.sync()
        const path = `/profiles/${await idOf(email)}`
        type Entry = { cause: string; order_id: string; changes: Record<string, unknown>[] }
        const read = async (query = "") =>
          (await call("get", `${path}/timeline?kinds=number${query}`)).data as {
            items: Entry[]
            next_cursor: string
          }
        const told = ({ cause, changes }: Entry) => [
          cause,
          Object.fromEntries(changes.map((one) => [one.key, [one.old, one.new]])),
        ]
        const { items } = await read()
        expect(items.map(told)).toEqual([
          [
            "cancelled",
            {
              orders: [3, 2],
              revenue: [9950, 5950],
              aov: [3317, 2975],
              items: [4, 3],
              cancelled_orders: [0, 1],
            },
          ],
          ["refund", { revenue: [10500, 9950], aov: [3500, 3317], refunded: [0, 550] }],
          ["order", { orders: [2, 3], revenue: [6500, 10500], aov: [3250, 3500], items: [3, 4] }],
          ["order", { orders: [1, 2], revenue: [4000, 6500], aov: [4000, 3250], items: [1, 3] }],
          ["order", { orders: [0, 1], revenue: [0, 4000], aov: [null, 4000], items: [0, 1] }],
        ])
        expect([items[0].order_id, items[1].order_id]).toEqual([gone, back])
        const page = await read("&limit=2")
        const rest = await read(`&cursor=${page.next_cursor}`)
        expect([...page.items, ...rest.items]).toEqual(items)
        // The numbers themselves say the same.
        const { metrics } = (await call("get", path)).data.profile
        const now = Object.fromEntries(
          metrics.map((one: { key: string; value: unknown }) => [one.key, one.value])
        )
        expect(now).toMatchObject({ orders: 2, revenue: 5950, aov: 2975, items: 3, refunded: 550 })
        expect((await call("get", `${path}/timeline`)).data.items).not.toContainEqual(
          expect.objectContaining({ kind: "number" })
        )
      })
    })

    describe("identity", () => {
      it("merges two people and takes it back exactly", async () => {
        const a = await shop.customer("a@shop.example", {
          first_name: "Ada",
          metadata: { email_opt_in: true },
        })
        const b = await shop.customer("b@shop.example", {
          has_account: false,
          first_name: "Ada",
          last_name: "Byron",
          phone: "+49 171 5551234",
          metadata: { email_opt_in: true, sms_opt_in: true },
        })
        await shop.order({ customer: a, email: "a@shop.example", lines: [MUG], daysAgo: 20 })
        await shop.order({ customer: b, email: "b@shop.example", lines: [LAMP], daysAgo: 10 })
        await shop.sync()
        const [kept, gone] = [await idOf("a@shop.example"), await idOf("b@shop.example")]
        await call("post", `/profiles/${gone}`, { fields: { pets: ["dog"] } })
        await call("post", "/tags", { list: `${kept}\n${gone}`, add: ["press"] })
        await call("post", "/tags", { list: gone, add: ["local"] })
        await call("post", `/profiles/${gone}/consent`, {
          channel: "email",
          state: "unsubscribed",
          reason: "asked on the phone",
        })
        await shop.sync()
        await shop.rows(`
          insert into engage_merge_log (visitor_id, profile_id, reason, at, since, events, sessions)
          select 1, id, 'login', now(), now(), 2, 1 from engage_profile where email = 'b@shop.example'
        `)
        const before = await shop.rows(EVERYTHING)

        const { status, data } = await call("post", "/merges", { kept, gone })
        expect([status, data.message]).toEqual([200, undefined])
        await shop.sync()
        const { profile } = (await call("get", `/profiles/${gone}`)).data
        expect(profile).toMatchObject({
          id: kept,
          orders: 2,
          revenue: 6500,
          last_name: "Byron",
          subscribed: ["sms"],
          tags: [{ name: "local" }, { name: "press" }],
        })
        expect(profile.fields.find((f: { key: string }) => f.key === "pets").value).toEqual(["dog"])
        expect((await call("get", "/profiles")).data.profiles.length).toBe(1)
        expect((await call("get", `/profiles/${kept}/devices`)).data.devices).toMatchObject([
          { reason: "login", events: 2 },
        ])
        const { merges } = (await call("get", "/merges")).data
        expect(merges).toMatchObject([
          { id: data.merge_id, kept: { name: "Ada" }, gone: { name: "Ada Byron" }, purchases: 1 },
        ])

        expect((await call("post", `/merges/${data.merge_id}/undo`)).status).toBe(200)
        await shop.sync()
        expect(await shop.rows(EVERYTHING)).toEqual(before)
        const again = await call("post", `/merges/${data.merge_id}/undo`)
        expect(again.data.message).toBe("This merge has been undone already")
      })

      it("gives purchases made after the merge back to the customer who made them", async () => {
        const a = await shop.customer("a@shop.example")
        const b = await shop.customer("b@shop.example")
        await shop.sync()
        const [kept, gone] = [await idOf("a@shop.example"), await idOf("b@shop.example")]
        const { data } = await call("post", "/merges", { kept, gone })
        await shop.order({ customer: a, email: "a@shop.example", lines: [MUG] })
        await shop.order({ customer: b, email: "b@shop.example", lines: [LAMP] })
        await shop.sync()
        expect((await call("get", `/profiles/${kept}`)).data.profile.orders).toBe(2)
        await call("post", `/merges/${data.merge_id}/undo`)
        await shop.sync()
        expect((await call("get", `/profiles/${kept}`)).data.profile.revenue).toBe(2500)
        expect((await call("get", `/profiles/${gone}`)).data.profile.revenue).toBe(4000)
      })

      it("finds duplicates by their signs, remembers a no, and merges by rule", async () => {
        await shop.customer("ann.smith@gmail.com", { phone: "+491715551234" })
        await shop.customer("annsmith+x@gmail.com")
        await shop.customer("other@shop.example", { phone: "0171 5551234", has_account: false })
        await shop.customer("nobody@shop.example")
        await shop.sync()
        expect((await call("post", "/duplicates/search")).data).toEqual({ open: 2, merged: 0 })
        const { duplicates } = (await call("get", "/duplicates")).data
        expect(duplicates.map((d: { reasons: string[] }) => d.reasons)).toEqual([
          ["mailbox"],
          ["phone"],
        ])
        const profiles = duplicates[0].profiles.map((p: { id: string }) => p.id)
        await call("post", "/duplicates/dismiss", { profiles })
        expect((await call("get", "/duplicates")).data.open).toBe(1)
        await call("post", "/duplicates/rules", { phone: "merge" })
        expect((await call("post", "/duplicates/search")).data).toEqual({ open: 0, merged: 1 })
        expect((await call("get", "/profiles")).data.profiles.length).toBe(3)
      })

      it("only proposes two people who both have an account, whatever the rule and the order", async () => {
        const phone = "+491715551234"
        const guest = await shop.customer("guest@shop.example", { phone, has_account: false })
        await shop.order({ customer: guest, email: "guest@shop.example", lines: [LAMP] })
        await shop.customer("ann@shop.example", { phone })
        await shop.customer("ben@shop.example", { phone })
        await shop.sync()
        await call("post", "/duplicates/rules", { phone: "merge" })
        // The guest is one of the two from then on, and so has an account as well.
        expect((await call("post", "/duplicates/search")).data.merged).toBe(1)
        expect((await call("post", "/duplicates/search")).data).toEqual({ open: 1, merged: 0 })
        const [{ reasons, profiles }] = (await call("get", "/duplicates")).data.duplicates
        expect([reasons, profiles.map((p: { has_account: boolean }) => p.has_account)]).toEqual([
          ["phone"],
          [true, true],
        ])
      })
    })

    describe("tags", () => {
      const rule = (...children: object[]) => ({
        rules: { version: 1, root: { type: "group", op: "and", children } },
      })
      const given = (where: object[], within: object = { kind: "ever" }, negated = false) => ({
        type: "has",
        collection: "tags",
        where: where.map((one) => ({ type: "condition", ...one })),
        within,
        measure: { fn: "count" },
        operator: negated ? "eq" : "gte",
        value: negated ? 0 : 1,
      })
      const people = async (...children: object[]) => {
        const { status, data } = await call("post", "/segments/preview", rule(...children))
        expect([status, data.message]).toEqual([200, undefined])
        return data.sample.map((p: { email: string }) => p.email[0]).sort()
      }
      const tag = (operator: string, value: string[]) => ({
        type: "condition",
        attribute: "tag",
        operator,
        value,
      })

      beforeEach(async () => {
        for (const one of ["a", "b", "c"]) await shop.customer(`${one}@shop.example`)
        await shop.sync()
      })

      it("are given and taken one by one, in bulk and by a segment, with who and when", async () => {
        const list = "a@shop.example\nb@shop.example\nnobody@shop.example"
        const first = await call("post", "/tags", { list, add: ["Press", "local"] })
        expect(first.data).toEqual({ added: 4, removed: 0, unmatched: ["nobody@shop.example"] })
        // Another case is no other tag, and having it twice is having it.
        const again = await call("post", "/tags", { list, add: ["PRESS"], remove: ["LOCAL"] })
        expect(again.data).toMatchObject({ added: 0, removed: 2 })
        expect((await call("get", "/tags")).data).toEqual({
          tags: [{ name: "Press", profiles: 2 }],
          next_cursor: null,
        })

        const made = await call("post", "/segments", {
          name: "P",
          ...rule(tag("any_of", ["Press"])),
        })
        const { id } = made.data.segment
        await call("post", `/segments/${id}/refresh`)
        const bulk = await call("post", "/tags", { segment_id: id, add: ["invited"] })
        expect(bulk.data).toEqual({ added: 2, removed: 0, unmatched: [] })
        const page = (await call("get", "/tags?limit=1")).data
        expect(page.tags).toEqual([{ name: "invited", profiles: 2 }])
        const next = (await call("get", `/tags?limit=1&cursor=${page.next_cursor}`)).data
        expect(next).toEqual({ tags: [{ name: "Press", profiles: 2 }], next_cursor: null })
        expect((await call("get", "/tags?q=VIT")).data.tags).toHaveLength(1)
        await call("post", "/tags", { list: "b@shop.example", remove: ["invited"] })
        const listed = async (query: string) =>
          (await call("get", `/profiles?order=name&${query}`)).data.profiles.map(
            (row: { email: string; tags: string[] }) => [row.email, row.tags]
          )
        const both = await listed("tag=Press")
        expect(both).toHaveLength(2)
        expect(both).toEqual(
          expect.arrayContaining([
            ["a@shop.example", ["invited", "Press"]],
            ["b@shop.example", ["Press"]],
          ])
        )
        expect(await listed("tag=invited")).toEqual([["a@shop.example", ["invited", "Press"]]])
        expect(await listed("tag=press")).toEqual([])

        const ann = await idOf("a@shop.example")
        const { profile } = (await call("get", `/profiles/${ann}`)).data
        expect(profile.tags).toMatchObject([
          { name: "invited", source: "staff", by: "admin@engage.example" },
          { name: "Press", source: "staff", by: "admin@engage.example" },
        ])
        const { items } = (await call("get", `/profiles/${ann}/timeline?kinds=change`)).data
        expect(
          items.map(({ change }: { change: Record<string, unknown> }) => [
            change.key,
            change.old,
            change.new,
            change.source,
          ])
        ).toEqual(
          expect.arrayContaining([
            ["tag", null, "invited", "staff"],
            ["tag", "local", null, "staff"],
            ["tag", null, "Press", "staff"],
          ])
        )
      })

      it("are asked for by rules: who has them or not, since when and from whom", async () => {
        await call("post", "/tags", { list: "a@shop.example", add: ["x", "y"] })
        await call("post", "/tags", { list: "b@shop.example", add: ["y"] })
        await shop.rows(
          `update engage_profile_tag set added_at = added_at - interval '40 days', source = 'api' where tag = 'x'`
        )
        expect(await people(tag("any_of", ["x", "y"]))).toEqual(["a", "b"])
        expect(await people(tag("all_of", ["x", "y"]))).toEqual(["a"])
        expect(await people(tag("none_of", ["x"]))).toEqual(["b", "c"])
        const month = { kind: "last", days: 30 }
        const named = (name: string) => ({
          attribute: "tag.name",
          operator: "in",
          value: [name],
        })
        expect(await people(given([], month))).toEqual(["a", "b"])
        expect(await people(given([named("x")], month))).toEqual([])
        expect(await people(given([named("x")]))).toEqual(["a"])
        expect(
          await people(given([{ attribute: "tag.source", operator: "in", value: ["api"] }]))
        ).toEqual(["a"])
        expect(await people(given([], { kind: "ever" }, true))).toEqual(["c"])
      })

      it("refuses a tag that files could not hold, and a change of nothing", async () => {
        const refused = async (body: object) => (await call("post", "/tags", body)).status
        expect(await refused({ list: "a@shop.example", add: ["a,b"] })).toBe(400)
        expect(await refused({ list: "a@shop.example", add: [" "] })).toBe(400)
        expect(await refused({ list: "a@shop.example" })).toBe(400)
        expect(await refused({ add: ["a"] })).toBe(400)
        expect(await refused({ segment_id: "eseg_none", add: ["a"] })).toBe(404)
      })
    })

    describe("double opt-in", () => {
      const key = async () => {
        const { ApiKeyType } = await import("@medusajs/framework/utils")
        const keys = getContainer().resolve("api_key")
        const channels = getContainer().resolve("sales_channel")
        const made = await keys.createApiKeys({
          title: "shop",
          type: ApiKeyType.PUBLISHABLE,
          created_by: "test",
        })
        const channel = await channels.createSalesChannels({ name: "web" })
        await getContainer()
          .resolve("link")
          .create({
            api_key: { publishable_key_id: made.id },
            sales_channel: { sales_channel_id: channel.id },
          })
        return { "x-publishable-api-key": made.token }
      }
      const subscribe = (headers: object, body: object) =>
        api.post("/store/engage/subscribe", body, {
          headers: headers as Record<string, string>,
          validateStatus: () => true,
        })
      const mails = () =>
        shop.rows<{ recipient: string; text: string }>(
          `select recipient, text from engage_sandbox_mail order by id`
        )

      it("subscribes nobody before the button of the mail's link is pressed, with proof", async () => {
        const headers = await key()
        const body = {
          email: "New@Shop.example",
          topics: ["offers"],
          attributes: { first_name: "Nora" },
          fields: { pets: ["cat"] },
          text_version: "form-7",
        }
        const { options } = getContainer().resolve<ProfileModuleService>(PROFILE_MODULE)
        options.privacy.ipAddresses = "cut"
        const asked = await subscribe(headers, body)
        expect([asked.status, asked.data]).toEqual([202, { accepted: true }])
        expect(await shop.rows(`select * from engage_consent`)).toEqual([])
        const [ref] = await shop.rows<{ ref: string }>(`select ref from engage_run`)
        const url = `/engage/confirm/${ref.ref}`
        expect((await mails()).map((m) => m.recipient)).toEqual(["new@shop.example"])

        expect((await api.get(url)).data).toMatch(/Yes, send me e-mail/)
        expect(await shop.rows(`select * from engage_consent`)).toEqual([])
        expect((await api.post(url)).data).toMatch(/You are subscribed/)
        expect((await api.post(url)).data).toMatch(/You are subscribed/)
        expect(
          await shop.rows(
            `select topic, state, method, ip, text_version from engage_consent_log order by topic`
          )
        ).toEqual(
          ["*", "offers"].map((topic) => ({
            topic,
            state: "subscribed",
            method: "double_opt_in",
            ip: expect.stringMatching(/^(127\.0\.0\.0|0:0:0::)$/),
            text_version: "form-7",
          }))
        )
        options.privacy.ipAddresses = "whole"
        expect(await shop.row(`select first_name, custom, source from engage_profile`)).toEqual({
          first_name: "Nora",
          custom: { pets: ["cat"] },
          source: "form",
        })
      })

      it("cannot be used to fill a mailbox, to change a stranger's data, or to join a private topic", async () => {
        const headers = await key()
        await shop.customer("a@shop.example", { first_name: "Ada" })
        await shop.sync()
        for (let i = 0; i < 5; i++) {
          const { status } = await subscribe(headers, {
            email: "a@shop.example",
            attributes: { first_name: "Mallory" },
          })
          expect(status).toBe(202)
        }
        expect((await mails()).length).toBe(3)
        expect(await shop.row(`select first_name from engage_profile`)).toEqual({
          first_name: "Ada",
        })
        await call("post", "/topics", { key: "staff", name: "Staff", private: true })
        const { status, data } = await subscribe(headers, {
          email: "b@shop.example",
          topics: ["staff"],
        })
        expect([status, data.message]).toEqual([
          400,
          "topics: staff is not offered; there are news, offers",
        ])
        expect(
          (await api.get("/engage/confirm/opt_aaaa", { validateStatus: () => true })).status
        ).toBe(404)
      })
    })

    describe("offline purchases", () => {
      const purchase = (external_id: string, more: object = {}) => ({
        external_id,
        email: "store@shop.example",
        placed_at: "2026-01-05T10:00:00Z",
        currency: "eur",
        source_code: "Store 7",
        lines: [{ title: "Teapot", quantity: 2, net: 3000 }],
        ...more,
      })

      it("count once however often they are sent, and refuse wrong rows alone", async () => {
        const purchases = [
          purchase("r1"),
          purchase("r2", { email: undefined, phone: "0171 5551234", lines: [] }),
          purchase("r3", { email: "not an address" }),
          purchase("r4", { email: undefined, phone: "0171 5551234" }),
          { external_id: "r5" },
        ]
        const first = (await call("post", "/purchases", { purchases })).data
        expect([first.created, first.updated]).toEqual([2, 0])
        expect(first.refused.map((r: { index: number }) => r.index)).toEqual([1, 2, 4])
        const second = (await call("post", "/purchases", { purchases: [purchase("r1")] })).data
        expect(second).toEqual({ created: 0, updated: 1, refused: [] })
        await shop.sync()
        const { profile } = (await call("get", `/profiles/${await idOf("store@shop.example")}`))
          .data
        expect(profile).toMatchObject({ orders: 1, revenue: 3000, source: "offline" })
        const { orders } = (await call("get", `/profiles/${profile.id}/orders`)).data
        expect(orders).toMatchObject([
          { source: "offline", number: "r1", source_code: "Store 7", net: 3000, items: 2 },
        ])

        await call("post", "/purchases", { purchases: [purchase("r1", { canceled: true })] })
        await shop.sync()
        expect((await call("get", `/profiles/${profile.id}`)).data.profile).toMatchObject({
          orders: 0,
          revenue: 0,
        })
      })

      it("belong to the customer who registers with the address later", async () => {
        await call("post", "/purchases", { purchases: [purchase("r9")] })
        const customer = await shop.customer("store@shop.example", { first_name: "Sam" })
        await shop.order({ customer, email: "store@shop.example", lines: [LAMP] })
        await shop.sync()
        const { profiles } = (await call("get", "/profiles")).data
        expect(profiles).toMatchObject([{ name: "Sam", orders: 2, revenue: 7000 }])
      })
    })

    describe("where people and orders came from", () => {
      it("keeps the first campaign of a person, and the last", async () => {
        const customer = await shop.customer("utm@shop.example", {
          metadata: { utm_source: "news", utm_medium: "email", utm_campaign: "spring" },
        })
        for (const daysAgo of [9, 2])
          await shop.order({ customer, email: "utm@shop.example", lines: [MUG], daysAgo })
        await shop.sync()
        await shop.rows(
          `update engage_purchase set utm_source = case when placed_at < now() - interval '5 days' then 'ads' else 'blog' end,
             utm_medium = 'web'`
        )
        const { profile } = (await call("get", `/profiles/${await idOf("utm@shop.example")}`)).data
        expect(profile).toMatchObject({
          utm: { source: "news", medium: "email", campaign: "spring" },
          last_utm: { source: "blog", medium: "web", campaign: null },
        })
      })
    })

    describe("the list of a person's events", () => {
      it("shows several names at once, and saves them as a file that no sheet runs", async () => {
        await shop.customer("ev@shop.example", { first_name: "=Eve" })
        await shop.customer("other@shop.example")
        await shop.sync()
        const event = (name: string, n: number, email = "ev@shop.example", properties = {}) => ({
          name,
          email,
          message_id: `${name}-${n}`,
          properties,
        })
        await call("post", "/events", {
          events: [
            event("Quiz Finished", 1, undefined, { score: 7 }),
            event("Chat, Opened", 2),
            event("Page Read", 3),
            event("Chat, Opened", 4, "other@shop.example"),
          ],
        })
        const names = encodeURIComponent("Quiz Finished,Chat\\, Opened")
        const query = `profile_id=${await idOf("ev@shop.example")}&names=${names}`
        const { events } = (await call("get", `/events?${query}`)).data
        expect(events.map((e: { name: string }) => e.name).sort()).toEqual([
          "Chat, Opened",
          "Quiz Finished",
        ])
        const file = await call("get", `/events/file?${query}`)
        expect(file.headers["content-type"]).toContain("text/csv")
        const lines = (file.data as string).trim().split("\n")
        expect(lines[0]).toBe("at,name,source,profile_id,person,properties")
        expect(lines).toHaveLength(3)
        expect(lines.join("\n")).toContain(`,'=Eve,"{""score"":7}"`)
        expect((await call("get", "/events/file?limit=1")).status).toBe(400)
      })
    })

    describe("saved views of the list", () => {
      const view = { list: "profiles", name: "Buyers", query: "filters=bought", hidden: ["city"] }
      const names = async () =>
        (await call("get", "/views?list=profiles")).data.views.map(
          (one: { name: string; mine: boolean }) => [one.name, one.mine]
        )

      it("are each admin user's own, and everybody's once shared", async () => {
        const { data } = await call("post", "/views", view)
        expect(data.view).toMatchObject({ ...view, shared: false, mine: true })
        await call("post", "/views", { ...view, name: "Alone", query: "" })
        await call("post", "/views", { ...view, hidden: [], shared: true })
        expect(await names()).toEqual([
          ["Alone", true],
          ["Buyers", true],
        ])

        const own = admin
        admin = await adminHeaders(api as never, getContainer(), "colleague@engage.example")
        expect(await names()).toEqual([["Buyers", false]])
        expect((await call("post", `/views/${data.view.id}`, { shared: false })).status).toBe(404)
        expect((await call("delete", `/views/${data.view.id}`)).status).toBe(404)
        await call("post", "/views", view)
        expect(await names()).toEqual([
          ["Buyers", false],
          ["Buyers", true],
        ])

        admin = own
        const again = await call("post", `/views/${data.view.id}`, { shared: false })
        expect(again.data.view).toMatchObject({ hidden: [], shared: false })
        expect((await call("delete", `/views/${data.view.id}`)).status).toBe(200)
        expect(await names()).toEqual([["Alone", true]])
        expect((await call("get", "/views?list=anything")).status).toBe(400)
        expect((await call("post", "/views", { ...view, name: " " })).status).toBe(400)
      })
    })
  },
})
