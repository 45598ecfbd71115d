import { readFileSync } from "node:fs"
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { addDays, addHours, addMinutes, addSeconds, subDays } from "date-fns"
import { Webhook } from "standardwebhooks"
import path from "node:path"
import ts from "typescript"
import { publicIds } from "../../src/lib/public-id"
import { CAMPAIGN_MODULE } from "../../src/modules/campaign"
import type CampaignModuleService from "../../src/modules/campaign/service"
import { DELIVERY_MODULE } from "../../src/modules/delivery"
import { messageToken, openMessageId } from "../../src/modules/delivery/message/token"
import { recordReports } from "../../src/modules/delivery/reports/record"
import type DeliveryModuleService from "../../src/modules/delivery/service"
import { recordEvent } from "../../src/modules/delivery/tracking/record"
import { OUTBOUND_MODULE } from "../../src/modules/outbound"
import { CATALOGUE, OUTBOUND_TYPES } from "../../src/modules/outbound/feed/catalogue"
import type OutboundModuleService from "../../src/modules/outbound/service"
import { sendTest } from "../../src/modules/outbound/webhook/deliveries"
import { REPORT_MODULE } from "../../src/modules/report"
import type ReportModuleService from "../../src/modules/report/service"
import { refreshChanged } from "../../src/modules/segment/refresh"
import * as workflows from "../../src/workflows"
import { tellBusWorkflow } from "../../src/workflows/outbound/workflows/tell-bus"
import { startedRun, until } from "../fault/support/setup"
import { adminHeaders } from "./support/admin"
import { TestShop } from "./support/shop"

jest.setTimeout(300_000)

const MUG = { title: "Mug", quantity: 1, unit_price: 20 }

type Heard = { id: string; type: string; body: string; headers: IncomingHttpHeaders }

