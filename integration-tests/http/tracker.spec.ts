import type { IApiKeyModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { publicIds } from "../../src/lib/public-id"
import { withClickProof } from "../../src/modules/profile/events/click-proof"
import { adminHeaders } from "./support/admin"
import { TestShop } from "./support/shop"

jest.setTimeout(300_000)

const VISITOR = "a".repeat(32)
const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let shop: TestShop
    let key: string

    const request = (over: object = {}) => ({
      key,
      visitor: VISITOR,
      visit: {
        id: "b".repeat(32),
        l: "/",
        u: { source: "news", medium: "email" },
        c: "gclid",
        g: "en",
      },
      sent: Date.now(),
      events: [],
      ...over,
    })
    const event = (m: string, n = "Page Viewed", t = Date.now(), p: object = { path: "/" }) => ({
      n,
      t,
      m,
      p,
    })
    const send = (body: unknown, headers: Record<string, string> = {}) =>
      api.post("/engage/t/events", typeof body === "string" ? body : JSON.stringify(body), {
        headers: { "content-type": "text/plain", "user-agent": CHROME, ...headers },
        validateStatus: () => true,
      })
    const owners = () =>
      shop.rows<{ email: string | null; n: number }>(
        `select p.email, count(*)::int as n from engage_event e left join engage_profile p on p.id = e.profile_id
         where e.source = 'tracker' group by 1 order by 1`
      )

    beforeEach(async () => {
      shop = new TestShop(getContainer())
      const keys = getContainer().resolve<IApiKeyModuleService>(Modules.API_KEY)
      key = (await keys.createApiKeys({ title: "Shop", type: "publishable", created_by: "test" }))
        .token
    })

    it("stores a visit with its events, device and campaign, and counts a repeated request once", async () => {
      const body = request({
        sent: Date.now() + 3600_000,
        events: [
          event("m1", "Page Viewed", Date.now() + 3600_000 - 5_000),
          event("m2", "Product Viewed", Date.now() + 3600_000, { product_id: "prod_1" }),
          event("m3", "", Date.now() + 3600_000),
        ],
      })
      const first = await send(body)
      expect(first.status).toBe(200)
      expect(first.data).toEqual({
        accepted: 2,
        duplicates: 0,
        rejected: [{ index: 2, reason: "name: must not be empty" }],
      })
      expect((await send(body)).data).toEqual({
        accepted: 0,
        duplicates: 2,
        rejected: [{ index: 2, reason: "name: must not be empty" }],
      })
      expect(
        await shop.row(
          `select pages, products, events, device, os, browser, landing, utm_source, utm_medium, click_id, language from engage_session`
        )
      ).toEqual({
        pages: 1,
        products: 1,
        events: 2,
        device: "desktop",
        os: "Windows",
        browser: "Chrome",
        landing: "/",
        utm_source: "news",
        utm_medium: "email",
        click_id: "gclid",
        language: "en",
      })
      const { early } = await shop.row<{ early: number }>(
        `select round(extract(epoch from max(at) - min(at)))::int as early from engage_event`
      )
      expect(early).toBe(5)
      expect(await shop.row(`select bool_and(at <= now()) as past from engage_event`)).toEqual({
        past: true,
      })
    })

    it("refuses what could not be stored before it costs the events of others", async () => {
      const visit = (l: string) => ({ id: "b".repeat(32), l })
      const [bad, key, good] = await Promise.all([
        send(request({ visit: visit("/\0") })),
        send(request({ key: "pk\0" })),
        send(request({ events: [event("m1")] })),
      ])
      expect(bad.data.message).toMatch(/^visit\.l: characters that no text may hold/)
      expect(key.data.message).toMatch(/^key: characters that no text may hold/)
      expect([bad.status, key.status]).toEqual([400, 400])
      expect(good.data).toMatchObject({ accepted: 1 })
    })

    it("refuses unknown keys, foreign origins and broken bodies, and ignores robots", async () => {
      const one = { events: [event("m1")] }
      expect((await send(request({ ...one, key: "pk_wrong" }))).status).toBe(400)
      expect((await send("{ not json")).status).toBe(400)
      expect((await send(request({ ...one, visitor: "x' or 1=1" }))).status).toBe(400)
      const foreign = await send(request(one), { origin: "https://evil.example" })
      expect(foreign.status).toBe(403)
      const robot = await send(request(one), { "user-agent": "Googlebot/2.1" })
      expect(robot.status).toBe(204)
      expect(await owners()).toEqual([])
      const own = await send(request(one), { origin: "http://localhost:8000" })
      expect(own.status).toBe(200)
      expect(own.headers["access-control-allow-origin"]).toBe("http://localhost:8000")
    })

    it("believes a customer's login, and nothing that a browser only claims", async () => {
      await shop.customer("victim@shop.example")
      const login = { email: "ada@shop.example", password: "correct horse battery" }
      const registered = await api.post("/auth/customer/emailpass/register", login)
      const store = { "x-publishable-api-key": key }
      const made = await api.post(
        "/store/customers",
        { email: login.email },
        { headers: { ...store, authorization: `Bearer ${registered.data.token}` } }
      )
      const { data } = await api.post("/auth/customer/emailpass", login)
      await send(request({ events: [event("m1")] }))
      const claim = { who: { email: "victim@shop.example", customer_id: made.data.customer.id } }
      await send(request({ events: [event("m2")], ...claim }))
      await send(request({ events: [event("m3")], ...claim }), { authorization: "Bearer forged" })
      expect(await owners()).toEqual([{ email: null, n: 3 }])
      const proven = { authorization: `Bearer ${data.token}` }
      await send(request({ events: [event("m4")], ...claim }), proven)
      // The shop's new customer is read in only now.
      await shop.sync()
      expect(await owners()).toEqual([{ email: "ada@shop.example", n: 4 }])
    })

    it("joins the visits of a telephone and a computer at one person's logins, each with its device", async () => {
      const login = { email: "ada@shop.example", password: "correct horse battery" }
      const { data: token } = await api.post("/auth/customer/emailpass/register", login)
      const { data: made } = await api.post(
        "/store/customers",
        { email: login.email },
        { headers: { "x-publishable-api-key": key, authorization: `Bearer ${token.token}` } }
      )
      await shop.sync()
      const { data } = await api.post("/auth/customer/emailpass", login)
      const proven = { authorization: `Bearer ${data.token}` }
      const iphone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
      const who = { email: login.email, customer_id: made.customer.id }
      const phone = { visitor: "c".repeat(32), visit: { id: "d".repeat(32), l: "/mugs", g: "en" } }
      await send(request({ ...phone, events: [event("p1")] }), { "user-agent": iphone })
      await send(request({ events: [event("c1")] }))
      expect(await owners()).toEqual([{ email: null, n: 2 }])
      await send(request({ ...phone, events: [event("p2")], who }), {
        "user-agent": iphone,
        ...proven,
      })
      await send(request({ events: [event("c2")], who }), proven)
      await shop.sync()
      expect(await owners()).toEqual([{ email: login.email, n: 4 }])

      const admin = await adminHeaders(api as never, getContainer())
      const get = async (path: string) =>
        (await api.get(`/admin/engage/profiles${path}`, admin)).data
      const { id } = (await get("")).profiles[0]
      const { items } = await get(`/${id}/timeline?kinds=visit`)
      expect(
        items
          .map(({ visit }: { visit: Record<string, unknown> }) => [
            visit.device,
            visit.os,
            visit.landing,
          ])
          .sort()
      ).toEqual([
        ["desktop", "Windows", "/"],
        ["mobile", "iOS", "/mugs"],
      ])
      const { devices } = await get(`/${id}/devices`)
      expect(devices).toMatchObject([
        { reason: "login", events: 2, sessions: 1 },
        { reason: "login", events: 2, sessions: 1 },
      ])
    })

    it("joins the visitor who filled the cart of an order, and notes the visit of the order", async () => {
      await send(request({ events: [event("m1")] }))
      const order = await shop.order({
        email: "guest@shop.example",
        lines: [{ title: "Mug", quantity: 1, unit_price: 20 }],
      })
      await shop.orders.updateOrders(order, { metadata: { engage_visitor_id: VISITOR } })
      await shop.sync()
      await shop.sync()
      expect(await owners()).toEqual([{ email: "guest@shop.example", n: 1 }])
      expect(
        await shop.rows(
          `select v.order_id, s.utm_source, s.device from engage_purchase_visit v join engage_session s on s.id = v.session_id`
        )
      ).toEqual([{ order_id: order, utm_source: "news", device: "desktop" }])
      expect(
        await shop.rows(`select name, source from engage_event where source = 'shop' order by name`)
      ).toEqual([{ name: "Order Placed", source: "shop" }])
    })

    it("joins a visitor who has just clicked a link in a message, while the proof is fresh", async () => {
      await shop.customer("reader@shop.example")
      await shop.sync()
      const { id } = await shop.row<{ id: number }>(
        `select profile_id::int as id from engage_identity where kind = 'email'`
      )
      const ids = await publicIds(shop.db)
      const proof = (minutes: number) => {
        const at = new Date(Date.now() - minutes * 60_000)
        return new URL(withClickProof(ids, "http://shop.example/", id, at)).searchParams.get(
          "eng_m"
        )
      }
      await send(request({ events: [event("m1")], proof: proof(12) }))
      expect(await owners()).toEqual([{ email: null, n: 1 }])
      await send(request({ proof: proof(1) }))
      expect(await owners()).toEqual([{ email: "reader@shop.example", n: 1 }])
    })

    it("slows one address down, and lets it on after the wait it was told", async () => {
      // The clock stands still: on a slow machine, requests would be allowed again while they are being sent.
      const now = Date.now()
      const clock = jest.spyOn(Date, "now").mockReturnValue(now)
      try {
        const answers = []
        for (let i = 0; i < 320; i += 40) {
          answers.push(...(await Promise.all(Array.from({ length: 40 }, () => send("x")))))
        }
        const refused = answers.filter((a) => a.status === 429)
        expect(answers.length - refused.length).toBeLessThanOrEqual(300)
        const wait = Number(refused[0].headers["retry-after"])
        expect((await send("x")).status).toBe(429)
        clock.mockReturnValue(now + wait * 1_000)
        expect((await send("x")).status).toBe(400)
      } finally {
        clock.mockRestore()
      }
    })

    it("tells the storefront which clicks are events, and the admin how often they were seen", async () => {
      const { headers } = await adminHeaders(api as never, getContainer())
      const manage = (method: string, path: string, data?: unknown) =>
        api.request({
          method,
          url: `/admin/engage/click-rules${path}`,
          data,
          headers,
          validateStatus: () => true,
        })
      const told = async (origin?: string) => {
        const answer = await api.get("/engage/t/rules", {
          headers: origin ? { origin } : {},
          validateStatus: () => true,
        })
        return answer.status === 200 ? answer.data.rules : answer.status
      }
      const input = { name: "Size Guide Opened", selector: ".guide", page: "/products/" }
      const { rule } = (await manage("POST", "", input)).data
      expect(rule).toMatchObject({ ...input, keep_text: false, active: true, seen: 0 })
      expect(await told()).toEqual([{ n: input.name, s: ".guide", p: "/products/", t: false }])
      expect(await told("http://evil.example")).toBe(403)

      await send(request({ events: [event("m1", input.name), event("m2", input.name)] }))
      const [seen] = (await manage("GET", "")).data.rules
      expect(seen).toMatchObject({ seen: 2, last_at: expect.any(String) })

      const off = await manage("POST", `/${rule.id}`, { active: false })
      expect(off.data.rule).toMatchObject({ ...input, active: false })
      expect(await told()).toEqual([])
      for (const selector of ["", "a{color:red}", "x".repeat(301)])
        expect((await manage("POST", "", { ...input, selector })).status).toBe(400)
      expect((await manage("DELETE", `/${rule.id}`)).status).toBe(200)
      expect((await manage("DELETE", `/${rule.id}`)).status).toBe(404)
      expect((await manage("GET", "")).data.rules).toEqual([])
      expect(
        (await api.get("/admin/engage/click-rules", { validateStatus: () => true })).status
      ).toBe(401)
    })
  },
})
