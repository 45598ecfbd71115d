import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Modules } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import type { Condition, HasCondition } from "../../src/rules/ast"
import type { Interest } from "../../src/types/interest"
import { adminHeaders } from "./support/admin"
import { TestShop } from "./support/shop"

jest.setTimeout(300_000)

const DAY = 86_400_000
/** Points as the guide says: weight, halved every half-life, of everything that happened `days` ago or longer. */
const points = (facts: [weight: number, daysAgo: number][], halfLife = 30, daysBack = 0) =>
  facts
    .filter(([, days]) => days >= daysBack)
    .reduce((sum, [weight, days]) => sum + weight * 2 ** (-(days - daysBack) / halfLife), 0)

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let shop: TestShop
    let admin: Awaited<ReturnType<typeof adminHeaders>>
    const options = () => ({ ...admin, validateStatus: () => true })
    const post = (path: string, body: unknown = {}) =>
      api.post(`/admin/engage${path}`, body, options())
    const get = (path: string) => api.get(`/admin/engage${path}`, options())
    const idOf = async (email: string) =>
      (await get(`/profiles?q=${encodeURIComponent(email)}`)).data.profiles[0].id as string

    beforeEach(async () => {
      shop = new TestShop(getContainer())
      admin = await adminHeaders(api as never, getContainer())
    })

    describe("interests", () => {
      let things: Record<"home" | "kitchen" | "tea" | "autumn" | "gift" | "pot" | "cup", string>
      let events = 0
      const event = (email: string, name: string, daysAgo: number, properties: object) => ({
        name,
        email,
        message_id: `m${events++}`,
        at: new Date(Date.now() - daysAgo * DAY).toISOString(),
        properties,
      })
      const interests = async (email: string) =>
        (await get(`/profiles/${await idOf(email)}/interests`)).data.interests as Interest[]
      const among = async (where: Condition[], part: Partial<HasCondition> = {}) => {
        const has = {
          type: "has",
          collection: "interests",
          where,
          within: { kind: "ever" },
          measure: { fn: "count" },
          operator: "gte",
          value: 1,
          ...part,
        }
        const { status, data } = await post("/segments/preview", {
          rules: { version: 1, root: { type: "group", op: "and", children: [has] } },
        })
        expect([status, data.message]).toEqual([200, undefined])
        return data.sample.map((p: { email: string }) => p.email.split("@")[0]).sort()
      }
      const is = (
        attribute: string,
        operator: Condition["operator"],
        value: Condition["value"]
      ): Condition => ({ type: "condition", attribute: `interest.${attribute}`, operator, value })

      beforeEach(async () => {
        const container = getContainer()
        const catalogue = container.resolve(Modules.PRODUCT)
        const home = await catalogue.createProductCategories({ name: "Home", is_active: true })
        const kitchen = await catalogue.createProductCategories({
          name: "Kitchen",
          parent_category_id: home.id,
        })
        const tea = await catalogue.createProductCategories({
          name: "Tea",
          handle: "all-tea",
          parent_category_id: kitchen.id,
        })
        const autumn = await catalogue.createProductCollections({ title: "Autumn" })
        const gift = await catalogue.createProductTags({ value: "gift" })
        const product = (title: string, amount: number, more: object) => ({
          title,
          options: [{ title: "Size", values: ["One"] }],
          variants: [
            {
              title: "One",
              options: { Size: "One" },
              prices: [{ amount, currency_code: "eur" }],
            },
          ],
          ...more,
        })
        const { result } = await createProductsWorkflow(container).run({
          input: {
            products: [
              product("Pot", 60, {
                category_ids: [tea.id],
                collection_id: autumn.id,
                tag_ids: [gift.id],
              }),
              product("Cup", 20, { category_ids: [kitchen.id] }),
            ],
          },
        })
        things = {
          home: home.id,
          kitchen: kitchen.id,
          tea: tea.id,
          autumn: autumn.id,
          gift: gift.id,
          pot: result[0].id,
          cup: result[1].id,
        }
        const ann = await shop.customer("ann@shop.example")
        await shop.customer("bob@shop.example")
        await shop.order({
          customer: ann,
          email: "ann@shop.example",
          lines: [{ title: "Pot", quantity: 3, unit_price: 60, product_id: things.pot }],
          daysAgo: 45,
        })
        await shop.sync()
        const seen = (daysAgo: number) =>
          event("ann@shop.example", "Product Viewed", daysAgo, { product_id: things.cup })
        const { data } = await post("/events", {
          events: [
            // Five looks in one minute, of which three count.
            ...[0, 1, 2, 3, 4].map((second) => seen(10 + second / 86_400)),
            event("ann@shop.example", "Product Added", 9, { product_id: things.cup }),
            event("ann@shop.example", "Product Removed", 8, { product_id: things.cup }),
            event("ann@shop.example", "Product List Viewed", 7, { category: "all-tea" }),
            event("ann@shop.example", "Product Viewed", 400, { product_id: things.cup }),
            event("ann@shop.example", "Product Viewed", 5, { product_id: "prod_gone" }),
            event("bob@shop.example", "Product Added to Wishlist", 35, { product_id: things.pot }),
          ],
        })
        expect(data).toMatchObject({ rejected: [] })
        await shop.sync()
      })

      it("are the points of everything a person did, halved with time and shared upwards", async () => {
        const bought: [number, number] = [8, 45]
        const cup: [number, number][] = [
          [2, 10],
          [2, 10],
          [2, 10],
          [5, 9],
          [-2, 8],
        ]
        const part = (facts: [number, number][], factor: number) =>
          facts.map(([weight, days]): [number, number] => [weight * factor, days])
        const tea: [number, number][] = [bought, [1, 7]]
        const expected = {
          [things.tea]: tea,
          [things.kitchen]: [...part(tea, 0.5), ...cup],
          [things.home]: [...part(tea, 0.25), ...part(cup, 0.5)],
          [things.autumn]: [bought],
          [things.gift]: [bought],
          [things.pot]: [bought],
          [things.cup]: cup,
          // 60 lies between 50 and 100, 20 at the lower end of 20 to 50.
          "2": [bought],
          "1": cup,
        }
        const found = await interests("ann@shop.example")
        expect(found.map(({ ref }) => ref).sort()).toEqual(Object.keys(expected).sort())
        for (const { ref, score, trend } of found) {
          const [now, before] = [points(expected[ref]), points(expected[ref], 30, 30)]
          expect([ref, score.toFixed(3)]).toEqual([ref, now.toFixed(3)])
          const wanted = now >= 1.2 * before ? "rising" : now <= 0.8 * before ? "falling" : "steady"
          expect([ref, trend]).toEqual([ref, wanted])
        }
        const categories = found.filter(({ kind }) => kind === "category")
        const all = [things.kitchen, things.home, things.tea].map((ref) => points(expected[ref]))
        expect(categories.map(({ ref, rank, level }) => [ref, rank, level])).toEqual([
          [things.kitchen, 1, "high"],
          [things.home, 2, "medium"],
          [things.tea, 3, "medium"],
        ])
        expect(categories[0].share).toBeCloseTo(all[0] / (all[0] + all[1] + all[2]), 5)
        expect(found.find(({ ref }) => ref === things.cup)).toMatchObject({
          label: "Cup",
          last_signal: "removed",
        })
        expect(found.find(({ ref }) => ref === things.tea)).toMatchObject({
          last_signal: "category_viewed",
        })
      })

      it("follow new weights, and what is taken back", async () => {
        const settings = (await get("/interests/settings")).data.settings
        const wrong = await post("/interests/settings", {
          ...settings,
          price_limits: [1, 3, 2, 4],
        })
        expect([wrong.status, wrong.data.message]).toEqual([
          400,
          expect.stringContaining("each limit must be above the one before"),
        ])
        await post("/interests/settings", {
          weights: { ...settings.weights, ordered: 20, wished: 0 },
          half_life_days: 10,
          price_limits: [100, 200, 300, 400],
        })
        await shop.sync()
        const found = await interests("ann@shop.example")
        expect(found.find(({ ref }) => ref === things.pot)!.score).toBeCloseTo(
          points([[20, 45]], 10),
          4
        )
        expect(found.filter(({ kind }) => kind === "price_band").map(({ ref }) => ref)).toEqual([
          "4",
        ])
        expect(await interests("bob@shop.example")).toEqual([])

        const { order } = await shop.row<{ order: string }>(
          `select order_id as "order" from engage_purchase`
        )
        await shop.orders.cancel([order])
        await shop.sync()
        const after = await interests("ann@shop.example")
        expect(after.some(({ ref }) => ref === things.pot)).toBe(false)
      })

      it("select people by points, rank, trend, level and when it was shown", async () => {
        const tea = is("category", "in", [things.tea])
        expect(await among([tea])).toEqual(["ann", "bob"])
        expect(await among([is("category", "in", [things.kitchen])])).toEqual(["ann", "bob"])
        expect(await among([tea, is("rank", "lte", 1)])).toEqual(["bob"])
        expect(await among([is("product", "in", [things.pot]), is("score", "gte", 2.5)])).toEqual([
          "ann",
        ])
        expect(await among([tea, is("trend", "in", ["falling"])])).toEqual(["ann", "bob"])
        expect(await among([is("trend", "in", ["rising"])])).toEqual(["ann"])
        expect(await among([is("level", "in", ["high"])])).toEqual(["ann"])
        expect(await among([is("price_band", "in", ["1"])])).toEqual(["ann"])
        expect(await among([is("share", "gte", 0.9)])).toEqual(["ann", "bob"])
        expect(await among([tea], { within: { kind: "last", days: 8 } })).toEqual(["ann"])
        expect(
          await among([tea], { measure: { fn: "days_since" }, operator: "gte", value: 30 })
        ).toEqual(["bob"])
      })

      it("are summed up over everybody", async () => {
        // The sums wait a hundred times as long as they take; here they may be made at once.
        await shop.rows(
          `update engage_state set value = value || '{"totals_ms": 0}' where key = 'interests'`
        )
        await shop.sync()
        const { data } = await get("/interests?kind=category")
        const rows = data.interests.map((i: Record<string, unknown>) => [
          i.label,
          i.people,
          i.top,
          i.rising,
          i.falling,
        ])
        expect(rows).toEqual([
          ["Kitchen", 2, 1, 1, 1],
          // 5.46 points against 4.95.
          ["Tea", 2, 1, 0, 2],
          ["Home", 2, 0, 1, 1],
        ])
        expect(data).toMatchObject({ waiting: 0, computed_at: expect.any(String) })
      })

      it("move with a person who is merged, and back", async () => {
        const [kept, gone] = [await idOf("bob@shop.example"), await idOf("ann@shop.example")]
        const before = (await interests("ann@shop.example")).length
        const { data } = await post("/merges", { kept, gone })
        await shop.sync()
        const merged = await interests("bob@shop.example")
        expect(merged.find(({ ref }) => ref === things.pot)!.score).toBeCloseTo(
          points([
            [8, 45],
            [4, 35],
          ]),
          3
        )
        await post(`/merges/${data.merge_id}/undo`)
        await shop.sync()
        expect((await interests("ann@shop.example")).length).toBe(before)
      })
    })
  },
})
