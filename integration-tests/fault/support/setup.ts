import { randomUUID } from "node:crypto"
import type { Db } from "../../../src/lib/db"
import { Engine } from "../../../src/lib/engine"
import { type EngageOptions, parseOptions } from "../../../src/lib/options"
import { publishContent } from "../../../src/modules/content/publish/publish"
import { Deliverer } from "../../../src/modules/delivery/engine/deliverer"
import { freezeRun } from "../../../src/modules/delivery/ledger/freeze"
import type { Account } from "../../../src/modules/delivery/limits/account"
import { createRun } from "../../../src/modules/delivery/ledger/runs"
import type { Provider } from "../../../src/providers/provider"
import { connect, createDatabase } from "./database"

export const SENDER = { name: "Test shop", email: "shop@engage.example" }

/** Everybody who is on the table, as an audience. */
export const EVERYBODY = { sql: `select id as profile_id from engage_profile`, params: {} }

export const OPTIONS: EngageOptions = parseOptions({ currency: "eur", sender: SENDER })

export const quiet = {
  info: () => undefined,
  warn: () => undefined,
  error: (text: string) => process.stderr.write(`${text}\n`),
} as never

/** A database of its own with that many subscribed people, on the server that the test run started. */
export async function shopWithPeople(people: number): Promise<{ db: Db; url: string }> {
  const { DB_USERNAME, DB_PASSWORD, DB_HOST, DB_PORT } = process.env
  const server = `postgres://${DB_USERNAME}:${DB_PASSWORD}@${DB_HOST}:${DB_PORT}/postgres`
  const url = await createDatabase(server, `engage_fault_${randomUUID().slice(0, 8)}`)
  const db = connect(url)
  await addPeople(db, people)
  return { db, url }
}

/** That many people who get e-mails. */
export async function addPeople(db: Db, people: number): Promise<void> {
  await db.raw(
    `insert into engage_profile (email, email_status, first_name, last_name, subscribed)
     select 'person' || i || '@shop.example', 'valid', 'First' || i, 'Last' || i, 1
     from generate_series(1, ?::int) i`,
    [people]
  )
  await db.raw(
    `insert into engage_consent (profile_id, channel, topic, state, since, method)
     select id, 'email', '*', 'subscribed', now(), 'test' from engage_profile`
  )
}

/** A run of a small personal message to everybody, frozen and ready to be sent. */
export async function startedRun(db: Db, provider = "smtp"): Promise<number> {
  const now = new Date()
  const content = {
    subject: "Hello {{ profile.first_name }}",
    preheader: "",
    html: `<html><body><p>Hello {{ profile.name }}</p><a href="https://shop.example/">Shop</a></body></html>`,
    text: null,
  }
  const contentId = await publishContent(db, content, { channel: "email", now })
  const runId = await createRun(db, {
    kind: "broadcast",
    ref: "bc_fault",
    title: "Fault",
    channel: "email",
    topic: "news",
    provider,
    contentId,
    sender: SENDER,
    now,
  })
  await freezeRun(db, runId, EVERYBODY, null, now)
  return runId
}

/** An engine at work in this process; `stop` ends it as a clean shutdown does. */
export function startEngine(db: Db, provider: Provider, leaseMs?: number, account?: Account) {
  const deliverer = new Deliverer({
    db,
    logger: quiet,
    options: OPTIONS,
    provider,
    leaseMs,
    account,
  })
  const engine = new Engine({
    name: "deliver",
    step: (signal) => deliverer.step(signal),
    idleMs: 50,
    logger: quiet,
  })
  engine.start()
  return {
    async stop() {
      await engine.stop()
      await deliverer.drain()
    },
  }
}

/** Looks until `condition` holds; fails loudly when it does not within `ms`. */
export async function until(
  what: string,
  condition: () => Promise<boolean> | boolean,
  ms = 60_000
): Promise<void> {
  for (const start = Date.now(); Date.now() - start < ms;) {
    if (await condition()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`${what}: not within ${ms} ms`)
}
