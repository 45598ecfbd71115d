import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { publicIds } from "../../src/lib/public-id"
import type { SmallServer } from "../../src/lib/small-server"
import { DELIVERY_MODULE } from "../../src/modules/delivery"
import { freezeRun } from "../../src/modules/delivery/ledger/freeze"
import { createRun, loadRun } from "../../src/modules/delivery/ledger/runs"
import { messageToken } from "../../src/modules/delivery/message/token"
import { createPublicServer } from "../../src/modules/delivery/public/server"
import type DeliveryModuleService from "../../src/modules/delivery/service"
import { publishContent } from "../../src/modules/content/publish/publish"
import { followLink } from "../../src/modules/delivery/tracking/click"
import { until } from "../fault/support/setup"
import { adminHeaders } from "./support/admin"
import { TestShop } from "./support/shop"

jest.setTimeout(300_000)

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36"
const SCANNER = "Barracuda Sentinel (EE)"
const APPLE = "Mozilla/5.0"
const SENDER = { name: "Test <b>shop</b>", email: "shop@engage.example" }

const HTML = `<html><body><p>Hello {{ profile.first_name | default: "friend" }}</p>
<a href="https://shop.example/sale?x=1">Sale</a>
<a href="https://shop.example/for/{{ profile.first_name }}?utm_source=own">Yours</a></body></html>`

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let shop: TestShop
    let admin: Awaited<ReturnType<typeof adminHeaders>>

    const call = (method: string, path: string, body?: unknown, headers = {}) =>
      api.request({
        method,
        url: path,
        data: body,
        headers: { "user-agent": BROWSER, ...headers },
        maxRedirects: 0,
        validateStatus: () => true,
      })
    const manage = (method: string, path: string, body?: unknown) =>
      call(method, `/admin/engage${path}`, body, admin.headers)
    const form = (path: string, body: string) =>
      call("POST", path, body, { "content-type": "application/x-www-form-urlencoded" })
    const service = () => getContainer().resolve<DeliveryModuleService>(DELIVERY_MODULE)

    // Once: what is there before the first test is there before each.
    beforeAll(async () => {
      admin = await adminHeaders(api as never, getContainer())
    })

    beforeEach(() => {
      shop = new TestShop(getContainer())
    })

    /** Two subscribed people, one of them with an awkward name, and a message sent to each by the sandbox. */
    async function sentRun() {
      await shop.customer("anna@shop.example", {
        first_name: "A&<b>/x",
        metadata: { email_opt_in: true },
      })
      await shop.customer("ben@shop.example", {
        first_name: "Ben",
        metadata: { email_opt_in: true },
      })
      await shop.sync()
      const now = new Date()
      const parts = {
        subject: "Hi {{ profile.first_name }}",
        preheader: "",
        html: HTML,
        text: null,
      }
      const contentId = await publishContent(shop.db, parts, { channel: "email", now })
      const runId = await createRun(shop.db, {
        kind: "broadcast",
        ref: "bc_test",
        title: "Spring",
        channel: "email",
        topic: "news",
        provider: "sandbox",
        contentId,
        sender: SENDER,
        now,
      })
      const everybody = { sql: `select id as profile_id from engage_profile`, params: {} }
      await freezeRun(shop.db, runId, everybody, null, now)
      while (await service().step()) {
        // Until nothing is due.
      }
      await until("the run is completed", async () => {
        const run = await loadRun(shop.db, runId)
        return run.status === "completed"
      })
      const people = await shop.rows<{ id: number; email: string }>(
        `select id::float8 as id, email from engage_profile order by email`
      )
      const ids = await publicIds(shop.db)
      const [anna, ben] = people.map(({ id }) => ({
        id,
        token: messageToken(ids, { runId, profileId: id, pass: 0 }),
      }))
      return { runId, anna, ben }
    }

    const message = (profile: number) =>
      shop.row<{ opened: boolean; clicked: boolean; state: number }>(
        `select opened_at is not null as opened, clicked_at is not null as clicked, state
         from engage_message where profile_id = ?`,
        [profile]
      )
    const events = (profile: number) =>
      shop.rows<{ kind: string; verdict: string; link: number | null }>(
        `select kind, verdict, link from engage_message_event where profile_id = ? order by id`,
        [profile]
      )
    const consents = (profile: number) =>
      shop.rows<{ topic: string; state: string; method: string }>(
        `select topic, state, method from engage_consent
         where profile_id = ? and channel = 'email' and state <> 'none' order by topic`,
        [profile]
      )

    describe("links of a message", () => {
      it("are looked up together when many click at once, each leading its own person", async () => {
        const { anna, ben } = await sentRun()
        const { options } = service()
        let statements = 0
        const count = () => void (statements += 1)
        shop.db.on("query", count)
        const clicks = Array.from({ length: 600 }, (_, i) =>
          followLink(
            shop.db,
            options,
            { token: (i % 2 ? anna : ben).token, link: "1", method: "GET", userAgent: BROWSER },
            new Date()
          )
        )
        const targets = (await Promise.all(clicks)).map((target) => new URL(target!).pathname)
        shop.db.off("query", count)
        expect(new Set(targets.filter((_, i) => i % 2))).toEqual(new Set(["/for/A%26%3Cb%3E%2Fx"]))
        expect(new Set(targets.filter((_, i) => !(i % 2)))).toEqual(new Set(["/for/Ben"]))
        // One by one they would be five each.
        expect(statements).toBeLessThan(600)
        // Of one person not all are kept.
        expect(await events(anna.id)).toHaveLength(100)
        expect(await message(ben.id)).toMatchObject({ opened: true, clicked: true })
      })

      it("lead where the author said, and count people only", async () => {
        const { anna, ben } = await sentRun()
        const click = await call("GET", `/engage/c/${anna.token}/0`)
        expect(click.status).toBe(302)
        expect(click.headers.location).toBe(
          "https://shop.example/sale?x=1&utm_source=engage&utm_medium=email&utm_campaign=spring&utm_id=bc_test"
        )
        expect(
          (await call("GET", `/engage/c/${anna.token.toUpperCase()}/1`)).headers.location
        ).toBe(
          "https://shop.example/for/A%26%3Cb%3E%2Fx?utm_source=own&utm_medium=email&utm_campaign=spring&utm_id=bc_test"
        )
        expect(await message(anna.id)).toMatchObject({ opened: true, clicked: true })

        expect((await call("HEAD", `/engage/c/${ben.token}/0`)).status).toBe(302)
        await call("GET", `/engage/c/${ben.token}/0`, undefined, { "user-agent": SCANNER })
        await call("GET", `/engage/o/${ben.token}`, undefined, { "user-agent": APPLE })
        expect(await message(ben.id)).toMatchObject({ opened: false, clicked: false })
        expect(await events(ben.id)).toEqual([
          { kind: "clicked", verdict: "scanner", link: 0 },
          { kind: "clicked", verdict: "scanner", link: 0 },
          { kind: "opened", verdict: "proxy", link: null },
        ])
        const pixel = await call("GET", `/engage/o/${ben.token}`)
        expect(pixel.headers["content-type"]).toBe("image/gif")
        expect(await message(ben.id)).toMatchObject({ opened: true, clicked: false })
      })

      it("lead nowhere when they were not made by this shop", async () => {
        const { anna, runId } = await sentRun()
        const { token } = anna
        const flipped = token.replace(/^m_./, token[2] === "a" ? "m_b" : "m_a")
        const adminId = (await publicIds(shop.db)).seal("msg", runId, anna.id, 0)
        const paths = [
          `/engage/c/${flipped}/0`,
          `/engage/c/${token.slice(0, -3)}/0`,
          `/engage/c/${adminId}/0`,
          `/engage/c/${token}/2`,
          `/engage/c/${token}/-1`,
          `/engage/c/${token}/0x0`,
          `/engage/c/${token}/${encodeURIComponent("https://evil.example")}`,
          `/engage/c/1/0?url=https://evil.example`,
          `/engage/u/${flipped}`,
          `/engage/p/${flipped}`,
          `/engage/u/${runId}`,
        ]
        for (const path of paths) {
          const answer = await call("GET", path)
          expect([path, answer.status, answer.headers.location]).toEqual([path, 404, undefined])
        }
        expect((await form(`/engage/u/${flipped}`, "scope=channel")).status).toBe(404)
        expect((await call("GET", `/engage/o/${flipped}`)).status).toBe(200)
        expect(await events(anna.id)).toEqual([])
      })
    })

    describe("the second address of links", () => {
      let server: SmallServer
      let at: string
      const READER = { "user-agent": BROWSER }
      const ask = (path: string, init: RequestInit = {}) =>
        fetch(`${at}${path}`, { redirect: "manual", ...init })

      beforeEach(async () => {
        const delivery = getContainer().resolve<DeliveryModuleService>(DELIVERY_MODULE)
        server = createPublicServer({
          db: shop.db,
          options: delivery.options,
          logger: console,
          port: 0,
          host: "localhost",
          receive: (provider, request) => delivery.receiveReports(provider, request),
        })
        at = `http://localhost:${await server.start()}`
      })
      afterEach(() => server.stop())

      it("answers as the first one does, and counts each of many at the same time", async () => {
        const { anna, ben } = await sentRun()
        const paths = [`/engage/c/${anna.token}/0`, `/engage/o/${anna.token}`, "/engage/c/no/0"]
        for (const path of paths) {
          const [one, other] = [await call("GET", path), await ask(path, { headers: READER })]
          expect([path, other.status]).toEqual([path, one.status])
          for (const name of ["location", "content-type", "cache-control", "referrer-policy"])
            expect([path, name, other.headers.get(name)]).toEqual([
              path,
              name,
              one.headers[name] ?? null,
            ])
        }
        await Promise.all(
          Array.from({ length: 130 }, () => ask(`/engage/c/${ben.token}/0`, { headers: READER }))
        )
        await ask(`/engage/c/${ben.token}/0`, { method: "HEAD" })
        expect(await message(ben.id)).toMatchObject({ opened: true, clicked: true })
        // A flood of requests fills no disk.
        expect(await events(ben.id)).toHaveLength(100)
      })

      it("serves nothing else, and takes reports of signed callers only", async () => {
        const { anna } = await sentRun()
        const token = anna.token
        const strange = ["/", "//[", "/admin", `/engage/u/${token}`, `/engage/o/${token}/1`]
        for (const path of [...strange, `/engage/c/${token}`, `/engage/c/${token}/0/1`])
          expect([path, (await ask(path)).status]).toEqual([path, 404])
        expect((await ask(`/engage/c/${token}/0`, { method: "POST" })).status).toBe(404)
        expect((await ask("/engage/hooks/resend", { method: "POST", body: "{}" })).status).toBe(404)
        const large = await ask("/engage/hooks/resend", {
          method: "POST",
          body: "x".repeat(5 * 1024 * 1024 + 1),
        }).catch(() => ({ status: 400 }))
        expect(large.status).toBe(400)
        expect((await ask("/health")).status).toBe(200)
        expect(await events(anna.id)).toEqual([])
      })
    })

    describe("a message in the browser", () => {
      it("is as its person got it, runs nothing, and belongs to its own link", async () => {
        const { anna } = await sentRun()
        const page = await call("GET", `/engage/v/${anna.token}`)
        expect(page.status).toBe(200)
        expect(page.headers["content-type"]).toContain("text/html")
        expect(page.headers["content-security-policy"]).toMatch(/^default-src 'none'; img-src/)
        expect(page.headers["x-robots-tag"]).toContain("noindex")
        expect(page.data).toContain(`/engage/u/${anna.token}`)
        expect((await call("GET", "/engage/v/m_nothing")).status).toBe(404)
      })
    })

    describe("unsubscribing", () => {
      it("is asked for by a GET, done by a POST, and may be repeated", async () => {
        const { anna } = await sentRun()
        const before = await consents(anna.id)
        for (const userAgent of [BROWSER, SCANNER, APPLE]) {
          const page = await call("GET", `/engage/u/${anna.token}`, undefined, {
            "user-agent": userAgent,
          })
          expect(page.status).toBe(200)
          expect(page.data).toContain("Test &lt;b&gt;shop&lt;/b&gt;")
          expect(page.data).not.toContain("<b>shop")
          expect(page.headers["content-security-policy"]).toMatch(/^default-src 'none'/)
          expect(page.headers["x-robots-tag"]).toContain("noindex")
        }
        expect(await consents(anna.id)).toEqual(before)
        for (let i = 0; i < 2; i++) {
          const done = await form(`/engage/u/${anna.token}`, "scope=topic")
          expect(done.status).toBe(200)
          expect(done.data).toContain("no more e-mail about News")
        }
        expect(await consents(anna.id)).toEqual([
          ...before,
          { topic: "news", state: "unsubscribed", method: "unsubscribe_link" },
        ])
        expect(await events(anna.id)).toEqual([
          { kind: "unsubscribed", verdict: "human", link: null },
        ])
      })

      it("by one click of a mail program means the whole channel, and only that person", async () => {
        const { anna, ben } = await sentRun()
        const before = await consents(ben.id)
        expect((await form(`/engage/u/${anna.token}`, "List-Unsubscribe=One-Click")).status).toBe(
          200
        )
        expect(await consents(anna.id)).toEqual([
          { topic: "*", state: "unsubscribed", method: "one_click" },
        ])
        expect(await consents(ben.id)).toEqual(before)
        const { subscribed } = await shop.row<{ subscribed: number }>(
          `select subscribed from engage_profile where id = ?`,
          [anna.id]
        )
        expect(subscribed & 1).toBe(0)
      })
    })

    describe("the preference page", () => {
      it("offers topics that were added or renamed, and none that is archived, whose consents stay", async () => {
        const { anna } = await sentRun()
        const save = (topic: Record<string, unknown>) => manage("POST", "/topics", topic)
        const names = async () => {
          const { data } = await call("GET", `/engage/p/${anna.token}`)
          return ["News", "Fairs", "Offers", "Bargains"].filter((name) => data.includes(name))
        }
        await save({ key: "fairs", name: "Fairs" })
        expect(await names()).toEqual(["News", "Fairs", "Offers"])
        await form(`/engage/p/${anna.token}`, "topics=fairs&topics=news")
        const before = await consents(anna.id)
        await save({ key: "offers", name: "Bargains" })
        const { data } = await save({ key: "fairs", name: "Fairs", archived: true })
        expect(data.topics.map((one: Record<string, unknown>) => [one.key, one.archived])).toEqual([
          ["offers", false],
          ["fairs", true],
          ["news", false],
        ])
        expect(await names()).toEqual(["News", "Bargains"])
        await form(`/engage/p/${anna.token}`, "topics=news")
        expect(await consents(anna.id)).toEqual(before)
        const refused = await manage("POST", "/broadcasts", { name: "x", topic: "fairs" })
        expect([refused.status, refused.data.message]).toEqual([
          400,
          'topic: "Fairs" is archived: choose another one',
        ])
        await save({ key: "fairs", name: "Fairs" })
        expect(await names()).toEqual(["News", "Fairs", "Bargains"])
      })

      it("keeps a topic that campaigns and broadcasts are about, and says which", async () => {
        await manage("POST", "/topics", { key: "fairs", name: "Fairs" })
        const made = await manage("POST", "/campaigns", { name: "Stall", plan: { topic: "fairs" } })
        const put = async (method: string, path: string, body?: object) => {
          const { status, data } = await manage(method, path, body)
          return [status, data.message ?? "done"]
        }
        const remove = () => put("DELETE", "/topics/fairs")
        const archive = () =>
          put("POST", "/topics", { key: "fairs", name: "Fairs", archived: true })
        expect(await remove()).toEqual([
          400,
          'The topic is used by the campaign "Stall" (draft): choose another one there first',
        ])
        await shop.rows(`update engage_campaign set status = 'live'`)
        const live =
          'The topic is used by the campaign "Stall" (live): choose another one there first'
        expect([await archive(), await remove()]).toEqual([
          [400, live],
          [400, live],
        ])
        await shop.rows(`update engage_campaign set status = 'archived'`)
        const mail = await manage("POST", "/broadcasts", { name: "Fair mail", topic: "fairs" })
        await shop.rows(`update engage_broadcast set status = 'scheduled' where id = ?`, [
          mail.data.broadcast.id,
        ])
        expect(await archive()).toEqual([
          400,
          'The topic is used by the broadcast "Fair mail" (scheduled): choose another one there first',
        ])
        await shop.rows(`update engage_broadcast set status = 'completed'`)
        expect([await archive(), await remove(), await remove()]).toEqual([
          [200, "done"],
          [200, "done"],
          [404, "There is no topic fairs"],
        ])
        expect(made.status).toBe(200)
      })

      it("shows what is chosen, saves known topics only, and nothing else of the person", async () => {
        const { anna } = await sentRun()
        const page = await call("GET", `/engage/p/${anna.token}`)
        expect(page.data.match(/ checked>/g)).toHaveLength(2)
        const saved = await form(
          `/engage/p/${anna.token}`,
          "topics=offers&topics=admin&email=evil@evil.example&subscribed=511&state=subscribed"
        )
        expect(saved.data).toContain("Saved.")
        expect(saved.data.match(/ checked>/g)).toHaveLength(1)
        const every = saved.data.match(/ selected>/g)!.length
        expect(saved.data.match(/"every" selected>/g)).toHaveLength(every)
        const less = await form(
          `/engage/p/${anna.token}`,
          "topics=offers&often_offers=weekly&often_news=hourly&often_admin=weekly"
        )
        expect(less.data).toMatch(
          /name="often_offers"[^]*?value="weekly" selected>At most one a week/
        )
        expect(less.data.match(/"every" selected>/g)).toHaveLength(every - 1)
        expect((await consents(anna.id)).map(({ topic, state }) => [topic, state])).toEqual([
          ["*", "subscribed"],
          ["news", "unsubscribed"],
          ["offers", "subscribed"],
        ])
        const { email } = await shop.row<{ email: string }>(
          `select email from engage_profile where id = ?`,
          [anna.id]
        )
        expect(email).toBe("anna@shop.example")
        await form(`/engage/p/${anna.token}`, "")
        expect((await consents(anna.id)).map(({ state }) => state)).toEqual([
          "unsubscribed",
          "unsubscribed",
          "unsubscribed",
        ])
        expect((await events(anna.id)).map(({ kind }) => kind)).toEqual(["unsubscribed"])
      })
    })

    describe("the outbox", () => {
      it("shows each message as it would have arrived", async () => {
        await sentRun()
        const first = (await manage("GET", "/messages?limit=1")).data
        const second = (await manage("GET", `/messages?limit=1&cursor=${first.next_cursor}`)).data
        expect(second.next_cursor).toBeNull()
        const all = [...first.messages, ...second.messages]
        expect(all.map((m: { to: string }) => m.to).sort()).toEqual([
          "anna@shop.example",
          "ben@shop.example",
        ])
        const ben = all.find((m: { to: string }) => m.to === "ben@shop.example")
        expect(ben).toMatchObject({
          subject: "Hi Ben",
          source: { kind: "broadcast", id: "bc_test", name: "Spring" },
        })
        const { message: stored } = (await manage("GET", `/messages/${ben.id}`)).data
        expect(stored).toMatchObject({
          state: "accepted",
          copy: "captured",
          to: "ben@shop.example",
          events: [],
        })
        expect(stored.html).toContain("<p>Hello Ben</p>")
        expect(stored.headers["List-Unsubscribe"]).toMatch(
          /^<http:\/\/localhost:9000\/engage\/u\/m_/
        )
        expect((await manage("GET", "/messages/msg_nonsense")).status).toBe(404)
        expect((await manage("GET", "/messages?limit=5000")).status).toBe(400)
        expect((await manage("GET", "/messages?cursor=nonsense")).status).toBe(400)
      })

      it("shows what a message said of its person, whatever has become of them, as long as that is kept", async () => {
        await sentRun()
        const { messages } = (await manage("GET", "/messages")).data
        const [{ id }] = messages.filter(({ to }: { to: string }) => to === "ben@shop.example")
        const shown = async () => (await manage("GET", `/messages/${id}`)).data.message
        const captured = await shown()
        await shop.db.raw(`delete from engage_sandbox_mail`)
        await shop.db.raw(`update engage_profile set first_name = 'Bea' where first_name = 'Ben'`)
        expect(await shown()).toMatchObject({
          copy: "as_sent",
          ...{ to: captured.to, subject: "Hi Ben", html: captured.html, text: captured.text },
        })
        const [kept] = await shop.rows(
          `select c.person from engage_message_copy c join engage_profile p on p.id = c.profile_id where p.first_name = 'Bea'`
        )
        expect(kept).toEqual({ person: { email: "ben@shop.example", first_name: "Ben" } })
        await shop.db.raw(`truncate engage_message_copy`)
        expect(await shown()).toMatchObject({ copy: "rendered_now", subject: "Hi Bea" })
      })
    })

    describe("templates", () => {
      const body = { name: "Spring", subject: "Hi", html: "<p>Hi</p>" }

      it("are made, changed, listed, copied and deleted", async () => {
        const { template } = (await manage("POST", "/templates", body)).data
        expect(template).toMatchObject({ ...body, preheader: "", text: null, channel: "email" })
        expect(template.id).toMatch(/^tmpl_/)
        const changed = await manage("POST", `/templates/${template.id}`, { subject: "Hello" })
        expect(changed.data.template).toMatchObject({ ...body, subject: "Hello" })
        const copy = (await manage("POST", `/templates/${template.id}/duplicate`)).data.template
        expect(copy).toMatchObject({ name: "Spring (copy)", subject: "Hello" })
        const one = (await manage("GET", "/templates?limit=1")).data
        const two = (await manage("GET", `/templates?limit=1&cursor=${one.next_cursor}`)).data
        expect([one.templates[0].id, two.templates[0].id]).toEqual([copy.id, template.id])
        expect(two.next_cursor).toBeNull()
        expect((await manage("GET", "/templates?q=cOpY")).data.templates).toHaveLength(1)
        expect((await manage("GET", "/templates?q=%25")).data.templates).toEqual([])
        expect((await manage("DELETE", `/templates/${copy.id}`)).data).toEqual({
          id: copy.id,
          object: "template",
          deleted: true,
        })
        for (const [method, path] of [
          ["GET", `/templates/${copy.id}`],
          ["DELETE", `/templates/${copy.id}`],
          ["GET", "/templates/tmpl_none"],
        ]) {
          expect((await manage(method, path)).status).toBe(404)
        }
      })

      it("are refused with the field's name", async () => {
        for (const [path, wrong, field] of [
          ["/templates", { ...body, name: "" }, "name"],
          ["/templates", { name: "x", subject: "y" }, "html"],
          ["/templates", { ...body, html: "x".repeat(1_000_001) }, "html"],
          ["/templates", { ...body, deleted_at: null }, "deleted_at"],
          ["/templates/preview", { subject: 7, html: "" }, "subject"],
        ] as const) {
          const answer = await manage("POST", path, wrong)
          expect([answer.status, answer.data.type]).toEqual([400, "invalid_data"])
          expect(answer.data.message).toContain(field)
        }
        expect((await manage("GET", "/templates?limit=100000")).status).toBe(400)
        expect((await call("GET", "/admin/engage/templates")).status).toBe(401)
      })

      it("are shown as a person would get them, or with their mistakes", async () => {
        await sentRun()
        const { id } = await shop.row<{ id: number }>(
          `select id::float8 as id from engage_profile where email = 'ben@shop.example'`
        )
        const profile_id = (await publicIds(shop.db)).seal("prof", id)
        const preview = (body: object) => manage("POST", "/templates/preview", body)
        const good = { subject: "Hi {{ profile.first_name }}", html: HTML, profile_id }
        const { data } = await preview(good)
        expect(data).toMatchObject({
          problems: [],
          profile: { id: profile_id, name: "Ben", email: "ben@shop.example" },
          rendered: { subject: "Hi Ben" },
        })
        expect(data.bytes).toBe(Buffer.byteLength(data.rendered.html))
        expect((await preview({ ...good, profile_id: null })).data).toMatchObject({
          profile: null,
          rendered: { subject: "Hi Anna" },
        })
        expect((await preview({ subject: "a", html: "<p>\n {% if x" })).data).toMatchObject({
          rendered: null,
          problems: [{ part: "html", line: 2, column: 2 }],
        })
        expect((await preview({ ...good, profile_id: "prof_wrong" })).status).toBe(404)
        const { variables } = (await manage("GET", `/templates/variables?profile_id=${profile_id}`))
          .data
        expect(variables).toContainEqual(
          expect.objectContaining({ path: "profile.first_name", sample: "Ben", nullable: true })
        )
      })
    })
  },
})
