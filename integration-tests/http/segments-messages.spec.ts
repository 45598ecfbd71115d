import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { CAMPAIGN_MODULE } from "../../src/modules/campaign"
import type CampaignModuleService from "../../src/modules/campaign/service"
import { DELIVERY_MODULE } from "../../src/modules/delivery"
import type DeliveryModuleService from "../../src/modules/delivery/service"
import { bucket } from "../../src/modules/delivery/sql/freeze"
import { publicIds } from "../../src/lib/public-id"
import { messageToken } from "../../src/modules/delivery/message/token"
import { recordReports } from "../../src/modules/delivery/reports/record"
import type { DeliveryReport } from "../../src/providers/provider"
import { wallTime } from "../../src/lib/zoned-time"
import type { Condition, HasCondition, RuleNode, Rules } from "../../src/rules/ast"
import { adminHeaders } from "./support/admin"
import { TestShop } from "./support/shop"

jest.setTimeout(300_000)

const PERSON = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15"
/** All that Apple's Mail Privacy Protection says of itself. */
const PRIVACY_PROXY = "Mozilla/5.0"
const DAY_MS = 86_400_000
const HTML = `<html><body><p>Hello</p><a href="https://shop.example/mugs">Mugs</a></body></html>`

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
const last = (days: number): HasCondition["within"] => ({ kind: "last", days })
const daysSince: HasCondition["measure"] = { fn: "days_since" }

/**
 * Two real broadcasts through the sandbox. "first" went to Ann and Bob 40 days ago and skipped Cat, who never subscribed;
 * Ann opened and clicked it herself, for Bob only machines did. "second" went to Ann today and left out Dan. Nobody ever
 * meant to write to Eve.
 */
medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let shop: TestShop
    let admin: Awaited<ReturnType<typeof adminHeaders>>
    let first: string
    let second: string
    const any = { validateStatus: () => true }
    const post = async (path: string, body: unknown = {}) => {
      const { status, data } = await api.post(`/admin/engage${path}`, body, { ...admin, ...any })
      expect([path, status, data.message]).toEqual([path, 200, undefined])
      return data
    }
    const get = async (path: string) => (await api.get(`/admin/engage${path}`, admin)).data
    const names = (people: { email: string }[]) =>
      people.map(({ email }) => email.split("@")[0]).sort()
    const found = async (...nodes: RuleNode[]) =>
      names((await post("/segments/preview", { rules: all(...nodes) })).sample)

    const audience = async (name: string, ...people: string[]): Promise<string> => {
      const list = people.map((one) => `${one}@shop.example`).join("\n")
      return (await post("/audiences", { name, list })).audience.id
    }
    const send = async (name: string, part: Record<string, unknown>): Promise<string> => {
      const { id } = (
        await post("/broadcasts", { name, ...part, plan: { deliver_immediately: true } })
      ).broadcast
      await post(`/broadcasts/${id}/start`)
      const loop = getContainer().resolve<CampaignModuleService>(CAMPAIGN_MODULE)
      const delivery = getContainer().resolve<DeliveryModuleService>(DELIVERY_MODULE)
      await loop.step()
      const sending = `select count(*)::int as n from engage_run where status = 'sending'`
      while ((await shop.row<{ n: number }>(sending)).n) await delivery.step()
      await loop.step()
      return id
    }
    /** The ways of the open pixel and of the link in the message that somebody got. */
    const waysOf = async (name: string) => {
      const { messages } = await get("/messages")
      const { id } = messages.find(({ to }: { to: string }) => to === `${name}@shop.example`)
      const { html } = (await get(`/messages/${id}`)).message
      const way = (kind: string): string =>
        new RegExp(`http://localhost:9000(/engage/${kind}/[^"]+)"`).exec(html)![1]
      return { pixel: way("o"), link: way("c") }
    }
    const fetched = (way: string, agent: string, method = "GET") =>
      api.request({ url: way, method, headers: { "user-agent": agent }, maxRedirects: 0, ...any })

    // Once: what is there before the first test is there before each.
    beforeAll(async () => {
      admin = await adminHeaders(api as never, getContainer())
    })

    beforeEach(async () => {
      shop = new TestShop(getContainer())
      for (const name of ["ann", "bob", "cat", "dan", "eve"]) {
        await shop.customer(`${name}@shop.example`, { metadata: { email_opt_in: name !== "cat" } })
      }
      await shop.sync()
      await post("/sending/prices", {
        account: "email sandbox",
        prices: [{ destination: "", price: 12_000 }],
      })
      const template_id = (await post("/templates", { name: "Mugs", subject: "Mugs", html: HTML }))
        .template.id
      first = await send("First", {
        segment_id: await audience("First", "ann", "bob", "cat"),
        template_id,
      })
      const [ann, bob] = [await waysOf("ann"), await waysOf("bob")]
      await fetched(ann.pixel, PERSON)
      await fetched(ann.link, PERSON)
      await fetched(bob.pixel, PRIVACY_PROXY)
      await fetched(bob.link, PERSON, "HEAD")
      await shop.rows(`update engage_message set sent_at = sent_at - interval '40 days'`)
      second = await send("Second", {
        segment_id: await audience("Second", "ann", "dan"),
        exclude_segment_ids: [await audience("Not these", "dan", "eve")],
        template_id,
      })
    })

    it("sends a broadcast to exactly the people of an audience, less those of another", async () => {
      const { broadcast } = await get(`/broadcasts/${second}`)
      expect(broadcast).toMatchObject({
        status: "completed",
        segment: { kind: "audience", name: "Second" },
        exclude_segments: [{ kind: "audience", name: "Not these" }],
        progress: { frozen: 2, accepted: 1, skipped: 1 },
      })
      const people = async (id: string, kind: string) =>
        names((await get(`/broadcasts/${id}/people?kind=${kind}`)).people)
      expect(await people(first, "accepted")).toEqual(["ann", "bob"])
      expect(await people(second, "accepted")).toEqual(["ann"])
      expect(await people(second, "skipped")).toEqual(["dan"])
    })

    it("finds who received messages, how often and in which period", async () => {
      const count = (
        operator: HasCondition["operator"],
        value: number,
        part: Partial<HasCondition> = {}
      ) => found(has("messages", { operator, value, ...part }))
      expect(await count("gte", 1)).toEqual(["ann", "bob"])
      expect(await count("eq", 0)).toEqual(["cat", "dan", "eve"])
      expect(await count("gt", 1)).toEqual(["ann"])
      expect(await count("eq", 1)).toEqual(["bob"])
      expect(await count("gte", 1, { within: last(30) })).toEqual(["ann"])
      expect(await count("lt", 1, { within: last(30) })).toEqual(["bob", "cat", "dan", "eve"])
      expect(await count("gte", 2, { within: last(30) })).toEqual([])
      const by = (channel: string) => ({ where: [is("message.channel", "in", [channel])] })
      expect(await count("gte", 1, by("email"))).toEqual(["ann", "bob"])
      expect(await count("gte", 1, by("sms"))).toEqual([])
    })

    it("finds what the messages of a person cost, and dear ones", async () => {
      const measure = { fn: "sum" as const, attribute: "message.cost" }
      expect(await found(has("messages", { measure, value: 24 }))).toEqual(["ann"])
      expect(await found(has("messages", { measure, value: 12 }))).toEqual(["ann", "bob"])
      expect(await found(has("messages", { where: [is("message.cost", "gt", 12)] }))).toEqual([])
    })

    it("finds how many days nobody wrote, and says whether never counts", async () => {
      const days = (part: Partial<HasCondition>) =>
        found(has("messages", { measure: daysSince, ...part }))
      expect(await days({ operator: "gte", value: 30 })).toEqual(["bob"])
      expect(await days({ operator: "between", value: [39, 41] })).toEqual(["bob"])
      expect(await days({ operator: "lt", value: 30 })).toEqual(["ann"])
      expect(await days({ operator: "gte", value: 30, orNever: true })).toEqual([
        "bob",
        "cat",
        "dan",
        "eve",
      ])
      const ofFirst = [is("message.broadcast", "in", [first])]
      expect(await days({ operator: "gte", value: 30, where: ofFirst })).toEqual(["ann", "bob"])
    })

    it("tells a broadcast that was received from one that was meant or skipped, in a period", async () => {
      const received = (ids: string[], part: Partial<HasCondition> = {}) =>
        found(has("messages", { where: [is("message.broadcast", "in", ids)], ...part }))
      expect(await received([first])).toEqual(["ann", "bob"])
      expect(await received([first], { within: last(30) })).toEqual([])
      expect(await received([first], { within: last(60) })).toEqual(["ann", "bob"])
      expect(await received([second], { within: last(30) })).toEqual(["ann"])
      expect(await received([first, second], { operator: "gte", value: 2 })).toEqual(["ann"])
      const meant = (...where: Condition[]) => found(has("message_plans", { where }))
      expect(await meant(is("plan.broadcast", "in", [first]))).toEqual(["ann", "bob", "cat"])
      expect(await meant(is("plan.broadcast", "in", [second]))).toEqual(["ann", "dan"])
      expect(await meant(is("plan.outcome", "in", ["skipped"]))).toEqual(["cat", "dan"])
    })

    it("finds who was skipped, by the reason", async () => {
      const skipped = (...reasons: string[]) =>
        found(has("message_plans", { where: [is("plan.reason", "in", reasons)] }))
      expect(await skipped("not_subscribed")).toEqual(["cat"])
      expect(await skipped("excluded")).toEqual(["dan"])
      expect(await skipped("not_subscribed", "excluded")).toEqual(["cat", "dan"])
      expect(await skipped("invalid_address")).toEqual([])
    })

    it("finds who opened and clicked, with machines or without", async () => {
      const responded = (kind: string, ...where: Condition[]) =>
        found(has("responses", { where: [is("response.kind", "in", [kind]), ...where] }))
      const byPerson = is("response.by_person", "is_true")
      expect(await responded("opened")).toEqual(["ann", "bob"])
      expect(await responded("opened", byPerson)).toEqual(["ann"])
      expect(await responded("clicked")).toEqual(["ann", "bob"])
      expect(await responded("clicked", byPerson)).toEqual(["ann"])
      expect(await responded("clicked", is("response.by_person", "is_false"))).toEqual(["bob"])
      expect(await responded("clicked", byPerson, is("response.link", "contains", "mugs"))).toEqual(
        ["ann"]
      )
      expect(await responded("clicked", is("response.link", "contains", "cups"))).toEqual([])
      expect(await responded("opened", byPerson, is("response.broadcast", "in", [second]))).toEqual(
        []
      )
      const flagged = (attribute: string, operator: "is_true" | "is_false") =>
        found(has("messages", { where: [is(attribute, operator)] }))
      expect(await flagged("message.opened", "is_true")).toEqual(["ann"])
      expect(await flagged("message.clicked", "is_true")).toEqual(["ann"])
      await shop.rows(
        `update engage_message m set delivered_at = null from engage_profile p where p.id = m.profile_id and p.email like 'bob@%'`
      )
      expect(await flagged("message.delivered", "is_true")).toEqual(["ann"])
      expect(await flagged("message.delivered", "is_false")).toEqual(["bob"])
      expect(await flagged("message.opened", "is_false")).toEqual(["ann", "bob"])
    })

    it("finds whose message was followed by an order that is credited to it", async () => {
      const ordered = (...where: Condition[]) =>
        found(has("messages", { where: [is("message.ordered", "is_true"), ...where] }))
      expect(await ordered()).toEqual([])
      await shop.rows(
        `insert into engage_touch (purchase_id, run_id, pass, profile_id, kind, interaction_at, sent_at, credit)
         select m.profile_id, m.run_id, m.pass, m.profile_id, 'clicked', now(), now(), case when p.email like 'ann@%' then 1 else 0 end
         from engage_message m join engage_profile p on p.id = m.profile_id
         where m.run_id = (select min(run_id) from engage_message)`
      )
      expect(await ordered()).toEqual(["ann"])
      expect(await ordered(is("message.broadcast", "in", [first]))).toEqual(["ann"])
      expect(await ordered(is("message.broadcast", "in", [second]))).toEqual([])
    })

    it("finds who bounced and who complained, by the message and in a period", async () => {
      const report = async (name: string, kind: "bounced" | "complained", at: Date) => {
        const ids = await publicIds(shop.db)
        const { run, profile } = await shop.row<{ run: number; profile: number }>(
          `select m.run_id::float8 as run, m.profile_id::float8 as profile
           from engage_message m join engage_profile p on p.id = m.profile_id
           where p.email = ? order by m.run_id limit 1`,
          [`${name}@shop.example`]
        )
        const token = messageToken(ids, { runId: run, profileId: profile, pass: 0 })
        const said = { token, at, code: "5.1.1", detail: "no such user" }
        const told: DeliveryReport =
          kind === "bounced" ? { ...said, kind, class: "hard" } : { ...said, kind }
        await recordReports(shop.db, ids, { provider: "sandbox", now: at, reports: [told] })
      }
      const responded = (kind: string, part: Partial<HasCondition> = {}, ...where: Condition[]) =>
        found(has("responses", { ...part, where: [is("response.kind", "in", [kind]), ...where] }))
      const never: Partial<HasCondition> = { operator: "eq", value: 0 }
      expect(await responded("bounced")).toEqual([])
      const now = new Date()
      await report("bob", "bounced", now)
      await report("ann", "complained", new Date(now.getTime() - 20 * DAY_MS))
      expect(await responded("bounced")).toEqual(["bob"])
      expect(await responded("complained")).toEqual(["ann"])
      expect(await responded("complained", { within: last(10) })).toEqual([])
      expect(await responded("complained", { within: last(30) })).toEqual(["ann"])
      expect(await responded("bounced", never)).toEqual(["ann", "cat", "dan", "eve"])
      expect(await responded("complained", never)).toEqual(["bob", "cat", "dan", "eve"])
      const of = (id: string) => is("response.broadcast", "in", [id])
      expect(await responded("bounced", {}, of(first))).toEqual(["bob"])
      expect(await responded("complained", {}, of(second))).toEqual([])
      const firstMessageOf = async (name: string) => {
        const { id } = (await get(`/profiles?q=${name}@shop.example`)).profiles[0]
        return (await get(`/profiles/${id}/timeline?kinds=message`)).items.at(-1)
      }
      const none = { bounced_at: null, unsubscribed_at: null, complained_at: null }
      expect(await firstMessageOf("bob")).toMatchObject({ ...none, bounced_at: now.toISOString() })
      expect(await firstMessageOf("ann")).toMatchObject({
        ...none,
        complained_at: new Date(now.getTime() - 20 * DAY_MS).toISOString(),
      })
    })

    it("finds who may be written to at this moment, by the contact policy as it is", async () => {
      const allowed = (channel = "email") => found(is(`allowed_now.${channel}`, "is_true"))
      const rule = (more: Record<string, unknown>) =>
        post("/policy/rules", { type: "limit", behaviour: "skip", name: "Rule", ...more })
      expect(await allowed()).toEqual(["ann", "bob", "dan", "eve"])
      expect(await found(is("allowed_now.email", "is_false"))).toEqual(["cat"])
      const worded = await post("/segments", {
        name: "Now",
        rules: {
          version: 1,
          root: { type: "group", op: "and", children: [is("allowed_now.email", "is_true")] },
        },
      })
      expect(worded.segment.sentence).toBe("Everybody who may be sent e-mail now.")
      expect(await allowed("sms")).toEqual([])

      // Neither counts what was written: another channel, and campaigns only.
      await rule({ channel: "sms", max_messages: 1, per_hours: 24 })
      await rule({ kind: "campaign", max_messages: 1, per_hours: 24 })
      expect(await allowed()).toEqual(["ann", "bob", "dan", "eve"])
      await rule({ max_messages: 2, per_hours: 24 * 50 })
      expect(await allowed()).toEqual(["bob", "dan", "eve"])
      await rule({ channel: "email", max_messages: 1, per_hours: 24 * 50 })
      expect(await allowed()).toEqual(["dan", "eve"])

      const dan = await post("/segments", {
        name: "Dan",
        rules: {
          version: 1,
          root: { type: "group", op: "and", children: [is("email", "contains", "dan@")] },
        },
      })
      const segment_ids = [dan.segment.id]
      const hour = (shift: number) =>
        wallTime(new Date(Date.now() + shift * 3_600_000), "UTC").slice(11)
      const now = { type: "quiet", quiet_from: hour(-2), quiet_to: hour(4) }
      const own = (await rule({ ...now, people: "in", segment_ids })).rules.at(-1)
      expect(await allowed()).toEqual(["eve"])
      await post(`/policy/rules/${own.id}`, { people: "outside" })
      expect(await allowed()).toEqual(["dan"])
      await post(`/policy/rules/${own.id}`, { enabled: false })

      // Night for Dan, at the other side of the earth; day in Berlin.
      await shop.rows(`update engage_profile set time_zone = 'Etc/GMT-12' where email like 'dan@%'`)
      await rule({ type: "quiet", quiet_from: hour(11), quiet_to: hour(13) })
      expect(await allowed()).toEqual(["eve"])
      await shop.rows(
        `insert into engage_suppression (channel, address, reason) values ('email', 'eve@shop.example', 'manual')`
      )
      expect(await allowed()).toEqual([])
    })

    it("counts nobody of the control group among those who may be written to", async () => {
      await post("/policy/control-group", { percent: 50 })
      const outside = await shop.rows<{ email: string }>(
        `select email from engage_profile p where ${bucket("p.id", "1")} >= 5000 and email not like 'cat@%'`
      )
      expect(await found(is("allowed_now.email", "is_true"))).toEqual(names(outside))
    })
  },
})
