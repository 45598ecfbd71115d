import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import type { Db } from "../../../src/lib/db"
import { execute, query } from "../../../src/lib/db"
import { endErrands, type Outcome, takeErrands } from "../../../src/modules/campaign/errand/store"
import { Looks } from "../../../src/modules/campaign/flow/looks"
import { campaignRound } from "../../../src/modules/campaign/flow/loop"
import { publishCampaign } from "../../../src/modules/campaign/flow/publish"
import { createCampaign } from "../../../src/modules/campaign/flow/store"
import { createTemplate } from "../../../src/modules/content/templates/templates"
import { createField } from "../../../src/modules/profile/fields/store"
import { writeBatch } from "../../../src/modules/profile/events/batch"
import { createAudience } from "../../../src/modules/segment/audience/store"
import type { CampaignPlan } from "../../../src/types/campaign-plan"
import { connect } from "./database"
import { OPTIONS } from "./setup"

export const ZONE = "Europe/Berlin"
export const START = new Date("2026-03-27T12:00:00.137Z")
/** Berlin changes on 29 March, Lord Howe by half an hour on 5 April; New York has changed already. */
const ZONES = ["Europe/Berlin", "Australia/Lord_Howe", "America/New_York", null]
const PEOPLE = 12

export type Person = {
  id: number
  zone: string
  orders: number
  subscribed: boolean
  wedding: string | null
}

/** Twelve people of all kinds; what they are does not change but by what campaigns do to them. */
export const PERSONS: Person[] = Array.from({ length: PEOPLE }, (_, i) => ({
  id: i + 1,
  zone: ZONES[i % 4] ?? ZONE,
  orders: i % 3,
  subscribed: i % 5 !== 0,
  wedding: i % 2 ? `2026-04-${String(i).padStart(2, "0")}` : null,
}))

/** What a step of a campaign names, by what it is called in a plan. */
export type Things = { email: string; in_app: string; audience: string; audienceNo: number }

/** What happens to somebody: `id` counts once, however often it is told. */
export type Told = { id: string; person: number; name: string; at: Date; total: number }

/** A worker of its own: its connections, and what it remembers. */
type Worker = { name: string; db: Db; looks: Looks }

/** A shop's tables without its server: people, events, campaigns, and two workers that walk them. */
export class CampaignWorld {
  private readonly workers: Worker[]

  private constructor(
    readonly db: Db,
    readonly things: Things,
    private readonly url: string
  ) {
    this.workers = ["one", "two"].map((name) => this.worker(name))
  }

  static async open(): Promise<CampaignWorld> {
    const { DB_USERNAME, DB_PASSWORD, DB_HOST, DB_PORT } = process.env
    const server = `postgres://${DB_USERNAME}:${DB_PASSWORD}@${DB_HOST}:${DB_PORT}/`
    const name = `engage_walk_${randomUUID().slice(0, 8)}`
    const maker = connect(`${server}postgres`, 1)
    // A copy of the tables that global-setup.mjs has made.
    await maker.raw(`create database "${name}"`)
    await maker.destroy()
    const url = `${server}${name}`
    const db = connect(url)
    const rows = JSON.stringify(
      PERSONS.map((one) => ({ ...one, time_zone: ZONES[(one.id - 1) % 4] }))
    )
    await execute(
      db,
      `insert into engage_profile (id, email, email_status, orders, subscribed, time_zone, custom)
       overriding system value
       select id, 'p' || id || '@shop.example', 'valid', orders, subscribed::int, time_zone,
         jsonb_strip_nulls(jsonb_build_object('wedding', wedding))
       from jsonb_to_recordset(:rows::jsonb)
         as r (id bigint, orders int, subscribed boolean, time_zone text, wedding text)`,
      { rows }
    )
    await execute(
      db,
      `insert into engage_consent (profile_id, channel, topic, state, since, method)
       select id, 'email', '*', 'subscribed', now(), 'test' from engage_profile where subscribed = 1`
    )
    const field = { scope: "profile", key: "score", label: "Score", type: "number" } as const
    await createField(db, field)
    await createField(db, { ...field, key: "wedding", label: "Wedding", type: "date" })
    return new CampaignWorld(db, await things(db), url)
  }

  async close(): Promise<void> {
    await Promise.all([this.db, ...this.workers.map(({ db }) => db)].map((db) => db.destroy()))
  }

