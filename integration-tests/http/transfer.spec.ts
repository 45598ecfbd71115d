import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { TRANSFER_MODULE } from "../../src/modules/transfer"
import { exportBytes } from "../../src/modules/transfer/export/file"
import { type ExportPages, exportPages } from "../../src/modules/transfer/export/stream"
import type TransferModuleService from "../../src/modules/transfer/service"
import { setConsent } from "../../src/modules/profile/consent/set-consent"
import { mergeProfiles } from "../../src/modules/profile/identity/merge"
import { undoMerge } from "../../src/modules/profile/identity/undo"
import { readSettings } from "../../src/modules/profile/sync/settings"
import { importStep } from "../../src/modules/transfer/import/run"
import { adminHeaders } from "./support/admin"
import { TestShop } from "./support/shop"
import { someWait } from "./support/waiting"

jest.setTimeout(300_000)

const people = (...lines: string[]) =>
  ["E-mail,First name,City,Birthday,Phone", ...lines].join("\n")

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let shop: TestShop
    let admin: Awaited<ReturnType<typeof adminHeaders>>
    const any = () => ({ ...admin, validateStatus: () => true })
    const post = (path: string, body: unknown = {}) => api.post(`/admin/engage${path}`, body, any())
    const get = (path: string) => api.get(`/admin/engage${path}`, any())
    const upload = (
      kind: string,
      file: string | Buffer,
      fields: Record<string, string> = {},
      name = "file.csv"
    ) => {
      const form = new FormData()
      for (const [key, value] of Object.entries({ kind, ...fields })) form.append(key, value)
      form.append("file", new Blob([file as never]), name)
      return api.post("/admin/engage/imports", form, any())
    }
    const work = async () => {
      const service = getContainer().resolve<TransferModuleService>(TRANSFER_MODULE)
      while (await service.step()) {
        // Until nothing is due.
      }
    }
    const done = async (id: string, action: "check" | "start" | "undo") => {
      const { status, data } = await post(`/imports/${id}/${action}`)
      expect(data).not.toHaveProperty("message")
      expect(status).toBe(200)
      await work()
      return (await get(`/imports/${id}`)).data.import
    }
    /** Two people by their addresses, the merging of them and what undoes it. */
    const pair = async (first: string, second: string) => {
      const idOf = async (email: string) =>
        (
          await shop.row<{ id: number }>(
            `select id::int as id from engage_profile where email = ?`,
            [email]
          )
        ).id
      const [kept, gone] = [await idOf(first), await idOf(second)]
      const settings = await readSettings(shop.db, shop.profiles.options)
      return {
        kept,
        gone,
        merge: (db: typeof shop.db) =>
          mergeProfiles(db, { kept, gone, rule: "staff", now: new Date() }, settings),
        undo: (id: number) => undoMerge(shop.db, { id, now: new Date() }, settings),
      }
    }
    const profiles = () =>
      shop.rows(
        `select email, first_name, city, to_char(birthday, 'YYYY-MM-DD') as birthday, source
         from engage_profile where removed_at is null order by id`
      )

    // Once: what is there before the first test is there before each.
    beforeAll(async () => {
      admin = await adminHeaders(api as never, getContainer())
    })

    beforeEach(() => {
      shop = new TestShop(getContainer())
    })

    describe("people from a file", () => {
      it("are mapped, tried, written, refused alone, and taken back", async () => {
        await shop.customer("known@shop.example", { first_name: "Known" })
        await shop.sync()
        const file = people(
          "new@shop.example,Nina,Köln,17.05.1985,0171 2345678",
          "known@shop.example,Other,Bonn,,",
          "not an address,Bad,,,",
          "two@shop.example,Zwei,,03/04/1990,",
          "new@shop.example,Nina Maria,,,"
        )
        const uploaded = (await upload("profiles", file)).data.import
        expect(uploaded).toMatchObject({
          status: "mapping",
          total: 5,
          mapping: {
            email: "E-mail",
            first_name: "First name",
            city: "City",
            birthday: "Birthday",
            phone: "Phone",
          },
        })

        const checked = await done(uploaded.id, "check")
        expect(checked).toMatchObject({
          status: "checked",
          checked: { created: 1, updated: 1, unchanged: 1, refused: 2 },
        })
        expect(await profiles()).toHaveLength(1)

        const finished = await done(uploaded.id, "start")
        expect(finished).toMatchObject({
          status: "done",
          counts: { created: 1, updated: 1, unchanged: 1, refused: 2 },
          undoable: true,
        })
        await shop.sync()
        expect(await profiles()).toEqual([
          {
            email: "known@shop.example",
            first_name: "Known",
            city: null,
            birthday: null,
            source: expect.anything(),
          },
          {
            email: "new@shop.example",
            first_name: "Nina Maria",
            city: "Köln",
            birthday: "1985-05-17",
            source: "import",
          },
        ])
        expect((await get(`/imports/${uploaded.id}/rows?outcome=refused`)).data.rows).toEqual([
          expect.objectContaining({ row: 3, message: expect.stringContaining("email") }),
          expect.objectContaining({
            row: 4,
            message: 'birthday: "03/04/1990" may be two days; write it as 2026-05-17',
          }),
        ])
        const refused = (await get(`/imports/${uploaded.id}/refused`)).data as string
        expect(refused.split("\n")[1]).toMatch(/^not an address,Bad,,,,3,"?email/)

        expect((await done(uploaded.id, "undo")).status).toBe("undone")
        expect((await profiles()).map((p: any) => p.email)).toEqual(["known@shop.example"])
        expect(
          await shop.row(`select count(*)::int as n from engage_identity where kind = 'email'`)
        ).toEqual({ n: 1 })
      })

      it("keep what somebody changed after the import when it is undone", async () => {
        const first = (await upload("profiles", people("a@shop.example,Ann,Bonn,,"))).data.import
        await done(first.id, "start")
        await shop.sync()
        const second = (await upload("profiles", people("a@shop.example,Anna,Köln,,"))).data.import
        expect((await done(second.id, "start")).counts).toMatchObject({ updated: 1 })
        const { id } = (await get("/profiles")).data.profiles[0]
        await post(`/profiles/${id}`, { attributes: { city: "Hamburg" } })
        await done(second.id, "undo")
        expect(await profiles()).toMatchObject([{ first_name: "Ann", city: "Hamburg" }])
      })

      it("stay what they are when the file comes twice, or the loop is run by two", async () => {
        const lines = Array.from({ length: 2_500 }, (_, i) => `p${i}@shop.example,P${i},,,`)
        const { id } = (await upload("profiles", people(...lines))).data.import
        await post(`/imports/${id}/start`)
        await Promise.all([work(), work()])
        expect((await get(`/imports/${id}`)).data.import).toMatchObject({
          status: "done",
          counts: { created: 2_500, updated: 0, unchanged: 0, refused: 0 },
        })
        const again = (await upload("profiles", people(...lines))).data.import
        expect((await done(again.id, "start")).counts).toEqual({
          created: 0,
          updated: 0,
          unchanged: 2_500,
          refused: 0,
        })
        expect(await shop.row(`select count(*)::int as n from engage_profile`)).toEqual({
          n: 2_500,
        })
      })

      it("are not made when only known ones are wanted", async () => {
        const { id } = (
          await upload("profiles", people("x@shop.example,X,,,"), { settings: `{"create":false}` })
        ).data.import
        expect((await done(id, "start")).counts).toMatchObject({ created: 0, refused: 1 })
      })

      it("fill fields of the shop's own, and give the old values back", async () => {
        await post("/fields", {
          scope: "profile",
          key: "shoe_size",
          label: "Shoe size",
          type: "number",
        })
        const file = (size: string) => `email,Shoe size\na@shop.example,"${size}"`
        const first = (await upload("profiles", file("41,5"))).data.import
        expect(first.mapping).toEqual({ email: "email", "field.shoe_size": "Shoe size" })
        await done(first.id, "start")
        const size = () => shop.row(`select custom -> 'shoe_size' as size from engage_profile`)
        expect(await size()).toEqual({ size: 41.5 })
        const second = (await upload("profiles", file("43"))).data.import
        await done(second.id, "start")
        expect(await size()).toEqual({ size: 43 })
        await done(second.id, "undo")
        expect(await size()).toEqual({ size: 41.5 })
        const wrong = (await upload("profiles", file("large"))).data.import
        expect((await done(wrong.id, "check")).checked).toMatchObject({ refused: 1 })
      })
    })

    describe("tags in a file", () => {
      const tags = async () =>
        (
          await shop.rows<{ tag: string; source: string }>(
            `select tag, source from engage_profile_tag order by tag`
          )
        ).map(({ tag, source }) => `${tag} ${source}`)

      it("come on top, go out again, and only those that were new are taken back", async () => {
        await shop.customer("a@shop.example")
        await shop.sync()
        await post("/tags", { list: "a@shop.example", add: ["press"] })
        const file = "email,tags\na@shop.example,Press | local;guest\nnew@shop.example,local"
        const { id, mapping } = (await upload("profiles", file)).data.import
        expect(mapping).toEqual({ email: "email", tags: "tags" })
        expect((await done(id, "start")).counts).toEqual({
          created: 1,
          updated: 1,
          unchanged: 0,
          refused: 0,
        })
        expect(await tags()).toEqual([
          "guest import",
          "local import",
          "local import",
          "press staff",
        ])

        const made = (await post("/exports", { kind: "profiles", format: "csv" })).data.export
        const text = (await get(`/exports/${made.id}/file`)).data as string
        const [header, line] = text.trimEnd().split("\n")
        expect(line.split(",")[header.split(",").indexOf("tags")]).toBe("guest|local|press")

        await done(id, "undo")
        expect(await tags()).toEqual(["press staff"])
        const long = (await upload("profiles", `email,tags\na@shop.example,${"x".repeat(61)}`)).data
          .import
        expect((await done(long.id, "check")).checked).toMatchObject({ refused: 1 })
      })
    })

    describe("a file that is taken out", () => {
      // Of consents there are a thousand people on a page: three parts, and the end.
      const fill = async () => {
        await shop.rows(
          `insert into engage_profile (email, source, created_at, updated_at)
           select 'p' || n || '@shop.example', 'import', now(), now() from generate_series(1, 2500) n`
        )
        await shop.rows(
          `insert into engage_consent (profile_id, channel, topic, state, since, method)
           select id, 'email', 'news', 'subscribed', now(), 'paper' from engage_profile`
        )
      }
      const parts = () =>
        shop.rows<{ part: number; next: string | null }>(
          `select part, next from engage_export_part order by making, part`
        )
      const make = async () =>
        (await post("/exports", { kind: "consents", format: "csv" })).data.export as {
          id: string
          url: string
        }
      const read = (url: string, headers: Record<string, string> = {}) =>
        api.get(url, {
          ...any(),
          headers: { ...admin.headers, ...headers },
          responseType: "arraybuffer",
        })

      it("goes on where it broke off, to the very byte, whatever has changed since", async () => {
        await fill()
        const { id, url } = await make()
        const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        const file = { id, making: 0 }
        const pages = await exportPages(db, { kind: "consents", format: "csv" }, null, "eur")
        // The process dies while it makes the second part.
        let made = 0
        const dying: ExportPages = (after) => {
          if (++made === 2) throw new Error("gone")
          return pages(after)
        }
        const got: Buffer[] = []
        const broken = async () => {
          for await (const piece of exportBytes(db, file, dying)) got.push(piece)
        }
        await expect(broken()).rejects.toThrow("gone")
        expect((await parts()).map(({ part }) => part)).toEqual([0])

        // What was read is kept as it was; what was not is as it is now.
        await shop.rows(`update engage_consent set state = 'unsubscribed'`)
        const have = Buffer.concat(got).subarray(0, 1_001)
        const rest = await read(url, { Range: `bytes=${have.length}-` })
        expect(rest.status).toBe(206)
        const whole = Buffer.concat([have, Buffer.from(rest.data)])
        expect(rest.headers["content-range"]).toBe(`bytes 1001-${whole.length - 1}/${whole.length}`)
        const lines = whole.toString().trimEnd().split("\n").slice(1)
        expect(lines).toHaveLength(2_500)
        expect(new Set(lines.map((line) => line.split(",")[0])).size).toBe(2_500)
        const states = lines.map((line) => line.split(",")[4])
        expect(states.slice(0, 1_000).every((state) => state === "subscribed")).toBe(true)
        expect(states.slice(1_000).every((state) => state === "unsubscribed")).toBe(true)

        const again = await read(url)
        expect([again.status, again.headers["content-length"]]).toEqual([200, String(whole.length)])
        expect(Buffer.from(again.data).equals(whole)).toBe(true)
        const middle = await read(url, { Range: "bytes=10-19" })
        expect([middle.status, Buffer.from(middle.data).equals(whole.subarray(10, 20))]).toEqual([
          206,
          true,
        ])
        const beyond = await read(url, { Range: `bytes=${whole.length}-` })
        expect([beyond.status, beyond.headers["content-range"]]).toEqual([
          416,
          `bytes */${whole.length}`,
        ])
      })

      it("is made anew a day later, and when somebody was erased", async () => {
        await fill()
        const { url } = await make()
        const before = (await read(url)).headers.etag
        expect(await parts()).toHaveLength(4)
        const service = getContainer().resolve<TransferModuleService>(TRANSFER_MODULE)
        await service.dropOldRows(new Date(Date.now() + 86_400_000 / 2))
        expect(await parts()).toHaveLength(4)
        await service.dropOldRows(new Date(Date.now() + 86_400_000 * 1.1))
        expect(await parts()).toEqual([])
        const fresh = await read(url, { Range: "bytes=1000-", "If-Range": before })
        expect([fresh.status, fresh.headers.etag === before]).toEqual([200, false])

        const [{ id }] = (await get("/profiles?q=p7@shop.example")).data.profiles
        expect((await post(`/profiles/${id}/erase`, { confirm: id })).status).toBe(200)
        expect(await parts()).toEqual([])
        const last = Buffer.from((await read(url)).data).toString()
        expect(last).not.toContain("p7@shop.example")
      })
    })

    describe("an import that two people steer", () => {
      it("tells the second how it stands, and is deleted only when nothing is being done", async () => {
        const { id } = (await upload("profiles", people("a@shop.example,Ann,,,"))).data.import
        const told = async (action: string) => (await post(`/imports/${id}/${action}`)).data.message
        const removed = async () => (await api.delete(`/admin/engage/imports/${id}`, any())).data
        expect(await told("undo")).toBe(
          "The import has not been started: reload the page to see how it stands"
        )
        await done(id, "start")
        expect(await told("start")).toBe("The import is done: reload the page to see how it stands")
        await shop.rows(`update engage_import set status = 'undoing' where id = ?`, [id])
        expect((await removed()).message).toBe("The import is being undone; wait until it is")
        await work()
        expect(await told("undo")).toBe(
          "The import was undone: reload the page to see how it stands"
        )
        expect(await removed()).not.toHaveProperty("message")
      })
    })

    describe("consents and events", () => {
      beforeEach(async () => {
        await shop.customer("a@shop.example", { metadata: { email_opt_in: true } })
        await shop.sync()
      })
      const consents = () =>
        shop.rows(
          `select channel, topic, state, method from engage_consent order by channel, topic`
        )

      it("bring proof, never overrule what was said later, and are taken back", async () => {
        const file = [
          "email,channel,topic,subscribed,when,method,ip",
          "a@shop.example,sms,,yes,2026-01-02 10:00,paper card,",
          "a@shop.example,email,,no,2001-01-01,old list,",
          "a@shop.example,email,news,no,2026-01-03,web form,192.0.2.1",
          "b@shop.example,sms,,yes,,,",
          "a@shop.example,pigeon,,yes,,,",
        ].join("\n")
        const mapping = {
          email: "email",
          channel: "channel",
          topic: "topic",
          state: "subscribed",
          at: "when",
          method: "method",
          ip: "ip",
        }
        const { id } = (await upload("consents", file, { mapping: JSON.stringify(mapping) })).data
          .import
        const before = await consents()
        expect((await done(id, "start")).counts).toEqual({
          created: 2,
          updated: 0,
          unchanged: 1,
          refused: 2,
        })
        expect(await consents()).toEqual([
          ...before,
          { channel: "email", topic: "news", state: "unsubscribed", method: "web form" },
          { channel: "sms", topic: "*", state: "subscribed", method: "paper card" },
        ])
        expect(
          await shop.row(`select ip, at::text from engage_consent_log where method = 'web form'`)
        ).toMatchObject({ ip: "192.0.2.1" })
        await done(id, "undo")
        expect(await consents()).toEqual(before)
      })

      it("stay with the person while two people become one: files, links and what is taken back", async () => {
        await shop.customer("b@shop.example", { has_account: false })
        await shop.sync()
        const { kept, gone, merge, undo } = await pair("a@shop.example", "b@shop.example")
        const said = () =>
          shop.rows(
            `select c.profile_id::int as who, c.channel, c.topic, c.state, p.subscribed,
               (select count(*)::int from engage_consent_log l where l.profile_id = c.profile_id and l.channel = c.channel) as log
             from engage_consent c join engage_profile p on p.id = c.profile_id
             where c.channel <> 'email' order by c.channel, c.topic`
          )
        const file = ["email,channel,subscribed,tags", "b@shop.example,sms,yes,"].join("\n")
        const mapping = { email: "email", channel: "channel", state: "subscribed" }
        const { id } = (await upload("consents", file, { mapping: JSON.stringify(mapping) })).data
          .import

        // A merge is under way while a link is clicked and a file is read.
        const merging = await shop.db.transaction()
        const number = await merge(merging)
        const at = new Date()
        const clicked = setConsent(shop.db, {
          ...{ profileId: gone, channel: "push", topic: "*", state: "unsubscribed" },
          ...{ method: "unsubscribe_link", at },
        })
        const imported = done(id, "start")
        await someWait(shop.db, 2)
        await merging.commit()
        expect(await clicked).toBe(true)
        expect((await imported).counts).toMatchObject({ created: 1, refused: 0 })
        expect(await said()).toEqual([
          { who: kept, channel: "push", topic: "*", state: "unsubscribed", subscribed: 3, log: 1 },
          { who: kept, channel: "sms", topic: "*", state: "subscribed", subscribed: 3, log: 1 },
        ])
        await undo(number)

        // A file is being read when a merge comes: the merge waits, and takes along what the file said.
        const next = (
          await upload("consents", file.replace("sms", "viber"), {
            mapping: JSON.stringify(mapping),
          })
        ).data.import
        const reading = await shop.db.transaction()
        await post(`/imports/${next.id}/start`)
        await importStep(reading, shop.profiles.options, at)
        const waiting = merge(shop.db)
        await someWait(shop.db)
        await reading.commit()
        await waiting
        expect((await said()).filter(({ channel }) => channel === "viber")).toMatchObject([
          { who: kept, state: "subscribed", log: 1 },
        ])
        await work()
        await done(next.id, "undo")
        expect((await said()).filter(({ channel }) => channel === "viber")).toEqual([])
      })

      it("stay with who somebody is while two people become one: what is said of them and what they did", async () => {
        await shop.customer("b@shop.example", { has_account: false })
        await shop.sync()
        const { kept, gone, merge, undo } = await pair("a@shop.example", "b@shop.example")
        await post("/fields", { label: "Shoe size", key: "shoe", type: "number", scope: "profile" })
        const people = ["email,Shoe size,tags", "b@shop.example,39,press"].join("\n")
        const mapping = { email: "email", "field.shoe": "Shoe size", tags: "tags" }
        const events = (name: string) =>
          ["email,event,time", `b@shop.example,${name},2026-01-02T10:00:00Z`].join("\n")
        const files = async (event: string) => [
          (await upload("profiles", people, { mapping: JSON.stringify(mapping) })).data.import.id,
          (await upload("events", events(event))).data.import.id,
        ]
        const known = () =>
          shop.rows(
            `select p.id::int as who, custom,
               array(select tag from engage_profile_tag t where t.profile_id = p.id) as tags,
               array(select name from engage_event e where e.profile_id = p.id and e.source = 'import' order by name) as events
             from engage_profile p where id in (?, ?) order by id`,
            [kept, gone]
          )
        const nothing = { custom: null, tags: [], events: [] }

        // A merge is under way while the files are read.
        const [first, visit] = await files("Visit")
        const merging = await shop.db.transaction()
        const number = await merge(merging)
        await post(`/imports/${first}/start`)
        await post(`/imports/${visit}/start`)
        const reading = work()
        await someWait(shop.db)
        await merging.commit()
        await reading
        const both = { custom: { shoe: 39 }, tags: ["press"], events: ["Visit"] }
        expect(await known()).toEqual([
          { who: kept, ...both },
          { who: gone, ...nothing },
        ])
        await done(first, "undo")
        await done(visit, "undo")
        expect(await known()).toEqual([
          { who: kept, ...nothing },
          { who: gone, ...nothing },
        ])
        await undo(number)

        // The files are being read when a merge comes: it waits, and takes along what they said.
        const [second, fair] = await files("Fair")
        await post(`/imports/${second}/start`)
        await post(`/imports/${fair}/start`)
        const batch = await shop.db.transaction()
        for (let step = 0; step < 2; step += 1)
          await importStep(batch, shop.profiles.options, new Date())
        const waiting = merge(shop.db)
        await someWait(shop.db)
        await batch.commit()
        await waiting
        await work()
        expect(await known()).toEqual([
          { who: kept, ...both, events: ["Fair"] },
          { who: gone, ...nothing, custom: { shoe: 39 } },
        ])
        await done(second, "undo")
        expect((await known())[0]).toEqual({ who: kept, ...nothing, events: ["Fair"] })
      })

      it("leave a value that the other of two merged people had already, and whoever was merged", async () => {
        await shop.customer("b@shop.example", { has_account: false })
        await shop.sync()
        const { kept, merge } = await pair("a@shop.example", "b@shop.example")
        await post("/fields", { label: "Shoe size", key: "shoe", type: "number", scope: "profile" })
        await post(`/profiles/${(await get("/profiles?q=a@shop")).data.profiles[0].id}`, {
          fields: { shoe: 44 },
        })
        const mapping = { email: "email", "field.shoe": "Shoe size" }
        const file = ["email,Shoe size", "b@shop.example,39", "new@shop.example,40"].join("\n")
        const { id } = (await upload("profiles", file, { mapping: JSON.stringify(mapping) })).data
          .import
        await done(id, "start")
        await shop.sync()
        await merge(shop.db)
        const later = (await upload("profiles", people("c@shop.example,Carl,,,"))).data.import
        await done(later.id, "start")
        const other = await pair("new@shop.example", "c@shop.example")
        const number = await other.merge(shop.db)
        await done(id, "undo")
        expect(
          await shop.rows(
            `select id::int as id, custom from engage_profile where removed_at is null order by id`
          )
        ).toEqual([
          { id: kept, custom: { shoe: 44 } },
          { id: other.kept, custom: { shoe: 40 } },
        ])
        await other.undo(number)
        expect(
          await shop.row(`select count(*)::int as n from engage_profile where removed_at is null`)
        ).toEqual({ n: 3 })
      })

      it("count an event once, whatever file it comes in", async () => {
        const file = [
          "email,event,time,properties",
          `a@shop.example,Shop visited,2026-01-02T10:00:00Z,"{""shop"":""Berlin""}"`,
          "a@shop.example,Shop visited,2026-01-02T10:00:00Z,not json",
          "a@shop.example,Shop visited,2999-01-01,",
        ].join("\n")
        const { id } = (await upload("events", file)).data.import
        expect((await done(id, "start")).counts).toEqual({
          created: 1,
          updated: 0,
          unchanged: 0,
          refused: 2,
        })
        const again = (await upload("events", file)).data.import
        expect((await done(again.id, "start")).counts).toMatchObject({ created: 0, unchanged: 1 })
        expect(
          await shop.rows(
            `select name, properties, profile_id is not null as known from engage_event where source = 'import'`
          )
        ).toEqual([{ name: "Shop visited", properties: { shop: "Berlin" }, known: true }])
        await done(id, "undo")
        expect(await shop.rows(`select 1 from engage_event where source = 'import'`)).toEqual([])
        const third = (await upload("events", file)).data.import
        expect((await done(third.id, "start")).counts).toMatchObject({ created: 1 })
      })
    })

    describe("purchases", () => {
      const FILE = [
        "receipt,date,email,product,qty,total,currency",
        "R1,2026-01-02 10:00,new@shop.example,Mug,2,25.00,EUR",
        'R1,2026-01-02 10:00,new@shop.example,Plate,1,"9,90",EUR',
        "R2,2026-01-03,known@shop.example,Mug,1,12.50,",
        "R3,2026-01-03,known@shop.example,Mug,none,12.50,",
        "R4,2999-01-03,known@shop.example,Mug,1,12.50,",
        "R5,2026-01-03,known@shop.example,Mug,1,12.50,XXZ",
      ].join("\n")
      const stored = () =>
        shop.rows(
          `select o.order_id, p.email, o.net::int as net, o.items, o.currency from engage_purchase o
           join engage_profile p on p.id = o.profile_id order by o.order_id`
        )

      it("are grouped by receipt, counted in the metrics, and taken back with their buyers", async () => {
        await shop.customer("known@shop.example", {})
        await shop.sync()
        const { id, mapping } = (await upload("purchases", FILE)).data.import
        expect(mapping).toEqual({
          purchase_id: "receipt",
          placed_at: "date",
          email: "email",
          title: "product",
          quantity: "qty",
          net: "total",
          currency: "currency",
        })
        expect((await done(id, "check")).checked).toEqual({
          created: 3,
          updated: 0,
          unchanged: 0,
          refused: 3,
        })
        expect(await stored()).toEqual([])
        await done(id, "start")
        await shop.sync()
        expect(await stored()).toEqual([
          {
            order_id: "offline:R1",
            email: "new@shop.example",
            net: 3490,
            items: 3,
            currency: "eur",
          },
          {
            order_id: "offline:R2",
            email: "known@shop.example",
            net: 1250,
            items: 1,
            currency: "eur",
          },
        ])
        expect(
          await shop.row(
            `select orders, revenue::int as revenue from engage_profile where email like 'new@%'`
          )
        ).toEqual({ orders: 1, revenue: 3490 })

        const cameIn = async (node: object, value: string) => {
          const { data } = await post("/segments/preview", {
            rules: { version: 1, root: { type: "group", op: "and", children: [node] } },
          })
          expect(data.sentence).toMatch(/file\.csv, \d{4}-\d{2}-\d{2}/)
          expect(value).toBe(id)
          return data.sample.map((p: { email: string }) => p.email.split("@")[0]).sort()
        }
        const person = { type: "condition", attribute: "import", operator: "in", value: [id] }
        const order = {
          type: "has",
          collection: "purchases",
          where: [{ ...person, attribute: "purchase.import" }],
          within: { kind: "ever" },
          measure: { fn: "count" },
          operator: "gte",
          value: 1,
        }
        const values = (await get("/attributes/import/values")).data.values
        expect(values).toMatchObject([{ value: id, count: 1 }])
        expect(await cameIn(person, values[0].value)).toEqual(["new"])
        expect(await cameIn(order, values[0].value)).toEqual(["known", "new"])
        const again = (await upload("purchases", FILE)).data.import
        expect((await done(again.id, "start")).counts).toMatchObject({ created: 0, updated: 3 })
        await done(id, "undo")
        await shop.sync()
        expect(await stored()).toEqual([])
        expect(await shop.rows(`select email, orders from engage_profile`)).toEqual([
          { email: "known@shop.example", orders: 0 },
        ])
      })

      it("keep a receipt whole across the batches of a large file", async () => {
        const lines = Array.from(
          { length: 2_400 },
          (_, i) => `R${Math.floor(i / 7)},2026-01-02,a@shop.example,Mug,1,1.00,EUR`
        )
        const file = ["receipt,date,email,product,qty,total,currency", ...lines].join("\n")
        const { id } = (await upload("purchases", file)).data.import
        expect((await done(id, "start")).counts).toMatchObject({ created: 2_400, updated: 0 })
        expect(
          await shop.row(
            `select count(*)::int as n, sum(items)::int as items, max(items) as most from engage_purchase`
          )
        ).toEqual({ n: 343, items: 2_400, most: 7 })
      })
    })

    describe("a file", () => {
      it.each([
        [
          "semicolons and Windows-1252",
          Buffer.from("E-mail;First name\na@shop.example;J\xf6rg\n", "latin1"),
        ],
        [
          "UTF-16 with a byte order mark",
          Buffer.concat([
            Buffer.from([0xff, 0xfe]),
            Buffer.from("E-mail\tFirst name\r\na@shop.example\tJörg\r\n", "utf16le"),
          ]),
        ],
        ["JSON", Buffer.from(`[{"E-mail":"a@shop.example","First name":"Jörg"}]`)],
        ["NDJSON", Buffer.from(`{"First name":"Jörg","E-mail":"a@shop.example"}\n`)],
        [
          "a byte order mark and quotes",
          Buffer.from(`\uFEFF"E-mail","First name"\r\n"a@shop.example","Jörg"\r\n`),
        ],
      ])("is read in %s", async (_, file) => {
        const { id } = (await upload("profiles", file)).data.import
        expect((await done(id, "start")).counts).toMatchObject({ created: 1 })
        expect(await shop.rows(`select first_name from engage_profile`)).toEqual([
          { first_name: "Jörg" },
        ])
      })

      it.each([
        ["nothing", ""],
        ["a header alone", "email\n"],
        ["two columns of one name", "email,email\na,b\n"],
        ["a broken JSON list", `[{"email":"a@shop.example"},`],
      ])("with %s is refused, and leaves nothing behind", async (_, file) => {
        const { status, data } = await upload("profiles", file)
        expect(status).toBe(400)
        expect(data.message).toMatch(/^file: /)
        expect(
          await shop.row(
            `select (select count(*) from engage_import)::int as i, (select count(*) from engage_import_row)::int as r`
          )
        ).toEqual({ i: 0, r: 0 })
      })

      it("has its bad rows refused with the reason: NUL, too many cells, no key", async () => {
        const file = "email,first_name\na\0@shop.example,A\nb@shop.example,B,C\n,D\n"
        const { id } = (await upload("profiles", file)).data.import
        expect((await done(id, "check")).checked).toEqual({
          created: 0,
          updated: 0,
          unchanged: 0,
          refused: 3,
        })
        const messages = (await get(`/imports/${id}/rows`)).data.rows.map((r: any) => r.message)
        expect(messages).toEqual([
          "has a character that no text may hold",
          "has 3 cells, the header has 2",
          "says nowhere whom it is about",
        ])
      })

      it("is not started with a mapping that lacks the person, or names what is not there", async () => {
        const { id } = (await upload("profiles", "who,city\nx,Bonn\n")).data.import
        expect((await post(`/imports/${id}/start`)).data.message).toMatch(
          /^mapping: choose the column for one of E-mail/
        )
        expect((await post(`/imports/${id}`, { mapping: { email: "nope" } })).data.message).toBe(
          'mapping: the file has no column "nope"'
        )
        expect((await post(`/imports/${id}`, { mapping: { nope: "who" } })).data.message).toMatch(
          /^mapping: there is no field nope/
        )
        expect((await post(`/imports/${id}`, { mapping: { email: "who" } })).status).toBe(200)
        expect((await done(id, "check")).checked).toMatchObject({ refused: 1 })
        expect((await post(`/imports/${id}/undo`)).status).toBe(400)
      })

      it("remembers how its columns were mapped", async () => {
        const first = (await upload("profiles", "who,town\na@shop.example,Bonn\n")).data.import
        await post(`/imports/${first.id}`, { mapping: { email: "who", city: "town" } })
        await done(first.id, "check")
        const second = (await upload("profiles", "town,who\nBonn,b@shop.example\n")).data.import
        expect(second.mapping).toEqual({ email: "who", city: "town" })
      })
    })

    describe("an export", () => {
      const download = async (body: object) => {
        const { data } = await post("/exports", body)
        const file = await api.get(data.export.url, { ...any(), responseType: "arraybuffer" })
        return Buffer.from(file.data).toString("utf8")
      }

      it("comes back as it went, and runs no formula on the way", async () => {
        const evil = `=HYPERLINK("http://evil.example","x")`
        await shop.customer("a@shop.example", {
          first_name: evil,
          last_name: "-5",
          phone: "+491712345678",
        })
        await shop.customer("b@shop.example", { first_name: "@SUM(A1)" })
        await shop.sync()
        const text = await download({ kind: "profiles" })
        const [header, ...lines] = text.trimEnd().split("\n")
        expect(header).toMatch(/^\uFEFFprofile_id,email,phone,first_name/)
        expect(lines).toHaveLength(2)
        expect(lines[0]).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")",-5`)
        expect(lines[0]).toContain("+491712345678")
        expect(lines[1]).toContain("'@SUM(A1)")
        const back = (await upload("profiles", text)).data.import
        expect(back.mapping).toMatchObject({ profile_id: "profile_id", first_name: "first_name" })
        expect((await done(back.id, "check")).checked).toEqual({
          created: 0,
          updated: 0,
          unchanged: 2,
          refused: 0,
        })
      })

      it("has only a segment's members, as NDJSON with typed values", async () => {
        await shop.customer("a@shop.example", {})
        await shop.customer("b@shop.example", {})
        await shop.sync()
        const rule = { type: "condition", attribute: "email", operator: "starts_with", value: "b@" }
        const { data } = await post("/segments", {
          name: "B",
          rules: { version: 1, root: { type: "group", op: "and", children: [rule] } },
        })
        const text = await download({
          kind: "profiles",
          format: "ndjson",
          segment_id: data.segment.id,
        })
        expect(
          text
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line))
        ).toEqual([
          expect.objectContaining({ email: "b@shop.example", orders: 0, subscribed_email: false }),
        ])
        expect((await get("/exports")).data.exports).toMatchObject([
          { kind: "profiles", segment_id: data.segment.id },
        ])
      })

      it("has a purchase's lines with exact amounts, and consents with their proof", async () => {
        const customer = await shop.customer("a@shop.example", { metadata: { email_opt_in: true } })
        await shop.order({
          customer,
          email: "a@shop.example",
          lines: [{ title: "Mug", quantity: 2, unit_price: 12.5 }],
        })
        await shop.sync()
        const [, line] = (await download({ kind: "purchases" })).trim().split("\n")
        expect(line).toMatch(/,eur,25\.00,.*,Mug,.*,2,25\.00$/)
        expect((await download({ kind: "consents" })).trim().split("\n")[1]).toContain(
          "a@shop.example,email,*,subscribed"
        )
      })

      it("is for signed-in staff only", async () => {
        const { data } = await post("/exports", { kind: "profiles" })
        expect((await api.get(data.export.url, { validateStatus: () => true })).status).toBe(401)
      })
    })
  },
})
