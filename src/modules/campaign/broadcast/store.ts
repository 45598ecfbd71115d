import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { decodeTimeCursor, page } from "../../../lib/cursor"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import { type FiledFilter, filedParams } from "../../../lib/filed"
import type { AttributionTerms } from "../../../types/attribution"
import type { SendingChannel } from "../../../types/common"
import { type BroadcastStatus, ON_ITS_WAY } from "../../../types/broadcast"
import type { BroadcastPlan } from "../../../types/broadcast-plan"
import {
  BROADCAST_BY_ID,
  BROADCASTS_USING,
  INSERT_BROADCAST,
  LIST_BROADCASTS,
  SET_DELETED,
  UPDATE_BROADCAST,
} from "../sql/broadcast"

/** A broadcast as stored. */
export type BroadcastRow = {
  id: string
  name: string
  /** The empty one is none. */
  folder: string
  tags: string[]
  status: BroadcastStatus
  /** Set from the first run of a repeating one on. */
  series_id: string | null
  channel: SendingChannel
  topic: string
  segment_id: string | null
  exclude_segment_ids: string[]
  template_id: string | null
  /** Days after sending in which a purchase may be credited; null: as the shop has it, terms included. */
  attribution_days: number | null
  attribution_terms: AttributionTerms
  /** What differs from the defaults. */
  plan: Partial<BroadcastPlan>
  collect_at: Date | null
  note: string | null
  archived_at: Date | null
  run_id: number | null
  started_at: Date | null
  finished_at: Date | null
  created_at: Date
  updated_at: Date
}

export type BroadcastInput = Pick<
  BroadcastRow,
  | "name"
  | "folder"
  | "channel"
  | "topic"
  | "segment_id"
  | "exclude_segment_ids"
  | "template_id"
  | "attribution_days"
  | "attribution_terms"
  | "plan"
>

export type BroadcastChange = Partial<BroadcastInput> & {
  /** Puts it away, or takes it out again. */
  archived?: boolean
}

/** What may change once a broadcast has started: nothing that was sent, only how it is looked at. */
const AFTER_START: (keyof BroadcastInput)[] = [
  "name",
  "folder",
  "attribution_days",
  "attribution_terms",
]

/** Saves a new draft. */
export async function createBroadcast(db: Db, input: BroadcastInput): Promise<BroadcastRow> {
  const id = generateEntityId(undefined, "brd")
  return (await queryOne<BroadcastRow>(db, INSERT_BROADCAST, {
    id,
    ...input,
    attribution_terms: JSON.stringify(input.attribution_terms),
    plan: JSON.stringify(input.plan),
  }))!
}

/**
 * Changes what is given and leaves the rest; of the plan, the parts that are given.
 * @param collectAt - when a scheduled broadcast with that plan is collected
 * @throws MedusaError `not_allowed` when the broadcast has started and more than its name or attribution would change, or
 * when it is to be put away while it is on its way
 */
export async function updateBroadcast(
  db: Db,
  id: string,
  { archived, ...change }: BroadcastChange,
  collectAt: (plan: Partial<BroadcastPlan>) => Promise<Date>
): Promise<BroadcastRow> {
  const before = await getBroadcast(db, id)
  if (archived && ON_ITS_WAY.includes(before.status))
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `archived: the broadcast is ${before.status}; let it end or cancel it first`
    )
  const locked = (Object.keys(change) as (keyof BroadcastInput)[]).filter(
    (key) =>
      !AFTER_START.includes(key) && JSON.stringify(change[key]) !== JSON.stringify(before[key])
  )
  const open = before.status === "draft" || before.status === "scheduled"
  if (!open && locked.length) refuseStarted(locked)
  const next = { ...inputOf(before), ...change, plan: { ...before.plan, ...change.plan } }
  const collect_at = before.status === "scheduled" ? await collectAt(next.plan) : before.collect_at
  const row = await queryOne<BroadcastRow>(db, UPDATE_BROADCAST, {
    id,
    ...next,
    attribution_terms: JSON.stringify(next.attribution_terms),
    plan: JSON.stringify(next.plan),
    archived: archived ?? null,
    collect_at,
    started: !locked.length,
  })
  // It was started between our look and our write.
  return row ?? refuseStarted(locked)
}

/** Takes a draft away, or brings it back. @throws MedusaError `not_allowed` when it has started */
export async function setBroadcastDeleted(db: Db, id: string, deleted: boolean): Promise<void> {
  if (await execute(db, SET_DELETED, { id, deleted })) return
  await getBroadcast(db, id)
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    "A broadcast that has started cannot be deleted: its messages and report are part of the record"
  )
}

/** @throws MedusaError `not_found` */
export async function getBroadcast(db: Db, id: string): Promise<BroadcastRow> {
  const row = await queryOne<BroadcastRow>(db, BROADCAST_BY_ID, { id })
  if (!row)
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Broadcast with id ${id} was not found`)
  return row
}

/** A page of broadcasts, newest first. */
export async function listBroadcasts(
  db: Db,
  input: FiledFilter & { status?: BroadcastStatus; limit: number; cursor?: string }
): Promise<{ rows: BroadcastRow[]; next_cursor: string | null }> {
  const cursor = decodeTimeCursor(input.cursor)
  const rows = await query<BroadcastRow>(db, LIST_BROADCASTS, {
    ...filedParams(input),
    status: input.status ?? null,
    after: cursor?.value ?? null,
    after_id: cursor?.id ?? null,
    limit: input.limit + 1,
  })
  return page(rows, input.limit, (row) => ({ value: row.created_at.toISOString(), id: row.id }))
}

export type SegmentUse = {
  kind: "broadcast"
  id: string
  name: string
  status: BroadcastStatus
  segment_id: string
}

/** Broadcasts that send to some segments or leave them out, latest first. */
export async function broadcastsUsing(db: Db, segments: string[]): Promise<SegmentUse[]> {
  const rows = await query<Omit<SegmentUse, "kind">>(db, BROADCASTS_USING, { segments })
  return rows.map((row) => ({ kind: "broadcast", ...row }))
}

/** What can be set of a broadcast. */
export function inputOf(row: BroadcastRow): BroadcastInput {
  const { name, folder, channel, topic, segment_id, exclude_segment_ids, template_id } = row
  const { attribution_days, attribution_terms, plan } = row
  return {
    name,
    folder,
    channel,
    topic,
    segment_id,
    exclude_segment_ids,
    template_id,
    attribution_days,
    attribution_terms,
    plan,
  }
}

function refuseStarted(fields: string[]): never {
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `${fields[0] ?? "broadcast"}: cannot change once the broadcast has started; only its name and how orders are credited can`
  )
}