/** Another system on this machine that is told of what happens, and answers as a test wants it to. */
class Receiver {
  readonly heard: Heard[] = []
  answer: (res: ServerResponse, heard: Heard) => void = (res) => void res.end("thanks")
  private readonly server = createServer((req, res) => {
    let body = ""
    req.on("data", (part) => (body += part))
    req.on("end", () => {
      const { type } = JSON.parse(body)
      const one = { id: String(req.headers["webhook-id"]), type, body, headers: req.headers }
      this.heard.push(one)
      this.answer(res, one)
    })
  })
  async open(): Promise<this> {
    await new Promise<void>((done) => this.server.listen(0, "127.0.0.1", done))
    return this
  }
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/in`
  }
  close(): void {
    this.server.closeAllConnections()
    this.server.close()
  }
  /** Every case that was told of one type. */
  told(type: string): Record<string, unknown>[] {
    return this.heard
      .filter((one) => one.type === type)
      .flatMap(({ body }) => Object.values(JSON.parse(body).data).flat() as never[])
  }
}

type Ticket = {
  id: string
  email: string
  subject: string
  template_id: string
  campaign_id: string
}
type Closed = { mail: { message_id: string }; campaign: { entered: number } }
type Runnable = (container: unknown) => {
  run: (to: { input: Ticket }) => Promise<{ result: Closed }>
}

/** What a block of code in the guide exports, run with the plugin's own source. */
function fromGuide(name: string) {
  const guide = readFileSync(path.join(__dirname, "../../docs/guide/developers.md"), "utf8")
  const block = guide
    .split("```ts\n")
    .map((part) => part.split("```")[0])
    .find((code) => code.includes(`export const ${name}`))!
  const { outputText } = ts.transpileModule(block, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2021 },
  })
  const exported = {}
  const load = (id: string) => (id === "medusa-plugin-engage/workflows" ? workflows : require(id))
  new Function("require", "exports", outputText)(load, exported)
  return exported as Record<string, Runnable>
}

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let shop: TestShop
    let admin: Awaited<ReturnType<typeof adminHeaders>>
    let receiver: Receiver

    const outbound = () => getContainer().resolve<OutboundModuleService>(OUTBOUND_MODULE)
    const delivery = () => getContainer().resolve<DeliveryModuleService>(DELIVERY_MODULE)
    const call = (method: string, path: string, data?: unknown) =>
      api.request({
        method,
        url: `/admin/engage${path}`,
        data,
        ...admin,
        validateStatus: () => true,
      })
    const add = async (types: readonly string[], url = receiver.url) => {
      const { data, status } = await call("POST", "/webhooks", { url, types })
      expect([status, data.message]).toEqual([200, undefined])
      return data as { webhook: { id: string }; secret: string }
    }
    const see = async (id: string) => (await call("GET", `/webhooks/${id}`)).data.webhook
    const log = async (id: string, query = "") =>
      (await call("GET", `/webhooks/${id}/deliveries${query}`)).data.deliveries
    const people = async (...names: string[]) => {
      for (const name of names)
        await shop.customer(`${name}@shop.example`, { metadata: { email_opt_in: true } })
      await shop.sync()
    }
    const send = async (run: number) => {
      while (await delivery().step()) {
        // Until nothing is due.
      }
      await until("the run is sent", async () => {
        const [{ count }] = await shop.rows<{ count: number }>(
          `select count(*)::int as count from engage_message where run_id = ${run} and state = 0`
        )
        return count === 0
      })
    }
    const CREATED = ["engage.profile.created"]

    // Once: what is there before the first test is there before each.
    beforeAll(async () => {
      admin = await adminHeaders(api as never, getContainer())
    })

    beforeEach(async () => {
      shop = new TestShop(getContainer())
      receiver = await new Receiver().open()
    })
    afterEach(() => receiver.close())

    describe("a webhook", () => {
      it("is told what happened, once and signed, and never what it did not ask for", async () => {
        await people("before")
        const { webhook, secret } = await add(CREATED)
        await people("anna", "ben")
        await outbound().drain()
        await outbound().drain()
        expect(receiver.heard).toHaveLength(1)
        const [{ headers, body, id }] = receiver.heard
        const { data: found } = await call("GET", "/profiles")
        const ids = found.profiles
          .filter((p: { email: string }) => p.email !== "before@shop.example")
          .map((p: { id: string }) => p.id)
        const payload = new Webhook(secret).verify(body, headers as never) as {
          data: { profiles: { profile_id: string }[] }
        }
        expect(payload).toMatchObject({ type: "engage.profile.created" })
        expect(payload.data.profiles.map((p) => p.profile_id).sort()).toEqual(ids.sort())
        expect(() =>
          new Webhook(secret).verify(body.replace("prof_", "prof-"), headers as never)
        ).toThrow()
        expect(await log(webhook.id)).toMatchObject([
          { event_id: id, state: "done", attempts: 1, last_status: 200, next_at: null },
        ])
      })

      it("shows its secret once, and signs by both for a day after a new one was made", async () => {
        const { webhook, secret } = await add(CREATED)
        const shown = [
          await call("GET", "/webhooks"),
          await call("GET", `/webhooks/${webhook.id}`),
          await call("POST", `/webhooks/${webhook.id}`, { description: "CRM" }),
          await call("POST", `/webhooks/${webhook.id}/trial`),
        ]
        for (const { data, status } of shown) {
          expect(status).toBe(200)
          expect(JSON.stringify(data)).not.toContain(secret.slice(6, 20))
        }
        const stored = await shop.rows(`select * from engage_webhook_attempt`)
        expect(JSON.stringify(stored)).not.toContain(secret.slice(6, 20))
        const { data } = await call("POST", `/webhooks/${webhook.id}/secret`)
        expect(data.secret).not.toBe(secret)
        expect(data.webhook.secret_hint).toBe(data.secret.slice(-4))
        await people("anna")
        await outbound().drain()
        const { body, headers } = receiver.heard[1]
        for (const one of [secret, data.secret]) new Webhook(one).verify(body, headers as never)
        await people("ben")
        await outbound().drain(addHours(new Date(), 25))
        expect(String(receiver.heard[2].headers["webhook-signature"]).split(" ")).toHaveLength(1)
      })

      it("is tried again with growing pauses under the same id, and then given up and replayed", async () => {
        const { webhook } = await add(CREATED)
        receiver.answer = (res) => void res.writeHead(503).end("busy")
        await people("anna")
        const start = new Date()
        await outbound().drain(start)
        await outbound().drain(addSeconds(start, 4))
        expect(receiver.heard).toHaveLength(1)
        const [waiting] = await log(webhook.id)
        expect(waiting).toMatchObject({ state: "waiting", attempts: 1, last_status: 503 })
        expect(waiting.next_at).toBe(addSeconds(start, 5).toISOString())
        let now = start
        for (let tries = 2; tries <= 11; tries++) {
          now = addDays(now, 1)
          // It is stopped meanwhile, for it never answers: its owner insists.
          await call("POST", `/webhooks/${webhook.id}`, { status: "active" })
          await outbound().drain(now)
          expect(receiver.heard).toHaveLength(tries)
        }
        expect(await log(webhook.id, "?state=failed")).toMatchObject([{ attempts: 11 }])
        receiver.answer = (res) => void res.end("ok")
        await call("POST", `/webhooks/${webhook.id}`, { status: "active" })
        const later = new Date(start.getTime() + 1_000).toISOString()
        const replay = (since: string) => call("POST", `/webhooks/${webhook.id}/replay`, { since })
        expect((await replay(later)).data).toEqual({ deliveries: 0 })
        expect((await replay(subDays(start, 1).toISOString())).data).toEqual({ deliveries: 1 })
        await outbound().drain()
        const [{ id }] = await log(webhook.id, "?state=done")
        await call("POST", `/webhooks/${webhook.id}/deliveries/${id}/replay`)
        await outbound().drain()
        expect(new Set(receiver.heard.map((one) => one.id)).size).toBe(1)
        expect(new Set(receiver.heard.map((one) => one.body)).size).toBe(1)
        expect(receiver.heard).toHaveLength(13)
        const { delivery: detail } = (await call("GET", `/webhooks/${webhook.id}/deliveries/${id}`))
          .data
        expect(detail.body).toBe(receiver.heard[0].body)
        expect(detail.tries).toHaveLength(13)
        expect(detail.tries[0]).toMatchObject({ status: 200, response: "ok", error: null })
        expect(detail.tries[12]).toMatchObject({ status: 503, response: "busy" })
      })

      it("is left alone for longer and longer when it never answers, and stopped after three days", async () => {
        const { webhook } = await add(CREATED)
        receiver.answer = (res) => void res.writeHead(500).end()
        await people(...Array.from({ length: 3 }, (_, i) => `p${i}`))
        // Each person alone, so that there are several calls.
        const start = new Date()
        await outbound().drain(start)
        for (const name of ["q0", "q1", "q2", "q3"]) {
          await people(name)
          await outbound().drain(start)
        }
        expect(receiver.heard).toHaveLength(5)
        await people("r")
        await outbound().drain(addSeconds(start, 9))
        expect(receiver.heard).toHaveLength(5)
        await outbound().drain(addSeconds(start, 10))
        expect(receiver.heard).toHaveLength(6)
        await outbound().drain(addHours(start, 73))
        const stopped = await see(webhook.id)
        expect(stopped).toMatchObject({ status: "stopped", stopped_because: "failing", waiting: 6 })
        await people("late")
        await outbound().drain(addHours(start, 74))
        expect(receiver.heard).toHaveLength(7)
        receiver.answer = (res) => void res.end()
        const going = await call("POST", `/webhooks/${webhook.id}`, { status: "active" })
        expect(going.data.webhook).toMatchObject({ status: "active", failing_since: null })
        await outbound().drain(addHours(start, 80))
        expect(await see(webhook.id)).toMatchObject({ status: "active", waiting: 0, failed: 0 })
        expect(new Set(receiver.heard.map((one) => one.id)).size).toBe(7)
      })

      it("is stopped at once by 410, held by a pause, and gone when deleted", async () => {
        const { webhook } = await add(CREATED)
        receiver.answer = (res) => void res.writeHead(410).end()
        await people("anna")
        await outbound().drain()
        expect(await see(webhook.id)).toMatchObject({ status: "stopped", stopped_because: "gone" })
        receiver.answer = (res) => void res.end()
        await call("POST", `/webhooks/${webhook.id}`, { status: "paused" })
        await people("ben")
        await outbound().drain()
        expect(receiver.heard).toHaveLength(1)
        await call("POST", `/webhooks/${webhook.id}`, { status: "active" })
        await outbound().drain(addMinutes(new Date(), 1))
        expect(receiver.heard).toHaveLength(3)
        await call("DELETE", `/webhooks/${webhook.id}`)
        expect((await call("GET", `/webhooks/${webhook.id}`)).status).toBe(404)
        await people("carl")
        await outbound().drain()
        expect(receiver.heard).toHaveLength(3)
        expect(await shop.rows(`select * from engage_feed_mark`)).toEqual([])
      })

      it("tells what broke off when the process is gone, and each thing once by many processes", async () => {
        const { webhook } = await add(CREATED)
        await people("anna")
        await Promise.all(Array.from({ length: 5 }, () => outbound().step()))
        await outbound().drain()
        expect(receiver.heard).toHaveLength(1)
        const now = new Date()
        await shop.db.raw(
          `update engage_webhook_delivery set state = 'waiting', not_before = ?, lease_until = ?`,
          [now, addSeconds(now, 30)]
        )
        await outbound().drain(addSeconds(now, 29))
        expect(receiver.heard).toHaveLength(1)
        await outbound().drain(addSeconds(now, 31))
        expect(receiver.heard.map(({ id }) => id)).toEqual([
          receiver.heard[0].id,
          receiver.heard[0].id,
        ])
        expect(await log(webhook.id)).toMatchObject([{ state: "done", attempts: 2 }])
      })

      it("misses nothing of transactions that end in another order than they began", async () => {
        await add(["engage.profile.changed"])
        const insert = (db: typeof shop.db, key: string) =>
          db.raw(
            `insert into engage_value_log (at, profile_id, kind, key, source) values (now(), 1, 'field', ?, 'test')`,
            [key]
          )
        const slow = await shop.db.transaction()
        await insert(slow, "slow")
        await insert(shop.db, "quick")
        await outbound().drain()
        expect(receiver.heard).toEqual([])
        await slow.commit()
        await insert(shop.db, "next")
        for (let round = 0; round < 3; round++) await outbound().drain()
        const keys = receiver.told("engage.profile.changed").map(({ key }) => key)
        expect(keys).toEqual(["slow", "quick", "next"])
      })

      it("refuses what is no address for the outside, and says so", async () => {
        const refused = async (body: object) => (await call("POST", "/webhooks", body)).data.message
        const types = CREATED
        expect(await refused({ url: "ftp://crm.example", types })).toContain("https://")
        expect(await refused({ url: "https://me:pass@crm.example", types })).toContain("password")
        expect(await refused({ url: "https://crm.example", types: [] })).toContain(
          "at least one event"
        )
        expect(await refused({ url: "https://crm.example", types: ["order.placed"] })).toContain(
          "webhook-event-types"
        )
      })

      it("is told of by a test at once, which reaches no private address, follows nowhere and waits for nobody", async () => {
        const { webhook, secret } = await add(CREATED)
        const { data } = await call("POST", `/webhooks/${webhook.id}/trial`)
        expect(data.delivery).toMatchObject({ type: "engage.webhook.test", state: "done" })
        new Webhook(secret).verify(receiver.heard[0].body, receiver.heard[0].headers as never)

        const inside = await new Receiver().open()
        const test = async (settings: { allowPrivate: boolean; timeoutMs: number }) => {
          await sendTest(shop.db, webhook.id, settings, new Date())
          const [{ id }] = await log(webhook.id)
          return (await call("GET", `/webhooks/${webhook.id}/deliveries/${id}`)).data.delivery
        }
        receiver.answer = (res) => void res.writeHead(302, { location: inside.url }).end()
        expect(await test({ allowPrivate: true, timeoutMs: 5_000 })).toMatchObject({
          state: "failed",
          last_error: "It answered 302",
        })
        expect(inside.heard).toEqual([])
        inside.close()

        const calls = receiver.heard.length
        expect(await test({ allowPrivate: false, timeoutMs: 5_000 })).toMatchObject({
          state: "failed",
          last_error: expect.stringContaining("inside your own network"),
        })
        expect(receiver.heard).toHaveLength(calls)

        receiver.answer = () => undefined
        expect(await test({ allowPrivate: true, timeoutMs: 200 })).toMatchObject({
          last_error: "No answer within 0.2 seconds",
        })
        let sent = 0
        receiver.answer = (res) => {
          const more = () => {
            while (!res.destroyed && sent < 50_000_000 && res.write("x".repeat(100_000)))
              sent += 100_000
            if (!res.destroyed) res.once("drain", more)
          }
          more()
        }
        const huge = await test({ allowPrivate: true, timeoutMs: 5_000 })
        expect(huge).toMatchObject({ state: "done" })
        expect(huge.tries[0].response).toBe("x".repeat(2_000))
        expect(sent).toBeLessThan(50_000_000)
      })
    })

    describe("what is told", () => {
      it("is nothing, and nothing is written for it, while nobody listens", async () => {
        const { webhook } = await add(OUTBOUND_TYPES)
        await call("DELETE", `/webhooks/${webhook.id}`)
        await people("anna")
        await send(await startedRun(shop.db, "sandbox"))
        await outbound().drain()
        for (const table of ["news", "news_wanted", "feed_mark", "webhook_event"])
          expect(await shop.rows(`select * from engage_${table}`)).toEqual([])
      })

      it("is everything that becomes of a message", async () => {
        await add(OUTBOUND_TYPES)
        await people("anna", "ben")
        const run = await startedRun(shop.db, "sandbox")
        await send(run)
        await outbound().drain()
        const ids = await publicIds(shop.db)
        const sent = receiver.told("engage.message.sent")
        expect(sent).toHaveLength(2)
        const key = openMessageId(ids, String(sent[0].message_id))!
        const now = new Date()
        const token = messageToken(ids, key)
        const report = { token, at: now, code: null, detail: "" }
        await recordReports(shop.db, ids, {
          provider: "sandbox",
          reports: [
            { ...report, kind: "delivered" },
            { ...report, kind: "bounced", class: "soft" },
            { ...report, kind: "complained" },
          ] as never,
          now,
        })
        for (const verdict of ["scanner", "human"] as const)
          await recordEvent(shop.db, key, { kind: "clicked", verdict, link: 0, now })
        await recordEvent(shop.db, key, { kind: "opened", verdict: "human", now })
        await recordEvent(shop.db, key, { kind: "unsubscribed", verdict: "human", now })
        await outbound().drain()
        const about = {
          message_id: sent[0].message_id,
          profile_id: sent[0].profile_id,
          channel: "email",
          source: "broadcast",
          source_id: "bc_fault",
          title: "Fault",
        }
        expect(receiver.told("engage.message.delivered")).toContainEqual(
          expect.objectContaining(about)
        )
        expect(receiver.told("engage.message.bounced")).toMatchObject([
          { ...about, bounce: "soft" },
        ])
        expect(receiver.told("engage.message.complained")).toMatchObject([about])
        expect(receiver.told("engage.message.clicked")).toMatchObject([{ ...about, link: 0 }])
        expect(receiver.told("engage.message.opened")).toMatchObject([about])
        expect(receiver.told("engage.message.unsubscribed")).toMatchObject([about])
      })

      it("is the way of people through segments and campaigns up to the order, as the catalogue says", async () => {
        await add(OUTBOUND_TYPES)
        const segment = (
          await call("POST", "/segments", {
            name: "Buyers",
            rules: {
              version: 1,
              root: {
                type: "group",
                op: "and",
                children: [{ type: "condition", attribute: "orders", operator: "gte", value: 1 }],
              },
            },
          })
        ).data.segment
        const template = (
          await call("POST", "/templates", {
            name: "Thanks",
            subject: "Thanks",
            html: `<p>Thanks</p><a href="https://shop.example/">Shop</a>`,
          })
        ).data.template
        const { data } = await call("POST", "/campaigns", {
          name: "Thanks",
          plan: {
            trigger: { type: "order_placed" },
            goal: { type: "order_placed" },
            entry_rules: null,
            reentry: { mode: "once" },
            exit_on_order: false,
            topic: "news",
            attribution_days: 5,
            graph: {
              version: 2,
              first: "mail",
              steps: {
                mail: {
                  type: "email",
                  template_id: template.id,
                  next: { sent: "stay", not_sent: "stay" },
                },
                stay: {
                  type: "wait",
                  for: { amount: 9, unit: "days" },
                  next: { next: null },
                },
              },
            },
          },
        })
        expect(data.message).toBeUndefined()
        const campaign = data.campaign.id
        expect((await call("POST", `/campaigns/${campaign}/publish`)).data.campaign.status).toBe(
          "live"
        )
        const campaigns = getContainer().resolve<CampaignModuleService>(CAMPAIGN_MODULE)
        const clock = () => ({
          now: new Date(),
          zone: "UTC",
          pace: { fullEveryMin: 60, gapMs: 60_000 },
        })
        const walk = async () => {
          for (let round = 0; round < 3; round++) await campaigns.walkOn(new Date())
        }
        const order = async () => {
          await shop.order({ email: "anna@shop.example", lines: [MUG] })
          await shop.sync()
          await refreshChanged(shop.db, clock())
        }
        await people("anna")
        await order()
        await walk()
        await until("the mail is sent", async () => {
          await delivery().step()
          return (await shop.rows(`select 1 from engage_message where state = 2`)).length === 1
        })
        await outbound().drain()
        const [sent] = receiver.told("engage.message.sent")
        const key = openMessageId(await publicIds(shop.db), String(sent.message_id))!
        await recordEvent(shop.db, key, {
          kind: "clicked",
          verdict: "human",
          link: 0,
          now: new Date(),
        })
        await order()
        await getContainer().resolve<ReportModuleService>(REPORT_MODULE).step(new Date())
        await walk()
        await outbound().drain()

        const { profile_id } = sent
        expect(receiver.told("engage.segment.entered").slice(0, 2)).toEqual([
          segment.id,
          profile_id,
        ])
        const inside = receiver.told("engage.campaign.entered")
        expect(inside).toMatchObject([{ campaign_id: campaign, profile_id }])
        const about = { campaign_id: campaign, profile_id, enrollment_id: inside[0].enrollment_id }
        expect(receiver.told("engage.campaign.step_done")).toMatchObject([
          { ...about, version: 1, step: "mail", way: "sent" },
        ])
        expect(receiver.told("engage.campaign.goal_reached")).toMatchObject([about])
        expect(receiver.told("engage.campaign.left")).toMatchObject([{ ...about, reason: "goal" }])
        expect(receiver.told("engage.order.attributed")).toMatchObject([
          {
            profile_id,
            message_id: sent.message_id,
            source: "campaign",
            source_id: campaign,
            net: 2_000,
            currency: "eur",
          },
        ])
        for (const { type, body } of receiver.heard) {
          const { data: schema } = CATALOGUE[type as keyof typeof CATALOGUE]
          expect(schema.strict().safeParse(JSON.parse(body).data).error?.issues).toBeUndefined()
        }
      })

      it("is told to subscribers in Medusa too", async () => {
        const heard: { name: string; data: { profiles: object[] } }[] = []
        getContainer()
          .resolve(Modules.EVENT_BUS)
          .subscribe(
            "engage.profile.consent_changed",
            (async (event: never) => void heard.push(event)) as never
          )
        expect((await tellBusWorkflow(getContainer()).run()).result).toBe(0)
        await people("anna")
        expect((await tellBusWorkflow(getContainer()).run()).result).toBe(1)
        expect((await tellBusWorkflow(getContainer()).run()).result).toBe(0)
        await until("it is heard", async () => heard.length > 0)
        expect(heard).toMatchObject([
          {
            name: "engage.profile.consent_changed",
            data: { profiles: [{ channel: "email", state: "subscribed" }] },
          },
        ])
      })

      it("is forgotten after 30 days", async () => {
        const { webhook } = await add(CREATED)
        await people("anna")
        await outbound().drain()
        await outbound().dropOld(addDays(new Date(), 29))
        expect(await log(webhook.id)).toHaveLength(1)
        await outbound().dropOld(addDays(new Date(), 31))
        for (const table of ["event", "delivery", "attempt"])
          expect(await shop.rows(`select * from engage_webhook_${table}`)).toEqual([])
      })
    })

    describe("the guide for developers", () => {
      it("has a workflow that tracks, sends once and enrolls once", async () => {
        await people("anna")
        const { template } = (
          await call("POST", "/templates", {
            name: "Ticket",
            subject: "Closed: {{ trigger.subject }}",
            html: "<p>Thanks</p>",
          })
        ).data
        const { campaign } = (
          await call("POST", "/campaigns", {
            name: "How was it?",
            plan: {
              trigger: { type: "event", name: "Nothing" },
              entry_rules: null,
              reentry: { mode: "always" },
              exit_on_order: false,
              topic: "news",
              attribution_days: 5,
              graph: {
                version: 2,
                first: "stay",
                steps: {
                  stay: { type: "wait", for: { amount: 9, unit: "days" }, next: { next: null } },
                },
              },
            },
          })
        ).data
        const { closeTicketWorkflow } = fromGuide("closeTicketWorkflow")
        const run = (id: string, email = "anna@shop.example") =>
          closeTicketWorkflow(getContainer()).run({
            input: {
              ...{ id, email, subject: "Broken mug" },
              template_id: template.id,
              campaign_id: campaign.id,
            },
          })
        // What a workflow rejects with need not be an Error of this realm.
        const refused = (running: Promise<unknown>) =>
          running.then(
            () => "",
            ({ message }: Error) => message
          )
        expect(await refused(run("t0"))).toContain("is not live")
        expect((await call("POST", `/campaigns/${campaign.id}/publish`)).status).toBe(200)
        const { result } = await run("t1")
        expect(result).toMatchObject({
          mail: { state: "accepted", error: null },
          campaign: { entered: 1, unknown: 0 },
        })
        const again = await run("t1")
        expect(again.result).toMatchObject({
          mail: { message_id: result.mail.message_id },
          campaign: { entered: 0 },
        })
        expect((await run("t2")).result.campaign).toEqual({ entered: 1, unknown: 0 })
        const subjects = await shop.rows(`select subject from engage_sandbox_mail order by id`)
        expect(subjects).toEqual(
          Array.from({ length: 3 }, () => ({ subject: "Closed: Broken mug" }))
        )
        await shop.db.raw(`delete from engage_sandbox_mail`)
        const { message } = (await call("GET", `/messages/${result.mail.message_id}`)).data
        expect(message).toMatchObject({ copy: "as_sent", subject: "Closed: Broken mug" })
        expect(
          await shop.rows(
            `select context from engage_enrollment where campaign_id = ? order by id`,
            [campaign.id]
          )
        ).toEqual([{ context: { subject: "Broken mug" } }, { context: { subject: "Broken mug" } }])
        expect(
          await shop.rows(
            `select message_id from engage_event where name = 'Ticket Closed' order by 1`
          )
        ).toEqual([{ message_id: "t0" }, { message_id: "t1" }, { message_id: "t2" }])
        await shop.db.raw(
          `insert into engage_suppression (channel, address, reason) values ('email', 'anna@shop.example', 'complaint')`
        )
        expect((await run("t3")).result.mail).toEqual({
          message_id: null,
          state: "skipped",
          error: "complaint",
        })
        expect(await refused(run("t4", "nobody@shop.example"))).toContain("nobody of that name")
      })
    })
  },
})
