import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { wake } from "../../../lib/wake"
import type { BroadcastPlan } from "../../../types/broadcast-plan"
import { assertChannel, assertTemplate, publishContent } from "../../content/publish/publish"
import { getTemplate } from "../../content/templates/templates"
import { zonesOfPeople } from "../../delivery/ledger/judgement"
import { createRun, type NewRun } from "../../delivery/ledger/runs"
import { senderOf } from "../../delivery/senders/choose"
import { cascadeTemplates, publishCascade } from "../cascade/publish"
import {
  CLAIM_DUE,
  NOTE_PROBLEM,
  SCHEDULE_BROADCAST,
  START_BROADCAST,
  UNSCHEDULE_BROADCAST,
} from "../sql/broadcast"
import { assertShares, publishVariants, variantParts } from "./ab"
import { assertFuture, collectAt, wholePlan, windowOf } from "./plan"
import { planNext, passOverMissed } from "./series"
import { type BroadcastRow, getBroadcast } from "./store"

export const BROADCAST_RUN = "broadcast"

/**
 * Starts a broadcast, or schedules it if its plan names a time. Two people who press the button at once start it once.
 * @throws MedusaError `not_allowed` when it is no draft, or lacks its audience or message; `invalid_data` when its time
 * has passed or its template has a mistake
 */
export async function startBroadcast(
  db: Db,
  id: string,
  options: EngageOptions,
  now: Date
): Promise<void> {
  const broadcast = await getBroadcast(db, id)
  if (broadcast.status !== "draft") refuse("The broadcast has been started already")
  const plan = wholePlan(broadcast.plan)
  if (plan.schedule.mode === "now") return launch(db, broadcast, options, now)
  const { template } = await needed(db, broadcast)
  assertTemplate(template)
  assertChannel(template, broadcast.channel)
  await cascadeTemplates(db, broadcast.channel, plan.cascade)
  await senderOf(db, plan.sender, options)
  if (plan.ab) {
    assertShares(plan.ab)
    for (const { sender } of plan.ab.variants) if (sender) await senderOf(db, sender, options)
    for (const parts of await variantParts(db, broadcast, plan.ab)) assertTemplate(parts)
  }
  const collect_at = await scheduledAt(db, plan, options.timeZone, now)
  if (!(await execute(db, SCHEDULE_BROADCAST, { id, collect_at }))) {
    refuse("The broadcast has been started already")
  }
}

/**
 * When a broadcast with this plan is collected.
 * @throws MedusaError `invalid_data` when that has passed, or the plan names no time
 */
export async function scheduledAt(
  db: Db,
  stored: Partial<BroadcastPlan>,
  zone: string,
  now: Date
): Promise<Date> {
  const plan = wholePlan(stored)
  assertFuture(plan, zone, now)
  const at = collectAt(plan, zone, await zonesOfPeople(db))
  if (at) return at
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "plan.schedule: the broadcast is scheduled; take the schedule back before you send it at once"
  )
}

/** Makes a scheduled broadcast a draft again. @throws MedusaError `not_allowed` when it is being sent already */
export async function unscheduleBroadcast(db: Db, id: string): Promise<void> {
  if (await execute(db, UNSCHEDULE_BROADCAST, { id })) return
  refuse(
    `The broadcast is ${(await getBroadcast(db, id)).status}: only a scheduled one can be taken back`
  )
}

/**
 * Starts a scheduled broadcast whose time has come. What keeps one from starting is noted on it, and it is tried again a
 * minute later.
 * @returns whether there was one
 */
export async function startDue(db: Db, options: EngageOptions, now: Date): Promise<boolean> {
  let claimed: BroadcastRow | undefined
  try {
    return await db.transaction(async (trx) => {
      ;[claimed] = await query<BroadcastRow>(trx, CLAIM_DUE, { now })
      if (claimed) await startRun(trx, claimed, options, now)
      return claimed !== undefined
    })
  } catch (error) {
    if (!claimed) throw error
    await execute(db, NOTE_PROBLEM, { id: claimed.id, note: (error as Error).message, now })
    return true
  }
}

/** Starts what is due and schedules its next run, unless it is too late for it. */
async function startRun(
  db: Db,
  broadcast: BroadcastRow,
  options: EngageOptions,
  now: Date
): Promise<void> {
  if (await passOverMissed(db, broadcast, options.timeZone, now)) return
  await launch(db, broadcast, options, now)
  await planNext(db, broadcast, options.timeZone)
}

/** Freezes what a broadcast says and opens its run; its audience is frozen by the loop right after. */
async function launch(
  db: Db,
  broadcast: BroadcastRow,
  options: EngageOptions,
  now: Date
): Promise<void> {
  const { template } = await needed(db, broadcast)
  const plan = wholePlan(broadcast.plan)
  const { id, channel, topic } = broadcast
  await db.transaction(async (trx) => {
    const contentId = await publishContent(trx, template, { channel, now })
    const first: NewRun = {
      kind: BROADCAST_RUN,
      ref: id,
      title: broadcast.name,
      channel,
      topic,
      provider: options.channels[channel].provider,
      contentId,
      sender: await senderOf(trx, plan.sender, options),
      window: windowOf(plan),
      lifetimeMinutes: plan.lifetime_hours === null ? null : plan.lifetime_hours * 60,
      perMinute: plan.per_minute,
      now,
    }
    const run = await createRun(trx, first)
    await publishCascade(trx, run, first, plan.cascade, options)
    if (plan.ab) {
      await publishVariants(trx, run, broadcast, plan.ab, { sender: first.sender, options, now })
    }
    if (!(await execute(trx, START_BROADCAST, { id, run, now })))
      refuse("The broadcast has been started already")
    await wake(trx, "engage_broadcast")
  })
}

async function needed(db: Db, { segment_id, template_id }: BroadcastRow) {
  if (!segment_id) refuse("segment_id: choose whom the broadcast goes to")
  if (!template_id) refuse("template_id: choose what the broadcast says")
  return { template: await getTemplate(db, template_id) }
}

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}
