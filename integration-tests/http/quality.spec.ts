import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Modules } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import type { Condition, HasCondition } from "../../src/rules/ast"
import { lookUpDomains } from "../../src/modules/profile/quality/domains"
import type { MailResolver } from "../../src/modules/profile/contact/mail-host"
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

    // Once: what is there before the first test is there before each.
    beforeAll(async () => {
      admin = await adminHeaders(api as never, getContainer())
    })

    beforeEach(() => {
      shop = new TestShop(getContainer())
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

    describe("data quality", () => {
      const KEEP = `email_status, phone_status, phone, time_zone_confidence`
      const berlin = { addresses: [{ country_code: "de", city: "Berlin" }] }
      const person = (name: string) =>
        shop.row<Record<string, unknown>>(
          `select p.*, r.email_reason, r.phone_reason, r.email_invalid_at, r.city as raw_city
           from engage_profile p join engage_profile_raw r on r.profile_id = p.id
           where r.email like ?`,
          [`${name}%`]
        )
      const numberOf = async (name: string) => Number((await person(name)).id)
      /** Runs some rules over everybody, to the end. */
      const run = async (kind: "check" | "repair", ...rules: string[]) => {
        const { status, data } = await post("/quality/runs", { kind, rules })
        expect([status, data.message]).toEqual([201, undefined])
        await shop.sync()
        return (await get(`/quality/runs/${data.run.id}`)).data
      }
      const changesOf = async (id: string, query = "") =>
        (await get(`/quality/runs/${id}/changes?limit=200${query}`)).data.changes.map(
          (c: Record<string, string>) => [c.email, c.field, c.before, c.after]
        )

      beforeEach(async () => {
        await shop.customer("ann@gmail.com", { ...berlin, phone: "0171 5551234" })
        await shop.customer("bob@gmail.com", { ...berlin, phone: "030 901820" })
        await shop.customer("eve@web.de", { phone: "12" })
        await shop.customer("not-an-address")
        await shop.sync()
      })

      it("counts what can be relied on, and why the rest cannot", async () => {
        const { status, data } = await get("/quality")
        expect(status).toBe(200)
        expect(data).toMatchObject({
          people: 4,
          email: { valid: 3, invalid: 1, missing: 0 },
          phone: { valid: 2, invalid: 1, missing: 1, mobile: 1, landline: 1, unknown: 0 },
          unreachable: 1,
          address: { country: 2, region: 0, city: 2, postal_code: 0 },
          time_zones: [
            { source: "address", confidence: "sure", people: 2 },
            { source: "shop", confidence: "guess", people: 2 },
          ],
          providers: [
            { provider: "gmail", people: 2 },
            { provider: "web_de", people: 1 },
          ],
          operators: [{ operator: "T-Mobile", people: 1, may_have_moved: 1 }],
        })
        expect(data.problems).toContainEqual({
          channel: "email",
          reason: "it has no @ with a name before it",
          people: 1,
        })
        const sum = data.problems.reduce((n: number, p: { people: number }) => n + p.people, 0)
        expect(sum).toBe(2)
      })

      it("checks one person again from what the shop has", async () => {
        const before = await shop.row(`select ${KEEP} from engage_profile where email like 'ann%'`)
        await shop.rows(
          `update engage_profile set email_status = 'invalid', phone_status = 'invalid', phone = null, time_zone_confidence = 0
           where email like 'ann%'`
        )
        const { status, data } = await post(`/profiles/${await idOf("ann@gmail.com")}/recheck`)
        expect(status).toBe(200)
        expect(data.profile).toMatchObject({
          contact: { phone: { value: "+491715551234", raw: "0171 5551234", status: "valid" } },
          operator: { name: "T-Mobile", state: "may_have_moved" },
        })
        expect(
          await shop.row(`select ${KEEP} from engage_profile where email like 'ann%'`)
        ).toEqual(before)
      })

      it("finds people by operator and by what is wrong", async () => {
        const among = async (attribute: string, values: string[]) => {
          const condition = { type: "condition", attribute, operator: "in", value: values }
          const { data } = await post("/segments/preview", {
            rules: { version: 1, root: { type: "group", op: "and", children: [condition] } },
          })
          return data.sample?.map((p: { email: string }) => p.email) ?? data
        }
        expect(await among("phone_operator", ["t-mobile"])).toEqual(["ann@gmail.com"])
        expect(await among("phone_operator_state", ["may_have_moved"])).toEqual(["ann@gmail.com"])
        expect(await among("email_problem", ["it has no @ with a name before it"])).toEqual([
          "not-an-address",
        ])
        expect((await among("time_zone_source", ["address"])).sort()).toEqual([
          "ann@gmail.com",
          "bob@gmail.com",
        ])
      })

      it("spells towns as most of the shop's addresses do, and keeps them as given", async () => {
        const living = (email: string, city: string, more = {}) =>
          shop.customer(email, { addresses: [{ country_code: "de", city, ...more }] })
        await living("one@shop.example", "Bad Homburg")
        await living("two@shop.example", "Bad Homburg")
        await living("three@shop.example", "BAD-HOMBURG", {
          postal_code: "D-61348",
          province: "Hessen",
        })
        await living("four@shop.example", "bad  homburg")
        await shop.rows(`delete from engage_state where key = 'cities'`)
        await shop.sync()
        expect(await person("three")).toMatchObject({
          city: "Bad Homburg",
          raw_city: "BAD-HOMBURG",
          postal_code: "61348",
          region: "DE-HE",
        })
        expect(await person("four")).toMatchObject({ city: "Bad Homburg" })
        expect(
          await shop.row(
            `select name, addresses, spellings from engage_city where key = 'bad homburg'`
          )
        ).toEqual({ name: "Bad Homburg", addresses: 4, spellings: 3 })
      })

      it("shows before it repairs, and takes a repair back", async () => {
        await shop.rows(
          `update engage_profile set phone = '0171 5551234', phone_status = 'valid', phone_type = null where email like 'ann%'`
        )
        await shop.rows(`update engage_profile set city = 'berlin' where email like 'bob%'`)
        const check = await run("check", "phone")
        expect(check.run).toMatchObject({ state: "done", total: 4, checked: 4, changed: 1 })
        const wanted = [
          ["ann@gmail.com", "phone", "0171 5551234", "+491715551234"],
          ["ann@gmail.com", "phone_type", null, "mobile"],
        ]
        expect(await changesOf(check.run.id)).toEqual(wanted)
        expect(check.fields).toEqual([
          { field: "phone", people: 1 },
          { field: "phone_type", people: 1 },
        ])
        expect(await person("ann")).toMatchObject({ phone: "0171 5551234" })

        const repair = await run("repair", "phone", "address")
        expect(repair.run).toMatchObject({ state: "done", changed: 2 })
        expect(await changesOf(repair.run.id, "&field=city")).toEqual([
          ["bob@gmail.com", "city", "berlin", "Berlin"],
        ])
        expect(await person("ann")).toMatchObject({ phone: "+491715551234", phone_type: "mobile" })
        expect(await person("bob")).toMatchObject({ city: "Berlin" })
        expect((await run("repair", "phone", "address")).run.changed).toBe(0)

        const file = await get(`/quality/runs/${repair.run.id}/file`)
        expect(file.data.split("\n")).toHaveLength(5)
        expect(file.data).toContain(",ann@gmail.com,phone,0171 5551234,+491715551234")

        // What somebody has changed since is not put back.
        await shop.rows(`update engage_profile set city = 'Bonn' where email like 'bob%'`)
        const undo = await post(`/quality/runs/${repair.run.id}/undo`)
        expect(undo.data.run.state).toBe("undoing")
        await shop.sync()
        expect((await get(`/quality/runs/${repair.run.id}`)).data.run.state).toBe("undone")
        expect(await person("ann")).toMatchObject({ phone: "0171 5551234", phone_type: null })
        expect(await person("bob")).toMatchObject({ city: "Bonn" })
        const again = await post(`/quality/runs/${repair.run.id}/undo`)
        expect([again.status, again.data.message]).toEqual([
          400,
          expect.stringContaining("only once"),
        ])
        expect((await post(`/quality/runs/${check.run.id}/undo`)).status).toBe(400)
      })

      it("pages through what a run changes, and stops a run", async () => {
        await shop.rows(
          `update engage_profile set email_provider = 'none' where email_status = 'valid'`
        )
        const { run: check } = await run("check", "provider")
        const first = (await get(`/quality/runs/${check.id}/changes?limit=2`)).data
        const rest = (
          await get(`/quality/runs/${check.id}/changes?limit=2&cursor=${first.next_cursor}`)
        ).data
        expect([...first.changes, ...rest.changes].map((c) => c.after)).toEqual([
          "gmail",
          "gmail",
          "web_de",
        ])
        expect(rest.next_cursor).toBeNull()

        const { data } = await post("/quality/runs", { kind: "repair", rules: ["provider"] })
        const stopped = await post(`/quality/runs/${data.run.id}/cancel`)
        expect(stopped.data.run.state).toBe("cancelled")
        await shop.sync()
        expect(await person("ann")).toMatchObject({ email_provider: "none" })
        expect((await post(`/quality/runs/${data.run.id}/cancel`)).status).toBe(400)
        const { data: list } = await get("/quality/runs?limit=1")
        expect(list.runs).toMatchObject([{ id: data.run.id, kind: "repair" }])
        const { rules } = (await get("/quality/rules")).data
        expect(rules.find((r: { rule: string }) => r.rule === "provider")).toMatchObject({
          enabled: true,
          last_run: null,
          last_check: { id: check.id, changed: 3 },
        })
      })

      it("leaves alone what a rule that is off would change, until it is run", async () => {
        const off = await post("/quality/rules/address", { enabled: false })
        expect(off.data.rules.find((r: { rule: string }) => r.rule === "address").enabled).toBe(
          false
        )
        await shop.customer("kim@shop.example", {
          addresses: [{ country_code: "nl", city: "DEN HAAG", postal_code: "2511cv" }],
        })
        await shop.sync()
        expect(await person("kim")).toMatchObject({ city: "DEN HAAG", postal_code: "2511cv" })
        await run("repair", "address")
        expect(await person("kim")).toMatchObject({ city: "Den Haag", postal_code: "2511 CV" })
        expect((await post("/quality/rules/address", { count: 2 })).status).toBe(400)
        expect((await post("/quality/rules/nothing", { enabled: true })).status).toBe(404)
      })

      it("proposes what a mistyped domain was meant to be, and changes it only when told", async () => {
        for (const name of ["pia", "pat", "pam"]) await shop.customer(`${name}@gmial.com`)
        await shop.rows(`delete from engage_state where key = 'quality_round'`)
        await shop.sync()
        const { data } = await get("/quality/typos")
        expect(data.typos).toEqual([
          { domain: "gmial.com", suggestion: "gmail.com", people: 3, decision: null },
        ])
        expect(await person("pia")).toMatchObject({ email: "pia@gmial.com" })
        const pia = await idOf("pia@gmial.com")
        const seen = await get(`/profiles/${pia}`)
        expect(seen.data.profile.contact.email.suggestion).toBe("pia@gmail.com")

        await post(`/profiles/${pia}/typo`, { decision: "accepted" })
        expect(await person("pia")).toMatchObject({
          email: "pia@gmail.com",
          email_provider: "gmail",
        })
        await post(`/profiles/${await idOf("pat@gmial.com")}/typo`, { decision: "dismissed" })
        expect(await person("pam")).toMatchObject({ email: "pam@gmial.com" })

        await post("/quality/typos/gmial.com", { decision: "accepted" })
        await shop.sync()
        expect(await person("pat")).toMatchObject({ email: "pat@gmial.com" })
        expect(await person("pam")).toMatchObject({ email: "pam@gmail.com" })
        const { people } = (await get("/quality/typos/gmial.com/people")).data
        expect(
          people.map((p: Record<string, string>) => [p.address, p.suggestion, p.decision]).sort()
        ).toEqual([
          ["pam@gmial.com", "pam@gmail.com", "accepted"],
          ["pat@gmial.com", "pat@gmail.com", "dismissed"],
          ["pia@gmial.com", "pia@gmail.com", "accepted"],
        ])
        expect((await get("/quality/typos?state=decided")).data.typos).toHaveLength(1)

        await post("/quality/typos/gmial.com", { decision: null })
        await shop.sync()
        expect(await person("pam")).toMatchObject({ email: "pam@gmial.com" })
        expect((await post("/quality/typos/gmail.com", { decision: "accepted" })).status).toBe(404)
      })

      it("joins a corrected address with the person who has it, and takes both back", async () => {
        const pia = await shop.customer("pia@gmial.com", { has_account: false, first_name: "Pia" })
        await shop.customer("pia@gmail.com", { first_name: "Pia" })
        await shop.order({
          customer: pia,
          email: "pia@gmial.com",
          lines: [{ title: "Cup", quantity: 1, unit_price: 20 }],
        })
        await shop.rows(`delete from engage_state where key = 'quality_round'`)
        await shop.sync()
        await post(`/profiles/${await idOf("pia@gmial.com")}/typo`, { decision: "accepted" })
        await shop.sync()
        const living = () =>
          shop.rows(
            `select email, orders from engage_profile where removed_at is null and first_name = 'Pia' order by email`
          )
        expect(await living()).toEqual([{ email: "pia@gmail.com", orders: 1 }])
        const [merge] = (await get("/merges")).data.merges
        expect(merge).toMatchObject({ rule: "email", purchases: 0, undone_at: null })

        expect((await post(`/merges/${merge.id}/undo`)).status).toBe(200)
        await shop.sync()
        const apart = [
          { email: "pia@gmail.com", orders: 0 },
          { email: "pia@gmial.com", orders: 1 },
        ]
        expect(await living()).toEqual(apart)
        // Neither the next search nor accepting the whole domain joins what somebody has put apart.
        await post("/quality/typos/gmial.com", { decision: "accepted" })
        await shop.sync()
        await post("/duplicates/search")
        expect(await living()).toEqual(apart)
      })

      it("only lists a corrected address that another account has, or when the rule says to ask", async () => {
        const pairs = async () =>
          (await get("/duplicates")).data.duplicates.map((d: { reasons: string[] }) => d.reasons)
        await shop.customer("pia@gmial.com")
        await shop.customer("pia@gmail.com")
        await shop.customer("pat@gmial.com", { has_account: false })
        await shop.customer("pat@gmail.com")
        await post("/duplicates/rules", { email: "suggest" })
        await shop.rows(`delete from engage_state where key = 'quality_round'`)
        await shop.sync()
        await post("/quality/typos/gmial.com", { decision: "accepted" })
        await shop.sync()
        expect(await pairs()).toEqual([["email"], ["email"]])
        await post("/duplicates/rules", { email: "merge" })
        expect((await post("/duplicates/search")).data).toEqual({ open: 1, merged: 1 })
        expect(await person("pia@gmial")).toMatchObject({ merged_into: null, removed_at: null })
        await shop.sync()
        expect(await pairs()).toEqual([["email", "mailbox"]])
      })

      it("takes the time zone from the browser where it is not known better", async () => {
        await shop.rows(
          `insert into engage_session (visitor_id, key, profile_id, started_at, last_at, time_zone)
           select 1, email, id, now(), now(), 'America/Denver' from engage_profile where email in ('ann@gmail.com', 'eve@web.de')`
        )
        await shop.rows(`delete from engage_state where key = 'quality_round'`)
        await shop.sync()
        expect(await person("eve")).toMatchObject({
          time_zone: "America/Denver",
          time_zone_source: "browser",
          time_zone_confidence: 75,
        })
        expect(await person("ann")).toMatchObject({ time_zone_source: "address" })
      })

      it("learns from mail servers who keeps the mailboxes, and which domains take no mail", async () => {
        await shop.customer("max@firm.example")
        await shop.customer("tom@gone.example")
        await shop.customer("liz@slow.example")
        await shop.rows(`delete from engage_state where key = 'quality_round'`)
        await shop.sync()
        const asked: string[] = []
        const ask: MailResolver = async (domain) => {
          asked.push(domain)
          if (domain === "firm.example") return { hosts: ["aspmx.l.google.com"] }
          return domain === "gone.example" ? "none" : "unknown"
        }
        const now = new Date()
        await lookUpDomains(shop.db, ask, now)
        await shop.sync()
        expect(asked.sort()).toEqual(["firm.example", "gone.example", "slow.example"])
        expect(await person("max")).toMatchObject({ email_provider: "google_workspace" })
        expect(await person("liz")).toMatchObject({
          email_provider: "other",
          email_status: "valid",
        })
        expect(await person("tom")).toMatchObject({
          email_status: "invalid",
          email_reason: "no mail can be sent to its domain",
        })
        await lookUpDomains(shop.db, ask, new Date(now.getTime() + 3_600_000))
        expect(asked).toHaveLength(4)
        expect(asked[3]).toBe("slow.example")
      })

      it("gives an address up after what comes back from it, until it is checked again", async () => {
        const profileId = await numberOf("ann")
        const back = (kind: "hard" | "soft", day: number, channel: "email" | "sms" = "email") =>
          shop.profiles.recordBounce({
            profileId,
            channel,
            kind,
            reason: "mailbox full",
            at: new Date(Date.UTC(2026, 4, day)),
          })
        await back("soft", 1)
        await back("soft", 2)
        await shop.sync()
        expect(await person("ann")).toMatchObject({ email_status: "valid" })

        await post("/quality/rules/soft_bounce", { count: 2, days: 5 })
        expect((await run("check", "soft_bounce")).run.changed).toBe(1)
        await run("repair", "soft_bounce")
        expect(await person("ann")).toMatchObject({
          email: "ann@gmail.com",
          email_status: "invalid",
          email_reason: "2 messages came back within 5 days: mailbox full",
          email_invalid_at: new Date(Date.UTC(2026, 4, 2)),
        })
        const id = await idOf("ann@gmail.com")
        expect((await get(`/profiles/${id}`)).data.profile.contact.email).toMatchObject({
          status: "invalid",
          invalid_since: "2026-05-02T00:00:00.000Z",
        })
        await post(`/profiles/${id}/recheck`)
        expect(await person("ann")).toMatchObject({ email_status: "valid", email_invalid_at: null })

        expect(await back("hard", 9, "sms")).toBe(true)
        await shop.sync()
        expect(await person("ann")).toMatchObject({
          phone_status: "invalid",
          phone_reason: "a message came back for good: mailbox full",
          email_status: "valid",
        })
        // A new number starts clean.
        const [{ id: customer }] = await shop.customers.listCustomers({ email: "ann@gmail.com" })
        await shop.customers.updateCustomers(customer, { phone: "0171 5551235" })
        await shop.sync()
        expect(await person("ann")).toMatchObject({ phone_status: "valid", phone: "+491715551235" })
        const nobody = { profileId: 0, channel: "email", kind: "hard", reason: "", at: new Date() }
        expect(await shop.profiles.recordBounce(nobody as never)).toBe(false)
        await expect(
          shop.profiles.recordBounce({ ...nobody, channel: "push" } as never)
        ).rejects.toThrow("goes to no address")
      })
    })
  },
})