  /** Takes back what earlier campaigns did, and publishes one. */
  async publish(plan: CampaignPlan): Promise<string> {
    await this.db.raw(`
      truncate engage_campaign, engage_campaign_version, engage_campaign_run, engage_enrollment, engage_step_pass,
        engage_errand, engage_message, engage_chunk, engage_run, engage_run_slot, engage_event, engage_event_key,
        engage_purchase, engage_audience_member cascade`)
    await this.db.raw(`update engage_profile set custom = custom - 'score'`)
    const { id } = await createCampaign(this.db, { name: "Any", plan }, START)
    await publishCampaign(this.db, id, OPTIONS, START)
    return id
  }

  /** Tells what happened, as the tracker or a server does. */
  async tell(events: Told[], now: Date): Promise<void> {
    const news = events.map(({ id, person, name, at, total }) => ({
      name,
      at,
      source: "server",
      messageId: id,
      properties: { total, object: id },
      person: { kind: "profile" as const, value: String(person) },
    }))
    if (news.length) await writeBatch(this.db, news, [], now, new Set())
  }

  async buy(person: number, at: Date): Promise<void> {
    await execute(
      this.db,
      `insert into engage_purchase (order_id, profile_id, placed_at, gross, discount, refunded, net, items, counted, currency, status)
       values (:order, :person, :at, 0, 0, 0, 0, 1, true, 'eur', 'pending')`,
      { order: randomUUID(), person, at }
    )
  }

  async anybodyDue(now: Date): Promise<boolean> {
    const due = `select 1 from engage_enrollment where ended_at is null and due_at <= :now limit 1`
    return (await query(this.db, due, { now })).length > 0
  }

  /**
   * A round of both workers at once, with what others do for steps, and of one of them killed after some ms.
   * @returns what failed
   */
  async round(now: Date, killAfter: number | null, luck: () => number): Promise<Error[]> {
    const failed: Error[] = []
    const work = async ({ db, looks }: Worker) => {
      await sleep(luck() * 4)
      await campaignRound(db, { now, zone: ZONE }, looks, (_, error) => failed.push(error))
      await this.doErrands(db, now, luck)
    }
    const done = Promise.allSettled(this.workers.map(work))
    const victim = killAfter === null ? -1 : luck() < 0.5 ? 0 : 1
    if (killAfter !== null) {
      await sleep(killAfter)
      await this.kill(this.workers[victim])
    }
    for (const one of await done) if (one.status === "rejected") failed.push(one.reason)
    if (victim >= 0) await this.replace(victim)
    return failed
  }

  /** Ends all connections of a worker, as if its process was gone. */
  private async kill({ name }: Worker): Promise<void> {
    await this.db.raw(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = ?`,
      [name]
    )
  }

  /** Begins a worker anew; it remembers nothing. */
  private async replace(no: number): Promise<void> {
    const { name, db } = this.workers[no]
    await db.destroy()
    this.workers[no] = this.worker(name)
  }

  /** Some are done, some refused, some have to be tried again, and of some nobody hears any more. */
  private async doErrands(db: Db, now: Date, luck: () => number): Promise<void> {
    const outcomes = (await takeErrands(db, now)).flatMap((errand): Outcome[] => {
      const chance = luck()
      if (chance < 0.6) return [{ errand, facts: {} }]
      if (chance < 0.9) return [{ errand, error: "no answer", final: chance < 0.7 }]
      return []
    })
    await db.transaction((trx) => endErrands(trx, outcomes, now))
  }

  private worker(name: string): Worker {
    const url = new URL(this.url)
    url.searchParams.set("application_name", name)
    return { name, db: connect(url.href, 4), looks: new Looks() }
  }
}

async function things(db: Db): Promise<Things> {
  const text = { name: "Any", subject: "Hello", preheader: "", text: "Hello" }
  const email = await createTemplate(db, { ...text, html: "<p>Hello</p>" }, START)
  const inApp = await createTemplate(db, { ...text, channel: "in_app", html: "" }, START)
  const nobody = { sql: `select id as profile_id from engage_profile where false`, params: {} }
  const audience = await createAudience(
    db,
    { name: "Any", origin: { kind: "manual" }, members: nobody, now: START },
    null
  )
  return { email: email.id, in_app: inApp.id, audience: audience.id, audienceNo: audience.no }
}
