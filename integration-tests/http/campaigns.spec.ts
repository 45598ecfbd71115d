import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { CAMPAIGN_MODULE } from "../../src/modules/campaign"
import { advance } from "../../src/modules/campaign/flow/advance"
import { Migration20261123910000 as FilterMigration } from "../../src/modules/campaign/migrations/Migration20261123910000"
import type CampaignModuleService from "../../src/modules/campaign/service"
import { DELIVERY_MODULE } from "../../src/modules/delivery"
import { checkInvariant } from "../../src/modules/delivery/ledger/progress"
import type DeliveryModuleService from "../../src/modules/delivery/service"
import { attributeChanged, attributeNew } from "../../src/modules/report/attribution/compute"
import type { CampaignPlan, CampaignStep } from "../../src/types/campaign-plan"
import type { StageOnMap } from "../../src/types/campaign-preview"
import { until } from "../fault/support/setup"
import { adminHeaders } from "./support/admin"
import { TestShop } from "./support/shop"

jest.setTimeout(300_000)

const DAY_MS = 86_400_000
const LINES = [{ title: "Mug", quantity: 1, unit_price: 20 }]
const rule = (attribute: string, value: number) => ({
  version: 1 as const,
  root: {
    type: "group" as const,
    op: "and" as const,
    children: [{ type: "condition" as const, attribute, operator: "gte" as const, value }],
  },
})

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let shop: TestShop
    let admin: Awaited<ReturnType<typeof adminHeaders>>
    let template: string

    const campaigns = () => getContainer().resolve<CampaignModuleService>(CAMPAIGN_MODULE)
    const delivery = () => getContainer().resolve<DeliveryModuleService>(DELIVERY_MODULE)
    const call = async (method: string, path: string, data?: unknown) => {
      const url = `/admin/engage${path}`
      return api.request({ method, url, data, ...admin, validateStatus: () => true })
    }
    const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)

    // Once: what is there before the first test is there before each.
    beforeAll(async () => {
      admin = await adminHeaders(api as never, getContainer())
    })

    beforeEach(async () => {
      shop = new TestShop(getContainer())
      const body = {
        name: "Thanks",
        subject: "Thank you",
        html: "<p>Hi {{ profile.first_name }}</p>",
      }
      template = (await call("POST", "/templates", body)).data.template.id
    })

    const email = (next: string | null = null): CampaignStep => ({
      type: "email",
      template_id: template,
      next: { sent: next, not_sent: null },
    })
    const wait = (next: string | null, amount = 1): CampaignStep => ({
      type: "wait",
      for: { amount, unit: "days" },
      next: { next },
    })
    const planOf = (
      steps: Record<string, CampaignStep>,
      change: Partial<CampaignPlan> = {}
    ): CampaignPlan => ({
      trigger: { type: "order_placed" },
      entry_rules: null,
      reentry: { mode: "once" },
      exit_on_order: false,
      topic: "news",
      attribution_days: 5,
      graph: { version: 2, first: Object.keys(steps)[0] ?? null, steps },
      ...change,
    })

    async function live(plan: CampaignPlan): Promise<string> {
      const { id } = (await call("POST", "/campaigns", { name: "Flow", plan })).data.campaign
      const published = await call("POST", `/campaigns/${id}/publish`)
      expect([published.status, published.data.campaign?.status]).toEqual([200, "live"])
      return id
    }
    const people = async (...names: string[]) => {
      for (const name of names)
        await shop.customer(`${name}@shop.example`, {
          first_name: name,
          metadata: { email_opt_in: name !== "silent" },
        })
      await shop.sync()
    }
    const order = async (name: string) => {
      await shop.order({ email: `${name}@shop.example`, lines: LINES })
      await shop.sync()
    }
    /** Walks on until nobody is due at `now`, and sends what that made. */
    async function walk(now = new Date()) {
      for (let round = 0; round < 20; round++) await campaigns().walkOn(now)
      while (await delivery().step()) {
        // Until nothing is due.
      }
    }
    const mails = () =>
      shop.rows<{ to: string; n: number }>(
        `select recipient as to, count(*)::int as n from engage_sandbox_mail group by 1 order by 1`
      )
    const ways = () =>
      shop.rows<Record<string, unknown>>(
        `select split_part(p.email, '@', 1) as who, e.step, e.reason, e.version,
           array(select w->>0 || ':' || (w->>1) from jsonb_array_elements(e.path) w) as path
         from engage_enrollment e join engage_profile p on p.id = e.profile_id order by 1, e.id`
      )
    const arrived = async (...names: string[]) =>
      until(
        "the mails arrived",
        async () => {
          const sent = await mails()
          return names.every((name) => sent.some(({ to }) => to === `${name}@shop.example`))
        },
        10_000
      )

    describe("a campaign", () => {
      it("lets a buyer in, waits, sends, and tells what came of it", async () => {
        await people("anna", "silent")
        await order("anna")
        const id = await live(planOf({ pause: wait("mail"), mail: email("end"), end: wait(null) }))
        await walk()
        expect(await ways()).toEqual([])
        await order("anna")
        await order("silent")
        await walk()
        expect(await ways()).toMatchObject([
          { who: "anna", step: "pause", path: ["entrance:in"] },
          { who: "silent", step: "pause" },
        ])
        expect(await mails()).toEqual([])
        await walk(inDays(1.01))
        await arrived("anna")
        expect(await mails()).toEqual([{ to: "anna@shop.example", n: 1 }])
        expect(await ways()).toMatchObject([
          { who: "anna", step: "end", path: ["entrance:in", "pause:next", "mail:sent"] },
          {
            who: "silent",
            step: null,
            reason: "finished",
            path: ["entrance:in", "pause:next", "mail:not_sent"],
          },
        ])
        await walk(inDays(2.05))
        expect(await ways()).toMatchObject([{ step: null, reason: "finished" }, {}])
        const { report } = (await call("GET", `/campaigns/${id}/report`)).data
        expect(report.entry).toEqual({ how: "at_once" })
        expect(report).toMatchObject({ entered: 2, inside: 0, ended: { finished: 2 } })
        expect(report.steps.find((s: { step: string }) => s.step === "mail")).toMatchObject({
          sent: 1,
          passed: { sent: 1, not_sent: 1 },
        })
        expect(await checkInvariant(shop.db, new Date())).toEqual([])
      })

      it("asks who may come in, and how often", async () => {
        await people("anna", "ben")
        await order("anna")
        await live(planOf({ mail: email() }, { entry_rules: rule("orders", 2) }))
        await order("anna")
        await order("ben")
        await walk()
        await order("anna")
        await walk()
        await arrived("anna")
        expect(await ways()).toMatchObject([{ who: "anna", reason: "finished" }])
        expect(await mails()).toEqual([{ to: "anna@shop.example", n: 1 }])
      })

      it("lets the same person in again when it is to, and each order once", async () => {
        await people("anna")
        await live(planOf({ mail: email() }, { reentry: { mode: "always" } }))
        await order("anna")
        await walk()
        await order("anna")
        await walk()
        await walk()
        await until("both mails arrived", async () => (await mails())[0]?.n === 2, 10_000)
        expect(await ways()).toHaveLength(2)
      })

      it("sorts people by a rule, and puts them on a list", async () => {
        await people("anna", "ben")
        const list = (await call("POST", "/audiences", { name: "Buyers" })).data.audience
        const steps: Record<string, CampaignStep> = {
          sort: { type: "filter", rules: rule("orders", 2), next: { yes: "keep", no: null } },
          keep: { type: "audience", audience_id: list.id, action: "add", next: { next: null } },
        }
        await order("anna")
        await live(planOf(steps))
        await order("anna")
        await order("ben")
        await walk()
        expect(await ways()).toMatchObject([
          { who: "anna", path: ["entrance:in", "sort:yes", "keep:next"] },
          { who: "ben", path: ["entrance:in", "sort:no"] },
        ])
        const members = (await call("GET", `/audiences/${list.id}/members`)).data.members
        expect(members.map((m: { email: string }) => m.email)).toEqual(["anna@shop.example"])
        const changes = (await call("GET", `/audiences/${list.id}/changes`)).data.changes
        const [change] = changes.filter((one: { count: number }) => one.count === 1)
        expect(change).toMatchObject({ added: true, source: expect.stringMatching(/^cmp_/) })
        expect(
          (await call("POST", `/audiences/${list.id}/changes`, { change_id: change.id })).status
        ).toBe(200)
        expect((await call("GET", `/audiences/${list.id}/members`)).data.members).toEqual([])
      })

      it("walks people through 300 steps, by ways that part and meet, each step once", async () => {
        await people("anna", "ben")
        const stepAt = (i: number, next: string): CampaignStep => {
          if (i % 30 === 29) return wait(next)
          if (i % 3 === 0)
            return { type: "filter", rules: rule("orders", 1), next: { yes: next, no: next } }
          if (i % 3 === 1) return { type: "split", shares: [50, 50], next: { a: next, b: next } }
          return {
            type: "filter",
            rules: null,
            conditions: [{ key: "total", operator: "gte", value: "1" }],
            next: { yes: next, no: next },
          }
        }
        const ids = Array.from({ length: 299 }, (_, i) => `s${i}`)
        const steps = Object.fromEntries(ids.map((id, i) => [id, stepAt(i, ids[i + 1] ?? "mail")]))
        const id = await live(planOf({ ...steps, mail: email() }))
        await order("anna")
        await order("ben")
        const began = Date.now()
        for (let day = 0; day < 11; day++) await walk(new Date(began + day * 1.01 * DAY_MS))
        await arrived("anna", "ben")
        const walked = (await call("GET", `/campaigns/${id}/people`)).data.people
        expect(walked).toHaveLength(2)
        for (const { path, reason } of walked) {
          expect(reason).toBe("finished")
          expect(path.map(({ step }: { step: string }) => step)).toEqual([
            "entrance",
            ...ids,
            "mail",
          ])
        }
        expect((await mails()).map(({ n }) => n)).toEqual([1, 1])
      })

      it("looks for people as often as it says, and tells when next", async () => {
        await people("anna")
        const id = await live(
          planOf(
            { stay: wait(null) },
            { trigger: { type: "days_since_order", days: 3 }, look_every: 240 }
          )
        )
        const { entry } = (await call("GET", `/campaigns/${id}/report`)).data.report
        expect(entry).toMatchObject({ how: "looked_for", every_minutes: 240 })
        const next = new Date(entry.next_at).getTime()
        await order("anna")
        await shop.rows(`update engage_profile set last_order_at = ? where email like 'anna%'`, [
          new Date(next - 3 * DAY_MS - 60_000).toISOString(),
        ])
        const inside = async () => (await call("GET", `/campaigns/${id}/people`)).data.people.length
        await walk(new Date(next - 60_000))
        expect(await inside()).toBe(0)
        await walk(new Date(next + 1_000))
        expect(await inside()).toBe(1)
      })

      it("waits over the shop's holidays where it is to, by each person's own day", async () => {
        await people("anna", "ben")
        const began = Date.now()
        const day = (days: number) => new Date(began + days * DAY_MS).toISOString().slice(0, 10)
        const closed = { name: "Stock-taking", from: day(1), to: day(3), yearly: false }
        const saved = await call("POST", "/holidays", {
          places: [{ country: "de", region: "BY" }],
          own: [closed],
        })
        expect(saved.data.settings).toEqual({
          places: [{ country: "DE", region: "BY" }],
          own: [closed],
        })
        expect(saved.data.coming).toContainEqual({
          day: day(1),
          name: "Stock-taking",
          places: [],
        })
        const calendar = await call(
          "GET",
          `/calendar?from=${day(1)}T00:00:00Z&to=${day(2)}T00:00:00Z`
        )
        expect(calendar.data.holidays).toContainEqual({
          day: day(1),
          name: "Stock-taking",
          places: [],
        })
        for (const [places, own, message] of [
          [[{ country: "XX", region: null }], [], "XX are not known"],
          [[{ country: "DE", region: "ZZ" }], [], "DE has no region ZZ"],
          [[], [{ ...closed, to: day(0) }], "ends before it begins"],
        ] as const)
          expect(await call("POST", "/holidays", { places, own })).toMatchObject({
            status: 400,
            data: { message: expect.stringContaining(message) },
          })
        const regions = await call("GET", "/holidays/regions?country=at")
        expect(regions.data.regions).toContainEqual({ code: "9", name: "Vienna" })

        await call("POST", "/holidays", { places: [], own: [closed] })
        await shop.rows(`update engage_profile set time_zone = 'UTC'`)
        await live(planOf({ pause: { ...wait(null), skip_holidays: true } as CampaignStep }))
        await live(planOf({ pause: wait(null) }))
        await order("anna")
        await walk()
        const due = await shop.rows<{ day: string }>(
          `select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD') as day from engage_enrollment order by 1`
        )
        // A day from now, which may have begun while the test ran.
        expect([day(1), day(2)]).toContain(due[0].day)
        expect(due[1].day).toBe(day(4))
      })

      it("keeps a share of people out to compare with, always the same, and tells the difference", async () => {
        const names = Array.from({ length: 40 }, (_, i) => `p${i}`)
        await people(...names)
        const plan = planOf({ mail: email() }, { holdout: 30, reentry: { mode: "always" } })
        const id = await live(plan)
        for (const name of names) await shop.order({ email: `${name}@shop.example`, lines: LINES })
        await shop.sync()
        await walk()
        const sides = async () =>
          Object.fromEntries(
            (
              await shop.rows<{ who: string; reason: string }>(
                `select distinct split_part(p.email, '@', 1) as who, e.reason
                 from engage_enrollment e join engage_profile p on p.id = e.profile_id`
              )
            ).map(({ who, reason }) => [who, reason])
          )
        const first = await sides()
        const out = names.filter((name) => first[name] === "held_out")
        expect(out.length).toBeGreaterThan(0)
        expect(out.length).toBeLessThan(40)
        expect(names.filter((name) => first[name] === "finished")).toHaveLength(40 - out.length)
        const reached = (await mails()).map(({ to }) => to.split("@")[0])
        expect(reached.filter((name) => out.includes(name))).toEqual([])
        expect(reached).toHaveLength(40 - out.length)

        const { data } = await call("GET", `/campaigns/${id}/report`)
        expect(data.report).toMatchObject({
          entered: 40 - out.length,
          inside: 0,
          ended: { held_out: out.length, finished: 40 - out.length },
        })
        expect((await call("GET", `/campaigns/${id}`)).data.campaign.entered).toBe(40 - out.length)
        const kept = (await call("GET", `/campaigns/${id}/people?limit=100`)).data.people
        expect(kept.filter(({ reason }: { reason: string }) => reason === "held_out")).toHaveLength(
          out.length
        )

        // Everybody comes again, with another order; the sides stay, and with a larger share grow.
        await call("POST", `/campaigns/${id}`, { plan: { ...plan, holdout: 50 } })
        const changes = (await call("GET", `/campaigns/${id}/changes`)).data.changes
        expect(changes.rest).toEqual(["holdout"])
        await call("POST", `/campaigns/${id}/publish`)
        for (const name of names) await shop.order({ email: `${name}@shop.example`, lines: LINES })
        await shop.sync()
        await walk()
        const rows = await shop.rows<{ who: string; reason: string }>(
          `select split_part(p.email, '@', 1) as who, e.reason
           from engage_enrollment e join engage_profile p on p.id = e.profile_id where e.version = 2`
        )
        const later = rows.filter(({ reason }) => reason === "held_out").map(({ who }) => who)
        expect(later).toEqual(expect.arrayContaining(out))

        // The second order counts on the side on which each person was first.
        const holdout = (await call("GET", `/campaigns/${id}/holdout`)).data.report
        expect(holdout).toMatchObject({
          days: 5,
          currency: "eur",
          came_in: { people: 40 - out.length, buyers: 40 - out.length, orders: 40 - out.length },
          held_out: { people: out.length, buyers: out.length, revenue: 2000 * out.length },
          orders: { difference: 0, from: 0, to: 0 },
          verdict: "too_few",
        })
        const tried = await call("POST", "/campaigns/simulate", { campaign_id: id, plan })
        expect(tried.data.simulation.ended.held_out).toBe(out.length)
      })

      it("ends for who buys, when it is to", async () => {
        await people("anna", "ben")
        await live(planOf({ pause: wait("mail"), mail: email() }, { exit_on_order: true }))
        await order("anna")
        await order("ben")
        await walk()
        await order("ben")
        await walk(inDays(1.01))
        await arrived("anna")
        expect(await ways()).toMatchObject([
          { who: "anna", reason: "finished" },
          { who: "ben", reason: "ordered", path: ["entrance:in", "pause:left"] },
        ])
        expect(await mails()).toEqual([{ to: "anna@shop.example", n: 1 }])
      })

      it("takes in who joins, who does something, and who is in a segment", async () => {
        await people("anna")
        await order("anna")
        const segment = (
          await call("POST", "/segments", { name: "Buyers", rules: rule("orders", 1) })
        ).data.segment
        const joined = await live(planOf({ end: wait(null) }, { trigger: { type: "joined" } }))
        const visit = await live(
          planOf({ end: wait(null) }, { trigger: { type: "event", name: "Visited" } })
        )
        const members = await live(
          planOf(
            { end: wait(null) },
            { trigger: { type: "segment_entered", segment_id: segment.id, members: true } }
          )
        )
        await people("ben")
        const events = [{ name: "Visited", email: "anna@shop.example", message_id: "1" }]
        expect((await call("POST", "/events", { events })).status).toBe(200)
        await walk()
        await walk()
        const who = async (id: string) =>
          (await call("GET", `/campaigns/${id}/people`)).data.people.map(
            (p: { email: string }) => p.email
          )
        expect(await who(joined)).toEqual(["ben@shop.example"])
        expect(await who(visit)).toEqual(["anna@shop.example"])
        expect(await who(members)).toEqual(["anna@shop.example"])
        await order("ben")
        await call("POST", `/segments/${segment.id}/refresh`)
        await walk()
        expect(await who(members)).toEqual(["ben@shop.example", "anna@shop.example"])
      })

      it("is done once however many do it at the same time", async () => {
        const names = Array.from({ length: 12 }, (_, i) => `p${i}`)
        await people(...names)
        const id = await live(
          planOf({
            a: email("b"),
            b: { type: "split", shares: [50, 50], next: { a: "c", b: "c" } },
            c: email(),
          })
        )
        for (const name of names) await shop.order({ email: `${name}@shop.example`, lines: LINES })
        await shop.sync()
        for (let round = 0; round < 8; round++) {
          await Promise.all([campaigns().walkOn(), campaigns().walkOn(), campaigns().walkOn()])
          await Promise.all(
            Array.from({ length: 3 }, () => advance(shop.db, id, { now: new Date(), zone: "UTC" }))
          )
        }
        await walk()
        await until(
          "24 mails",
          async () => (await mails()).reduce((n, m) => n + m.n, 0) === 24,
          10_000
        )
        for (const { path } of await ways())
          expect((path as string[]).map((w) => w.split(":")[0])).toEqual([
            "entrance",
            "a",
            "b",
            "c",
          ])
        expect(new Set((await mails()).map(({ to, n }) => `${to} ${n}`))).toEqual(
          new Set(names.map((name) => `${name}@shop.example 2`))
        )
        expect(await checkInvariant(shop.db, new Date())).toEqual([])
      })

      it("undoes a step whole when it fails, and goes on when the cause is gone", async () => {
        await people("anna")
        const id = await live(planOf({ pause: wait("mail"), mail: email() }))
        const failing = async (now?: Date) => {
          await shop.rows(`alter table engage_step_pass rename to engage_step_pass_gone`)
          await walk(now)
          await shop.rows(`alter table engage_step_pass_gone rename to engage_step_pass`)
        }
        await order("anna")
        await failing()
        expect(await ways()).toMatchObject([{ who: "anna", step: "entrance", path: [] }])
        await walk()
        await failing(inDays(2))
        expect(await ways()).toMatchObject([{ who: "anna", step: "pause", path: ["entrance:in"] }])
        expect(await mails()).toEqual([])
        await walk(inDays(2))
        await arrived("anna")
        expect(await mails()).toEqual([{ to: "anna@shop.example", n: 1 }])
        expect((await call("GET", `/campaigns/${id}`)).data.campaign).toMatchObject({
          entered: 1,
          inside: 0,
        })
      })

      it("lets people in whose entry failed when the cause is gone", async () => {
        const settle = () => new Promise((done) => setTimeout(done, 2_500))
        await people("anna")
        await live(planOf({ mail: email() }))
        // Afterwards only what is new is looked at.
        await walk()
        await settle()
        await walk()
        await order("anna")
        await shop.rows(`alter table engage_step_pass rename to engage_step_pass_gone`)
        await walk()
        expect(await ways()).toEqual([])
        await settle()
        await shop.rows(`alter table engage_step_pass_gone rename to engage_step_pass`)
        await walk()
        await arrived("anna")
      })
    })

    describe("steering", () => {
      it("a pause holds people, and what happens meanwhile lets nobody in", async () => {
        await people("anna", "ben")
        const id = await live(planOf({ pause: wait("mail"), mail: email() }))
        await order("anna")
        await walk()
        await call("POST", `/campaigns/${id}/pause`)
        await order("ben")
        await walk(inDays(2))
        expect(await ways()).toMatchObject([{ who: "anna", step: "pause" }])
        expect((await call("POST", `/campaigns/${id}/pause`)).status).toBe(400)
        await call("POST", `/campaigns/${id}/resume`)
        await walk()
        expect(await ways()).toMatchObject([{ who: "anna" }])
        await order("ben")
        await walk()
        expect(await ways()).toMatchObject([{ who: "anna" }, { who: "ben", step: "pause" }])
        await walk(inDays(2))
        await arrived("anna")
        await call("POST", `/campaigns/${id}/pause`)
        expect((await call("POST", `/campaigns/${id}/archive`)).data.campaign.status).toBe(
          "archived"
        )
        expect((await call("POST", `/campaigns/${id}`, { name: "x" })).status).toBe(400)
        expect((await call("GET", "/campaigns")).data.campaigns).toEqual([])
      })

      it("a new version is for those who come in from then on", async () => {
        await people("anna", "ben")
        const id = await live(planOf({ pause: wait("mail"), mail: email() }))
        await order("anna")
        await walk()
        const plan = planOf({ pause: wait(null, 3) })
        const changed = await call("POST", `/campaigns/${id}`, { plan })
        expect(changed.data.campaign).toMatchObject({ changed: true, version: 1 })
        const second = await call("POST", `/campaigns/${id}/publish`)
        expect(second.data.campaign).toMatchObject({ changed: false, version: 2 })
        await order("ben")
        await walk()
        await walk(inDays(1.5))
        await arrived("anna")
        expect(await ways()).toMatchObject([
          { who: "anna", version: 1, path: ["entrance:in", "pause:next", "mail:sent"] },
          { who: "ben", version: 2, step: "pause" },
        ])
      })

      it("nobody writes over a draft that they have not seen", async () => {
        const plan = planOf({ pause: wait(null, 3) })
        const { campaign } = (await call("POST", "/campaigns", { name: "Ours", plan })).data
        const change = (body: object) => call("POST", `/campaigns/${campaign.id}`, body)
        const both = await Promise.all([
          change({ name: "Mine", revision: campaign.revision }),
          change({ stage: "new", revision: campaign.revision }),
        ])
        expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
        const late = await change({ name: "Late", revision: campaign.revision })
        expect(late.status).toBe(409)
        const anyhow = await change({ name: "Anyhow" })
        expect(anyhow.data.campaign).toMatchObject({ name: "Anyhow", revision: 2, plan })
      })

      it("nothing that is not whole can be published", async () => {
        const plan = planOf(
          { mail: { ...email("gone"), template_id: null } as CampaignStep },
          { trigger: null }
        )
        const { campaign } = (await call("POST", "/campaigns", { name: "Draft", plan })).data
        expect(campaign.problems).toEqual([
          { step: null, message: "Choose what lets people in" },
          { step: "mail", message: "A way out leads to a step that is not there" },
          { step: "mail", message: "Choose a template" },
        ])
        const refused = await call("POST", `/campaigns/${campaign.id}/publish`)
        expect([refused.status, refused.data.message]).toEqual([400, "Choose what lets people in"])
        const copy = (await call("POST", `/campaigns/${campaign.id}/duplicate`)).data.campaign
        expect(copy).toMatchObject({ name: "Draft (copy)", status: "draft", version: 0 })
        expect((await call("DELETE", `/campaigns/${copy.id}`)).data.deleted).toBe(true)
        expect((await call("GET", `/campaigns/${copy.id}`)).status).toBe(404)
      })

      it("reads steps as they were written before: by the API, and those that are kept", async () => {
        const conditions = [{ key: "total", operator: "gte", value: "1" }]
        const ask = { conditions, next: { yes: null, no: null } }
        const who = { type: "filter", rules: rule("orders", 1), next: { yes: null, no: "ask" } }
        const old = { version: 1, first: "who", steps: { who, ask: { ...ask, type: "condition" } } }
        const now = {
          version: 2,
          first: "who",
          steps: { who, ask: { ...ask, type: "filter", rules: null } },
        }
        const plan = { ...planOf({}), graph: old }
        const { data } = await call("POST", "/campaigns", { name: "Old", plan })
        const { id } = data.campaign
        expect(data.campaign).toMatchObject({ problems: [], plan: { graph: now } })
        await call("POST", `/campaigns/${id}/publish`)

        const graphs = () =>
          shop.rows(
            `select c.plan -> 'graph' as draft, v.plan -> 'graph' as live
             from engage_campaign c join engage_campaign_version v on v.campaign_id = c.id where c.id = ?`,
            [id]
          )
        const migration = new FilterMigration({} as never, {} as never)
        await migration.down()
        for (const sql of migration.getQueries()) await shop.db.raw(String(sql))
        expect(await graphs()).toEqual([{ draft: old, live: old }])
        migration.reset()
        await migration.up()
        for (const sql of migration.getQueries()) await shop.db.raw(String(sql))
        expect(await graphs()).toEqual([{ draft: now, live: now }])
      })

      it("bad plans are refused with the field's name", async () => {
        const bad = async (change: object, field: string) => {
          const answer = await call("POST", "/campaigns", {
            name: "x",
            plan: { ...planOf({}), ...change },
          })
          expect([answer.status, answer.data.type]).toEqual([400, "invalid_data"])
          expect(answer.data.message).toContain(field)
        }
        await bad({ trigger: { type: "moon" } }, "trigger")
        await bad({ reentry: { mode: "after_days", days: 0 } }, "days")
        await bad(
          { graph: { version: 2, first: null, steps: { a: { type: "teleport" } } } },
          "steps"
        )
        await bad({ graph: { version: 3, first: null, steps: {} } }, "version")
        await bad({ graph: { version: 2, first: "'; drop table x", steps: {} } }, "a step's id")
        await bad({ attribution_days: 500 }, "attribution_days")
        expect((await call("POST", "/campaigns", { name: "" })).status).toBe(400)
        expect((await call("GET", "/campaigns/cmp_none")).status).toBe(404)
        expect((await call("GET", "/campaigns?limit=1000")).status).toBe(400)
      })
    })

    describe("people inside", () => {
      const pathOf = async (id: string) =>
        (await call("GET", `/campaigns/${id}/people`)).data.people.map(
          (p: { email: string; step: string | null; path: { step: string; way: string }[] }) => ({
            who: p.email.split("@")[0],
            step: p.step,
            path: p.path.map(({ step, way }) => `${step}:${way}`),
          })
        )

      it("go on in a new version where they stand, unless something would come again", async () => {
        await people("anna", "ben", "carl")
        const id = await live(
          planOf({
            first: wait("mail"),
            mail: email("second"),
            second: wait("third"),
            third: wait(null),
          })
        )
        await order("anna")
        await walk()
        const [anna] = (await call("GET", `/campaigns/${id}/people`)).data.people
        const skipped = { action: "skip_wait", at: "first" }
        await call("POST", `/campaigns/${id}/people/${anna.enrollment_id}`, skipped)
        await order("ben")
        await walk()
        // The mail now comes after the second wait, at which anna is: she has had it. The third wait is gone.
        const plan = planOf({
          first: wait("second", 2),
          second: wait("mail"),
          mail: email("fresh"),
          fresh: wait(null),
        })
        await call("POST", `/campaigns/${id}`, { plan })
        const { changes } = (await call("GET", `/campaigns/${id}/changes`)).data
        expect(changes).toMatchObject({ inside: 2, movable: 1, rest: [] })
        const ids = (steps: { id: string }[]) => steps.map((one) => one.id)
        expect([ids(changes.added), ids(changes.changed), ids(changes.removed)]).toEqual([
          ["fresh"],
          ["first", "second", "mail"],
          ["third"],
        ])
        expect((await call("POST", `/campaigns/${id}/publish`, { move: true })).status).toBe(200)
        expect(await ways()).toMatchObject([
          { who: "anna", version: 1, step: "second" },
          { who: "ben", version: 2, step: "first", path: ["entrance:in", "first:new_version"] },
        ])
        await arrived("anna")
        await walk(inDays(5))
        await walk(inDays(8))
        await arrived("ben")
        expect(await mails()).toEqual([
          { to: "anna@shop.example", n: 1 },
          { to: "ben@shop.example", n: 1 },
        ])
        expect(
          (await call("GET", `/campaigns/${id}/versions/1`)).data.version.plan.graph.first
        ).toBe("first")
        expect((await call("GET", `/campaigns/${id}/versions/7`)).status).toBe(404)
        const numbers = async (query: string) =>
          (await call("GET", `/campaigns/${id}/report${query}`)).data.report
        expect(await numbers("?version=1")).toMatchObject({ entered: 1 })
        expect(await numbers("?version=2")).toMatchObject({ entered: 1 })
        expect(await numbers("?to=2001-01-01T00:00:00Z")).toMatchObject({ entered: 0 })
        const all = await numbers("")
        const came = (step: string) =>
          all.steps.find((one: { step: string }) => one.step === step)?.came
        expect([all.entered, came("first"), came("mail")]).toEqual([2, 2, 2])
      })

      it("are moved, let on and taken out one by one, which stands in their way", async () => {
        await people("anna", "ben")
        const id = await live(
          planOf({ pause: wait("mail", 9), mail: email("end"), end: wait(null) })
        )
        await order("anna")
        await order("ben")
        await walk()
        const [ben, anna] = (await call("GET", `/campaigns/${id}/people`)).data.people
        const steer = async (person: { enrollment_id: string }, body: object) => {
          const answer = await call("POST", `/campaigns/${id}/people/${person.enrollment_id}`, body)
          return answer.status
        }
        expect(await steer(anna, { action: "move", at: "mail", step: "end" })).toBe(409)
        expect(await steer(anna, { action: "move", at: "pause", step: "nowhere" })).toBe(400)
        expect(await steer(anna, { action: "fly", at: "pause" })).toBe(400)
        expect(
          await steer({ enrollment_id: "enr_aaaa" }, { action: "take_out", at: "pause" })
        ).toBe(404)
        expect(await steer(anna, { action: "skip_wait", at: "pause" })).toBe(200)
        expect(await steer(anna, { action: "skip_wait", at: "pause" })).toBe(400)
        expect(await steer(ben, { action: "move", at: "pause", step: "end" })).toBe(200)
        await walk()
        await arrived("anna")
        expect(await pathOf(id)).toEqual([
          { who: "ben", step: "end", path: ["entrance:in", "pause:moved"] },
          {
            who: "anna",
            step: "end",
            path: ["entrance:in", "pause:wait_skipped", "pause:next", "mail:sent"],
          },
        ])
        expect(await steer(ben, { action: "take_out", at: "end" })).toBe(200)
        expect(await steer(ben, { action: "take_out", at: "end" })).toBe(404)
        const [out] = (await call("GET", `/campaigns/${id}/people`)).data.people
        expect(out).toMatchObject({ step: null, reason: "taken_out", due_at: null })
        expect(out.path.at(-1)).toMatchObject({
          way: "taken_out",
          by: "admin@engage.example",
        })
        expect(await mails()).toEqual([{ to: "anna@shop.example", n: 1 }])
      })
    })

    it("walks people through a draft without sending or writing anything", async () => {
      await people("anna", "ben", "silent")
      for (const name of ["anna", "anna", "ben", "silent"]) await order(name)
      const plan = planOf({
        pause: wait("who", 2),
        who: { type: "filter", rules: rule("orders", 2), next: { yes: "mail", no: null } },
        mail: email("end"),
        end: wait(null),
      })
      const simulate = async (change: Partial<CampaignPlan> = {}, more: object = {}) => {
        const body = { campaign_id: "cmp_x", plan: { ...plan, ...change }, ...more }
        return (await call("POST", "/campaigns/simulate", body)).data.simulation
      }
      const all = await simulate()
      expect(all).toMatchObject({ people: 3, messages: 1, ended: { finished: 3 }, may_enter: null })
      expect(all.steps).toEqual([
        { step: "pause", came: 3, passed: { next: 3 } },
        { step: "who", came: 3, passed: { yes: 1, no: 2 } },
        { step: "mail", came: 1, passed: { sent: 1 } },
        { step: "end", came: 1, passed: { next: 1 } },
      ])
      const anna = all.walks.find((one: { person: { email: string } }) =>
        one.person.email.startsWith("anna")
      )
      // Calendar days end at the minute.
      const minute = (at: string) => Math.floor(Date.parse(at) / 60_000)
      expect(minute(anna.path[0].at) - minute(anna.entered_at)).toBe(2 * 24 * 60)
      const silent = all.walks.find((one: { person: { email: string } }) =>
        one.person.email.startsWith("silent")
      )
      const graph = { version: 2 as const, first: "mail", steps: { mail: email() } }
      const one = await simulate(
        { graph, entry_rules: rule("orders", 2) },
        { profile_id: silent.person.id }
      )
      expect(one).toMatchObject({ people: 1, messages: 0, may_enter: false })
      expect(one.walks[0].path).toMatchObject([{ step: "mail", way: "not_sent" }])
      expect(one.walks[0].path[0].why).toEqual(expect.stringMatching(/consent|subscri/))
      expect(await simulate({ entry_rules: rule("orders", 2) })).toMatchObject({ people: 1 })
      expect(await simulate({ trigger: null })).toBeUndefined()
      const [{ n }] = await shop.rows<{ n: number }>(
        `select (select count(*) from engage_enrollment) + (select count(*) from engage_message)
           + (select count(*) from engage_campaign) as n`
      )
      expect(Number(n)).toBe(0)
    })

    it("says what is wrong with a plan that is not saved, and refuses what is none", async () => {
      const check = (plan: unknown) => call("POST", "/campaigns/check", { plan })
      const { data } = await check(planOf({ mail: email("gone") }))
      expect(data.problems).toEqual([
        { step: "mail", message: "A way out leads to a step that is not there" },
      ])
      expect((await check({ ...planOf({}), graph: { steps: "x" } })).status).toBe(400)
    })

    it("tells which stage of the life cycle no live campaign looks after", async () => {
      await people("anna", "ben")
      const stages = async () =>
        (await call("GET", "/campaigns/stages")).data.stages as StageOnMap[]
      const at = async (stage: string) => (await stages()).find((one) => one.stage === stage)!
      expect((await stages()).map(({ stage, people: n }) => [stage, n])).toEqual([
        ["prospect", 2],
        ["new", 0],
        ["growing", 0],
        ["loyal", 0],
        ["at_risk", 0],
        ["lapsed", 0],
      ])
      expect((await at("lapsed")).recipes).toEqual([{ key: "lost", name: "Before they are gone" }])

      const { campaign } = (await call("POST", "/campaigns/recipes/lost/install")).data
      expect(campaign.stage).toBe("lapsed")
      expect((await at("lapsed")).campaigns).toEqual([
        { id: campaign.id, name: "Before they are gone", status: "draft" },
      ])
      const id = await live(planOf({ mail: email() }))
      await call("POST", `/campaigns/${id}`, { stage: "lapsed" })
      expect((await at("lapsed")).campaigns.map(({ status }) => status)).toEqual(["live", "draft"])
      // Its name alone changes nothing else, and a copy is meant for the same people.
      const renamed = (await call("POST", `/campaigns/${id}`, { name: "Back" })).data.campaign
      expect([renamed.stage, renamed.changed]).toEqual(["lapsed", false])
      const copy = (await call("POST", `/campaigns/${id}/duplicate`)).data.campaign
      expect(copy.stage).toBe("lapsed")
      await call("POST", `/campaigns/${id}`, { stage: null })
      expect((await at("lapsed")).campaigns.map(({ name }) => name)).toEqual([
        "Before they are gone",
        "Back (copy)",
      ])
      expect((await call("POST", `/campaigns/${id}`, { stage: "gone" })).status).toBe(400)
    })

    it("lists broadcasts and campaigns together, with what came of them", async () => {
      await people("anna", "ben")
      const list = async (query = "") => (await call("GET", `/calendar/list?${query}`)).data
      const names = async (query: string) =>
        (await list(query)).items.map(({ name }: { name: string }) => name)
      await call("POST", "/broadcasts", { name: "Spring sale" })
      const id = await live(planOf({ mail: email("pause"), pause: wait(null) }))
      await call("POST", "/campaigns", { name: "Idea" })
      const away = (await call("POST", "/campaigns", { name: "Away" })).data.campaign.id
      await call("POST", `/campaigns/${away}/archive`)
      expect(await names("")).toEqual(["Idea", "Flow", "Spring sale"])

      await order("anna")
      await order("ben")
      await walk()
      await arrived("anna", "ben")
      await shop.rows(
        `insert into engage_message_event (at, run_id, profile_id, pass, kind, verdict)
         select now(), m.run_id, m.profile_id, m.pass, kind, 'human'
         from engage_message m join engage_profile p on p.id = m.profile_id,
           unnest(array['opened', 'opened', 'clicked']) kind
         where p.first_name = 'anna'`
      )
      await shop.rows(
        `update engage_message set opened_at = now(), sent_at = now() - interval '1 minute' where state = 2`
      )
      await order("anna")
      while (await attributeNew(shop.db, new Date())) {
        // Until every purchase is looked at.
      }
      const { items, currency } = await list("kind=campaign&status=running")
      expect([items.length, currency]).toEqual([1, "eur"])
      const [{ due, last }] = await shop.rows<{ due: Date; last: Date }>(
        `select (select min(due_at) from engage_enrollment where ended_at is null) as due,
           (select max(at) from engage_step_pass) as last`
      )
      expect(items[0]).toEqual({
        kind: "campaign",
        id,
        name: "Flow",
        status: "live",
        channel: null,
        trigger: "order_placed",
        next_at: due.toISOString(),
        last_at: last.toISOString(),
        sent: 2,
        opened: 1,
        revenue: 2_000,
      })
      expect((await list("q=idea")).items[0]).toMatchObject({
        status: "draft",
        next_at: null,
        last_at: null,
        sent: 0,
        revenue: 0,
      })
      expect(await names("kind=broadcast")).toEqual(["Spring sale"])
      expect(await names("status=draft")).toEqual(["Idea", "Spring sale"])
      expect(await names("status=archived")).toEqual(["Away"])
      expect(await names("q=SPRING")).toEqual(["Spring sale"])
      const first = await list("limit=2")
      const second = await list(`limit=2&cursor=${first.next_cursor}`)
      expect(second.items.map(({ name }: { name: string }) => name)).toEqual(["Spring sale"])
      expect(second.next_cursor).toBeNull()
    })

    it("orders after a campaign's e-mail are credited to it", async () => {
      await people("anna")
      const id = await live(planOf({ mail: email() }))
      await order("anna")
      await walk()
      await arrived("anna")
      await shop.rows(
        `update engage_message set opened_at = now(), sent_at = now() - interval '1 minute' where state = 2`
      )
      await shop.rows(
        `insert into engage_message_event (at, run_id, profile_id, pass, kind, verdict)
         select now(), run_id, profile_id, pass, 'opened', 'human' from engage_message`
      )
      await order("anna")
      while (await attributeNew(shop.db, new Date())) {
        // Until every purchase is looked at.
      }
      const { report } = (await call("GET", `/campaigns/${id}/report`)).data
      expect(report).toMatchObject({ orders: 1, revenue: 2_000, currency: "eur" })
      expect(
        report.steps.flatMap(({ ordered, revenue }: Record<string, number>) =>
          ordered ? [[ordered, revenue]] : []
        )
      ).toEqual([[1, 2_000]])
      const source = { kind: "campaign", id }
      const [{ order_id: last }] = await shop.rows<{ order_id: string }>(
        `select order_id from engage_purchase order by id desc limit 1`
      )
      expect((await call("GET", `/orders/${last}/attribution`)).data.touches).toMatchObject([
        { source },
      ])
      expect((await call("GET", "/messages")).data.messages).toMatchObject([{ source }])

      // How orders are credited holds for what was sent before, and asks for no new version.
      const revenue = async (attribution: object) => {
        const plan = { ...planOf({ mail: email() }), ...attribution }
        expect((await call("POST", `/campaigns/${id}`, { plan })).status).toBe(200)
        while (await attributeChanged(shop.db, new Date(), "UTC"));
        return (await call("GET", `/campaigns/${id}/report`)).data.report.revenue
      }
      expect(await revenue({ attribution_days: 0 })).toBe(0)
      expect(await revenue({ attribution_days: null })).toBe(2_000)
      const dear = { orders: { min_total: 2_001 } }
      expect(await revenue({ attribution_days: 5, attribution_terms: dear })).toBe(0)
    })

    describe("a message that is tried out", () => {
      const tested = async (id: string) => {
        const { message } = (await call("GET", `/messages/${id}`)).data
        return message as { subject: string; html: string; to: string }
      }
      const send = async (campaign: string, body: object) =>
        (
          await call("POST", `/campaigns/${campaign}/test-message`, {
            to: "me@shop.example",
            ...body,
          })
        ).data

      it("says what let its person in, else what happened last, and is in no report", async () => {
        await people("anna", "ben")
        const body = {
          name: "Order",
          subject: "Order {{ trigger.display_id }}",
          html: "<p>{{ profile.first_name }} {{ promo_code }}</p>",
        }
        const template_id = (await call("POST", "/templates", body)).data.template.id
        const id = await live(planOf({ pause: wait("mail"), mail: email() }))
        const message = { template_id }
        const made_up = await send(id, message)
        expect(made_up).toMatchObject({ state: "accepted", context: { of: "sample", at: null } })
        expect(await tested(made_up.message_id)).toMatchObject({
          subject: "[TEST] Order 1042",
          html: expect.stringContaining("Anna WELCOME-7K2M9Q"),
        })
        await order("anna")
        await walk()
        await order("ben")
        await walk()
        const orders = await shop.rows<{ who: string; no: number }>(
          `select split_part(p.email, '@', 1) as who, (e.context->>'display_id')::int as no
           from engage_enrollment e join engage_profile p on p.id = e.profile_id order by e.id`
        )
        expect(orders.map(({ who }) => who)).toEqual(["anna", "ben"])
        const idOf = async (name: string) =>
          (await call("GET", `/profiles?q=${name}`)).data.profiles[0].id
        await people("cleo")
        const said = async (name: string) => {
          const { message_id, context } = await send(id, {
            ...message,
            profile_id: await idOf(name),
          })
          return [(await tested(message_id)).subject, context.of]
        }
        expect(await said("anna")).toEqual([`[TEST] Order ${orders[0].no}`, "person"])
        expect(await said("cleo")).toEqual([`[TEST] Order ${orders[1].no}`, "last"])
        const { report } = (await call("GET", `/campaigns/${id}/report`)).data
        expect(report.steps.filter(({ sent }: { sent: number }) => sent > 0)).toEqual([])
        const wrong = await send(id, { template_id, to: "nobody" })
        expect(wrong.message).toContain("to:")
      })

      it("goes to every address of a list", async () => {
        const id = await live(planOf({ mail: email() }))
        const lists = [{ name: "Team", addresses: ["a@shop.example", "b@shop.example"] }]
        await call("POST", "/test-lists", { lists })
        const { data } = await call("POST", `/campaigns/${id}/test-message/list`, {
          template_id: template,
          list: "Team",
        })
        expect(data.results).toMatchObject([
          { to: "a@shop.example", state: "accepted" },
          { to: "b@shop.example", state: "accepted" },
        ])
      })
    })

    describe("an e-mail whose file cannot be read", () => {
      it("waits, tells why, leaves when the file is back, and is given up after three days", async () => {
        const files = getContainer().resolve(Modules.FILE)
        const PDF = Buffer.from("%PDF-1.7 terms")
        const form = (bytes: Buffer) => {
          const made = new FormData()
          made.append(
            "file",
            new Blob([bytes as BlobPart], { type: "application/pdf" }),
            "terms.pdf"
          )
          return made
        }
        await people("anna", "ben")
        const { attachment } = (await call("POST", "/attachments", form(PDF))).data
        await call("POST", `/templates/${template}`, { attachments: [attachment] })
        const fileOf = async () =>
          (await shop.row<{ file_id: string }>("select file_id from engage_file"))!.file_id
        await files.deleteFiles(await fileOf())
        const id = await live(planOf({ mail: email() }))
        await order("anna")
        await walk()
        const lost = async () =>
          (await call("GET", `/campaigns/${id}/report`)).data.report.lost_files
        expect(await lost()).toEqual([
          {
            step: "mail",
            id: attachment.id,
            name: "terms.pdf",
            since: expect.any(String),
            waiting: 1,
          },
        ])
        const { failures } = (await call("GET", "/health")).data
        expect(failures[0].message).toContain("put it back under Templates → Files")
        expect((await call("GET", "/files?lost=true")).data.files).toMatchObject([
          { id: attachment.id, lost_at: expect.any(String), sent: true },
        ])
        const other = await call("POST", `/files/${attachment.id}`, form(Buffer.from("other")))
        expect(other.data.message).toContain("this is another file: “terms.pdf” had 1 KB")
        expect((await call("POST", `/files/${attachment.id}`, form(PDF))).status).toBe(200)
        expect(await lost()).toEqual([])
        const again = await call("POST", `/files/${attachment.id}`, form(PDF))
        expect(again.data.message).toContain("is where it was")
        const due = () => shop.db.raw("update engage_chunk set not_before = now() where not done")
        await due()
        await walk()
        await arrived("anna")

        const second = (await call("POST", "/attachments", form(PDF))).data.attachment.id
        const gone = `select file_id from engage_file where id = '${second}'`
        await files.deleteFiles((await shop.row<{ file_id: string }>(gone))!.file_id)
        await call("POST", `/templates/${template}`, { attachments: [{ id: second }] })
        await live(planOf({ mail: email() }))
        await order("ben")
        await walk()
        await shop.db.raw(
          "update engage_file set lost_at = now() - interval '4 days' where id = ?",
          [second]
        )
        await due()
        await walk()
        const failed = await shop.rows(
          `select p.first_name as who, m.state, m.error from engage_message m
           join engage_profile p on p.id = m.profile_id where m.error is not null`
        )
        expect(failed).toEqual([
          { who: "ben", state: 4, error: expect.stringContaining("“terms.pdf” cannot be read") },
        ])
        expect(await checkInvariant(shop.db, new Date())).toEqual([])
      })
    })

    describe("folders", () => {
      it("hold segments, audiences, templates, broadcasts and campaigns in one way", async () => {
        const made: Record<string, string> = {
          segments: (await call("POST", "/segments", { name: "S", rules: rule("orders", 1) })).data
            .segment.id,
          audiences: (await call("POST", "/audiences", { name: "A" })).data.audience.id,
          templates: template,
          broadcasts: (await call("POST", "/broadcasts", { name: "B" })).data.broadcast.id,
          campaigns: (await call("POST", "/campaigns", { name: "C" })).data.campaign.id,
        }
        for (const [kind, id] of Object.entries(made)) {
          const names = async (query: string) =>
            (await call("GET", `/${kind}?${query}`)).data[kind].map((row: { id: string }) => row.id)
          const folders = async () => (await call("GET", `/folders/${kind}`)).data.folders
          const move = async (folder: string) =>
            (await call("POST", `/folders/${kind}`, { ids: [id, id, "none"], folder })).data
          expect(await folders()).toEqual([])
          expect(await move(" Spring ")).toEqual({ moved: 1 })
          expect(await folders()).toEqual(["Spring"])
          expect([await names("folder=Spring"), await names("folder=Autumn")]).toEqual([[id], []])
          if (kind !== "audiences") {
            const copy = Object.values(
              (await call("POST", `/${kind}/${id}/duplicate`)).data
            )[0] as object
            expect(copy).toMatchObject({ folder: "Spring" })
          }
          expect(await move("")).toEqual({ moved: 1 })
          expect(await names("folder=Spring")).not.toContain(id)
        }
        expect((await call("GET", "/folders/people")).data).toMatchObject({
          message: "kind: must be one of segments, audiences, templates, broadcasts, campaigns",
        })
      })

      it("are listed without what a list does not show", async () => {
        await live(planOf({ mail: email() }))
        await call("POST", "/segments", { name: "S", rules: rule("orders", 1) })
        await call("POST", "/audiences", { name: "A", rules: rule("orders", 1) })
        const short = { name: "Short", channel: "sms", text: "x".repeat(300) }
        await call("POST", "/templates", { ...short, subject: "", html: "" })
        const listed = async (kind: string) =>
          (await call("GET", `/${kind}`)).data[kind] as Record<string, unknown>[]
        const whole: Record<string, string[]> = {
          templates: ["html", "text", "card", "document", "languages", "attachments", "preheader"],
          campaigns: ["plan", "problems", "split_tests"],
          segments: ["rules", "names"],
          audiences: ["rules"],
        }
        for (const [kind, left_out] of Object.entries(whole)) {
          const [row] = await listed(kind)
          expect(Object.keys(row)).toEqual(expect.arrayContaining(["id", "name", "folder"]))
          expect(Object.keys(row).filter((key) => left_out.includes(key))).toEqual([])
        }
        expect(await listed("templates")).toMatchObject([
          { name: "Short", excerpt: "x".repeat(200), used_in: [] },
          { name: "Thanks", excerpt: null, used_in: [{ kind: "campaign", name: "Flow" }] },
        ])
        expect(await listed("campaigns")).toMatchObject([
          { trigger: "order_placed", changed: false, version: 1, inside: 0, entered: 0 },
        ])
        expect(await listed("segments")).toMatchObject([{ sentence: expect.any(String) }])
        expect(await listed("audiences")).toMatchObject([{ origin: { kind: "rules" } }])
        expect((await listed("audiences"))[0].origin).toEqual({ kind: "rules" })
      })

      it("leave what is archived to the archive", async () => {
        const { id } = (await call("POST", "/campaigns", { name: "Old" })).data.campaign
        await call("POST", `/campaigns/${id}/archive`)
        const ids = async (query: string) =>
          (await call("GET", `/campaigns?${query}`)).data.campaigns.map((c: { id: string }) => c.id)
        expect([await ids(""), await ids("archived=true")]).toEqual([[], [id]])
      })
    })

    describe("a template", () => {
      it("tells what sends it, is archived all the same, and not deleted before", async () => {
        await live(planOf({ mail: email() }))
        const used = (await call("GET", `/templates/${template}`)).data.template
        expect(used.used_in).toMatchObject([{ kind: "campaign", name: "Flow", status: "live" }])
        const refused = await call("DELETE", `/templates/${template}`)
        expect([refused.status, refused.data.message]).toEqual([
          400,
          'The template is used by the campaign "Flow": choose another there first, or archive it instead',
        ])
        const ids = async (query: string) =>
          (await call("GET", `/templates?${query}`)).data.templates.map(
            (one: { id: string }) => one.id
          )
        const { data } = await call("POST", `/templates/${template}`, { archived: true })
        expect(data.template.archived_at).not.toBeNull()
        expect([await ids(""), await ids("archived=true")]).toEqual([[], [template]])
        await call("POST", `/templates/${template}`, { archived: false })
        expect(await ids("")).toEqual([template])
      })

      it("is found in versions of a test, and in broadcasts only until they end", async () => {
        const variant = { template_id: template, subject: null, sender_name: null, share: 50 }
        const { broadcast } = (
          await call("POST", "/broadcasts", {
            name: "Test",
            plan: { ab: { variants: [variant, variant], holdout: 0, winner: null } },
          })
        ).data
        const uses = async () =>
          (await call("GET", "/templates")).data.templates[0].used_in as object[]
        expect(await uses()).toEqual([
          { kind: "broadcast", id: broadcast.id, name: "Test", status: "draft" },
        ])
        await shop.rows(`update engage_broadcast set status = 'completed'`)
        expect(await uses()).toEqual([])
      })
    })
  },
})
