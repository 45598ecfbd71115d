import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { addHours } from "date-fns"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import { newWebhookSecret } from "../../../lib/webhook/sign"
import type { WebhookStatus } from "../../../types/webhook"
import type { OutboundType } from "../feed/catalogue"
import { listen } from "../feed/follow"
import {
  INSERT_WEBHOOK,
  LIST_WEBHOOKS,
  SECRET,
  SET_DELETED,
  SET_SECRET,
  SET_STATUS,
  UPDATE_WEBHOOK,
  WANTED_TYPES,
} from "../sql/webhook"

/** How long the old secret signs too after a new one was made, in hours. */
const BOTH_HOURS = 24

/** An address that is told of what happens. Its secret never leaves the server after it was shown once. */
export type WebhookRow = {
  id: string
  url: string
  description: string
  types: OutboundType[]
  status: WebhookStatus
  stopped_because: string | null
  secret_hint: string
  failing_since: Date | null
  created_at: Date
  updated_at: Date
  last_at: Date | null
  /** Deliveries that wait, and that were given up; counted up to 1,001. */
  waiting: number
  failed: number
}

export type NewWebhook = { url: string; description: string; types: OutboundType[] }
export type WebhookChange = Partial<NewWebhook> & { status?: "active" | "paused" }

/** All webhooks, the newest first; there are few. */
export async function listWebhooks(db: Db): Promise<WebhookRow[]> {
  return query<WebhookRow>(db, LIST_WEBHOOKS, { id: null })
}

/** One webhook. @throws MedusaError `not_found` */
export async function getWebhook(db: Db, id: string): Promise<WebhookRow> {
  return (await queryOne<WebhookRow>(db, LIST_WEBHOOKS, { id })) ?? notFound(id)
}

/** Makes a webhook with a secret of its own, which hears of what happens from now on. @returns its id */
export async function createWebhook(db: Db, input: NewWebhook, now: Date): Promise<string> {
  const made = { id: generateEntityId(undefined, "ewhk"), secret: newWebhookSecret() }
  await db.transaction(async (trx) => {
    await execute(trx, INSERT_WEBHOOK, { ...input, ...made, now })
    await listenAgain(trx)
  })
  return made.id
}

/** The secret of a webhook that has just been made. */
export async function showSecret(db: Db, id: string): Promise<string> {
  return (await queryOne<{ secret: string }>(db, SECRET, { id }))!.secret
}

/** Changes a webhook; what is left out stays. @throws MedusaError `not_found` */
export async function updateWebhook(
  db: Db,
  id: string,
  { status, ...change }: WebhookChange,
  now: Date
): Promise<void> {
  const { url = null, description = null, types = null } = change
  await db.transaction(async (trx) => {
    const changed = await execute(trx, UPDATE_WEBHOOK, { id, url, description, types, now })
    if (!changed) notFound(id)
    if (status) await execute(trx, SET_STATUS, { id, status, now })
    await listenAgain(trx)
  })
}

/** Makes a new secret; the old one signs as well for a day. @returns it, for this once @throws MedusaError `not_found` */
export async function renewSecret(db: Db, id: string, now: Date): Promise<string> {
  const secret = newWebhookSecret()
  const until = addHours(now, BOTH_HOURS)
  if (!(await execute(db, SET_SECRET, { id, secret, until, now }))) notFound(id)
  return secret
}

/** Deletes a webhook, or brings it back; what waited for it is never sent while it is gone. */
export async function setWebhookDeleted(
  db: Db,
  id: string,
  deleted: boolean,
  now: Date
): Promise<void> {
  await db.transaction(async (trx) => {
    await execute(trx, SET_DELETED, { id, deleted, now })
    await listenAgain(trx)
  })
}

/** Every type that some webhook tells of. */
export async function wantedTypes(db: Db): Promise<OutboundType[]> {
  return (await queryOne<{ types: OutboundType[] }>(db, WANTED_TYPES))!.types
}

async function listenAgain(trx: Db): Promise<void> {
  await listen(trx, "webhooks", await wantedTypes(trx))
}

function notFound(id: string): never {
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `Webhook with id ${id} was not found`)
}
