import { promises as dns } from "node:dns"
import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { publicIds } from "../../src/lib/public-id"
import { wallTime, zonedInstant } from "../../src/lib/zoned-time"
import { CAMPAIGN_MODULE } from "../../src/modules/campaign"
import type CampaignModuleService from "../../src/modules/campaign/service"
import { DELIVERY_MODULE } from "../../src/modules/delivery"
import { checkInvariant } from "../../src/modules/delivery/ledger/progress"
import { STATE } from "../../src/modules/delivery/ledger/states"
import { messageToken } from "../../src/modules/delivery/message/token"
import { brakeRuns } from "../../src/modules/delivery/policy/brake"
import { recordReports } from "../../src/modules/delivery/reports/record"
import type DeliveryModuleService from "../../src/modules/delivery/service"
import { REPORT_MODULE } from "../../src/modules/report"
import type ReportModuleService from "../../src/modules/report/service"
import type { DeliveryReport } from "../../src/providers/provider"
import { adminHeaders } from "./support/admin"
import { TestShop } from "./support/shop"

jest.setTimeout(300_000)

const HTML = `<p>Hello {{ profile.first_name }}</p><a href="https://shop.example/">Shop</a>`
const HOUR_MS = 3_600_000
const EVERYBODY = {
  version: 1,
  root: {
    type: "group",
    op: "and",
    children: [
      { type: "condition", attribute: "email", operator: "contains", value: "shop.example" },
    ],
  },
}

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let shop: TestShop
    let admin: Awaited<ReturnType<typeof adminHeaders>>
    let template: string

    const ask = (method: string, path: string, data?: unknown) =>
      api.request({
        method,
        url: `/admin/engage${path}`,
        data,
        headers: admin.headers,
        validateStatus: () => true,
      })
    const post = (path: string, body: unknown = {}) => ask("POST", path, body)
    const get = async (path: string) => (await ask("GET", path)).data
    const campaigns = () => getContainer().resolve<CampaignModuleService>(CAMPAIGN_MODULE)
    const delivery = () => getContainer().resolve<DeliveryModuleService>(DELIVERY_MODULE)

    /** Sends everything that is due, until nothing is left to do. */
    const deliver = async () => {
      const busy = () =>
        shop.row<{ n: number }>(
          `select count(*)::int as n from engage_chunk where lease_until is not null`
        )
      do while (await delivery().step());
      while ((await busy()).n)
      await delivery().step()
    }
    /** People with an address, their zone, and the wish for news. */
    const people = async (zones: (string | null)[]) => {
      for (const i of zones.keys()) {
        await shop.customer(`p${String(i).padStart(2, "0")}@shop.example`, {
          first_name: `P${i}`,
          metadata: { email_opt_in: true },
        })
      }
      await shop.sync()
      for (const [i, zone] of zones.entries()) {
        await shop.db.raw(`update engage_profile set time_zone = ? where email like ?`, [
          zone,
          `p${String(i).padStart(2, "0")}@%`,
        ] as never)
      }
    }
    const draft = async (plan: Record<string, unknown>, more: Record<string, unknown> = {}) => {
      const { data: made } = await post("/segments", { name: "All", rules: EVERYBODY })
      const { data } = await post("/broadcasts", {
        name: "Spring",
        segment_id: made.segment.id,
        template_id: template,
        plan,
        ...more,
      })
      return data.broadcast.id as string
    }
    const broadcast = async (id: string) => (await get(`/broadcasts/${id}`)).broadcast
    const started = async (plan: Record<string, unknown>, now = new Date()) => {
      const id = await draft(plan)
      await post(`/broadcasts/${id}/start`)
      await campaigns().step(now)
      return id
    }
    const chunks = () =>
      shop.rows<{ size: number; at: Date; done: boolean }>(
        `select size, not_before as at, done from engage_chunk order by not_before, id`
      )
    const sound = async () => expect(await checkInvariant(shop.db, new Date())).toEqual([])

    // Once: what is there before the first test is there before each.
    beforeAll(async () => {
      admin = await adminHeaders(api as never, getContainer())
    })

    beforeEach(async () => {
      shop = new TestShop(getContainer())
      template = (await post("/templates", { name: "Hi", subject: "Hi", html: HTML })).data.template
        .id
    })

    describe("a scheduled broadcast", () => {
      const at = (time: string, zone: string | null = null) => ({
        schedule: { mode: "at", at: time, zone },
        deliver_immediately: true,
      })

      it("waits for its time, may be changed until then, and starts by itself", async () => {
        await people([null, null])
        const id = await draft(at("2031-05-01T09:00", "Europe/Berlin"))
        const scheduled = (await post(`/broadcasts/${id}/start`)).data.broadcast
        expect(scheduled).toMatchObject({
          status: "scheduled",
          collect_at: "2031-05-01T07:00:00.000Z",
          waiting: { why: "schedule", until: "2031-05-01T07:00:00.000Z" },
        })
        for (const day of ["2031-02-30", "0000-05-01"]) {
          const refused = await post(`/broadcasts/${id}`, { plan: at(`${day}T09:00`) })
          expect([refused.status, refused.data.message]).toEqual([
            400,
            expect.stringContaining("there is no such day"),
          ])
        }
        const changed = await post(`/broadcasts/${id}`, {
          name: "May",
          plan: at("2031-05-02T09:00", "Asia/Tokyo"),
        })
        expect(changed.data.broadcast).toMatchObject({
          name: "May",
          status: "scheduled",
          collect_at: "2031-05-02T00:00:00.000Z",
        })
        await campaigns().step(new Date("2031-05-01T23:59:59Z"))
        expect((await broadcast(id)).status).toBe("scheduled")
        await campaigns().step(new Date("2031-05-02T00:00:00Z"))
        expect(await broadcast(id)).toMatchObject({
          status: "sending",
          started_at: "2031-05-02T00:00:00.000Z",
          progress: { frozen: 2, waiting: 2 },
        })
        const locked = await post(`/broadcasts/${id}`, { plan: at("2031-06-01T09:00") })
        expect([locked.status, locked.data.message]).toEqual([
          400,
          expect.stringContaining("plan: cannot change"),
        ])
      })

      it("becomes a draft again when its schedule is taken back", async () => {
        await people([null])
        const id = await draft(at("2031-05-01T09:00"))
        await post(`/broadcasts/${id}/start`)
        expect((await post(`/broadcasts/${id}/cancel`)).data.broadcast).toMatchObject({
          status: "draft",
          collect_at: null,
        })
        await campaigns().step(new Date("2031-05-02T00:00:00Z"))
        expect((await broadcast(id)).status).toBe("draft")
      })

      it("refuses a time that has passed, a day that there is not, and a zone nobody knows", async () => {
        const id = await draft(at("2020-01-01T09:00"))
        const past = await post(`/broadcasts/${id}/start`)
        expect([past.status, past.data.message]).toEqual([
          400,
          "plan.schedule.at: 2020-01-01 09:00 in Europe/Berlin has passed: choose a later time",
        ])
        for (const wrong of [at("2031-13-41T09:00"), at("2031-05-01T09:00", "Mars/Olympus")]) {
          expect((await post(`/broadcasts/${id}`, { plan: wrong })).status).toBe(400)
        }
      })

      it("says what keeps it from starting, and starts once that is mended", async () => {
        await people([null])
        const id = await draft(at("2031-05-01T09:00"))
        await post(`/broadcasts/${id}/start`)
        await shop.db.raw(`update engage_template set subject = '{{ oops'`)
        await campaigns().step(new Date("2031-05-01T09:00:00Z"))
        const stuck = await broadcast(id)
        expect(stuck.status).toBe("scheduled")
        expect(stuck.note).toContain("subject")
        await shop.db.raw(`update engage_template set subject = 'Hi'`)
        await campaigns().step(new Date("2031-05-01T09:00:30Z"))
        expect((await broadcast(id)).status).toBe("scheduled")
        await campaigns().step(new Date("2031-05-01T09:01:01Z"))
        expect(await broadcast(id)).toMatchObject({ status: "sending", note: null })
      })
    })

    describe("a broadcast that repeats", () => {
      const daily = (at: string, until: string | null = null) => ({
        schedule: { mode: "at", at, zone: "Europe/Berlin", repeat: { every: "day", until } },
        deliver_immediately: true,
      })
      const scheduled = async (plan: Record<string, unknown>) => {
        const id = await draft(plan)
        expect((await post(`/broadcasts/${id}/start`)).data.broadcast.status).toBe("scheduled")
        return id
      }
      const runs = (id: string) => get(`/broadcasts/${id}/runs?limit=25`)
      const at = (time: string) => new Date(time)

      it("sends each run to whoever is there then, over a change of the clocks, with its own report", async () => {
        await people([null, null])
        const first = await scheduled(daily("2031-03-29T09:00"))
        await campaigns().step(at("2031-03-29T08:00:00Z"))
        const { next } = await runs(first)
        expect(next).toMatchObject({ status: "scheduled", at: "2031-03-30T07:00:00.000Z" })
        await shop.customer("late@shop.example", { metadata: { email_opt_in: true } })
        await shop.sync()
        await campaigns().step(at("2031-03-30T06:59:59Z"))
        expect((await broadcast(next.id)).status).toBe("scheduled")
        await campaigns().step(at("2031-03-30T07:00:00Z"))
        expect((await broadcast(first)).progress.frozen).toBe(2)
        expect(await broadcast(next.id)).toMatchObject({
          name: "Spring",
          series_id: first,
          status: "sending",
          progress: { frozen: 3 },
        })
        const series = await runs(next.id)
        expect(series.next).toMatchObject({ at: "2031-03-31T07:00:00.000Z" })
        expect(series.runs).toMatchObject([
          { id: next.id, status: "sending", at: "2031-03-30T07:00:00.000Z", sent: 0 },
          { id: first, status: "sending", at: "2031-03-29T08:00:00.000Z", sent: 0 },
        ])
        const [head, tail] = [await get(`/broadcasts/${first}/runs?limit=1`), series.runs[1]]
        expect(
          (await get(`/broadcasts/${first}/runs?limit=1&cursor=${head.next_cursor}`)).runs
        ).toEqual([tail])
        await sound()
      })

      it("runs once, whatever the number of workers", async () => {
        await people([null])
        const id = await scheduled(daily("2031-10-25T09:00"))
        const now = at("2031-10-25T07:00:00Z")
        await Promise.all([1, 2, 3].map(() => campaigns().step(now)))
        await campaigns().step(now)
        const rows = await shop.rows<{ status: string; series_at: string }>(
          `select status, series_at from engage_broadcast order by series_at`
        )
        expect(rows).toEqual([
          { status: "sending", series_at: "2031-10-25T09:00" },
          { status: "scheduled", series_at: "2031-10-26T09:00" },
        ])
        const { next } = await runs(id)
        expect(next.at).toBe("2031-10-26T08:00:00.000Z")
      })

      it("passes over what was missed, says so, and goes on with what is still worth it", async () => {
        await people([null])
        const id = await scheduled(daily("2031-05-01T09:00"))
        await campaigns().step(at("2031-05-03T20:00:00Z"))
        await campaigns().step(at("2031-05-03T20:00:00Z"))
        const { next, runs: past } = await runs(id)
        expect(past).toMatchObject([
          { id, status: "sending", at: "2031-05-03T07:00:00.000Z" },
          { id: "", status: "missed", at: "2031-05-02T07:00:00.000Z", sent: null },
          { id: "", status: "missed", at: "2031-05-01T07:00:00.000Z", sent: null },
        ])
        expect(next.at).toBe("2031-05-04T07:00:00.000Z")
      })

      it("ends with its last day, and is a draft again when that was missed", async () => {
        await people([null])
        const id = await scheduled(daily("2031-05-01T09:00", "2031-05-01"))
        await campaigns().step(at("2031-05-01T07:00:00Z"))
        expect((await runs(id)).next).toBeNull()
        const late = await scheduled(daily("2031-05-01T09:00", "2031-05-02"))
        await campaigns().step(at("2031-05-09T07:00:00Z"))
        expect(await broadcast(late)).toMatchObject({ status: "draft", collect_at: null })
        expect((await runs(late)).runs).toHaveLength(2)
      })

      it("is paused, goes on at its next time, and is ended", async () => {
        await people([null])
        const id = await scheduled(daily("2031-05-01T09:00"))
        const steer = (action: string) => post(`/broadcasts/${id}/series`, { action })
        const early = await steer("pause")
        expect([early.status, early.data.message]).toEqual([
          400,
          "No run of this broadcast is to come: it does not repeat, or it has ended",
        ])
        await campaigns().step(at("2031-05-01T07:00:00Z"))
        const { next } = await runs(id)
        expect((await steer("pause")).data.next).toEqual({ ...next, status: "draft", at: null })
        await campaigns().step(at("2031-05-02T07:00:00Z"))
        expect((await runs(id)).runs).toHaveLength(1)
        await shop.db.raw(
          `update engage_broadcast set plan = jsonb_set(plan, '{schedule,at}', '"2020-02-01T09:00"') where id = :id`,
          { id: next.id }
        )
        const resumed = (await steer("resume")).data.next
        expect(resumed).toMatchObject({ id: next.id, status: "scheduled" })
        expect(wallTime(at(resumed.at), "Europe/Berlin").slice(11)).toBe("09:00")
        const ahead = Date.parse(resumed.at) - Date.now()
        expect(ahead > -HOUR_MS && ahead < 25 * HOUR_MS).toBe(true)
        expect((await steer("end")).data.next).toBeNull()
        expect((await ask("GET", `/broadcasts/${next.id}`)).status).toBe(404)
        expect((await runs(id)).runs).toHaveLength(1)
      })

      it("stands in the calendar with the runs to come", async () => {
        await people([null])
        const id = await scheduled(daily("2031-05-29T09:00"))
        const may = "/calendar?from=2031-05-01T00:00:00Z&to=2031-06-01T00:00:00Z"
        expect((await get(may)).entries).toMatchObject([
          { id, at: "2031-05-29T07:00:00.000Z", later: false, movable: true, people: 1 },
          { id, at: "2031-05-30T07:00:00.000Z", later: true, movable: false, people: null },
          { id, at: "2031-05-31T07:00:00.000Z", later: true, movable: false, people: null },
        ])
      })
    })

    describe("a cap on what a person gets of a series or folder", () => {
      const skipped = async (id: string) =>
        (await get(`/broadcasts/${id}/report`)).skipped.map(
          ({ reason, count }: { reason: string; count: number }) => [reason, count]
        )
      const freeze = (now: string) => campaigns().step(new Date(now))

      it("counts the runs of the last days, before the sending and after", async () => {
        await people([null, null])
        const id = await draft({
          schedule: { mode: "at", at: "2031-03-01T09:00", zone: "UTC", repeat: { every: "day" } },
          deliver_immediately: true,
          cap: { of: "series", max: 1, days: 2 },
        })
        await post(`/broadcasts/${id}/start`)
        await freeze("2031-03-01T09:00:00Z")
        const nextOf = async (run: string) => (await get(`/broadcasts/${run}/runs`)).next.id
        const second = await nextOf(id)
        expect((await post(`/broadcasts/${second}/review`)).data).toMatchObject({
          audience: 2,
          will_send: 0,
          excluded: [{ reason: "capped", count: 2 }],
        })
        await shop.customer("late@shop.example", { metadata: { email_opt_in: true } })
        await shop.sync()
        await freeze("2031-03-02T09:00:00Z")
        expect(await skipped(second)).toEqual([["capped", 2]])
        const third = await nextOf(second)
        await freeze("2031-03-03T09:00:00Z")
        expect((await broadcast(third)).progress).toMatchObject({ waiting: 2, skipped: 1 })
        const left = (await get(`/broadcasts/${third}/people?kind=skipped&reason=capped`)).people
        expect(left).toMatchObject([{ email: "late@shop.example", reason: "capped" }])
        const { why: story } = await get(`/messages/${left[0].message_id}/why`)
        expect(story).toMatchObject({ state: "skipped", failed: "cap" })
        await sound()
      })

      it("counts what went, may have gone or will go from the folder, and nothing else", async () => {
        await people([null, null])
        const send = async (folder: string, plan = {}) => {
          const id = await draft({ deliver_immediately: true, ...plan }, { folder })
          await post(`/broadcasts/${id}/start`)
          await campaigns().step()
          return id
        }
        await send("Sale")
        await deliver()
        await shop.db.raw(`update engage_message set bounced_at = now() where profile_id =
          (select min(id) from engage_profile)`)
        await send("Other")
        await (async (id) => post(`/broadcasts/${id}/cancel`))(await send("Sale"))
        const cap = { of: "folder", max: 1, days: 1 }
        expect(await skipped(await send("Sale", { cap }))).toEqual([["capped", 1]])
        expect(await skipped(await send("Sale", { cap: { ...cap, max: 2 } }))).toEqual([])
        expect(await skipped(await send("", { cap }))).toEqual([])
        await sound()
      })

      it("holds when two broadcasts of the folder are frozen at the same time", async () => {
        await people([null, null])
        const plan = { deliver_immediately: true, cap: { of: "folder", max: 1, days: 1 } }
        for (let i = 0; i < 2; i++)
          await post(`/broadcasts/${await draft(plan, { folder: "Sale" })}/start`)
        await Promise.all([campaigns().step(), campaigns().step()])
        await campaigns().step()
        const each = await shop.rows(
          `select count(*) filter (where state = ${STATE.waiting})::int as waiting, count(*)::int as all
           from engage_message group by profile_id`
        )
        expect(each).toEqual(Array(2).fill({ waiting: 1, all: 2 }))
      })

      it("says when there is nothing that it could count", async () => {
        const said = async (of: string) => {
          const id = await draft({ cap: { of, max: 1, days: 1 } })
          const { checks } = (await post(`/broadcasts/${id}/review`)).data
          return checks.find(({ key }: { key: string }) => key === "cap")?.message
        }
        expect(await said("series")).toContain("it does not repeat")
        expect(await said("folder")).toContain("it is in none")
        const wrong = await post("/broadcasts", { name: "X", plan: { cap: { of: "series" } } })
        expect(wrong.status).toBe(400)
      })
    })

    it("tells before it is sent what is wrong with the message, for its own audience", async () => {
      await shop.customer("anon@shop.example", { metadata: { email_opt_in: true } })
      await people([null])
      const names = await post("/templates", {
        name: "Names",
        subject: "Hi {{ profile.first_name }}",
        preheader: "News",
        html: `<p>Hi {{ profile.first_name }}, <a href="{{ message.unsubscribe_url }}">leave</a> <a href="#">here</a></p>`,
      })
      const spring = names.data.template.id
      const found = async (id: string) =>
        (await post(`/broadcasts/${id}/review`)).data.checks
          .filter((c: { key: string }) =>
            ["content", "values", "links", "mistakes"].includes(c.key)
          )
          .map((c: { level: string; key: string; message: string }) => [c.level, c.key, c.message])
      expect(await found(await draft({}, { template_id: spring }))).toEqual([
        ["ok", "content", expect.stringContaining("works for the people it was tried on")],
        ["warning", "links", "The link “here” leads nowhere"],
        ["warning", "values", "50 % have no first name, and there is no fallback"],
      ])
      const plan = {
        ab: {
          variants: [
            { template_id: null, subject: null, sender_name: null, share: 50 },
            { template_id: spring, subject: "{% if %}", sender_name: null, share: 50 },
          ],
          holdout: 0,
          winner: null,
        },
      }
      expect(await found(await draft(plan))).toContainEqual([
        "blocker",
        "mistakes",
        expect.stringMatching(/^Version B: /),
      ])
      const version = { template_id: spring, subject: null, sender_name: null, share: 25 }
      const other = { ...version, template_id: null }
      const ab = { variants: [version, other, version], holdout: 25, winner: null }
      expect((await found(await draft({ ab }))).slice(0, 3)).toEqual([
        ["ok", "content", expect.stringContaining("works for the people it was tried on")],
        ["warning", "links", "Versions A and C: The link “here” leads nowhere"],
        [
          "warning",
          "values",
          "Versions A, B and C: 50 % have no first name, and there is no fallback",
        ],
      ])
    })

    it("does not start while nothing stands for a value that can be unknown", async () => {
      await people([null])
      const chip = (fallback: string) => ({
        version: 1,
        style: {
          background: "#ffffff",
          surface: "#ffffff",
          text: "#111111",
          accent: null,
          font: "sans",
          radius: 0,
        },
        blocks: [
          {
            id: "a",
            type: "heading",
            level: 1,
            align: "left",
            color: null,
            content: {
              type: "doc",
              content: [
                {
                  type: "paragraph",
                  content: [
                    {
                      type: "variable",
                      attrs: { path: "profile.first_name", fallback, format: "plain" },
                    },
                  ],
                },
              ],
            },
          },
        ],
      })
      const made = await post("/templates", { name: "Chip", subject: "Hi", document: chip("") })
      const { id: template_id } = made.data.template
      const id = await draft({ deliver_immediately: true }, { template_id })
      const said =
        "“First name” is not known of everybody: click it in the message and write what the others shall read"
      expect((await post(`/broadcasts/${id}/review`)).data.checks).toContainEqual({
        level: "blocker",
        key: "fallbacks",
        message: said,
        details: [],
      })
      const refused = await post(`/broadcasts/${id}/start`)
      await campaigns().step()
      expect([refused.status, refused.data.message]).toEqual([
        400,
        expect.stringContaining("First name"),
      ])
      expect((await broadcast(id)).status).toBe("draft")
      await post(`/templates/${template_id}`, { document: chip("friend") })
      expect((await post(`/broadcasts/${id}/start`)).status).toBe(200)
      await campaigns().step()
      await deliver()
      expect((await broadcast(id)).progress).toMatchObject({ accepted: 1 })
    })

    describe("the time of a message", () => {
      const ZONES = ["Europe/Berlin", "America/New_York", "Asia/Tokyo", null]

      it("is the same hour for everybody, wherever the clocks stand", async () => {
        await people(ZONES)
        const plan = { schedule: { mode: "local", at: "2031-03-30T10:00" } }
        const id = await draft(plan)
        const { data } = await post(`/broadcasts/${id}/review`)
        expect(data.times).toEqual([
          { at: "2031-03-30T01:00:00.000Z", count: 1 },
          { at: "2031-03-30T08:00:00.000Z", count: 2 },
          { at: "2031-03-30T14:00:00.000Z", count: 1 },
        ])
        await post(`/broadcasts/${id}/start`)
        await campaigns().step(new Date("2031-03-30T01:00:00Z"))
        expect((await chunks()).map((c) => [c.at.toISOString(), c.size])).toEqual(
          data.times.map(({ at, count }: { at: string; count: number }) => [at, count])
        )
        await deliver()
        expect((await broadcast(id)).progress).toMatchObject({ accepted: 0, waiting: 4 })
        await sound()
      })

      it("waits for the recipient's day, unless it is to be delivered immediately", async () => {
        await people(ZONES)
        const now = new Date("2031-12-01T08:30:00Z")
        const schedule = { mode: "at", at: "2031-12-01T08:30", zone: "UTC" }
        const polite = await draft({ schedule })
        await post(`/broadcasts/${polite}/start`)
        await campaigns().step(now)
        expect((await chunks()).map((c) => [c.at.toISOString(), c.size])).toEqual([
          ["2031-12-01T08:30:00.000Z", 3],
          ["2031-12-01T14:00:00.000Z", 1],
        ])
        const urgent = await draft({ schedule, deliver_immediately: true })
        expect((await post(`/broadcasts/${urgent}/review`)).data.times).toEqual([
          { at: "2031-12-01T08:30:00.000Z", count: 4 },
        ])
      })

      it("moves to the next day when the day is over before the message could leave", async () => {
        await people(["UTC", "UTC", "Etc/GMT-12"])
        const now = new Date()
        const minutes = (shift: number) =>
          wallTime(new Date(now.getTime() + shift * HOUR_MS), "UTC").slice(11)
        const id = await started({ window: { from: minutes(-1), to: minutes(1) } })
        expect((await chunks()).map((c) => c.size)).toEqual([2, 1])
        // Closed by now where it was open, as after a long pause; and the other way round.
        await shop.db.raw(
          `update engage_run set (window_from, window_to) = (window_to, window_from)`
        )
        await shop.db.raw(`update engage_chunk set not_before = now()`)
        await deliver()
        expect((await broadcast(id)).progress).toMatchObject({ accepted: 1, waiting: 2 })
        const [, moved] = (await chunks()).filter((c) => c.size)
        expect([moved.size, moved.done]).toEqual([2, false])
        expect(moved.at.getTime() - now.getTime()).toBeGreaterThan(58 * 60_000)
        expect(moved.at.getTime() - now.getTime()).toBeLessThanOrEqual(HOUR_MS)
        await shop.db.raw(`update engage_run set window_from = 0, window_to = 0`)
        await shop.db.raw(`update engage_chunk set not_before = now()`)
        await deliver()
        await campaigns().step()
        expect(await broadcast(id)).toMatchObject({
          status: "completed",
          waiting: null,
          progress: { frozen: 3, accepted: 3, waiting: 0 },
        })
        const mails = await shop.rows(`select distinct profile_id from engage_sandbox_mail`)
        expect(mails).toHaveLength(3)
        await sound()
      })

      it("is each person's best hour, found in what they did in theirs", async () => {
        const HOME = "Europe/Berlin"
        await people([HOME, HOME, "America/New_York", HOME, HOME, null])
        const ids = await shop.rows<{ id: string }>(
          `select id from engage_profile where email like 'p0%' order by email`
        )
        let run = 0
        /** What a person did, each in a message of its own, the day before at an hour of UTC. */
        const did = async (
          who: number,
          kind: string,
          utc: number,
          times = 1,
          verdict = "human"
        ) => {
          for (; times--; run++)
            await shop.db.raw(
              `insert into engage_message_event (at, run_id, profile_id, kind, verdict)
               values (date_trunc('day', now(), 'UTC') - interval '1 day' + make_interval(hours => ?), ?, ?, ?, ?)`,
              [utc, 9000 + run, ids[who].id, kind, verdict] as never
            )
        }
        const { utc } = await shop.row<{ utc: number }>(
          `select extract(hour from (date_trunc('day', now(), 'UTC') - interval '1 day' + interval '12 hours') at time zone ?)::int as utc`,
          [HOME]
        )
        const shift = utc - 12
        // The shop's habit is 12 in Berlin; machines at night say nothing.
        await did(0, "opened", 12 - shift, 6)
        await did(4, "opened", 3, 40, "proxy")
        // Two clicks at 19 weigh as four openings.
        await did(1, "clicked", 19 - shift, 2)
        // One message opened again and again is one sign.
        await did(3, "opened", 8, 1)
        run--
        await did(3, "opened", 8, 1)
        // In New York it is 15 o'clock, or 14 in winter, when it is 19 in UTC.
        const { there } = await shop.row<{ there: number }>(
          `select extract(hour from (date_trunc('day', now(), 'UTC') - interval '1 day' + interval '19 hours') at time zone 'America/New_York')::int as there`
        )
        await did(2, "opened", 19, 3)

        // 6 of 14 at 12, 4 at 19, 3 at 15, 1 at 9 or 10. 12: 5 × 6/14 = 2.1; one's own 3, 4 and 1 add to their shares.
        const day = wallTime(new Date(Date.now() + 24 * HOUR_MS), "UTC").slice(0, 10)
        const schedule = { mode: "best", at: `${day}T09:00` }
        const id = await draft({ schedule })
        const review = (await post(`/broadcasts/${id}/review`)).data
        expect(review.best.hour).toBe(12)
        const planned = Object.entries(review.best.people as number[]).filter(([, n]) => n)
        expect(planned).toEqual([
          ["12", 4],
          [String(there), 1],
          ["19", 1],
        ])
        await post(`/broadcasts/${id}/start`)
        // Nine o'clock in Berlin, where it is first.
        const begin = zonedInstant(`${day}T09:00`, HOME)
        expect(await broadcast(id)).toMatchObject({
          status: "scheduled",
          collect_at: begin.toISOString(),
        })
        await campaigns().step(begin)
        const at = (hour: number, zone: string) =>
          zonedInstant(`${day}T${hour}:00`, zone).toISOString()
        expect((await chunks()).map(({ size, at }) => [at.toISOString(), size])).toEqual(
          [
            // Whose zone is not known lives where the shop is.
            [at(12, HOME), 4],
            [at(19, HOME), 1],
            [at(there, "America/New_York"), 1],
          ].sort()
        )
        await sound()
      })

      it("has an end: who was not reached within the lifetime is left out as too late", async () => {
        await people([null, null])
        const id = await started({ deliver_immediately: true, lifetime_hours: 2 })
        await shop.db.raw(`update engage_run_slot set due_at = now() - interval '121 minutes'`)
        await deliver()
        const report = await get(`/broadcasts/${id}/report`)
        expect(report.skipped).toEqual([{ reason: "expired", rule: null, count: 2 }])
        const { people: late } = await get(`/broadcasts/${id}/people?kind=skipped&reason=expired`)
        expect(late).toHaveLength(2)
        await sound()
      })
    })

    it("sends no more than its limit a minute, whoever asks", async () => {
      await people(Array(25).fill(null))
      const id = await started({ deliver_immediately: true, per_minute: 60 })
      const turn = async () => {
        await deliver()
        return (await broadcast(id)).progress.accepted
      }
      expect(await turn()).toBe(10)
      expect(await turn()).toBe(10)
      expect((await broadcast(id)).waiting).toMatchObject({ why: "limit" })
      const { ms } = await shop.row<{ ms: number }>(
        `select extract(epoch from next_at - now())::float8 * 1000 as ms from engage_run_pace`
      )
      expect(ms).toBeGreaterThan(5_000)
      expect(ms).toBeLessThanOrEqual(10_000)
      for (const expected of [20, 25]) {
        await shop.db.raw(`update engage_run_pace set next_at = now()`)
        expect(await turn()).toBe(expected)
      }
      await sound()
    })

    it("looks at holidays and quiet hours again that it comes to because it is slow", async () => {
      await people(Array(25).fill("UTC"))
      const day = (days: number) =>
        new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
      const own = [{ name: "Stock-taking", from: day(20), to: day(22), yearly: false }]
      await post("/holidays", { places: [], own })
      const plan = { deliver_immediately: true, skip_holidays: true, per_minute: 60 }
      const id = await started(plan)
      const turn = async () => {
        await shop.db.raw(`update engage_run_pace set next_at = now()`)
        await deliver()
        return (await broadcast(id)).progress.accepted
      }
      expect(await turn()).toBe(10)
      const closed = () => shop.row(`select closed_days from engage_run`)
      expect(await closed()).toEqual({ closed_days: [day(20), day(21), day(22)] })

      // As if it had come to the holidays; the day may turn while the test runs.
      await shop.db.raw(`update engage_run set closed_days = ?`, [
        [day(-1), day(0), day(1), day(2)],
      ] as never)
      expect(await turn()).toBe(10)
      const left = (await chunks()).filter(({ done, size }) => !done && size)
      expect(left.map(({ size }) => size)).toEqual([15])
      expect([day(3), day(4)]).toContain(left[0].at.toISOString().slice(0, 10))
      await shop.db.raw(`update engage_chunk set not_before = now() where not done`)
      await shop.db.raw(`update engage_run set closed_days = null`)
      expect(await turn()).toBe(20)

      const now = Date.now()
      const hour = (hours: number) => new Date(now + hours * 3_600_000).toISOString().slice(11, 16)
      const rule = { name: "Night", type: "quiet", behaviour: "delay", max_delay_hours: 24 }
      const quiet = { ...rule, quiet_from: hour(-2), quiet_to: hour(2) }
      expect((await post("/policy/rules", quiet)).status).toBe(200)
      expect(await turn()).toBe(20)
      const last = (await chunks()).filter(({ done, size }) => !done && size)
      expect(last.map(({ size }) => size)).toEqual([5])
      expect(last[0].at.getTime()).toBeGreaterThan(now + 3_600_000)
      await sound()
    })

    it("is stopped by itself when too much comes back, once", async () => {
      await people(Array(70).fill(null))
      const brake = { enabled: true, after: 50, bounce_percent: 5, complaint_percent: 3 }
      expect((await post("/policy/brake", brake)).data.brake).toEqual(brake)
      const id = await started({ deliver_immediately: true, per_minute: 300 })
      await deliver()
      expect((await broadcast(id)).progress).toMatchObject({ accepted: 50, waiting: 20 })
      const ids = await publicIds(shop.db)
      const told = await shop.rows<{ run: number; person: number }>(
        `select run_id::float8 as run, profile_id::float8 as person from engage_message where state = ${STATE.accepted} order by profile_id`
      )
      const tell = (from: number, to: number, report: object) =>
        recordReports(shop.db, ids, {
          provider: "sandbox",
          now: new Date(),
          reports: told.slice(from, to).map(({ run, person }) => ({
            token: messageToken(ids, { runId: run, profileId: person, pass: 0 }),
            at: new Date(),
            code: null,
            detail: "",
            ...report,
          })) as DeliveryReport[],
        })
      const look = async () => {
        await brakeRuns(shop.db, "sandbox", new Date())
        await campaigns().step()
      }

      // 2 of 50 dead is 4 %, and 1 complaint 2 %.
      await tell(0, 2, { kind: "bounced", class: "hard" })
      await tell(2, 3, { kind: "complained" })
      await tell(5, 9, { kind: "bounced", class: "soft" })
      await look()
      expect((await broadcast(id)).status).toBe("sending")
      await tell(3, 4, { kind: "complained" })
      await look()
      expect(await broadcast(id)).toMatchObject({
        status: "paused",
        progress: { waiting: 20, braked: { tried: 50, dead: 2, complained: 2 } },
      })
      await shop.db.raw(`update engage_run_pace set next_at = now()`)
      await deliver()
      expect((await broadcast(id)).progress.accepted).toBe(50)

      expect((await post(`/broadcasts/${id}/resume`)).status).toBe(200)
      await look()
      await deliver()
      expect((await broadcast(id)).progress).toMatchObject({ accepted: 70, waiting: 0 })
      const refused = await post("/policy/brake", { ...brake, bounce_percent: 0 })
      expect([refused.status, refused.data.message]).toEqual([
        400,
        expect.stringContaining("bounce_percent"),
      ])
    })

    it("is put away when it is over, and found by its status", async () => {
      await people([null, null])
      const goal = { metric: "ordered", target: 4 }
      const id = await started({ deliver_immediately: true, goal })
      const sending = await post(`/broadcasts/${id}`, { archived: true })
      expect([sending.status, sending.data.message]).toEqual([
        400,
        "archived: the broadcast is sending; let it end or cancel it first",
      ])
      await deliver()
      await campaigns().step()
      const found = await get(`/broadcasts/${id}/report`)
      expect(found.goal).toEqual({
        ...goal,
        reached: 0,
        verdict: "open",
        until: expect.any(String),
      })
      expect(found.settled).toEqual({
        people: 2,
        provider: "sandbox",
        reports: true,
        last_report_at: null,
      })
      await shop.db.raw(`update engage_broadcast set finished_at = now() - interval '6 days'`)
      expect((await get(`/broadcasts/${id}/report`)).goal.verdict).toBe("missed")
      const listed = async (query: string) =>
        (await get(`/broadcasts?${query}`)).broadcasts.map((b: { id: string }) => b.id)
      expect(await listed("status=completed")).toEqual([id])
      expect(await listed("status=draft")).toEqual([])
      expect((await post(`/broadcasts/${id}`, { archived: true })).status).toBe(200)
      expect([await listed(""), await listed("archived=true")]).toEqual([[], [id]])
      await post(`/broadcasts/${id}`, { archived: false })
      expect(await listed("")).toEqual([id])
    })

    it("of a large one shows the numbers counted last, and counts them anew beside it", async () => {
      await people([null, null])
      const id = await started({ deliver_immediately: true })
      await deliver()
      await campaigns().step()
      const opened = async () => {
        const { counted_at, counters } = await get(`/broadcasts/${id}/report`)
        return { at: Date.parse(counted_at), opened: counters.opened }
      }
      const open = (profile: string) =>
        shop.db.raw(
          `update engage_message set opened_at = now() where profile_id = (select id from engage_profile where email like ?)`,
          [`${profile}@%`] as never
        )
      const older = (interval: string) =>
        shop.db.raw(
          `update engage_kept_numbers set counted_at = now() - interval '${interval}', took_ms = 1000`
        )
      await open("p00")
      expect((await opened()).opened).toBe(1)
      await shop.db.raw(`update engage_run set frozen = 20001`)
      expect((await opened()).opened).toBe(1)

      await open("p01")
      await older("15 seconds")
      expect((await opened()).opened).toBe(1)
      await older("30 seconds")
      const stale = await opened()
      expect(stale.opened).toBe(1)
      let fresh = stale
      while (fresh.at === stale.at) fresh = await opened()
      expect(fresh.opened).toBe(2)
      const listed = async () => (await get(`/calendar/list`)).items[0]
      expect(await listed()).toMatchObject({ id, sent: 2, opened: 2, revenue: 0 })

      await shop.db.raw(`update engage_message set opened_at = null`)
      expect((await listed()).opened).toBe(2)
      await older("2 hours")
      expect((await opened()).opened).toBe(0)
    })

    it("gives the unsent part another message while it is paused", async () => {
      await people(Array(15).fill(null))
      const id = await started({ deliver_immediately: true, per_minute: 60 })
      await deliver()
      const revise = async () => {
        const { status, data } = await post(`/broadcasts/${id}/content`, { template_id: template })
        return [status, data.message ?? data.broadcast.status]
      }
      expect(await revise()).toEqual([
        400,
        "Messages can be changed while the sending is paused: pause it first",
      ])
      await post(`/broadcasts/${id}/pause`)
      await post(`/templates/${template}`, { subject: "Hello" })
      expect(await revise()).toEqual([200, "paused"])
      await post(`/broadcasts/${id}/resume`)
      await shop.db.raw(`update engage_run_pace set next_at = now()`)
      await deliver()
      expect(
        await shop.rows(
          `select subject, count(*)::int as n from engage_sandbox_mail group by 1 order by 1 desc`
        )
      ).toEqual([
        { subject: "Hi", n: 10 },
        { subject: "Hello", n: 5 },
      ])
      const { versions } = await get(`/broadcasts/${id}/report`)
      expect(versions).toMatchObject([
        { subject: "Hi", sent: 10 },
        { subject: "Hello", sent: 5 },
      ])
      const [last] = (await get("/messages?limit=1")).messages
      expect((await get(`/messages/${last.id}`)).message.subject).toBe("Hello")
      await sound()
    })

    it("goes to a sample that is the same in the review and in the sending", async () => {
      await people(Array(10).fill(null))
      const plan = { deliver_immediately: true, limit: { kind: "percent", value: 25 } }
      const id = await draft(plan)
      const review = (await post(`/broadcasts/${id}/review`)).data
      expect(review).toMatchObject({
        audience: 10,
        will_send: 3,
        excluded: [{ reason: "sampled_out", count: 7 }],
      })
      await post(`/broadcasts/${id}`, { plan: { limit: { kind: "count", value: 4 } } })
      expect((await post(`/broadcasts/${id}/review`)).data.will_send).toBe(4)
      await post(`/broadcasts/${id}/start`)
      await campaigns().step()
      await deliver()
      expect((await broadcast(id)).progress).toMatchObject({ accepted: 4, skipped: 6, frozen: 10 })
      await sound()
    })

    it("draws a sample in which groups keep their shares", async () => {
      await people(Array(20).fill(null))
      await shop.db.raw(
        `update engage_profile set rfm_group = case when email < 'p12' then 'loyal' when email < 'p18' then 'new' else 'lost' end`
      )
      const rfm = `select p.rfm_group as grp, count(*)::int as n from engage_message m
        join engage_profile p on p.id = m.profile_id
        where m.state = ${STATE.accepted} and m.run_id = (select max(id) from engage_run)
        group by 1 order by 1`
      const limit = { kind: "count", value: 10, by: { kind: "rfm" } }
      const id = await started({ deliver_immediately: true, limit })
      await deliver()
      expect((await broadcast(id)).progress).toMatchObject({ accepted: 10, skipped: 10 })
      expect(await shop.rows(rfm)).toEqual([
        { grp: "lost", n: 1 },
        { grp: "loyal", n: 6 },
        { grp: "new", n: 3 },
      ])
      const condition = { type: "condition", attribute: "email", operator: "contains" }
      const segment = async (value: string) => {
        const root = { type: "group", op: "and", children: [{ ...condition, value }] }
        const { data } = await post("/segments", { name: value, rules: { version: 1, root } })
        return data.segment.id as string
      }
      // Of p00 to p09 each is in both: they count for the first.
      const segment_ids = [await segment("p0"), await segment("shop.example")]
      const halves = { kind: "percent", value: 20, by: { kind: "segments", segment_ids } }
      await started({ deliver_immediately: true, limit: halves })
      await deliver()
      const tens = `select left(p.email, 2) as ten, count(*)::int as n from engage_message m
        join engage_profile p on p.id = m.profile_id
        where m.state = ${STATE.accepted} and m.run_id = (select max(id) from engage_run)
        group by 1 order by 1`
      expect(await shop.rows(tens)).toEqual([
        { ten: "p0", n: 2 },
        { ten: "p1", n: 2 },
      ])
      await sound()
    })

    describe("the contact policy", () => {
      const AT_ONCE = { deliver_immediately: true }
      const rule = (more: Record<string, unknown>) =>
        post("/policy/rules", { name: "Rule", type: "limit", behaviour: "skip", ...more })
      const sent = async (plan: Record<string, unknown> = AT_ONCE) => {
        const id = await started(plan)
        await deliver()
        await campaigns().step()
        return id
      }

      it("leaves out whom the limit is reached for, in the review, the sending and the report", async () => {
        await people([null, null])
        const { data } = await rule({ name: "One a day", max_messages: 1, per_hours: 24 })
        expect(data.rules).toMatchObject([{ name: "One a day", enabled: true, left_out: 0 }])
        const [{ id: ruleId }] = data.rules
        await sent({ ...AT_ONCE, limit: { kind: "count", value: 1 } })
        const second = await draft(AT_ONCE)
        expect((await post(`/broadcasts/${second}/review`)).data).toMatchObject({
          audience: 2,
          will_send: 1,
          policy: [{ rule: { id: ruleId, name: "One a day" }, left_out: 1, delayed: 0 }],
        })
        await post(`/broadcasts/${second}/start`)
        await campaigns().step()
        await deliver()
        const report = await get(`/broadcasts/${second}/report`)
        expect(report.progress).toMatchObject({ accepted: 1, skipped: 1 })
        expect(report.skipped).toEqual([
          { reason: "policy", rule: { id: ruleId, name: "One a day" }, count: 1 },
        ])
        const asked = `/broadcasts/${second}/people?kind=skipped&reason=policy&rule=`
        expect((await get(asked + ruleId)).people).toMatchObject([
          { state: "skipped", reason: "policy", rule: "One a day" },
        ])
        expect((await get(`${asked}crule_other`)).people).toEqual([])
        expect((await get("/policy")).rules[0].left_out).toBe(1)
        await sound()
      })

      it("makes people wait until the limit allows it, or leaves them out when that is too long", async () => {
        await people([null])
        await sent()
        await rule({ max_messages: 1, per_hours: 16, behaviour: "delay", max_delay_hours: 20 })
        const waiting = await sent()
        expect((await broadcast(waiting)).progress).toMatchObject({ accepted: 0, waiting: 1 })
        const { hours } = await shop.row<{ hours: number }>(
          `select extract(epoch from max(not_before) - now())::float8 / 3600 as hours from engage_chunk where not done`
        )
        expect(hours).toBeGreaterThan(15.9)
        expect(hours).toBeLessThan(16.1)
        await shop.db.raw(`update engage_message set sent_at = sent_at - interval '16 hours'`)
        await shop.db.raw(`update engage_chunk set not_before = now() where not done`)
        await deliver()
        expect((await broadcast(waiting)).progress).toMatchObject({ accepted: 1, waiting: 0 })
        await rule({
          max_messages: 1,
          per_hours: 48,
          behaviour: "delay",
          max_delay_hours: 20,
          priority: 9,
        })
        const late = await sent()
        expect((await broadcast(late)).progress).toMatchObject({ skipped: 1, waiting: 0 })
        await sound()
      })

      it("counts only what a rule is about, lets the higher one decide, and knows when it is off", async () => {
        await people([null])
        await sent()
        await rule({ name: "Other topic", topic: "offers", max_messages: 1, per_hours: 24 })
        await rule({ name: "Campaigns", kind: "campaign", max_messages: 1, per_hours: 24 })
        await rule({ name: "Other channel", channel: "sms", max_messages: 1, per_hours: 24 })
        await rule({ name: "Two", max_messages: 2, per_hours: 24 })
        await rule({ name: "Off", max_messages: 1, per_hours: 24, enabled: false })
        expect((await broadcast(await sent())).progress).toMatchObject({ accepted: 1 })
        await rule({ name: "First", max_messages: 2, per_hours: 24, priority: 5 })
        const third = await get(`/broadcasts/${await sent()}/report`)
        expect(third.skipped).toMatchObject([{ rule: { name: "First" }, count: 1 }])
      })

      it("has a limit of its own for a segment, beside one for everybody else", async () => {
        await people([null, null, null])
        const condition = { type: "condition", attribute: "email", operator: "contains" }
        const rules = (value: string) => ({
          version: 1,
          root: { type: "group", op: "and", children: [{ ...condition, value }] },
        })
        const segment = async (name: string, value: string) =>
          (await post("/segments", { name, rules: rules(value) })).data.segment.id as string
        const vip = await segment("VIP", "p00@")
        const tired = await segment("Tired", "p01@")
        const [vips] = (
          await rule({
            ...{ name: "VIPs", people: "in", segment_ids: [vip], max_messages: 2, per_hours: 24 },
          })
        ).data.rules
        expect(vips).toMatchObject({ people: "in", segments: [{ id: vip, name: "VIP" }] })
        const others = { people: "outside", segment_ids: [vip, tired] }
        await rule({ name: "Others", ...others, max_messages: 1, per_hours: 24 })
        const skipped = async () => {
          const { skipped } = await get(`/broadcasts/${await sent()}/report`)
          return skipped.map((one: { rule: { name: string } }) => one.rule.name).sort()
        }
        expect(await skipped()).toEqual([])
        const second = await draft(AT_ONCE)
        expect((await post(`/broadcasts/${second}/review`)).data).toMatchObject({
          will_send: 2,
          policy: [{ rule: { name: "Others" }, left_out: 1, delayed: 0 }],
        })
        expect(await skipped()).toEqual(["Others"])
        expect(await skipped()).toEqual(["Others", "VIPs"])

        const refused = await ask("DELETE", `/segments/${vip}`)
        expect(refused.data.message).toContain(`the contact rule "VIPs"`)
        expect((await get(`/segments/${tired}`)).segment.used_in).toEqual([
          { kind: "contact_rule", id: expect.any(String), name: "Others", status: "live" },
        ])
        const all = await post(`/policy/rules/${vips.id}`, { people: "all" })
        expect(all.data.rules[0]).toMatchObject({ people: "all", segment_ids: [], segments: [] })
        const none = await post(`/policy/rules/${vips.id}`, { people: "in" })
        expect(none.data.message).toContain("segment_ids: choose the segments")
        const wrong = await post(`/policy/rules/${vips.id}`, {
          people: "in",
          segment_ids: ["seg_x"],
        })
        expect(wrong.data.message).toBe("segment_ids: there is no segment seg_x")
        await sound()
      })

      it("keeps quiet hours in each person's own zone", async () => {
        await people(["UTC", "Etc/GMT-12"])
        const now = Date.now()
        const hour = (shift: number) => wallTime(new Date(now + shift * HOUR_MS), "UTC").slice(11)
        await rule({
          type: "quiet",
          quiet_from: hour(-1),
          quiet_to: hour(2),
          behaviour: "delay",
          name: "Night",
        })
        const id = await draft(AT_ONCE)
        expect((await post(`/broadcasts/${id}/review`)).data.policy).toMatchObject([
          { rule: { name: "Night" }, left_out: 0, delayed: 1 },
        ])
        await post(`/broadcasts/${id}/start`)
        await campaigns().step()
        await deliver()
        expect((await broadcast(id)).progress).toMatchObject({ accepted: 1, waiting: 1 })
      })

      it("holds when two broadcasts leave at the same time", async () => {
        await people(Array(6).fill(null))
        await rule({ max_messages: 1, per_hours: 24 })
        for (let i = 0; i < 3; i++) await started(AT_ONCE)
        await Promise.all([deliver(), deliver()])
        const each = await shop.rows<{ mails: number }>(
          `select count(*)::int as mails from engage_sandbox_mail group by profile_id`
        )
        expect(each).toEqual(Array(6).fill({ mails: 1 }))
        await sound()
      })

      it("refuses a rule that says nothing, and takes one away", async () => {
        expect((await rule({ max_messages: 3 })).data.message).toContain("per_hours")
        expect((await rule({ type: "quiet", quiet_from: "21:00" })).data.message).toContain(
          "quiet_to"
        )
        const [{ id }] = (await rule({ max_messages: 1, per_hours: 1 })).data.rules
        const changed = await post(`/policy/rules/${id}`, { max_messages: 3 })
        expect(changed.data.rules).toMatchObject([{ id, max_messages: 3, per_hours: 1 }])
        expect((await ask("DELETE", `/policy/rules/${id}`)).status).toBe(200)
        expect((await get("/policy")).rules).toEqual([])
        expect((await post(`/policy/rules/${id}`, { max_messages: 1 })).status).toBe(404)
      })

      it("never writes to the control group, which stays the same while it grows", async () => {
        await people(Array(20).fill(null))
        const members = async (percent: number, redraw = false) => {
          const { data } = await post("/policy/control-group", { percent, redraw })
          const id = await draft(AT_ONCE)
          const review = (await post(`/broadcasts/${id}/review`)).data
          const count = review.excluded.find(
            ({ reason }: { reason: string }) => reason === "control_group"
          )?.count
          expect(count ?? 0).toBe(data.control_group.profiles)
          await post(`/broadcasts/${id}/start`)
          await campaigns().step()
          await deliver()
          const left = await get(`/broadcasts/${id}/people?kind=skipped&reason=control_group`)
          return left.people.map(({ email }: { email: string }) => email) as string[]
        }
        const half = await members(50)
        const third = await members(33)
        expect(half.length).toBeGreaterThan(third.length)
        expect(half).toEqual(expect.arrayContaining(third))
        expect(await members(50)).toEqual(half)

        // What they buy is held against what all others buy.
        const [kept] = half
        await shop.order({
          email: kept,
          lines: [{ title: "Mug", quantity: 1, unit_price: 20 }],
        })
        await shop.sync()
        const { report } = await get("/policy/control-group/report")
        expect(report).toMatchObject({
          written_to: { people: 20 - half.length, buyers: 0, revenue: 0 },
          control: { people: half.length, buyers: 1, revenue: 2_000 },
          incremental: null,
          currency: "eur",
        })
        await post("/policy/control-group", { percent: 0 })
        const none = await ask("GET", "/policy/control-group/report")
        expect([none.status, none.data.message]).toEqual([
          400,
          expect.stringContaining("no control group"),
        ])
        expect(await members(50, true)).not.toEqual(half)
        expect(await members(0)).toEqual([])
      })
    })

    it("writes to nobody more often than they want to hear about a topic", async () => {
      await people([null, null, null])
      const about = async (topic: string) => {
        const id = await draft({ deliver_immediately: true }, { topic })
        const review = (await post(`/broadcasts/${id}/review`)).data
        await post(`/broadcasts/${id}/start`)
        await campaigns().step()
        await deliver()
        await campaigns().step()
        const { progress, skipped } = await get(`/broadcasts/${id}/report`)
        expect([review.will_send, review.audience]).toEqual([progress.accepted, 3])
        expect(skipped).toMatchObject(review.excluded)
        return [progress.accepted, review.excluded]
      }
      const idOf = async (name: string) =>
        (await get(`/profiles?q=${name}@shop.example`)).profiles[0].id as string
      const wish = async (name: string, frequency: string, topic = "news") =>
        post(`/profiles/${await idOf(name)}/consent`, {
          channel: "email",
          topic,
          state: "subscribed",
          frequency,
          reason: "Said so on the phone",
        })
      const { data } = await wish("p00", "weekly")
      await wish("p01", "monthly")
      const said = data.profile.consent.filter(
        ({ frequency }: { frequency: string }) => frequency !== "every"
      )
      expect(said).toMatchObject([{ channel: "email", topic: "news", frequency: "weekly" }])
      expect((await wish("p00", "weekly", "*")).data.message).toMatch(/^frequency: .* a topic/)

      const often = (count: number) => [{ reason: "frequency", count }]
      expect(await about("news")).toEqual([3, []])
      expect(await about("offers")).toEqual([3, []])
      expect(await about("news")).toEqual([1, often(2)])
      await shop.db.raw(`update engage_message set sent_at = sent_at - interval '7 days'`)
      expect(await about("news")).toEqual([2, often(1)])
      await wish("p01", "every")
      expect(await about("news")).toEqual([2, often(1)])
      for (const name of ["p00", "p01", "p02"]) await wish(name, "monthly")
      const idle = await draft({ deliver_immediately: true }, { topic: "news" })
      expect((await post(`/broadcasts/${idle}/review`)).data.checks).toContainEqual(
        expect.objectContaining({
          level: "blocker",
          key: "audience",
          message: "3 people could be reached, but everybody is left out by what you set",
        })
      )
      for (const name of ["p00", "p01", "p02"]) await wish(name, "weekly")
      const person = (await get(`/profiles/${await idOf("p00")}/personal-data`)).data
      expect(
        person.find(({ title }: { title: string }) => title.startsWith("How often")).rows
      ).toMatchObject([{ topic: "news", frequency: "weekly", method: "staff" }])
      await sound()
    })

    describe("a message in several languages", () => {
      const link = (path: string) => `<a href="https://shop.example/${path}">${path}</a>`
      const inLanguages = async () => {
        const made = await post("/templates", {
          name: "Two tongues",
          subject: "Hello",
          html: `<p>Hello ${link("sale")} ${link("en")}</p>`,
          languages: [
            {
              language: "DE",
              subject: "Hallo",
              html: `<p>Hallo ${link("sale")} ${link("de")}</p>`,
            },
          ],
        })
        expect(made.data.template.languages).toMatchObject([{ language: "de", subject: "Hallo" }])
        return made.data.template.id as string
      }
      /** People of the shop, each with the language that their customer record says. */
      const speakers = async (languages: (string | null)[]) => {
        for (const [i, language] of languages.entries())
          await shop.customer(`p0${i}@shop.example`, {
            metadata: { email_opt_in: true, ...(language && { language }) },
          })
        await shop.sync()
      }

      it("reaches everybody in theirs, and is one broadcast with one report", async () => {
        await speakers(["de", "de-AT", "fr", null, "en"])
        const template_id = await inLanguages()
        const id = await draft({ deliver_immediately: true }, { template_id })
        const review = (await post(`/broadcasts/${id}/review`)).data
        expect(review.checks).toContainEqual(
          expect.objectContaining({
            level: "warning",
            key: "unsubscribe",
            message: "Default: There is no unsubscribe link: one is added below the message",
            details: ["German: There is no unsubscribe link: one is added below the message"],
          })
        )
        await post(`/broadcasts/${id}/start`)
        // What is changed from here on is for other broadcasts.
        await post(`/templates/${template_id}`, { languages: [] })
        await campaigns().step()
        await deliver()
        const mails = await shop.rows<{ recipient: string; subject: string; html: string }>(
          `select recipient, subject, html from engage_sandbox_mail order by recipient`
        )
        expect(mails.map(({ recipient, subject }) => [recipient.slice(0, 3), subject])).toEqual([
          ["p00", "Hallo"],
          ["p01", "Hallo"],
          ["p02", "Hello"],
          ["p03", "Hello"],
          ["p04", "Hello"],
        ])
        for (const { html } of [mails[0], mails[2]])
          for (const [, path] of html.matchAll(/href="[^"]*(\/engage\/c\/[^"]*)"/g))
            await api.get(path, {
              headers: { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0.0.0" },
              maxRedirects: 0,
              validateStatus: () => true,
            })
        const { links } = await get(`/broadcasts/${id}/report`)
        expect(
          links.map(({ link, url, people }: { link: number; url: string; people: number }) => [
            link,
            url,
            people,
          ])
        ).toEqual([
          [0, "https://shop.example/sale", 2],
          [1, "https://shop.example/en", 1],
          [2, "https://shop.example/de", 1],
        ])
        await sound()
      })

      it("has subjects of its own in each, by the version of a test", async () => {
        await speakers(["de", "de", "de", "de", null, null, null, null])
        const template_id = await inLanguages()
        const version = (subject: string | null, subjects = {}) => ({
          subject,
          subjects,
          share: 50,
        })
        const ab = { variants: [version("Deal", { de: "Angebot" }), version("News")] }
        const id = await draft({ deliver_immediately: true, ab }, { template_id })
        const { checks } = (await post(`/broadcasts/${id}/review`)).data
        const said = checks.filter(({ message }: { message: string }) =>
          message.includes("subject")
        )
        expect(said).toMatchObject([
          {
            level: "warning",
            message:
              "Version B: It has no subject of its own in German: there the template's is used",
          },
        ])
        await post(`/broadcasts/${id}/start`)
        await campaigns().step()
        await deliver()
        const said_by = await shop.rows<{ subject: string; german: string }>(
          `select v.variant, c.subject, c.languages #>> '{de,subject}' as german
           from engage_run_variant v join engage_content c on c.id = v.content_id order by v.variant`
        )
        expect(said_by).toEqual([
          { variant: 0, subject: "Deal", german: "Angebot" },
          { variant: 1, subject: "News", german: "Hallo" },
        ])
        const mails = await shop.rows<{ german: boolean; slot: number; subject: string }>(
          `select p.language is not null as german, m.slot, s.subject
           from engage_sandbox_mail s join engage_message m using (run_id, profile_id, pass)
           join engage_profile p on p.id = s.profile_id`
        )
        expect(mails).toHaveLength(8)
        for (const { german, slot, subject } of mails)
          expect(subject).toBe(said_by[slot][german ? "german" : "subject"])
      })

      it("is shown and tested in that of a person, or in the one that is asked for", async () => {
        await speakers(["de-CH", "it"])
        const template_id = await inLanguages()
        const [german, italian] = await Promise.all(
          ["p00", "p01"].map(async (q) => (await get(`/profiles?q=${q}`)).profiles[0].id as string)
        )
        const { languages, subject, html } = (await get(`/templates/${template_id}`)).template
        const shown = async (body: Record<string, unknown>) => {
          const { data } = await post("/templates/preview", { subject, html, languages, ...body })
          return [data.rendered.subject, data.text.slice(0, 5), data.language]
        }
        expect(await shown({ profile_id: german })).toEqual([
          "Hallo",
          "Hello",
          { shown: "de", reads: "de-CH" },
        ])
        expect(await shown({ profile_id: italian, language: "de" })).toEqual([
          "Hello",
          "Hallo",
          { shown: null, reads: "it" },
        ])
        expect(await shown({ language: "de" })).toEqual([
          "Hallo",
          "Hallo",
          { shown: "de", reads: null },
        ])
        expect(await shown({ languages: [] })).toEqual(["Hello", "Hello", null])

        const id = await draft({}, { template_id })
        const tested = async (body: Record<string, unknown>) => {
          const sent = await post(`/broadcasts/${id}/test-message`, { to: "me@x.example", ...body })
          if (sent.status !== 200) return sent.data.message
          return (await get(`/messages/${sent.data.message_id}`)).message.subject
        }
        expect(await tested({ profile_id: german })).toBe("[TEST] Hallo")
        expect(await tested({ profile_id: german, language: null })).toBe("[TEST] Hello")
        expect(await tested({ profile_id: italian, language: "de" })).toBe("[TEST] Hallo")
        expect(await tested({ language: "fr" })).toBe(
          'language: the template "Two tongues" does not speak fr'
        )
      })

      it("refuses a language twice, one that is none, and a mistake in any of them", async () => {
        const made = async (...languages: Record<string, unknown>[]) => {
          const body = { name: "T", subject: "T", html: "T", languages }
          const { status, data } = await post("/templates", body)
          return [status, data.message]
        }
        const de = { language: "de", subject: "T", html: "T" }
        expect(await made(de, { ...de, language: "DE" })).toEqual([
          400,
          expect.stringContaining("must name each language once"),
        ])
        expect(await made({ ...de, language: "german!" })).toEqual([
          400,
          expect.stringContaining("must be a language such as de or pt-BR"),
        ])
        expect(await made({ ...de, html: "{{ oops }}" })).toEqual([
          400,
          expect.stringMatching(/^html in German, line 1, column 4: "oops" is not a variable/),
        ])
      })
    })

    describe("a message with files", () => {
      const files = () => getContainer().resolve(Modules.FILE)
      const PDF = Buffer.from("%PDF-1.7 menu \u0000\u00ff", "latin1")
      const attach = async (name: string, bytes: Buffer, type = "application/pdf") => {
        const form = new FormData()
        form.append("file", new Blob([bytes as BlobPart], { type }), name)
        return post("/attachments", form)
      }
      const fileOf = async (id: string) =>
        (await shop.row<{ file_id: string }>(`select file_id from engage_file where id = '${id}'`))!
          .file_id
      const withFiles = async (...attachments: { id: string }[]) => {
        const body = { name: "Menu", subject: "Menu", html: HTML, attachments }
        return (await post("/templates", body)).data.template
      }

      it("takes them along to everybody, reads each once, and shows them", async () => {
        await people([null, null, null])
        const { status, data } = await attach("Menü.pdf", PDF)
        const { attachment } = data
        expect([status, attachment]).toEqual([
          201,
          { id: expect.any(String), name: "Menü.pdf", type: "application/pdf", size: PDF.length },
        ])
        const file = await fileOf(attachment.id)
        const saved = await api.get(`/admin/engage/attachments/${attachment.id}`, {
          ...admin,
          responseType: "arraybuffer",
        })
        expect(Buffer.compare(saved.data, PDF)).toBe(0)
        expect(saved.headers["content-disposition"]).toMatch(/^attachment; filename="Men/)
        expect((await ask("GET", "/attachments/att_nix")).status).toBe(404)
        const read = jest.spyOn(files(), "getAsBuffer")
        const email = delivery().providers.find(({ channel }) => channel === "email")!
        const handed = jest.spyOn(email, "sendBatch")
        try {
          // What is said of a file counts for nothing.
          const made = await withFiles({ ...attachment, name: "x.exe", size: 1 })
          expect(made.attachments).toEqual([attachment])
          const body = { subject: "Menu", html: HTML, attachments: made.attachments }
          expect((await post("/templates/preview", body)).data.attachments).toEqual([attachment])
          const { checks } = (await post("/templates/preflight", body)).data
          expect(checks).toContainEqual(
            expect.objectContaining({
              key: "attachments",
              level: "warning",
              message: expect.stringContaining("Attached: Menü.pdf (1 KB)"),
            })
          )
          const copy = (await post(`/templates/${made.id}/duplicate`)).data.template
          expect(copy.attachments).toEqual([attachment])
          const id = await draft({ deliver_immediately: true }, { template_id: made.id })
          await post(`/broadcasts/${id}/start`)
          await post(`/templates/${made.id}`, { attachments: [] })
          await campaigns().step()
          await deliver()
          expect((await broadcast(id)).progress).toMatchObject({ accepted: 3 })
          const sent = handed.mock.calls.map(([messages]) => messages)
          expect(sent.map((messages) => messages.length)).toEqual([1, 1, 1])
          for (const [message] of sent)
            expect(message.attachments).toMatchObject([
              { name: "Menü.pdf", base64: { text: PDF.toString("base64") } },
            ])
          expect(read.mock.calls).toEqual([[file]])
          const [{ id: message }] = (await get("/messages?limit=1")).messages
          expect((await get(`/messages/${message}`)).message.attachments).toEqual([attachment])
        } finally {
          read.mockRestore()
          handed.mockRestore()
          await files().deleteFiles(file)
        }
      })

      it("can differ between the versions of a test", async () => {
        await people(Array(8).fill(null))
        const { attachment } = (await attach("a.pdf", PDF)).data
        const made = await withFiles(attachment)
        const email = delivery().providers.find(({ channel }) => channel === "email")!
        const handed = jest.spyOn(email, "sendBatch")
        try {
          const version = { share: 50 }
          const ab = { variants: [{ ...version, template_id: made.id }, version] }
          await started({ deliver_immediately: true, ab })
          await deliver()
          const sent = handed.mock.calls.flatMap(([messages]) => messages)
          expect(sent).toHaveLength(8)
          for (const { subject, attachments = [] } of sent)
            expect(attachments.map(({ name }) => name)).toEqual(subject === "Menu" ? ["a.pdf"] : [])
          const frozen = await shop.rows(
            `select c.subject, jsonb_array_length(c.attachments) as files
             from engage_run_variant v join engage_content c on c.id = v.content_id order by v.variant`
          )
          expect(frozen).toEqual([
            { subject: "Menu", files: 1 },
            { subject: "Hi", files: 0 },
          ])
        } finally {
          handed.mockRestore()
          await files().deleteFiles(await fileOf(attachment.id))
        }
      })

      it("goes to nobody without its file: the broadcast is paused, and says why", async () => {
        await people([null])
        const { attachment } = (await attach("gone.pdf", PDF)).data
        const made = await withFiles(attachment)
        const id = await draft({ deliver_immediately: true }, { template_id: made.id })
        await files().deleteFiles(await fileOf(attachment.id))
        await post(`/broadcasts/${id}/start`)
        await campaigns().step()
        await delivery().step()
        await campaigns().step()
        const paused = await broadcast(id)
        expect(paused).toMatchObject({ status: "paused", progress: { accepted: 0, waiting: 1 } })
        expect(paused.progress.last_error).toContain("the attached file “gone.pdf” cannot be read")
        await sound()
      })

      it("is cleaned up only of files that nothing uses, and older than a day", async () => {
        await people([null])
        const picture = async (name: string, type = "image/png") => {
          const form = new FormData()
          form.append("file", new Blob([PDF as BlobPart], { type }), name)
          return post("/pictures", form)
        }
        const refused = await picture("page.html", "text/html")
        expect([refused.status, refused.data.message]).toEqual([
          400,
          "file: choose a picture that mail programs show: PNG, JPEG, GIF or WebP",
        ])
        const pictures: Record<string, { id: string; url: string }> = {}
        for (const name of ["sent's", "draft", "block", "shop", "before", "new", "left"])
          pictures[name] = (await picture(`${name}.png`)).data.picture
        const attached: Record<string, { id: string }> = {}
        for (const name of ["sent", "draft", "left"])
          attached[name] = (await attach(`${name}.pdf`, PDF)).data.attachment
        const message = (name: string) => ({
          name,
          subject: name,
          html: `<img alt="" src="${pictures[name]?.url.replace("'", "&#39;")}">${HTML}`,
        })
        const sent = { ...message("sent's"), attachments: [attached.sent] }
        const template = (await post("/templates", sent)).data.template
        const id = await draft({ deliver_immediately: true }, { template_id: template.id })
        await post(`/broadcasts/${id}/start`)
        await campaigns().step()
        await deliver()
        await post(`/templates/${template.id}`, { html: HTML, attachments: [] })
        await post("/templates", { ...message("draft"), attachments: [attached.draft] })
        const block = {
          id: "a",
          type: "image",
          src: pictures.block.url,
          alt: "",
          href: "",
          width: 100,
          align: "center",
        }
        await post("/blocks", { name: "Banner", block })
        await post("/constants/logo", { value: pictures.shop.url })
        await post("/templates", message("before"))
        await post("/replacements", {
          find: pictures.before.url,
          replace: "https://shop.example/other.png",
          ids: (await get("/templates?q=before")).templates.map((one: { id: string }) => one.id),
        })
        await shop.rows(
          `update engage_file set created_at = now() - interval '2 days' where id <> '${pictures.new.id}'`
        )

        const { files: all, unused } = await get("/files?limit=100")
        const usesOf = Object.fromEntries(
          all.map((file: { name: string; sent: boolean; used_in: { kind: string }[] }) => [
            file.name,
            [file.sent, file.used_in.map(({ kind }) => kind)],
          ])
        )
        expect(usesOf).toMatchObject({
          "sent's.png": [true, []],
          "sent.pdf": [true, []],
          "draft.png": [false, ["template"]],
          "draft.pdf": [false, ["template"]],
          "block.png": [false, ["block"]],
          "shop.png": [false, ["constant"]],
          "before.png": [false, ["replacement"]],
          "new.png": [false, []],
          "left.png": [false, []],
          "left.pdf": [false, []],
        })
        expect(unused).toEqual({ count: 2, bytes: 2 * PDF.length })
        const shown = (await get("/files?unused=true")).files
        expect(shown.map(({ name }: { name: string }) => name).sort()).toEqual([
          "left.pdf",
          "left.png",
        ])

        const left = await fileOf(attached.left.id)
        const everything = all.map((file: { id: string }) => file.id)
        const { deleted, kept } = (await post("/files/clean-up", { ids: everything })).data
        expect(deleted.sort()).toEqual([attached.left.id, pictures.left.id].sort())
        expect(kept).toHaveLength(everything.length - 2)
        await expect(files().getAsBuffer(left)).rejects.toThrow()
        expect((await files().getAsBuffer(await fileOf(attached.sent.id))).length).toBe(PDF.length)
        expect((await get("/files?unused=true")).unused).toEqual({ count: 0, bytes: 0 })
        const rest = await shop.rows<{ file_id: string }>("select file_id from engage_file")
        await files().deleteFiles(rest.map(({ file_id }) => file_id))
      })

      it("refuses what mail services refuse, what is too large, and what nobody uploaded", async () => {
        const refused = async (name: string, bytes: Buffer) =>
          (await attach(name, bytes)).data.message
        expect(await refused("run.exe", PDF)).toContain("mail services refuse .exe files")
        expect(await refused("big.pdf", Buffer.alloc(7_000_001))).toContain("7.0 MB in all")
        const unknown = { name: "T", subject: "T", html: "T", attachments: [{ id: "../../.env" }] }
        const { status, data } = await post("/templates", unknown)
        expect([status, data.message]).toEqual([400, "attachments: there is no file ../../.env"])
      })
    })

    describe("a test of several contents", () => {
      const variant = (share: number, more: Record<string, unknown> = {}) => ({ share, ...more })
      const plan = (variants: unknown[], more: Record<string, unknown> = {}) => ({
        deliver_immediately: true,
        ab: { variants, ...more },
      })
      const reports = () => getContainer().resolve<ReportModuleService>(REPORT_MODULE)
      const subjects = () =>
        shop.rows<{ subject: string; sender: string; mails: number }>(
          `select subject, headers->>'From' as sender, count(*)::int as mails
           from engage_sandbox_mail group by 1, 2 order by 1`
        )
      const click = (subject: string, count: number) =>
        shop.db.raw(
          `update engage_message m set opened_at = now(), clicked_at = now()
           where (run_id, profile_id) in (
             select run_id, profile_id from engage_sandbox_mail where subject = ? order by id limit ?
           )`,
          [subject, count] as never
        )

      it("gives each share its own subject and sender, the same people for good, and some nothing", async () => {
        await people(Array(40).fill(null))
        const variants = [
          variant(40),
          variant(40, { subject: "Hello", sender_name: "Ann of the shop" }),
        ]
        const id = await draft(plan(variants, { holdout: 20 }))
        const review = (await post(`/broadcasts/${id}/review`)).data
        const held = review.excluded.find((one: { reason: string }) => one.reason === "held_out")
        await post(`/broadcasts/${id}/start`)
        await campaigns().step()
        await deliver()
        const sent = await subjects()
        expect(sent.map(({ subject }) => subject)).toEqual(["Hello", "Hi"])
        expect(sent[0].mails + sent[1].mails).toBe(review.will_send)
        expect(held.count).toBe(40 - review.will_send)
        expect(held.count).toBeGreaterThan(0)
        await campaigns().step()
        const report = await get(`/broadcasts/${id}/report`)
        expect(report.ab).toMatchObject({
          chosen: null,
          waiting: false,
          leader: null,
          variants: [
            { variant: 0, sent: sent[1].mails, p: null },
            { variant: 1, sent: sent[0].mails, clicked: 0, p: { clicks: 1 } },
          ],
        })
        const from = await shop.rows<{ name: string }>(
          `select distinct headers::text like '%Ann of the shop%' as name
           from engage_sandbox_mail where subject = 'Hello'`
        )
        expect(from).toEqual([{ name: true }])
        await sound()
      })

      it("sends the winner by clicks to those who waited, once its time is over", async () => {
        await people(Array(60).fill(null))
        const winner = { metric: "clicks", after_hours: 2 }
        const id = await started(plan([variant(25), variant(25, { subject: "Hello" })], { winner }))
        await deliver()
        const tested = await subjects()
        const waiting = 60 - tested.reduce((sum, { mails }) => sum + mails, 0)
        expect(await broadcast(id)).toMatchObject({
          progress: { waiting, held: waiting },
          waiting: { why: "winner" },
        })
        await click("Hello", 6)
        await click("Hi", 1)
        const start = Date.parse((await broadcast(id)).started_at)
        expect(await reports().step(new Date(start + 2 * HOUR_MS - 1))).toBe(false)
        expect(await reports().step(new Date(start + 2 * HOUR_MS))).toBe(true)
        await deliver()
        await campaigns().step()
        expect((await broadcast(id)).status).toBe("completed")
        const after = await subjects()
        expect(after).toMatchObject([
          { subject: "Hello", mails: tested[0].mails + waiting },
          { subject: "Hi", mails: tested[1].mails },
        ])
        expect((await get(`/broadcasts/${id}/report`)).ab).toMatchObject({
          leader: 1,
          chosen: 1,
          waiting: false,
          variants: [
            { sent: tested[1].mails, clicked: 1 },
            { sent: tested[0].mails, clicked: 6 },
          ],
        })
        await sound()
      })

      it("lets people choose the winner by hand, once", async () => {
        await people(Array(30).fill(null))
        const winner = { metric: "revenue", after_hours: 2, auto: false }
        const id = await started(plan([variant(20), variant(20, { subject: "Hello" })], { winner }))
        await deliver()
        const far = new Date(Date.now() + 999 * HOUR_MS)
        await reports().step(far)
        expect((await broadcast(id)).waiting.why).toBe("winner")
        expect((await post(`/broadcasts/${id}/winner`, { variant: 3 })).status).toBe(400)
        expect((await post(`/broadcasts/${id}/winner`, { variant: 0 })).status).toBe(200)
        expect((await post(`/broadcasts/${id}/winner`, { variant: 1 })).status).toBe(400)
        await deliver()
        expect((await broadcast(id)).progress).toMatchObject({ accepted: 30, waiting: 0 })
      })

      it("refuses shares that do not add up and templates that are not there", async () => {
        await people([null])
        const start = async (ab: Record<string, unknown>) => {
          const id = await draft({ ...plan([]), ab })
          return (await post(`/broadcasts/${id}/start`)).data.message
        }
        expect(await start({ variants: [variant(50), variant(40)] })).toContain("100 percent")
        const winner = { metric: "clicks", after_hours: 1 }
        expect(await start({ variants: [variant(50), variant(50)], winner })).toContain(
          "less than 100"
        )
        const gone = plan([variant(50), variant(50, { template_id: "tpl_gone" })])
        const refused = await post("/broadcasts", { name: "x", plan: gone })
        expect([refused.status, refused.data.message]).toEqual([
          400,
          expect.stringContaining("tpl_gone"),
        ])
      })
    })

    describe("senders", () => {
      const add = async (name: string, email: string, more: Record<string, unknown> = {}) => {
        const { data } = await post("/senders", { name, email, ...more })
        return data.senders.find((one: { name: string }) => one.name === name).id as string
      }
      const plan = (sender: string, more: Record<string, unknown> = {}) => ({
        deliver_immediately: true,
        sender,
        ...more,
      })
      const froms = async () => {
        const rows = await shop.rows<{ recipient: string; sender: string; reply: string }>(
          `select recipient, headers->>'From' as sender, headers->>'Reply-To' as reply
           from engage_sandbox_mail order by recipient`
        )
        return rows.map(({ recipient, sender, reply }) => [recipient.slice(0, 3), sender, reply])
      }

      it("are kept with what their domain says, and never twice", async () => {
        const input = { name: "Ann", email: "ann@other.example" }
        expect((await post("/senders", { ...input, reply_to: "help@other.example" })).data).toEqual(
          {
            shop: { name: "Test shop", email: "shop@engage.example", reply_to: null },
            senders: [
              {
                ...input,
                id: expect.stringMatching(/^sender_/),
                reply_to: "help@other.example",
                state: "unchecked",
                records: null,
              },
            ],
            rules: [],
          }
        )
        const again = await post("/senders", { name: "ANN", email: "Ann@other.example" })
        expect([again.status, again.data.message]).toEqual([
          422,
          'There is a sender "ANN" with the address Ann@other.example already',
        ])
        const same = await post("/senders", { name: "Bea", email: "bea@engage.example" })
        expect(same.data.senders[1]).toMatchObject({ name: "Bea", state: "shop" })
      })

      it("look up the records of a domain, and forget them with another address", async () => {
        const found: Record<string, string> = {
          "good.example": "v=spf1 ~all",
          "_dmarc.good.example": "v=DMARC1; p=none",
        }
        const lookUp = jest.spyOn(dns, "resolveTxt").mockImplementation(async (name) => {
          if (name.endsWith("late.example")) throw Object.assign(new Error(), { code: "ETIMEOUT" })
          if (!found[name]) throw Object.assign(new Error(), { code: "ENOTFOUND" })
          return [[found[name]]]
        })
        try {
          const id = await add("Ann", "ann@good.example")
          const state = async () => (await get("/senders")).senders[0]
          await post(`/senders/${id}/check`)
          expect(await state()).toMatchObject({
            state: "confirmed",
            records: { spf: true, dkim: null, dmarc: true },
          })
          await post(`/senders/${id}`, { email: "ann@bad.example" })
          expect(await state()).toMatchObject({ state: "unchecked", records: null })
          await post(`/senders/${id}/check`)
          expect(await state()).toMatchObject({ state: "incomplete", records: { spf: false } })
          await post(`/senders/${id}`, { email: "ann@late.example" })
          const late = await post(`/senders/${id}/check`)
          expect([late.status, late.data.message]).toEqual([
            400,
            "The records of the domain cannot be looked up now (ETIMEOUT): try again later",
          ])
          expect((await state()).state).toBe("unchecked")
        } finally {
          lookUp.mockRestore()
        }
      })

      it("write what they are chosen for; the review doubts one whose domain nobody looked at", async () => {
        await people([null])
        const ann = await add("Ann", "ann@other.example", { reply_to: "help@other.example" })
        const id = await draft(plan(ann))
        const review = (await post(`/broadcasts/${id}/review`)).data
        expect(review.sender).toEqual({ name: "Ann", email: "ann@other.example", by_rules: false })
        expect(review.checks.find((one: { key: string }) => one.key === "sender")).toMatchObject({
          level: "warning",
          message: expect.stringContaining("the domain of ann@other.example"),
        })
        const test = await post(`/broadcasts/${id}/test-message`, { to: "boss@shop.example" })
        expect(test.data).toMatchObject({ state: "accepted" })
        await post(`/broadcasts/${id}/start`)
        await campaigns().step()
        expect((await ask("DELETE", `/senders/${ann}`)).status).toBe(200)
        await deliver()
        const from = "Ann <ann@other.example>"
        expect(await froms()).toEqual([
          ["bos", from, "help@other.example"],
          ["p00", from, "help@other.example"],
        ])
      })

      it("write to each person by language and sales channel, in the order of the rules", async () => {
        for (const [i, language] of ["de-AT", "de", "fr", undefined].entries())
          await shop.customer(`p0${i}@shop.example`, { metadata: { email_opt_in: true, language } })
        await shop.sync()
        const channels = getContainer().resolve(Modules.SALES_CHANNEL)
        const { id: outlet } = await channels.createSalesChannels({ name: "Outlet" })
        for (const who of ["p01", "p02"])
          await shop.db.raw(
            `insert into engage_purchase (
               profile_id, order_id, placed_at, counted, currency, status, sales_channel_id, net, gross, discount, refunded, items
             )
             select id, ?, now(), true, 'eur', 'completed', ?, 100, 100, 0, 0, 1 from engage_profile where email like ?`,
            [`order_${who}`, outlet, `${who}%`] as never
          )
        const ann = await add("Ann", "ann@other.example")
        const bob = await add("Bob", "bob@other.example")
        const rules = [
          { language: "de", sales_channel_id: outlet, sender_id: ann },
          { language: "de", sender_id: bob },
          { sales_channel_id: outlet, sender_id: bob },
        ]
        expect((await post("/sender-rules", { rules })).data.rules).toMatchObject(rules)
        const id = await draft(plan("rules"))
        await post(`/broadcasts/${id}/start`)
        await campaigns().step()
        await deliver()
        expect((await froms()).map(([who, sender]) => [who, sender])).toEqual([
          ["p00", "Bob <bob@other.example>"],
          ["p01", "Ann <ann@other.example>"],
          ["p02", "Bob <bob@other.example>"],
          ["p03", "Test shop <shop@engage.example>"],
        ])
        await sound()
      })

      it("are one per version of a test, under another name if it says so", async () => {
        await people(Array(12).fill(null))
        const ann = await add("Ann", "ann@other.example")
        const variants = [{ share: 50 }, { share: 50, sender: ann, sender_name: "Ann and Bob" }]
        const id = await draft(plan("shop", { ab: { variants } }))
        await post(`/broadcasts/${id}/start`)
        await campaigns().step()
        await deliver()
        expect([...new Set((await froms()).map(([, sender]) => sender))].sort()).toEqual([
          "Ann and Bob <ann@other.example>",
          "Test shop <shop@engage.example>",
        ])
      })

      it("refuse names that would begin another header, addresses that are none, and unknown senders", async () => {
        await people([null])
        const status = async (path: string, body: unknown) => (await post(path, body)).status
        const email = "ann@other.example"
        expect([
          await status("/senders", { name: "Ann\r\nBcc: all@evil.example", email }),
          await status("/senders", { name: "Ann", email: `${email}\r\nBcc: all@evil.example` }),
          await status("/senders", { name: "Ann", email, reply_to: "x>, <y@evil.example" }),
          await status("/senders", { name: "", email }),
          await status("/sender-rules", { rules: [{ sender_id: "sender_x" }] }),
          await status("/sender-rules", { rules: [{ language: "de", sender_id: "sender_x" }] }),
          await status("/broadcasts", {
            name: "x",
            plan: { ab: { variants: [{ share: 50, sender_name: "A\nB" }, { share: 50 }] } },
          }),
        ]).toEqual(Array(7).fill(400))
        const ann = await add("Ann", email)
        const refused = async (...rules: object[]) =>
          (await post("/sender-rules", { rules })).data.message
        const german = { language: "de", sender_id: ann }
        expect(await refused(german, { sales_channel_id: "sc_none", sender_id: ann })).toBe(
          "rules.1.sales_channel_id: there is no such sales channel; choose one of the list"
        )
        expect(await refused({ ...german, language: "fr" }, german, german)).toBe(
          "rules.2: asks for the same language and sales channel as rule 1; take one of them away"
        )
        const id = await draft(plan("sender_gone"))
        const review = (await post(`/broadcasts/${id}/review`)).data
        expect(review.checks).toContainEqual({
          level: "blocker",
          key: "sender",
          message: "The chosen sender is gone: choose another one",
        })
        const start = await post(`/broadcasts/${id}/start`)
        expect([start.status, start.data.message]).toEqual([
          400,
          "sender: the chosen sender is gone; choose another one",
        ])
      })
    })

    describe("the calendar", () => {
      const at = (time: string, zone: string | null = null) => ({
        schedule: { mode: "at", at: time, zone },
      })
      const may = "/calendar?from=2031-05-01T00:00:00Z&to=2031-06-01T00:00:00Z"

      it("shows what has a time, and which of a day share people", async () => {
        await people([null, null, null])
        const first = await draft(at("2031-05-03T09:00"))
        const second = await draft(at("2031-05-03T18:00", "UTC"), { name: "Evening" })
        await post(`/broadcasts/${second}/start`)
        await draft(at("2031-05-09T09:00"))
        await draft({})
        await draft(at("2031-06-01T09:00"))
        const calendar = await get(may)
        expect(calendar.entries).toMatchObject([
          { id: first, status: "draft", at: "2031-05-03T07:00:00.000Z", people: 3, movable: true },
          { id: second, name: "Evening", status: "scheduled", at: "2031-05-03T18:00:00.000Z" },
          { at: "2031-05-09T07:00:00.000Z" },
        ])
        expect(calendar.overlaps).toEqual([{ first, second, people: 3, share: 1 }])
      })

      it("counts all who are to get it, and once it has ended those who did", async () => {
        await people([null, null])
        await shop.customer("silent@shop.example", { metadata: {} })
        await shop.sync()
        const id = await started({ deliver_immediately: true })
        const { started_at } = await broadcast(id)
        const day = started_at.slice(0, 10)
        const after = wallTime(new Date(Date.parse(started_at) + 24 * HOUR_MS), "UTC").slice(0, 10)
        const shown = async () =>
          (await get(`/calendar?from=${day}T00:00:00Z&to=${after}T00:00:00Z`)).entries
        expect(await shown()).toMatchObject([{ id, status: "sending", people: 3 }])
        await deliver()
        await campaigns().step()
        expect(await shown()).toMatchObject([{ id, status: "completed", people: 2 }])
      })

      it("shows what campaigns sent and will probably send, and whose people a broadcast shares", async () => {
        await people([null, null, null])
        const template_id = (await post("/templates", { name: "M", subject: "M", html: "M" })).data
          .template.id
        const plan = {
          trigger: { type: "event", name: "Quiz Done" },
          reentry: { mode: "always" },
          graph: {
            version: 2,
            first: "mail",
            steps: {
              mail: { type: "email", template_id, next: { sent: "stay", not_sent: null } },
              stay: { type: "wait", for: { amount: 90, unit: "days" }, next: { next: null } },
            },
          },
        }
        const { id } = (await post("/campaigns", { name: "Quiz", plan })).data.campaign
        await post(`/campaigns/${id}/publish`)
        const [{ email }] = await shop.rows<{ email: string }>(
          `select email from engage_profile order by id limit 1`
        )
        const quiz = Array.from({ length: 60 }, (_, i) => ({
          name: "Quiz Done",
          email,
          message_id: `quiz ${i}`,
          at: new Date(Date.now() - (i + 1) * 3_600_000).toISOString(),
        }))
        await post("/events", { events: quiz })
        const now = new Date()
        const day = (ahead: number) =>
          wallTime(new Date(now.getTime() + ahead * 24 * HOUR_MS), "Europe/Berlin").slice(0, 10)
        const week = `/calendar?from=${day(-7)}T00:00:00Z&to=${day(8)}T00:00:00Z`
        // New: 60 times in 30 days, a message each time.
        const fresh = (await get(week)).campaigns
        expect(fresh).toMatchObject([{ id, name: "Quiz", status: "live" }])
        expect(fresh[0].days).toContainEqual({ day: day(2), messages: 2, expected: true })

        // After four weeks: as on the same weekday.
        await shop.rows(
          `update engage_campaign set live_since = now() - interval '40 days' where id = ?`,
          [id]
        )
        await shop.rows(
          `insert into engage_message (run_id, run_at, profile_id, state, channel, sent_at)
           select r.id, r.started_at, p.id, ${STATE.accepted}, 'email', now() - interval '5 days'
           from engage_run r, engage_profile p where r.ref = ?`,
          [id]
        )
        const known = (await get(week)).campaigns[0].days
        expect(known).toEqual([
          { day: day(-5), messages: 3, expected: false },
          { day: day(2), messages: 1, expected: true },
        ])

        await shop.rows(
          `insert into engage_enrollment (campaign_id, version, profile_id, trigger_key, step, due_at, entered_at)
           select ?, 1, id, 'test', 'stay', now() + interval '9 days', now() from engage_profile order by id limit 2`,
          [id]
        )
        const broadcast = await draft(at(`${day(2)}T12:00`))
        expect((await get(week)).inside).toEqual([
          { broadcast, campaign: id, people: 2, share: 2 / 3 },
        ])
      })

      it("moves a broadcast in the words of its schedule, until it is sent", async () => {
        await people(["Asia/Tokyo", null])
        const id = await draft(at("2031-05-03T09:00", "America/New_York"))
        await post(`/broadcasts/${id}/start`)
        const moved = await post(`/calendar/${id}`, { at: "2031-05-04T15:30:00Z" })
        expect(moved.data.broadcast).toMatchObject({
          status: "scheduled",
          collect_at: "2031-05-04T15:30:00.000Z",
          plan: { schedule: { mode: "at", at: "2031-05-04T11:30", zone: "America/New_York" } },
        })
        const local = await draft({ schedule: { mode: "local", at: "2031-05-05T10:00" } })
        const [entry] = (await get(may)).entries.filter((one: { id: string }) => one.id === local)
        expect(entry.at).toBe("2031-05-05T08:00:00.000Z")
        const later = await post(`/calendar/${local}`, { at: "2031-05-06T09:30:00Z" })
        expect(later.data.broadcast.plan.schedule.at).toBe("2031-05-06T11:30")
        await campaigns().step(new Date("2031-05-04T15:30:00Z"))
        expect((await post(`/calendar/${id}`, { at: "2031-05-05T15:30:00Z" })).status).toBe(400)
        expect(
          (await ask("GET", "/calendar?from=2031-05-01T00:00:00Z&to=2030-05-01T00:00:00Z")).status
        ).toBe(400)
      })
    })
  },
})
