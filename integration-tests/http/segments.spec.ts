import { readFileSync } from "node:fs"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Modules } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createPriceListsWorkflow,
  createProductsWorkflow,
  createRegionsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
} from "@medusajs/medusa/core-flows"
import type { Condition, HasCondition, RuleNode, Rules } from "../../src/rules/ast"
import { SEGMENT_MODULE } from "../../src/modules/segment"
import type SegmentModuleService from "../../src/modules/segment/service"
import { refreshChanged } from "../../src/modules/segment/refresh"
import { syncSegmentGroupWorkflow } from "../../src/workflows/segment/workflows/sync-group"
import { tellBusWorkflow } from "../../src/workflows/outbound/workflows/tell-bus"
import { mergeProfiles } from "../../src/modules/profile/identity/merge"
import { undoMerge } from "../../src/modules/profile/identity/undo"
import { readSettings } from "../../src/modules/profile/sync/settings"
import { someWait } from "./support/waiting"
import { adminHeaders } from "./support/admin"
import { TestShop } from "./support/shop"

jest.setTimeout(300_000)

const MUG = { title: "Mug", quantity: 1, unit_price: 20 }
const LAPTOP = { title: "Laptop", quantity: 1, unit_price: 900, product_id: "prod_laptop" }
const all = (...children: RuleNode[]): Rules => ({
  version: 1,
  root: { type: "group", op: "and", children },
})
const is = (
  attribute: string,
  operator: Condition["operator"],
  value?: Condition["value"]
): Condition => ({ type: "condition", attribute, operator, value })
const has = (collection: string, part: Partial<HasCondition> = {}): HasCondition => ({
  type: "has",
  collection,
  where: [],
  within: { kind: "ever" },
  measure: { fn: "count" },
  operator: "gte",
  value: 1,
  ...part,
})

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let shop: TestShop
    let admin: Awaited<ReturnType<typeof adminHeaders>>
    const options = () => ({ ...admin, validateStatus: () => true })
    const post = (path: string, body: unknown = {}) =>
      api.post(`/admin/engage${path}`, body, options())
    const get = (path: string) => api.get(`/admin/engage${path}`, options())
    const del = (path: string) => api.delete(`/admin/engage${path}`, options())
    const clock = () => ({ now: new Date(), zone: "Europe/Berlin" })
    const emails = async (...nodes: RuleNode[]) => {
      const { status, data } = await post("/segments/preview", { rules: all(...nodes) })
      expect([status, data.message]).toEqual([200, undefined])
      return data.sample.map((p: { email: string }) => p.email.split("@")[0]).sort()
    }
    const buyer = async (name: string, ...orders: { line?: typeof LAPTOP; daysAgo: number }[]) => {
      const email = `${name}@shop.example`
      const customer = await shop.customer(email, { first_name: name })
      for (const { line = MUG, daysAgo } of orders)
        await shop.order({ customer, email, lines: [line], daysAgo })
      return customer
    }
    const create = async (name: string, ...nodes: RuleNode[]) => {
      const { status, data } = await post("/segments", { name, rules: all(...nodes) })
      expect([status, data.message]).toEqual([200, undefined])
      return data.segment
    }

    type AtTill = {
      floor?: number
      source_code?: string
      lines?: { product_id: string; fields: Record<string, unknown> }[]
    }
    /** Purchases outside of the shop, one an hour, the last of them an hour ago. */
    const buyAtTill = async (name: string, ...bought: AtTill[]) => {
      const line = { title: "Tea", quantity: 1, net: 500 }
      const purchases = bought.map(({ floor, source_code, lines = [] }, i) => ({
        external_id: `${name} ${i}`,
        email: `${name}@shop.example`,
        placed_at: new Date(Date.now() - (bought.length - i) * 3_600_000).toISOString(),
        currency: "eur",
        source_code,
        fields: floor === undefined ? {} : { floor },
        lines: lines.length ? lines.map((one) => ({ ...line, ...one })) : [line],
      }))
      const { data } = await post("/purchases", { purchases })
      expect(data).toMatchObject({ created: bought.length, refused: [] })
    }

    // Once: what is there before the first test is there before each.
    beforeAll(async () => {
      admin = await adminHeaders(api as never, getContainer())
    })

    beforeEach(() => {
      shop = new TestShop(getContainer())
    })

    describe("what a rule can ask", () => {
      it("runs every attribute with every operator it offers", async () => {
        await buyer("a", { daysAgo: 3 })
        await shop.sync()
        const { data } = await get("/attributes")
        const value = (
          operator: string,
          type: string,
          key: string,
          options?: { value: string }[]
        ) => {
          if (/^(empty|not_empty|is_true|is_false)$/.test(operator)) return undefined
          if (operator === "top" || operator === "bottom") return 0.5
          if (operator === "day_month") return "02-29"
          if (operator === "month" || operator === "weekday") return ["1", "7"]
          if (/within/.test(operator)) return 30
          const one = type === "date" ? "2026-01-31" : /string|enum|list/.test(type) ? "x" : 1
          if (/^(in|not_in|any_of|all_of|none_of)$/.test(operator))
            return options ? [options[0].value] : ["x", "y"]
          return operator === "between" ? [one, one] : one
        }
        type Info = {
          key: string
          type: string
          operators: string[]
          options?: { value: string }[]
        }
        const conditions = (attributes: Info[]) =>
          attributes.flatMap((a) =>
            a.operators.flatMap((operator) => {
              const other = attributes.find((b) => b.type === a.type && b.key !== a.key)?.key
              if (operator.endsWith("_attribute") && !other) return []
              const wanted = operator.endsWith("_attribute")
                ? other
                : value(operator, a.type, a.key, a.options)
              return [is(a.key, operator as never, wanted)]
            })
          )
        const nodes: RuleNode[] = [
          ...conditions(data.attributes),
          ...data.collections.flatMap(
            (c: {
              key: string
              attributes: Info[]
              measures: { fn: string; attribute?: string; type: string }[]
            }) => [
              ...conditions(c.attributes).map((where) => has(c.key, { where: [where] })),
              ...c.measures.map((measure) =>
                has(c.key, {
                  measure: { fn: measure.fn, attribute: measure.attribute } as never,
                  within: { kind: "last", days: 30 },
                  value: 2,
                })
              ),
            ]
          ),
        ]
        expect(nodes.length).toBeGreaterThan(300)
        // Some at a time, which is quicker; the counts still run each by itself.
        for (let i = 0; i < nodes.length; i += 20) {
          const some = nodes.slice(i, i + 20)
          const rules = all(...some)
          const asked = [
            await post("/segments/counts", { rules }),
            await post("/segments/preview", { rules }),
          ]
          for (const { status, data } of asked)
            expect([JSON.stringify(some), status, data.message]).toEqual([
              JSON.stringify(some),
              200,
              undefined,
            ])
          expect(asked[0].data.parts).toHaveLength(1 + some.length)
          expect(asked[1].data.sentence).not.toMatch(/undefined|…/)
        }
        for (const { key, suggestions } of [
          ...data.attributes,
          ...data.collections.flatMap((c: { attributes: unknown[] }) => c.attributes),
        ]) {
          if (suggestions)
            expect([key, (await get(`/attributes/${key}/values?q=a`)).status]).toEqual([key, 200])
        }
      })

      it("takes every value for a value, whatever it looks like", async () => {
        const bobby = `Robert'); drop table engage_profile; -- $1 :now ?`
        await shop.customer("bobby@shop.example", { first_name: bobby })
        await shop.customer("ann@shop.example", { first_name: "Ann" })
        await shop.sync()
        const who = async (node: RuleNode) =>
          (await post("/segments/preview", { rules: all(node) })).data.sample.map(
            (p: { email: string }) => p.email.split("@")[0]
          )
        expect(await who(is("first_name", "in", [bobby]))).toEqual(["bobby"])
        expect(await who(is("first_name", "contains", "'); drop"))).toEqual(["bobby"])
        expect(await who(is("first_name", "contains", "$1 :now ?"))).toEqual(["bobby"])

        const evil = [
          `' or 1=1 --`,
          `"; select pg_sleep(9); --`,
          "$1",
          ":now",
          "?",
          "%_\\",
          "{a,b}",
          `{"a":1}`,
          "ünï\u202e✓",
          "'",
        ]
        const { data } = await get("/attributes")
        const texts = data.attributes.filter((a: { type: string }) => /string|list/.test(a.type))
        expect(texts.length).toBeGreaterThan(5)
        for (const { key, operators } of texts) {
          for (const operator of ["in", "not_in", "contains", "starts_with", "any_of", "none_of"]) {
            if (!operators.includes(operator)) continue
            const value = /in|of/.test(operator) && operator !== "contains" ? evil : evil[0]
            const { status } = await post("/segments/preview", {
              rules: all(is(key, operator as never, value)),
            })
            expect([key, operator, status]).toEqual([key, operator, 200])
          }
          for (const q of evil) {
            const path = `/attributes/${key}/values?q=${encodeURIComponent(q)}`
            expect([path, (await get(path)).status < 500]).toEqual([path, true])
          }
        }
        for (const text of evil) {
          const tried = [
            await post("/segments/preview", { rules: all(is(text, "in", ["x"])) }),
            await post("/segments/preview", { rules: all(is("first_name", text as never, "x")) }),
            await post("/segments/preview", { rules: all(has(text)) }),
            await get(`/profiles?order=${encodeURIComponent(text)}`),
            await get(`/segments?cursor=${encodeURIComponent(text)}`),
          ]
          expect([text, tried.map(({ status }) => status)]).toEqual([
            text,
            [400, 400, 400, 400, 400],
          ])
        }
        expect((await get(`/profiles?q=${encodeURIComponent(evil.join(" "))}`)).status).toBe(200)
        expect(await shop.rows(`select 1 from engage_profile`)).toHaveLength(2)
      })

      it("answers nobody but signed-in staff, on any route", async () => {
        const { paths } = JSON.parse(readFileSync("docs/api/openapi.json", "utf8"))
        const routes = Object.entries<object>(paths).flatMap(([path, methods]) =>
          Object.keys(methods).map((method) => [method, path.replace(/\{\w+\}/g, "x")])
        )
        const ours = routes.filter(([, path]) => path.startsWith("/admin/engage"))
        expect(ours.length).toBeGreaterThan(100)
        const login = { email: "ann@shop.example", password: "correct horse battery" }
        const { token } = (await api.post("/auth/customer/emailpass/register", login)).data
        for (const headers of [{}, { authorization: `Bearer ${token}` }]) {
          for (const [method, url] of ours) {
            const { status } = await api.request({
              method,
              url,
              headers,
              data: method === "post" ? {} : undefined,
              validateStatus: () => true,
            })
            expect([method, url, status]).toEqual([method, url, 401])
          }
        }
      })

      it("tells who bought A and then not B within 30 days, once the days are over", async () => {
        const mug = { line: { ...MUG, product_id: "prod_mug" } as typeof LAPTOP }
        const laptop = { line: LAPTOP }
        await buyer("followed", { ...laptop, daysAgo: 60 }, { ...mug, daysAgo: 45 })
        await buyer("late", { ...laptop, daysAgo: 60 }, { ...mug, daysAgo: 20 })
        await buyer("never", { ...laptop, daysAgo: 60 })
        await buyer("undecided", { ...laptop, daysAgo: 10 })
        await shop.sync()
        const sequence = (followed: boolean): RuleNode => ({
          type: "sequence",
          first: { collection: "products", where: [is("product", "in", ["prod_laptop"])] },
          within: { kind: "ever" },
          followed,
          days: 30,
          then: { collection: "products", where: [is("product", "in", ["prod_mug"])] },
        })
        expect(await emails(sequence(true))).toEqual(["followed"])
        expect(await emails(sequence(false))).toEqual(["late", "never"])
      })

      it("follows the catalogue: category with those below, collection, tag, type, same order", async () => {
        const products = getContainer().resolve(Modules.PRODUCT)
        const parent = await products.createProductCategories({ name: "Electronics" })
        const child = await products.createProductCategories({
          name: "Laptops",
          parent_category_id: parent.id,
        })
        const collection = await products.createProductCollections({ title: "2026" })
        const [laptop, mouse] = await products.createProducts([
          { title: "Laptop", category_ids: [child.id], collection_id: collection.id },
          { title: "Mouse" },
        ])
        const line = (product: { id: string; title: string }) => ({
          ...MUG,
          title: product.title,
          product_id: product.id,
        })
        await shop.order({ email: "both@shop.example", lines: [line(laptop), line(mouse)] })
        await shop.order({ email: "apart@shop.example", lines: [line(laptop)] })
        await shop.order({ email: "apart@shop.example", lines: [line(mouse)] })
        await shop.sync()
        const bought = (key: string, id: string) =>
          has("products", { where: [is(key, "in", [id])] })
        expect(await emails(bought("product.category", parent.id))).toEqual(["apart", "both"])
        expect(await emails(bought("product.collection", collection.id))).toEqual(["apart", "both"])
        expect(await emails(bought("product", laptop.id), bought("product", mouse.id))).toEqual([
          "apart",
          "both",
        ])
        expect(
          await emails(
            has("purchases", {
              where: [is("purchase.product", "all_of", [laptop.id, mouse.id])],
            })
          )
        ).toEqual(["both"])
        const { data } = await post("/segments/preview", {
          rules: all(bought("product.category", parent.id)),
        })
        expect(data.sentence).toBe(
          "Everybody whose number of orders with the product where category is Electronics is at least 1."
        )
      })

      it("finds the top share of buyers, the first order, and people without any", async () => {
        for (let i = 1; i <= 10; i++)
          await buyer(`b${i}`, { line: { ...LAPTOP, unit_price: i * 10 }, daysAgo: i })
        await shop.customer("nobody@shop.example")
        await shop.sync()
        expect(await emails(is("revenue", "top", 0.2))).toEqual(["b10", "b8", "b9"])
        expect(await emails(is("revenue", "bottom", 0.1))).toEqual(["b1"])
        expect(
          await emails(
            has("purchases", {
              measure: { fn: "days_since" },
              operator: "gte",
              value: 9,
              orNever: true,
            })
          )
        ).toEqual(["b10", "b9", "nobody"])
        expect(
          await emails(
            has("purchases", { where: [is("purchase.first", "is_true")], operator: "eq", value: 0 })
          )
        ).toEqual(["nobody"])
      })

      it("adds up, averages and compares own numbers of orders, of the first, the latest or any", async () => {
        const number = { type: "number" }
        await post("/fields", { scope: "purchase", key: "floor", label: "Floor", ...number })
        await buyAtTill("low", { floor: 1 }, { floor: 3 })
        await buyAtTill("high", { floor: 5 }, { floor: 2, source_code: "Till" }, { floor: 9 })
        await shop.sync()
        const floors = (fn: "sum" | "avg" | "min" | "max", ...where: Condition[]) =>
          has("purchases", { measure: { fn, attribute: "purchase.field.floor" }, where, value: 4 })
        expect(await emails(floors("sum"))).toEqual(["high", "low"])
        expect(await emails(floors("avg"))).toEqual(["high"])
        expect(await emails(floors("min"))).toEqual([])
        expect(await emails(floors("max"))).toEqual(["high"])
        expect(await emails(floors("max", is("purchase.first", "is_true")))).toEqual(["high"])
        const till = is("purchase.source_code", "in", ["Till"])
        expect(await emails(floors("max", till))).toEqual([])
        const last = is("purchase.last", "is_true")
        const floorThree = is("purchase.field.floor", "eq", 3)
        expect(await emails(has("purchases", { where: [last, floorThree] }))).toEqual(["low"])
        expect(await emails(has("all_purchases", { where: [floorThree] }))).toEqual(["low"])
        const rules = all(floors("avg", is("purchase.first", "is_true")))
        expect((await post("/segments/preview", { rules })).data.sentence).toBe(
          "Everybody whose average of Floor where the person's first order is at least 4."
        )
        const profile_id = (await get("/profiles?q=high")).data.profiles[0].id
        const why = (await post("/segments/why", { rules: all(floors("sum")), profile_id })).data
        expect(why).toMatchObject({ matches: true, parts: [{}, { holds: true, value: "16" }] })
      })

      it("tells what was bought together from what was bought at all, down to a field of the line", async () => {
        const text = { type: "string" }
        await post("/fields", { scope: "line", key: "colour", label: "Colour", ...text })
        const red = { product_id: "prod_mug", fields: { colour: "Red" } }
        const blue = { product_id: "prod_mug", fields: { colour: "Blue" } }
        const plate = { product_id: "prod_plate", fields: {} }
        const sold = (product_id: string) => ({ line: { ...LAPTOP, product_id }, daysAgo: 3 })
        await buyer("seller", sold("prod_mug"), sold("prod_plate"))
        await shop.sync()
        await buyAtTill("together", { lines: [red, plate] })
        await buyAtTill("apart", { lines: [red] }, { lines: [plate] })
        await buyAtTill("blue", { lines: [blue, plate], source_code: "Till" })
        await shop.sync()
        const bought = (...where: Condition[]) => emails(has("products", { where }))
        const inRed = is("product.field.colour", "in", ["Red"])
        const withPlate = is("purchase.product", "any_of", ["prod_plate"])
        expect(await bought(inRed)).toEqual(["apart", "together"])
        expect(await bought(inRed, withPlate)).toEqual(["together"])
        expect(await bought(is("product", "in", ["prod_mug"]), withPlate)).toEqual([
          "blue",
          "together",
        ])
        expect(await bought(withPlate, is("purchase.source_code", "in", ["Till"]))).toEqual([
          "blue",
        ])
        expect(await bought(inRed, is("purchase.last", "is_true"))).toEqual(["together"])
      })

      it("tells the first touch from the last, of visits and of orders", async () => {
        await buyAtTill("ann", {}, {})
        await buyAtTill("bob", {})
        await shop.sync()
        await shop.rows(`update engage_purchase set utm_source = case placed_at when
          (select min(placed_at) from engage_purchase) then 'ads' else 'blog' end`)
        const visit = (email: string, minutes: number, source: string | null) =>
          shop.rows(
            `with v as (
               insert into engage_visitor (key, first_at, profile_id)
               select md5(random()::text), now(), id from engage_profile where email = :email returning id, profile_id
             )
             insert into engage_session (visitor_id, key, profile_id, started_at, last_at, pages, products, cart_actions, events, utm_source)
             select id, 'k', profile_id, t, t, 1, 0, 0, 1, :source from v, (select now() - make_interval(mins => :minutes)) x (t)`
              .replaceAll(":email", `'${email}@shop.example'`)
              .replaceAll(":minutes", String(minutes))
              .replaceAll(":source", source ? `'${source}'` : "null")
          )
        await visit("ann", 90, null)
        await visit("ann", 60, "ads")
        await visit("ann", 30, "mail")
        await visit("ann", 10, null)
        await visit("bob", 20, "mail")
        const visited = (touch: string, source: string) =>
          emails(
            has("visits", {
              where: [is(`visit.${touch}`, "is_true"), is("visit.utm_source", "in", [source])],
            })
          )
        expect(await visited("first_touch", "ads")).toEqual(["ann"])
        expect(await visited("first_touch", "mail")).toEqual(["bob"])
        expect(await visited("last_touch", "mail")).toEqual(["ann", "bob"])
        expect(await visited("first", "ads")).toEqual([])
        expect(await visited("last", "mail")).toEqual(["bob"])
        const ordered = (touch: string, source: string) =>
          emails(
            has("purchases", {
              where: [
                is(`purchase.${touch}`, "is_true"),
                is("purchase.utm_source", "in", [source]),
              ],
            })
          )
        expect(await ordered("first", "ads")).toEqual(["ann"])
        expect(await ordered("last", "ads")).toEqual([])
        expect(await ordered("last", "blog")).toEqual(["ann", "bob"])
      })

      it("asks for other segments and refuses circles", async () => {
        await buyer("a", { daysAgo: 1 })
        await buyer("b")
        await shop.sync()
        const buyers = await create("Buyers", is("orders", "gte", 1))
        const nested = await create("Not buyers", is("segment", "none_of", [buyers.id]))
        expect(nested.profiles).toBe(1)
        expect(nested.sentence).toBe("Everybody whose segments include none of Buyers.")
        const previewed = await post("/segments/preview", { rules: nested.rules })
        expect(previewed.data.names).toEqual({ [buyers.id]: "Buyers" })
        const { status, data } = await post(`/segments/${buyers.id}`, {
          rules: all(is("segment", "any_of", [nested.id])),
        })
        expect([status, data.message]).toEqual([
          400,
          expect.stringMatching(/circle: "Buyers" → "Not buyers" → "Buyers"/),
        ])
        await shop.order({ email: "b@shop.example", lines: [MUG] })
        await shop.sync()
        await refreshChanged(shop.db, clock())
        expect((await get(`/segments/${nested.id}`)).data.segment.profiles).toBe(0)
        const removal = await del(`/segments/${buyers.id}`)
        expect([removal.status, removal.data.message]).toEqual([
          400,
          expect.stringMatching(/used by the segment "Not buyers"/),
        ])
      })
    })

    describe("building one", () => {
      it("counts each part, and names the one that leaves nobody", async () => {
        await buyer("a", { daysAgo: 1 })
        await buyer("b", { daysAgo: 1 })
        await buyer("c")
        await shop.sync()
        const rules = all(
          is("orders", "gte", 1),
          is("city", "in", ["Atlantis"]),
          is("orders", "lt", 5)
        )
        const { data } = await post("/segments/counts", { rules })
        expect(data.parts).toEqual([
          { path: "root", alone: 0, left: null, without: null },
          { path: "root.children.0", alone: 2, left: 2, without: 0 },
          { path: "root.children.1", alone: 0, left: 0, without: 2 },
          { path: "root.children.2", alone: 3, left: 0, without: 0 },
        ])
        expect(data.emptied_by).toEqual(["root.children.1"])
        const contradiction = await post("/segments/counts", {
          rules: all(is("orders", "gte", 1), is("orders", "eq", 0)),
        })
        expect(contradiction.data.emptied_by).toEqual(["root.children.0", "root.children.1"])
      })

      it("tells why a person is in or not, with the deciding values", async () => {
        await buyer("a", { daysAgo: 4 }, { daysAgo: 8 })
        await shop.sync()
        const profile_id = (await get("/profiles")).data.profiles[0].id
        const rules = all(
          is("orders", "gte", 3),
          has("purchases", {
            within: { kind: "last", days: 5 },
            measure: { fn: "sum", attribute: "purchase.total" },
            value: 1000,
          })
        )
        const { data } = await post("/segments/why", { rules, profile_id })
        expect(data).toMatchObject({
          matches: false,
          person: { email: "a@shop.example" },
          parts: [
            { path: "root", holds: false },
            { path: "root.children.0", holds: false, value: "2" },
            { path: "root.children.1", holds: true, value: "2000" },
          ],
        })
      })

      it("counts every template", async () => {
        await buyer("a", { daysAgo: 4 })
        await shop.sync()
        const { data } = await get("/segment-templates")
        expect(data.templates.length).toBeGreaterThanOrEqual(20)
        const counts: Record<string, number> = {}
        for (const { key } of data.templates)
          counts[key] = (await get(`/segment-templates/${key}/count`)).data.count
        expect(counts).toMatchObject({
          one_time_buyers: 1,
          new_buyers: 1,
          lapsed: 0,
          quick_returners: 0,
        })
        expect(Object.values(counts)).not.toContain(undefined)
        expect((await get("/segment-templates/none/count")).status).toBe(404)
      })
    })

    describe("a saved segment", () => {
      it("keeps its versions, restores one, lies in a folder, is archived and found again", async () => {
        await buyer("a", { daysAgo: 1 })
        await shop.sync()
        const segment = await create("S", is("orders", "gte", 1))
        expect(segment).toMatchObject({
          version: 1,
          folder: "",
          owner: expect.any(String),
          revenue_share: 1,
        })
        await post(`/segments/${segment.id}`, {
          folder: "Win back",
          rules: all(is("orders", "gte", 2)),
        })
        const { data } = await get(`/segments/${segment.id}/versions`)
        expect(data.versions.map((v: { version: number }) => v.version)).toEqual([2, 1])
        const restored = await post(`/segments/${segment.id}/restore`, { version: 1 })
        expect(restored.data.segment).toMatchObject({ version: 3, profiles: 1, folder: "Win back" })
        expect((await get("/folders/segments")).data.folders).toEqual(["Win back"])
        await post(`/segments/${segment.id}`, { archived: true })
        expect((await get("/segments")).data.segments).toEqual([])
        expect((await get("/segments?archived=true")).data.segments).toHaveLength(1)
      })

      it("refuses a rule made from a version that another has replaced meanwhile", async () => {
        const { id } = await create("S", is("orders", "gte", 1))
        const change = (orders: number, version?: number) =>
          post(`/segments/${id}`, { rules: all(is("orders", "gte", orders)), version })
        const stored = async () => (await get(`/segments/${id}`)).data.segment
        expect((await change(2, 1)).data.segment.version).toBe(2)
        expect((await change(3, 1)).status).toBe(409)
        expect(await stored()).toMatchObject({ version: 2, rules: all(is("orders", "gte", 2)) })
        expect((await change(3, 2)).data.segment.version).toBe(3)
        expect((await change(4)).data.segment.version).toBe(4)
        expect((await post("/segments/seg_none", { name: "N", version: 1 })).status).toBe(404)
        expect((await change(5, 0)).status).toBe(400)
      })

      it("goes on with the others when one rule cannot run any more", async () => {
        const customer = await buyer("a", { daysAgo: 2 })
        await shop.sync()
        const bad = await create("Broken", is("orders", "gte", 1))
        const good = await create("Buyers", is("orders", "gte", 2))
        const broken = JSON.stringify(all(is("custom.gone", "eq", 1)))
        await shop.db.raw(`update engage_segment set rules = ?::jsonb where id = ?`, [
          broken,
          bad.id,
        ])
        await shop.order({ customer, email: "a@shop.example", lines: [MUG] })
        await shop.sync()
        await refreshChanged(shop.db, clock())
        expect((await get(`/segments/${good.id}`)).data.segment).toMatchObject({
          profiles: 1,
          error: null,
        })
        expect((await get(`/segments/${bad.id}`)).data.segment.error).toMatch(/custom.gone/)
      })

      it("moves the size of a large one at once, and adds its members up from time to time", async () => {
        const a = await buyer("a", { daysAgo: 2 })
        const b = await buyer("b", { daysAgo: 2 })
        await shop.sync()
        const { id } = await create("Buyers", is("orders", "gte", 2))
        const read = async () => (await get(`/segments/${id}`)).data.segment
        await shop.db.raw(`update engage_segment set profiles = 30000, revenue = 7 where id = ?`, [
          id,
        ])
        await shop.order({ customer: a, email: "a@shop.example", lines: [MUG] })
        await shop.sync()
        await refreshChanged(shop.db, clock())
        expect(await read()).toMatchObject({ profiles: 30_001, revenue: 7 })
        const later = { ...clock(), now: new Date(clock().now.getTime() + 11 * 60_000) }
        await shop.order({ customer: b, email: "b@shop.example", lines: [MUG] })
        await shop.sync()
        await refreshChanged(shop.db, later)
        const { profiles, revenue } = await read()
        expect([profiles, revenue > 7]).toEqual([2, true])
      })

      it("is what it was on each day, and names exactly who entered and who left", async () => {
        const [a, b] = [await buyer("a", { daysAgo: 2 }), await buyer("b")]
        await shop.sync()
        const { id } = await create("Buyers", is("orders", "gte", 1))
        const day = (at: Date) => new Intl.DateTimeFormat("en-CA", { timeZone: "UTC" }).format(at)
        // Far from both midnights around it.
        const tomorrow = new Date(new Date().setUTCHours(36, 0, 0, 0))
        const zone = "UTC"
        await shop.order({ customer: b, email: "b@shop.example", lines: [LAPTOP] })
        await shop.sync()
        await refreshChanged(shop.db, { now: tomorrow, zone })
        const gone = await shop.order({ customer: a, email: "a@shop.example", lines: [MUG] })
        await shop.rows(`update engage_purchase set counted = false where profile_id =
          (select id from engage_profile where email = 'a@shop.example')`)
        expect(gone).toBeDefined()
        await shop.rows(
          `update engage_profile set orders = 0, revenue = 0 where email = 'a@shop.example'`
        )
        await shop.rows(
          `insert into engage_segment_dirty (profile_id) select id from engage_profile where email = 'a@shop.example'
           on conflict do nothing`
        )
        await refreshChanged(shop.db, { now: new Date(tomorrow.getTime() + 1_000), zone })
        const { history } = (await get(`/segments/${id}/history`)).data
        expect(history).toMatchObject([
          { profiles: 1, entered: 0, left: 0, orders: 1, revenue: 2000, aov: 2000, ltv: 2000 },
          {
            day: day(tomorrow),
            ...{ profiles: 1, entered: 1, left: 1, orders: 1 },
            ...{ revenue: 90_000, aov: 90_000, ltv: 90_000 },
          },
        ])
        const moved = async (direction: string, more = "") =>
          (await get(`/segments/${id}/moves?day=${day(tomorrow)}&direction=${direction}${more}`))
            .data
        const who = ({ people }: { people: { email: string }[] }) => people.map((p) => p.email)
        expect(who(await moved("entered"))).toEqual(["b@shop.example"])
        expect(who(await moved("left"))).toEqual(["a@shop.example"])
        const first = await moved("entered", "&limit=1")
        expect(first.next_cursor).toBeNull()
        expect((await get(`/segments/${id}/moves?day=2026-13-01&direction=left`)).status).toBe(400)

        const points = () => shop.row(`select count(*)::int as n from engage_segment_history`)
        expect(await points()).toEqual({ n: 3 })
        const segments = getContainer().resolve<SegmentModuleService>(SEGMENT_MODULE)
        await segments.thinHistory(new Date(tomorrow.getTime() + 86_400_000))
        expect(await points()).toEqual({ n: 2 })
        expect((await get(`/segments/${id}/history`)).data.history).toEqual(history)
      })

      it("has tags, by which it is found, like all that lies in folders", async () => {
        const one = await create("One", is("orders", "gte", 1))
        const two = await create("Two", is("orders", "gte", 2))
        const ids = [one.id, two.id]
        expect((await post("/tags/segments", { ids, add: ["spring", "vip"] })).data).toEqual({
          changed: 2,
        })
        await post("/tags/segments", { ids: [two.id], add: ["press"], remove: ["vip"] })
        const tags = async (query = "") =>
          (await get(`/segments${query}`)).data.segments.map(
            ({ name, tags }: { name: string; tags: string[] }) => [name, ...tags]
          )
        expect(await tags()).toEqual([
          ["Two", "press", "spring"],
          ["One", "spring", "vip"],
        ])
        expect(await tags("?tag=vip")).toEqual([["One", "spring", "vip"]])
        expect((await get("/tags/segments")).data.tags).toEqual(["press", "spring", "vip"])
        expect((await get("/tags/audiences")).data.tags).toEqual([])
        expect((await get("/tags/people")).status).toBe(404)
        expect((await post("/tags/segments", { ids })).status).toBe(400)

        const audience = (await post("/audiences", { name: "A", list: "x@shop.example" })).data
          .audience
        const template = (await post("/templates", { name: "T", subject: "S", html: "<p>Hi</p>" }))
          .data.template
        const broadcast = (await post("/broadcasts", { name: "B" })).data.broadcast
        const campaign = (await post("/campaigns", { name: "C" })).data.campaign
        for (const [kind, { id }] of Object.entries({
          audiences: audience,
          templates: template,
          broadcasts: broadcast,
          campaigns: campaign,
        })) {
          const { data } = await post(`/tags/${kind}`, { ids: [id], add: ["autumn"] })
          expect([kind, data]).toEqual([kind, { changed: 1 }])
          const listed = (await get(`/${kind}?tag=autumn`)).data[kind]
          expect(listed).toMatchObject([{ id, tags: ["autumn"] }])
          expect((await get(`/${kind}?tag=winter`)).data[kind]).toEqual([])
        }
        // What is changed later leaves the tags alone.
        await post(`/segments/${one.id}`, { name: "Uno" })
        await post(`/broadcasts/${broadcast.id}`, { name: "Bee" })
        expect(await tags("?tag=vip")).toEqual([["Uno", "spring", "vip"]])
        expect((await get(`/broadcasts?tag=autumn`)).data.broadcasts).toHaveLength(1)
      })

      it("becomes an offer: a draft that gives each of its people a code of their own, once", async () => {
        const segment = await create("Buyers", is("orders", "gte", 1))
        const { status, data } = await post("/campaigns/offers", {
          name: "Offer to Buyers",
          segment_id: segment.id,
        })
        expect([status, data.message]).toEqual([200, undefined])
        const { campaign } = data
        expect(campaign).toMatchObject({ name: "Offer to Buyers", status: "draft", problems: [] })
        expect(campaign.plan).toMatchObject({
          trigger: { type: "segment_entered", segment_id: segment.id, members: true },
          reentry: { mode: "once" },
          goal: { type: "order_placed" },
          exit_on_order: true,
          topic: "offers",
        })
        const [promo, mail] = Object.values(campaign.plan.graph.steps) as Record<string, never>[]
        expect(promo).toMatchObject({ type: "promo", discount: "percent", value: 10, days: 14 })
        const { template } = (await get(`/templates/${mail.template_id}`)).data
        expect(template.name).toBe("Offer to Buyers: An offer")
        expect(template.html).toContain("{{ promo_code }}")
        const missing = await post("/campaigns/offers", { name: "X", segment_id: "seg_none" })
        expect([missing.status, missing.data.message]).toEqual([
          404,
          "Segment with id seg_none was not found",
        ])
      })

      it("tells the event bus who entered and who left", async () => {
        const customer = await buyer("a")
        await shop.sync()
        const segment = await create("Buyers", is("orders", "gte", 1))
        const heard: { name: string; data: { segment_id: string; profile_ids: string[] } }[] = []
        const bus = getContainer().resolve(Modules.EVENT_BUS)
        const listen = async (event: never) => void heard.push(event)
        bus.subscribe("engage.segment.entered", listen as never)
        expect((await tellBusWorkflow(getContainer()).run()).result).toBe(0)
        await shop.order({ customer, email: "a@shop.example", lines: [MUG] })
        await shop.sync()
        await refreshChanged(shop.db, clock())
        const { result } = await tellBusWorkflow(getContainer()).run()
        expect(result).toBe(1)
        expect((await tellBusWorkflow(getContainer()).run()).result).toBe(0)
        const profile = (await get("/profiles")).data.profiles[0].id
        for (let i = 0; i < 50 && !heard.length; i++) await new Promise((r) => setTimeout(r, 20))
        expect(heard).toMatchObject([
          {
            name: "engage.segment.entered",
            data: { segment_id: segment.id, profile_ids: [profile] },
          },
        ])
      })
    })

    describe("an audience", () => {
      it("lies in a folder, by which the list is narrowed", async () => {
        const make = async (name: string, folder = "") =>
          (await post("/audiences", { name, folder })).data.audience
        const spring = await make("Spring", "Seasons")
        await make("Fair")
        const names = async (query: string) =>
          (await get(`/audiences${query}`)).data.audiences.map((a: { name: string }) => a.name)
        const folders = async () => (await get("/folders/audiences")).data.folders
        expect(await folders()).toEqual(["Seasons"])
        expect(await names("?folder=Seasons")).toEqual(["Spring"])
        expect(await names("")).toEqual(["Fair", "Spring"])
        await post(`/audiences/${spring.id}`, { folder: "Archive", name: "Spring 2026" })
        expect(await folders()).toEqual(["Archive"])
        expect(await names("?folder=Archive")).toEqual(["Spring 2026"])
        expect(await names("?folder=Seasons")).toEqual([])
      })

      /** The reference's example: taken in August of who bought a laptop by then; September's buyers are not in it. */
      it("stays as it was taken, while the segment grows", async () => {
        await buyer("august", { line: LAPTOP, daysAgo: 40 })
        await shop.sync()
        const rule = has("products", { where: [is("product", "in", ["prod_laptop"])] })
        const segment = await create("Laptop buyers", rule)
        const taken = (await post("/audiences", { name: "Laptop 2019", segment_id: segment.id }))
          .data.audience
        expect(taken).toMatchObject({
          profiles: 1,
          taken: { profiles: 1, orders: 1, revenue: 90_000 },
          origin: { kind: "segment", segment_name: "Laptop buyers" },
        })
        await buyer("september", { line: LAPTOP, daysAgo: 1 })
        await shop.order({ email: "august@shop.example", lines: [MUG] })
        await shop.sync()
        await refreshChanged(shop.db, clock())
        expect((await get(`/segments/${segment.id}`)).data.segment.profiles).toBe(2)
        const { data } = await get(`/audiences/${taken.id}/members`)
        expect(data.members.map((m: { email: string }) => m.email)).toEqual(["august@shop.example"])
        expect((await get(`/audiences/${taken.id}`)).data.audience.since).toEqual({
          revenue: 2000,
          orders: 1,
          buyers: 1,
        })
        expect((await get(`/audiences/${taken.id}/drift`)).data).toMatchObject({
          enter: 1,
          leave: 0,
          entering: [{ email: "september@shop.example" }],
        })
        expect(await emails(is("audience", "any_of", [taken.id]))).toEqual(["august"])
        expect(await emails(rule, is("audience", "none_of", [taken.id]))).toEqual(["september"])
      })

      it("comes from a list by e-mail, phone and id, reports who is unknown, and undoes changes", async () => {
        const a = await shop.customer("a@shop.example", { phone: "+4915112345678" })
        await shop.customer("b@shop.example")
        await shop.order({ email: "c@shop.example", lines: [MUG] })
        await shop.sync()
        const list = `e-mail;name\nA@shop.example;Ann\n"b@shop.example",Bob\n+49 151 12345678\n${a}\nghost@shop.example\n12`
        const match = (await post("/audiences/match", { list })).data
        expect(match).toEqual({
          lines: 6,
          people: 2,
          unmatched: ["ghost@shop.example", "12"],
        })
        const { audience, unmatched } = (await post("/audiences", { name: "List", list })).data
        expect([audience.profiles, unmatched]).toEqual([2, match.unmatched])
        const change = (
          await post(`/audiences/${audience.id}/members`, { action: "add", list: "c@shop.example" })
        ).data
        expect(change).toMatchObject({ count: 1, unmatched: [] })
        const size = async () => (await get(`/audiences/${audience.id}`)).data.audience.profiles
        expect(await size()).toBe(3)
        await post(`/audiences/${audience.id}/changes`, { change_id: change.change_id })
        expect(await size()).toBe(2)
        const again = await post(`/audiences/${audience.id}/changes`, {
          change_id: change.change_id,
        })
        expect(again.status).toBe(404)
        const takeOut = () =>
          post(`/audiences/${audience.id}/members`, { action: "remove", list: "a@shop.example" })
        expect((await takeOut()).data).toMatchObject({ count: 1 })
        expect((await takeOut()).data).toMatchObject({ count: 0 })
        expect(await size()).toBe(1)
        const { changes } = (await get(`/audiences/${audience.id}/changes`)).data
        const told = changes.map((one: { added: boolean; count: number }) => [one.added, one.count])
        // The last one took nobody out, and is not listed.
        expect(told).toEqual([
          [false, 1],
          [false, 1],
          [true, 1],
          [true, 2],
        ])
      })

      it("follows people who become one and two again, also while a list of them is read", async () => {
        for (const name of ["a", "b", "c"]) await shop.customer(`${name}@shop.example`)
        await shop.sync()
        const [a, b] = await shop.rows<{ id: number }>(
          `select id::int as id from engage_profile order by email limit 2`
        )
        const settings = await readSettings(shop.db, shop.profiles.options)
        const merge = (db: typeof shop.db) =>
          mergeProfiles(db, { kept: a.id, gone: b.id, rule: "staff", now: new Date() }, settings)
        const undo = (id: number) => undoMerge(shop.db, { id, now: new Date() }, settings)
        const take = async (list: string) =>
          (await post("/audiences", { name: "Guests", list })).data.audience.id
        const members = async (id: string): Promise<string[]> =>
          (await get(`/audiences/${id}/members`)).data.members
            .map((m: { id: string }) => m.id)
            .sort()
        const [one, both] = [
          await take("b@shop.example"),
          await take("a@shop.example\nb@shop.example"),
        ]

        const late = await take("c@shop.example")
        const [[B], [C]] = [await members(one), await members(late)]
        const [A] = (await members(both)).filter((id) => id !== B)
        const first = await merge(shop.db)
        expect(await members(one)).toEqual([A])
        expect(await members(both)).toEqual([A])
        expect(await emails(is("audience", "any_of", [one]))).toEqual(["a"])
        await undo(first)
        expect(await members(one)).toEqual([B])
        expect(await members(both)).toEqual([A, B].sort())

        // A merge is under way while a list is read: whom it names is waited for.
        const merging = await shop.db.transaction()
        const second = await merge(merging)
        const reading = post(`/audiences/${late}/members`, {
          action: "add",
          list: "b@shop.example",
        })
        await someWait(shop.db)
        await merging.commit()
        expect((await reading).data.count).toBe(1)
        expect(await members(late)).toEqual([A, C].sort())

        // What was added under the old number is taken out under the new one.
        const changes = (await get(`/audiences/${one}/changes`)).data.changes
        await post(`/audiences/${one}/changes`, { change_id: changes[0].id })
        expect(await members(one)).toEqual([])
        await undo(second)
        expect(await members(late)).toEqual([A, C].sort())
      })
    })

    describe("RFM", () => {
      it("shows cells with their ranges, by fifths, limits and for a segment, and moves between days", async () => {
        await buyer("often", ...[2, 10, 20, 30, 40, 50].map((daysAgo) => ({ daysAgo })))
        await buyer("once", { daysAgo: 100 })
        await buyer("long", { daysAgo: 500 })
        await buyer("never")
        await shop.sync()
        const { data } = await get("/rfm?mode=fixed")
        expect(data.cells).toContainEqual(
          expect.objectContaining({
            r: 5,
            f: 5,
            people: 1,
            revenue: 12_000,
            days: [2, 2],
            orders: [6, 6],
          })
        )
        expect(data.groups).toEqual(
          expect.arrayContaining([
            { group: "champions", people: 1, revenue: 12_000 },
            { group: "lost", people: 1, revenue: 0 },
            { group: "hibernating", people: 1, revenue: 2000 },
            { group: "no_orders", people: 1, revenue: 0 },
          ])
        )
        // The usual question is answered with the scores that profiles carry, any other by scoring anew.
        const carried = await get("/rfm")
        const computed = await get("/rfm?window_days=366")
        expect(carried.data.cells).toHaveLength(3)
        expect(computed.data.cells).toHaveLength(3)
        expect(carried.data.cells).toEqual(expect.arrayContaining(computed.data.cells))
        expect(carried.data.groups).toEqual(expect.arrayContaining(computed.data.groups))
        expect(carried.data.single_buyers).toBe(computed.data.single_buyers)
        expect(carried.data.as_of < computed.data.as_of).toBe(true)
        const manual = await get("/rfm?mode=manual&r=400,300,200,1&f=2,3,4,7&m=1,2,3,20000")
        expect(manual.data.cells).toContainEqual(
          expect.objectContaining({ r: 4, f: 4, m: 4, people: 1 })
        )
        const day = (daysAgo: number) =>
          new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)
        const { moves } = (await get(`/rfm/moves?from=${day(60)}&to=${day(0)}`)).data
        expect(moves.reduce((sum: number, m: { people: number }) => sum + m.people, 0)).toBe(3)
        expect(moves).toContainEqual(
          expect.objectContaining({ from: "lost", to: "lost", people: 1 })
        )
        expect(moves).toContainEqual(expect.objectContaining({ from: "no_orders", people: 1 }))
        const segment = await create("Often", is("orders", "gte", 5))
        expect((await get(`/rfm?segment_id=${segment.id}`)).data.cells).toHaveLength(1)
      })
    })

    describe("a customer group", () => {
      it("brings a price list to who enters the segment, as the store API shows it", async () => {
        const container = getContainer()
        const channel = await container
          .resolve(Modules.SALES_CHANNEL)
          .createSalesChannels({ name: "Web" })
        const { result: keys } = await createApiKeysWorkflow(container).run({
          input: { api_keys: [{ title: "Web", type: "publishable", created_by: "" }] },
        })
        await linkSalesChannelsToApiKeyWorkflow(container).run({
          input: { id: keys[0].id, add: [channel.id] },
        })
        const { result: regions } = await createRegionsWorkflow(container).run({
          input: { regions: [{ name: "Germany", currency_code: "eur", countries: ["de"] }] },
        })
        const { result: products } = await createProductsWorkflow(container).run({
          input: {
            products: [
              {
                title: "Teapot",
                status: "published",
                options: [{ title: "Size", values: ["One"] }],
                variants: [
                  {
                    title: "One",
                    options: { Size: "One" },
                    manage_inventory: false,
                    prices: [{ amount: 50, currency_code: "eur" }],
                  },
                ],
                sales_channels: [{ id: channel.id }],
              },
            ],
          },
        })
        const key = { "x-publishable-api-key": keys[0].token }
        const login = { email: "vip@shop.example", password: "correct horse" }
        const registered = await api.post("/auth/customer/emailpass/register", login)
        const made = await api.post(
          "/store/customers",
          { email: login.email },
          { headers: { ...key, authorization: `Bearer ${registered.data.token}` } }
        )
        const { data: session } = await api.post("/auth/customer/emailpass", login)
        const price = async () => {
          const { data } = await api.get(
            `/store/products/${products[0].id}?region_id=${regions[0].id}&fields=*variants.calculated_price`,
            { headers: { ...key, authorization: `Bearer ${session.token}` } }
          )
          return data.product.variants[0].calculated_price.calculated_amount
        }
        await shop.sync()
        const segment = await create("VIP", is("orders", "gte", 1))
        const group = await shop.customers.createCustomerGroups({ name: "VIP" })
        await createPriceListsWorkflow(container).run({
          input: {
            price_lists_data: [
              {
                title: "VIP",
                description: "VIP",
                status: "active" as never,
                type: "override" as never,
                rules: { "customer.groups.id": [group.id] },
                prices: [
                  { amount: 40, currency_code: "eur", variant_id: products[0].variants[0].id },
                ],
              },
            ],
          },
        })
        await post(`/segments/${segment.id}/group`, { group_id: group.id })
        expect(await price()).toBe(50)
        await shop.order({ customer: made.data.customer.id, email: login.email, lines: [MUG] })
        await shop.sync()
        await refreshChanged(shop.db, clock())
        await syncSegmentGroupWorkflow(container).run({ input: segment.id })
        expect(await price()).toBe(40)
      })

      it("follows its segment by differences, and logs them", async () => {
        const customer = await buyer("a", { daysAgo: 1 })
        const other = await buyer("b")
        await shop.sync()
        const segment = await create("Buyers", is("orders", "gte", 1))
        const group = await shop.customers.createCustomerGroups({ name: "VIP" })
        await shop.customers.addCustomerToGroup({ customer_id: other, customer_group_id: group.id })
        const diff = await get(`/segments/${segment.id}/group/diff?group_id=${group.id}`)
        expect(diff.data).toEqual({ add: 1, remove: 1 })
        const followed = await post(`/segments/${segment.id}/group`, { group_id: group.id })
        expect(followed.data.group).toMatchObject({
          group_name: "VIP",
          log: [{ added: 1, removed: 1 }],
        })
        const members = async () =>
          (await shop.customers.listCustomers({ groups: { id: group.id } })).map((c) => c.id)
        expect(await members()).toEqual([customer])
        await shop.order({ customer: other, email: "b@shop.example", lines: [MUG] })
        await shop.sync()
        await refreshChanged(shop.db, clock())
        await syncSegmentGroupWorkflow(getContainer()).run({ input: segment.id })
        expect((await members()).sort()).toEqual([customer, other].sort())
        expect(await emails(is("customer_group", "any_of", [group.id]))).toEqual(["a", "b"])
        const second = await create("Second", is("orders", "gte", 2))
        const refused = await post(`/segments/${second.id}/group`, { group_id: group.id })
        expect([refused.status, refused.data.message]).toEqual([
          400,
          expect.stringMatching(/follows the segment "Buyers" already/),
        ])
      })
    })
  },
})
