import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { publicIds } from "../../src/lib/public-id"
import { messageToken } from "../../src/modules/delivery/message/token"
import { startedRun, until } from "../fault/support/setup"
import { adminHeaders } from "./support/admin"
import { TestShop } from "./support/shop"

jest.setTimeout(300_000)

const MUG = { title: "Mug", quantity: 1, unit_price: 20 }
const EMAIL = "ada.private@shop.example"

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let shop: TestShop
    let admin: Awaited<ReturnType<typeof adminHeaders>>
    const any = () => ({ ...admin, validateStatus: () => true })
    const post = (path: string, body: unknown = {}) => api.post(`/admin/engage${path}`, body, any())
    const get = (path: string) => api.get(`/admin/engage${path}`, any())

    /** Every table and column of ours in which a text stands. */
    const where = async (text: string) => {
      const tables = await shop.rows<{ name: string }>(
        `select table_name as name from information_schema.tables
         where table_name like 'engage\\_%' and table_type = 'BASE TABLE' order by 1`
      )
      const found: string[] = []
      for (const { name } of tables) {
        const { n } = await shop.row<{ n: number }>(
          `select count(*)::int as n from ${name} t where position(? in lower(to_jsonb(t)::text)) > 0`,
          [text.toLowerCase()]
        )
        if (n) found.push(name)
      }
      return found
    }

    // Once: what is there before the first test is there before each.
    beforeAll(async () => {
      admin = await adminHeaders(api as never, getContainer())
    })

    beforeEach(() => {
      shop = new TestShop(getContainer())
    })

    const makeAda = async () => {
      const customer = await shop.customer(EMAIL, {
        first_name: "Adalbertine",
        phone: "+491712345678",
        metadata: { email_opt_in: true, birthday: "1985-05-17" },
      })
      const order = await shop.order({ customer, email: EMAIL, lines: [MUG] })
      await shop.sync()
      await post("/events", {
        events: [
          { name: "Quiz finished", message_id: "q1", email: EMAIL, properties: { by: EMAIL } },
        ],
      })
      const form = new FormData()
      form.append("kind", "profiles")
      form.append("file", new Blob([`email,first_name\n${EMAIL},Adalbertine\n`]), "list.csv")
      await api.post("/admin/engage/imports", form, any())
      const { id } = (await get("/profiles")).data.profiles[0]
      await post(`/profiles/${id}`, { attributes: { city: "Privathausen" } })
      await post("/tags", { list: id, add: ["Very private"] })
      return { id, customer, order }
    }

    it("hands out all that is stored about a person, to read and as data", async () => {
      const { id } = await makeAda()
      const { data } = await get(`/profiles/${id}/personal-data`)
      const titles = data.data.map((part: { title: string }) => part.title)
      expect(titles).toEqual(
        expect.arrayContaining([
          "Profile",
          "Keys",
          "Purchases",
          "Lines of purchases",
          "Consents",
          "Events",
        ])
      )
      expect(JSON.stringify(data)).toContain("Privathausen")
      expect(data.data.find((part: { title: string }) => part.title === "Tags").rows).toMatchObject(
        [{ tag: "Very private", source: "staff" }]
      )
      const html = (await get(`/profiles/${id}/personal-data?format=html`)).data as string
      expect(html).toContain("<h1>What")
      expect(html).toContain(EMAIL)
      expect(
        await shop.rows(
          `select action, actor is not null as known from engage_privacy_log order by id`
        )
      ).toEqual([
        { action: "export", known: true },
        { action: "export", known: true },
      ])
    })

    it("escapes what a person is called", async () => {
      await shop.customer("x@shop.example", { first_name: `<script>alert("x")</script>` })
      await shop.sync()
      const { id } = (await get("/profiles")).data.profiles[0]
      const html = (await get(`/profiles/${id}/personal-data?format=html`)).data as string
      expect(html).not.toContain("<script>")
      expect(html).toContain("&lt;script&gt;")
    })

    it("says to erase again when somebody is merged at the same moment", async () => {
      const { id } = await makeAda()
      await shop.customer("ada@shop.example")
      await shop.sync()
      const merge = await shop.db.transaction()
      await merge.raw(`select pg_advisory_xact_lock(hashtext('engage sync'))`)
      const erasing = post(`/profiles/${id}/erase`, { confirm: id })
      await until("the erasing waits for the merge", async () => {
        const { n } = await shop.row<{ n: number }>(
          `select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted`
        )
        return n > 0
      })
      await merge.raw(
        `update engage_profile p set merged_into = k.id, removed_at = now() from engage_profile k
         where p.email = '${EMAIL}' and k.email = 'ada@shop.example'`
      )
      await merge.commit()
      const { status, data } = await erasing
      expect([status, data.message]).toEqual([
        400,
        "This person has just been merged with another: reload the page and erase again",
      ])
      expect(await where("Privathausen")).not.toEqual([])
    })

    it("erases a person everywhere, and keeps the sums", async () => {
      const { id, customer } = await makeAda()
      const before = (await get("/overview")).data.revenue
      expect(await where(EMAIL)).not.toEqual([])
      expect((await post(`/profiles/${id}/erase`, { confirm: "yes" })).status).toBe(400)

      const { status, data } = await post(`/profiles/${id}/erase`, {
        confirm: id,
        reason: "asked by mail",
      })
      expect(data).toMatchObject({ erased: true })
      expect(status).toBe(200)

      for (const text of [EMAIL, "Adalbertine", "Privathausen", "1712345678", "1985-05-17"])
        expect([text, await where(text)]).toEqual([text, []])
      expect((await get(`/profiles/${id}`)).status).toBe(404)
      expect((await get("/profiles")).data.profiles).toEqual([])
      // What a tag is called stays known; who had it does not.
      expect(await where("Very private")).toEqual(["engage_tag"])
      expect(
        await shop.row(`select sum(net)::int as net, count(*)::int as n from engage_purchase`)
      ).toEqual({
        net: 2000,
        n: 1,
      })
      expect((await get("/overview")).data.revenue).toBe(before)

      const medusa = await getContainer()
        .resolve(Modules.CUSTOMER)
        .listCustomers({ id: [customer] }, { withDeleted: true })
      expect(medusa[0]).toMatchObject({ first_name: null, phone: null, metadata: {} })
      expect(medusa[0].email).toBe(`erased-${customer.toLowerCase()}@example.invalid`)
      expect(medusa[0].deleted_at).not.toBeNull()
    })

    it("lets the links of old messages go on without telling who they were for", async () => {
      const { id } = await makeAda()
      const run = await startedRun(shop.db, "sandbox")
      const { number } = await shop.row<{ number: number }>(
        `select id::float8 as number from engage_profile`
      )
      const token = messageToken(await publicIds(shop.db), {
        runId: run,
        profileId: number,
        pass: 0,
      })
      const call = (method: string, path: string) =>
        api.request({ method, url: `/engage/${path}`, maxRedirects: 0, validateStatus: () => true })
      expect((await call("GET", `u/${token}`)).status).toBe(200)
      await post(`/profiles/${id}/erase`, { confirm: id })
      const answers = [
        await call("GET", `u/${token}`),
        await call("POST", `u/${token}`),
        await call("GET", `o/${token}`),
        await call("GET", `p/${token}`),
        await call("GET", `c/${token}/1`),
      ]
      expect(answers.map(({ status }) => status < 500)).toEqual([true, true, true, true, true])
      const said = answers.map(({ data }) => String(data)).join("")
      for (const text of [EMAIL, "Adalbertine"]) expect(said).not.toContain(text)
      // Pressing the button of an old mail brings nobody back.
      for (const text of [EMAIL, "Adalbertine"]) expect(await where(text)).toEqual([])
      expect(await shop.rows(`select 1 from engage_consent`)).toEqual([])
      expect((await get("/profiles")).data.profiles).toEqual([])
    })

    it("hands out and forgets the way through a campaign, and keeps that there was one", async () => {
      const { id, order } = await makeAda()
      await shop.rows(
        `insert into engage_enrollment (campaign_id, version, profile_id, trigger_key, step, due_at, entered_at, context)
         select 'cmp_1', 1, id, 'order ' || ?, 'wait', now(), now(), jsonb_build_object('order_id', ?::text) from engage_profile`,
        [order, order]
      )
      await shop.rows(
        `insert into engage_step_done (campaign_id, step, way, profile_id, at) select 'cmp_1', 'mail', 'sent', id, now() from engage_profile`
      )
      const { data } = (await get(`/profiles/${id}/personal-data`)).data
      const ways = data.find((part: { title: string }) => part.title === "Campaigns")
      expect(ways.rows).toMatchObject([{ campaign_id: "cmp_1", context: { order_id: order } }])
      await post(`/profiles/${id}/erase`, { confirm: id })
      expect(
        await shop.rows(
          `select campaign_id, step, context, reason, trigger_key like 'erased%' as forgotten from engage_enrollment`
        )
      ).toEqual([
        { campaign_id: "cmp_1", step: null, context: {}, reason: "removed", forgotten: true },
      ])
      expect(await shop.rows(`select 1 from engage_step_done`)).toEqual([])
    })

    it("lists the merge of somebody who was erased since, without a name", async () => {
      const { id } = await makeAda()
      await shop.customer("other@shop.example", { first_name: "Otherine" })
      await shop.sync()
      const { profiles } = (await get("/profiles")).data
      const gone = profiles.find((one: { id: string }) => one.id !== id).id
      expect((await post("/merges", { kept: id, gone })).status).toBe(200)
      expect((await post(`/profiles/${id}/erase`, { confirm: id })).status).toBe(200)
      const { status, data } = await get("/merges")
      expect(status).toBe(200)
      expect(data.merges).toMatchObject([
        { kept: { name: "–" }, gone: { name: "–", email: null }, rows: 0, purchases: 0 },
      ])
      expect(data.merges[0].undone_at).not.toBeNull()
      for (const text of [EMAIL, "Otherine"]) expect(await where(text)).toEqual([])
    })

    it("does not make the person known anew by an old order, but by a new one", async () => {
      const { id, order } = await makeAda()
      await post(`/profiles/${id}/erase`, { confirm: id })
      await shop.rows(`update "order" set updated_at = now() where id = ?`, [order])
      await shop.sync()
      expect(await where(EMAIL)).toEqual([])
      expect(await shop.rows(`select count(*)::int as n from engage_profile`)).toEqual([{ n: 1 }])

      const again = await shop.customer(EMAIL, { first_name: "Ada" })
      await shop.order({ customer: again, email: EMAIL, lines: [MUG] })
      await shop.sync()
      expect((await get("/profiles")).data.profiles).toMatchObject([{ email: EMAIL, orders: 1 }])
    })

    it("forgets events, visits and history after the time that the options say", async () => {
      await shop.customer("a@shop.example")
      await shop.sync()
      const old = "2022-03-15T10:00:00Z"
      const young = new Date(Date.now() - 30 * 86_400_000).toISOString()
      const event = (message_id: string, at: string) => ({
        name: "Seen",
        message_id,
        at,
        email: "a@shop.example",
      })
      await post("/events", { events: [event("old", old), event("young", young)] })
      await shop.rows(
        `insert into engage_visitor (key, first_at) values ('gone', ?), ('here', now())`,
        [old]
      )
      await shop.rows(
        `insert into engage_session (visitor_id, key, started_at, last_at)
         select id, key, first_at, first_at from engage_visitor where key in ('gone', 'here')`
      )
      await shop.profiles.dropOldFacts()
      expect(await shop.rows(`select message_id from engage_event where name = 'Seen'`)).toEqual([
        { message_id: "young" },
      ])
      expect(
        await shop.rows(`select key from engage_visitor where key in ('gone', 'here')`)
      ).toEqual([{ key: "here" }])
      expect(await shop.rows(`select key from engage_session`)).toEqual([{ key: "here" }])
    })
  },
})
