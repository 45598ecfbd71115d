import { createHmac } from "node:crypto"
import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { PROFILE_MODULE } from "../../src/modules/profile"
import type { SmallServer } from "../../src/lib/small-server"
import { createCollector } from "../../src/modules/profile/collector/collector"
import { linkVisitor } from "../../src/modules/profile/events/link"
import { eventWriter } from "../../src/modules/profile/events/writer"
import type { NewEvent } from "../../src/modules/profile/events/event"
import type ProfileModuleService from "../../src/modules/profile/service"
import { adminHeaders } from "./support/admin"
import { TestShop } from "./support/shop"

jest.setTimeout(300_000)

const NOBODY = {
  device: null,
  os: null,
  browser: null,
  language: null,
  landing: null,
  referrer: null,
  utm_source: null,
  utm_medium: null,
  utm_campaign: null,
  utm_term: null,
  utm_content: null,
  click_id: null,
}
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let shop: TestShop
    let admin: Awaited<ReturnType<typeof adminHeaders>>
    const post = (path: string, body: unknown = {}) =>
      api.post(`/admin/engage${path}`, body, { ...admin, validateStatus: () => true })
    const get = (path: string) =>
      api.get(`/admin/engage${path}`, { ...admin, validateStatus: () => true })
    const count = async (where = "true") =>
      (
        await shop.row<{ n: number }>(
          `select count(*)::int as n from engage_event where source <> 'shop' and ${where}`
        )
      ).n
    const profileNo = async (email: string) =>
      Number(
        (
          await shop.row<{ profile_id: string }>(
            `select profile_id from engage_identity where kind = 'email' and value = ?`,
            [email]
          )
        ).profile_id
      )
    const seen = (visitor: string, id: string, over: Partial<NewEvent> = {}): NewEvent => ({
      name: "Page Viewed",
      at: new Date(),
      source: "tracker",
      messageId: id,
      properties: { path: "/" },
      visitor,
      visit: { key: "visit-1", context: { ...NOBODY, device: "mobile" } },
      ...over,
    })

    // Once: what is there before the first test is there before each.
    beforeAll(async () => {
      admin = await adminHeaders(api as never, getContainer())
    })

    beforeEach(async () => {
      shop = new TestShop(getContainer())
      await shop.customer("ada@shop.example", { first_name: "Ada" })
      await shop.sync()
    })

    describe("the collector", () => {
      let collector: SmallServer
      let port: number
      let key: { id: string; token: string }
      const send = (body: unknown, token = key.token, path = "/events") =>
        api.post(`http://localhost:${port}${path}`, body, {
          headers: { authorization: `Basic ${Buffer.from(`${token}:`).toString("base64")}` },
          validateStatus: () => true,
        })

      beforeEach(async () => {
        const { db } = getContainer().resolve<ProfileModuleService>(PROFILE_MODULE)
        collector = createCollector({ db, port: 0, host: "localhost", logger: console })
        port = await collector.start()
        const keys = getContainer().resolve(Modules.API_KEY)
        key = await keys.createApiKeys({ type: "secret", title: "Till", created_by: "test" })
      })
      afterEach(() => collector.stop())

      it("takes what the admin route takes, and answers the same", async () => {
        const events = [
          { name: "Till Receipt", message_id: "r1", email: "ada@shop.example" },
          { name: "", message_id: "r2", email: "ada@shop.example" },
        ]
        const answer = {
          accepted: 1,
          duplicates: 0,
          rejected: [{ index: 1, reason: "name: must not be empty" }],
        }
        expect((await send({ events })).data).toEqual(answer)
        expect((await post("/events", { events })).data).toEqual({
          ...answer,
          accepted: 0,
          duplicates: 1,
        })
        const stored = await shop.row<{ profile_id: string }>(
          `select profile_id from engage_event where name = 'Till Receipt'`
        )
        expect(Number(stored.profile_id)).toBe(await profileNo("ada@shop.example"))
      })

      it("wants a secret key that counts, and says what is wrong with a request", async () => {
        const events = [{ name: "Till Receipt", message_id: "r1", email: "ada@shop.example" }]
        const keys = getContainer().resolve(Modules.API_KEY)
        const shown = await keys.createApiKeys({
          type: "publishable",
          title: "Shop",
          created_by: "test",
        })
        const gone = await keys.createApiKeys({ type: "secret", title: "Old", created_by: "test" })
        await keys.revoke(gone.id, { revoked_by: "test" })
        const almost = `${key.token.slice(0, -6)}xxx${key.token.slice(-3)}`
        for (const token of [shown.token, gone.token, almost, "sk_none", ""])
          expect([token, (await send({ events }, token)).status]).toEqual([token, 401])
        expect((await send({ events }, key.token, "/admin")).status).toBe(404)
        expect((await send("{")).data.message).toBe("body: must be JSON")
        expect((await send({ events: [] })).data.message).toMatch(/^events: /)
        expect((await send({ events: "all" })).status).toBe(400)
        expect(await count()).toBe(0)
        expect((await send({ events })).status).toBe(200)
        expect((await send("x".repeat(21_000_000))).status).toBe(400)
        expect(await count()).toBe(1)
      })

      it("says which option is wrong when its port is taken, and gives it back", async () => {
        const { db } = getContainer().resolve<ProfileModuleService>(PROFILE_MODULE)
        const second = createCollector({ db, port, host: "localhost", logger: console })
        await expect(second.start()).rejects.toThrow(/collector\.port: cannot listen/)
        await collector.stop()
        expect(await second.start()).toBe(port)
        await second.stop()
      })
    })

    describe("what no text may hold", () => {
      const refused = (message: RegExp) => ({
        status: 400,
        data: expect.objectContaining({ message: expect.stringMatching(message) }),
      })

      it("is refused in addresses, queries and bodies, by the name of the field", async () => {
        const nul = "a\0b"
        expect(await get("/profiles?q=a%00b")).toMatchObject(refused(/^q: /))
        expect(await get("/segments/a%00b")).toMatchObject(refused(/^address: /))
        expect(await get("/events?from=0000-01-01T00:00:00Z")).toMatchObject(
          refused(/0001 or later/)
        )
        const tags = { add: ["vip", nul], list: "a@shop.example" }
        expect(await post("/tags", tags)).toMatchObject(refused(/^add\.1: /))
        expect(await post("/tags", { add: ["vip"], list: "\ud800" })).toMatchObject(
          refused(/^list: /)
        )
        const deep = `{"name":"x","rules":${"[".repeat(20_000)}${"]".repeat(20_000)}}`
        const headers = { ...admin.headers, "content-type": "application/json" }
        expect(
          await api.post("/admin/engage/segments", deep, { headers, validateStatus: () => true })
        ).toMatchObject(refused(/^rules: nested more than 64 deep/))
        expect(await api.get("/engage/u/%ff", { validateStatus: () => true })).toMatchObject(
          refused(/^address: /)
        )
      })

      it("costs only the event that has it", async () => {
        const one = { name: "Called", message_id: "1", email: "a@shop.example" }
        const bad = { ...one, message_id: "2", email: "a\0@shop.example" }
        expect((await post("/events", { events: [one, bad] })).data).toMatchObject({
          accepted: 1,
          rejected: [{ index: 1, reason: expect.stringMatching(/^email: characters/) }],
        })
      })

      it("is refused in the cursor of every kind of list", async () => {
        const pack = (value: unknown, id: unknown) =>
          Buffer.from(JSON.stringify([value, id])).toString("base64url")
        for (const [list, value, id] of [
          ["profiles", "\0", 3],
          ["profiles", "x".repeat(40), 3],
          ["events", "x", 3],
          ["calendar/list", "foo 1", "x"],
          ["campaigns", 5, "x"],
          ["duplicates", "2026-01-01T00:00:00.000Z", "9e99-1-1"],
        ] as const)
          expect(await get(`/${list}?cursor=${pack(value, id)}`)).toMatchObject(
            refused(/^cursor: /)
          )
        expect((await get(`/segments?cursor=${pack(null, 9e15)}`)).status).toBe(200)
      })
    })

    describe("server events", () => {
      it("keep the good ones, and say of each bad one where it stands and why", async () => {
        const { status, data } = await post("/events", {
          events: [
            {
              name: "Quiz Finished",
              message_id: "m1",
              email: "Ada@Shop.example",
              properties: { score: 7 },
            },
            { name: "", message_id: "m2", email: "ada@shop.example" },
            { name: "No Person", message_id: "m3" },
            {
              name: "Nul",
              message_id: "m4",
              email: "ada@shop.example",
              properties: { text: "a\0b" },
            },
            {
              name: "Late",
              message_id: "m5",
              email: "ada@shop.example",
              at: "2999-01-01T00:00:00Z",
            },
            { name: "Odd", message_id: "m6", email: "ada@shop.example", colour: "red" },
            "not an event",
            { name: "Quiz Started", message_id: "m7", customer_id: "cus_unknown" },
          ],
        })
        expect(status).toBe(200)
        expect(data).toEqual({
          accepted: 2,
          duplicates: 0,
          rejected: [
            { index: 1, reason: "name: must not be empty" },
            { index: 2, reason: "one of profile_id, customer_id, email or anonymous_id is needed" },
            {
              index: 3,
              reason: "properties: characters that no text may hold (NUL or half a surrogate pair)",
            },
            { index: 4, reason: "at: more than a day in the future" },
            { index: 5, reason: 'event: Unrecognized key: "colour"' },
            { index: 6, reason: expect.stringContaining("expected object") },
          ],
        })
        const rows = await shop.rows<{ name: string; profile_id: string | null }>(
          `select name, profile_id from engage_event where source <> 'shop' order by name`
        )
        expect(rows).toEqual([
          { name: "Quiz Finished", profile_id: String(await profileNo("ada@shop.example")) },
          { name: "Quiz Started", profile_id: null },
        ])
      })

      it("count once by message id: in one call, again later, in another month, and at the same time", async () => {
        const event = { name: "Quiz", message_id: "same", email: "ada@shop.example" }
        const first = await post("/events", { events: [event, { ...event, name: "Other" }] })
        expect(first.data).toEqual({ accepted: 1, duplicates: 1, rejected: [] })
        const again = await post("/events", {
          events: [{ ...event, at: daysAgo(100).toISOString() }],
        })
        expect(again.data).toEqual({ accepted: 0, duplicates: 1, rejected: [] })
        const both = { name: "Race", message_id: "race", email: "ada@shop.example" }
        const answers = await Promise.all(
          Array.from({ length: 8 }, () => post("/events", { events: [both] }))
        )
        expect(answers.map((a) => a.data.accepted).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1])
        expect(await count()).toBe(2)
        expect(
          await shop.row(`select sum(events)::int as n from engage_event_day where name = 'Race'`)
        ).toEqual({ n: 1 })
      })

      it("wait for a person the shop does not know yet", async () => {
        await post("/events", {
          events: [{ name: "Fair Visited", message_id: "f", email: "new@shop.example" }],
        })
        expect(await count("profile_id is not null")).toBe(0)
        await shop.customer("new@shop.example")
        await shop.sync()
        expect(await count(`profile_id = ${await profileNo("new@shop.example")}`)).toBe(1)
      })

      it("mark whom they touch for the segments", async () => {
        await shop.rows(`delete from engage_segment_dirty`)
        await post("/events", {
          events: [{ name: "Q", message_id: "q", email: "ada@shop.example" }],
        })
        expect(await shop.rows(`select profile_id from engage_segment_dirty`)).toEqual([
          { profile_id: String(await profileNo("ada@shop.example")) },
        ])
      })

      it("are refused above a thousand a call, and without a login", async () => {
        const events = Array.from({ length: 1001 }, (_, i) => ({ name: "x", message_id: `${i}` }))
        expect((await post("/events", { events })).status).toBe(400)
        const anonymous = await api.post(
          "/admin/engage/events",
          { events: [] },
          { validateStatus: () => true }
        )
        expect(anonymous.status).toBe(401)
      })
    })

    describe("a visitor", () => {
      const write = (...events: NewEvent[]) => eventWriter(shop.db).write(events, new Date())
      const link = async (reason: "login" | "link", visitor = "v1", email = "ada@shop.example") =>
        linkVisitor(shop.db, {
          visitor,
          profileId: await profileNo(email),
          reason,
          now: new Date(),
          windowDays: 60,
        })

      it("brings the last 60 days along when joined, and what comes after", async () => {
        await write(
          seen("v1", "old", { at: daysAgo(61), visit: { key: "old", context: NOBODY } }),
          seen("v1", "a", { at: daysAgo(59), visit: { key: "before", context: NOBODY } }),
          seen("v1", "b"),
          seen("v2", "c")
        )
        expect(await link("login")).toBe(true)
        expect(await link("login")).toBe(false)
        await write(seen("v1", "d", { name: "Product Added" }))
        const ada = await profileNo("ada@shop.example")
        const rows = await shop.rows<{ message_id: string }>(
          `select message_id from engage_event where profile_id = ? and source <> 'shop' order by message_id`,
          [ada]
        )
        expect(rows.map((row) => row.message_id)).toEqual(["a", "b", "d"])
        expect(
          await shop.row(
            `select pages, cart_actions, events, device, profile_id::int as profile_id from engage_session where key = 'visit-1' and profile_id is not null`
          )
        ).toEqual({ pages: 1, cart_actions: 1, events: 2, device: "mobile", profile_id: ada })
      })

      it("is taken back as a whole, and the log says so", async () => {
        await write(seen("v1", "a"))
        await link("login")
        await write(seen("v1", "b"))
        const { data: people } = await get("/profiles?q=ada@shop.example")
        const id = people.profiles[0].id
        const { data } = await get(`/profiles/${id}/devices`)
        expect(data.devices).toEqual([
          expect.objectContaining({ reason: "login", events: 1, sessions: 1, undone_at: null }),
        ])
        const undo = `/profiles/${id}/devices/${data.devices[0].id}/undo`
        expect((await post(undo)).status).toBe(200)
        expect(await count("profile_id is not null")).toBe(0)
        expect((await post(undo)).status).toBe(404)
        await write(seen("v1", "c"))
        expect(await count("profile_id is not null")).toBe(0)
      })

      it("of one person becomes another's by a login, but not by a link, and nobody's past moves", async () => {
        await shop.customer("bob@shop.example")
        await shop.sync()
        await write(seen("v1", "a", { at: daysAgo(2), visit: { key: "first", context: NOBODY } }))
        await link("login")
        expect(await link("link", "v1", "bob@shop.example")).toBe(false)
        expect(await link("login", "v1", "bob@shop.example")).toBe(true)
        await write(seen("v1", "b"))
        const rows = await shop.rows(
          `select message_id, profile_id::int as profile_id from engage_event where source <> 'shop' order by message_id`
        )
        expect(rows).toEqual([
          { message_id: "a", profile_id: await profileNo("ada@shop.example") },
          { message_id: "b", profile_id: await profileNo("bob@shop.example") },
        ])
      })
    })

    describe("in rules", () => {
      const matching = async (has: object) => {
        const { data, status } = await post("/segments/preview", {
          rules: {
            version: 1,
            root: {
              type: "group",
              op: "and",
              children: [
                {
                  type: "has",
                  where: [],
                  within: { kind: "ever" },
                  measure: { fn: "count" },
                  operator: "gte",
                  value: 1,
                  ...has,
                },
              ],
            },
          },
        })
        return status === 200 ? data.count : data
      }
      const where = (attribute: string, operator: string, value?: unknown) => ({
        type: "condition",
        attribute,
        operator,
        value,
      })

      it("people are chosen by what they did and how they visited", async () => {
        await shop.customer("bob@shop.example")
        await shop.sync()
        await post("/events", {
          events: [
            {
              name: "Ring Sized",
              message_id: "1",
              email: "ada@shop.example",
              at: daysAgo(10).toISOString(),
              properties: { size: 17, metal: "Gold", gift: true },
            },
            {
              name: "Ring Sized",
              message_id: "2",
              email: "bob@shop.example",
              at: daysAgo(40).toISOString(),
              properties: { size: 21, metal: "Silver", gift: false },
            },
          ],
        })
        const context = { ...NOBODY, device: "mobile", utm_source: "news" }
        await eventWriter(shop.db).write(
          [
            seen("v9", "p1", {
              at: daysAgo(2),
              visit: { key: "x", context },
              properties: { path: "/sale" },
            }),
            seen("v9", "p2", {
              at: new Date(daysAgo(2).getTime() + 600_000),
              name: "Product Viewed",
              visit: { key: "x", context },
              properties: { product_id: "prod_7", category: "Rings" },
            }),
          ],
          new Date()
        )
        await linkVisitor(shop.db, {
          visitor: "v9",
          profileId: await profileNo("ada@shop.example"),
          reason: "login",
          now: new Date(),
          windowDays: 60,
        })
        const sized = where("event", "in", ["Ring Sized"])
        const events = (...conditions: object[]) => ({
          collection: "events",
          where: [sized, ...conditions],
        })
        const visits = (...conditions: object[]) => ({ collection: "visits", where: conditions })
        const counts = {
          both: await matching(events()),
          lately: await matching({ ...events(), within: { kind: "last", days: 30 } }),
          small: await matching(events(where("event.p.size", "lte", 17))),
          gold: await matching(events(where("event.p.metal", "in", ["gold"]))),
          gift: await matching(events(where("event.p.gift", "is_true"))),
          longAgo: await matching({
            ...events(),
            measure: { fn: "min", attribute: "event.days_ago" },
            operator: "gte",
            value: 39,
          }),
          never: await matching({ ...events(), operator: "eq", value: 0 }),
          phone: await matching(visits(where("visit.device", "in", ["mobile"]))),
          page: await matching(
            visits(where("visit.page", "in", ["/sale"]), where("visit.utm_source", "in", ["News"]))
          ),
          product: await matching(
            visits(
              where("visit.product", "in", ["prod_7"]),
              where("visit.category", "in", ["Rings"])
            )
          ),
          long: await matching(visits(where("visit.minutes", "gte", 10))),
          none: await matching({ ...visits(), operator: "eq", value: 0 }),
        }
        expect(counts).toEqual({
          both: 2,
          lately: 1,
          small: 1,
          gold: 1,
          gift: 1,
          longAgo: 1,
          never: 0,
          phone: 1,
          page: 1,
          product: 1,
          long: 1,
          none: 1,
        })
        const metals = await get("/attributes/event.p.metal/values?q=go")
        expect(metals.data.values).toEqual([{ value: "Gold", label: "Gold", count: 1 }])
        const names = await get("/attributes/event/values?q=ring")
        expect(names.data.values[0]).toEqual({ value: "Ring Sized", label: "Ring Sized", count: 2 })
        for (const key of [
          "event.product",
          "visit.page",
          "visit.section",
          "visit.category",
          "visit.os",
        ]) {
          expect((await get(`/attributes/${key}/values`)).status).toBe(200)
        }
      })

      it("a property's name never becomes SQL", async () => {
        const bad = "x') or true --"
        await post("/events", {
          events: [
            {
              name: "Evil",
              message_id: "e",
              email: "ada@shop.example",
              properties: { [bad]: 1, "it's": "a" },
            },
          ],
        })
        expect(await shop.rows(`select key from engage_event_field where name = 'Evil'`)).toEqual(
          []
        )
        expect(
          await matching({ collection: "events", where: [where(`event.p.${bad}`, "eq", 1)] })
        ).toMatchObject({
          message: expect.stringContaining("There is no attribute"),
        })
      })
    })

    describe("a source", () => {
      const mapping = {
        each: "orders",
        name: "=Bought On Market",
        at: "time",
        message_id: "no",
        email: "buyer.mail",
        customer_id: "",
        properties: { total: "sum.amount" },
      }
      const order = (no: number, mail: string) => ({
        no,
        time: 1_790_000_000 + no,
        buyer: { mail },
        sum: { amount: 10 * no },
        secret: "not mapped",
      })
      const call = (id: string, body: string, headers: Record<string, string>) =>
        api.post(`/engage/in/${id}`, body, {
          headers: { "content-type": "application/json", ...headers },
          validateStatus: () => true,
        })

      it("proves itself, is mapped, kept in the console, and read again after a mistake is mended", async () => {
        const made = await post("/sources", { name: "Market", mapping })
        const { id } = made.data.source
        expect(JSON.stringify((await get("/sources")).data)).not.toContain(made.data.secret)
        const body = JSON.stringify({ orders: [order(1, "ada@shop.example"), order(2, "")] })
        const bearer = { authorization: `Bearer ${made.data.secret}` }
        expect((await call(id, body, {})).status).toBe(401)
        expect((await call("esrc_none", body, bearer)).status).toBe(401)
        const signature = `sha256=${createHmac("sha256", made.data.secret).update(body).digest("hex")}`
        expect(
          (await call(id, body.replace("20", "21"), { "x-engage-signature": signature })).status
        ).toBe(401)
        const signed = await call(id, body, { "x-engage-signature": signature })
        expect(signed.data).toEqual({
          accepted: 1,
          duplicates: 0,
          rejected: [
            { index: 1, reason: "one of profile_id, customer_id, email or anonymous_id is needed" },
          ],
        })
        expect((await call(id, body, bearer)).data).toMatchObject({ accepted: 0, duplicates: 1 })
        expect(
          await shop.rows(
            `select name, message_id, properties, source from engage_event where source <> 'shop'`
          )
        ).toEqual([
          { name: "Bought On Market", message_id: "1", properties: { total: 10 }, source: id },
        ])
        const trial = await post(`/sources/${id}/trial`, {
          body,
          mapping: { ...mapping, email: "=x@shop.example" },
        })
        expect(trial.data.events.map((e: { person: string }) => e.person)).toEqual([
          "x@shop.example",
          "x@shop.example",
        ])
        expect(await count()).toBe(1)
        const console = await get(`/sources/${id}/requests`)
        expect(console.data.requests).toHaveLength(2)
        await post(`/sources/${id}`, { mapping: { ...mapping, email: "", customer_id: "no" } })
        const again = await post(`/sources/${id}/requests/${console.data.requests[1].id}/replay`)
        expect(again.data.request).toMatchObject({
          accepted: 1,
          duplicates: 1,
          replay_of: console.data.requests[1].id,
        })
        await post(`/sources/${id}`, { active: false })
        expect((await call(id, body, bearer)).status).toBe(409)
        const fresh = await post(`/sources/${id}/secret`)
        expect((await call(id, body, bearer)).status).toBe(401)
        expect(fresh.data.secret).not.toBe(made.data.secret)
      })
    })

    describe("the catalogue", () => {
      it("lists names with volume, and what their properties hold", async () => {
        const event = (id: string, properties: object) => ({
          name: "Quiz Finished",
          message_id: id,
          email: "ada@shop.example",
          properties,
        })
        await post("/events", {
          events: [
            event("1", { score: 7, topic: "tea" }),
            event("2", { score: "8", topic: "tea" }),
          ],
        })
        const { data } = await get("/event-names?q=quiz")
        expect(data.names).toEqual([
          expect.objectContaining({ name: "Quiz Finished", sources: ["server"], total: 2 }),
        ])
        expect(data.names[0].days.at(-1)).toBe(2)
        const { data: about } = await get(`/event-names/${encodeURIComponent("Quiz Finished")}`)
        expect(about.schema.properties).toEqual([
          {
            key: "score",
            types: expect.arrayContaining(["number", "text"]),
            share: 1,
            values: expect.arrayContaining([{ value: "7", count: 1 }]),
          },
          { key: "topic", types: ["text"], share: 1, values: [{ value: "tea", count: 2 }] },
        ])
        const list = await get("/events?names=Quiz%20Finished&q=tea&limit=1")
        expect(list.data.events).toHaveLength(1)
        const next = await get(`/events?limit=1&cursor=${list.data.next_cursor}`)
        expect(next.data.events[0].id).not.toBe(list.data.events[0].id)
        const one = await get(`/events/${list.data.events[0].id}`)
        expect(one.data.event).toEqual(list.data.events[0])
        expect((await get("/events/event_aaaa")).status).toBe(404)
      })
    })
  },
})
