import { templateHeads } from "../../../../modules/content/templates/heads"
import { runProgress } from "../../../../modules/delivery/ledger/progress"
import { wholePlan } from "../../../../modules/campaign/broadcast/plan"
import type { BroadcastRow } from "../../../../modules/campaign/broadcast/store"
import { waitingFor } from "../../../../modules/campaign/broadcast/waiting"
import { getAudiences } from "../../../../modules/segment/audience/store"
import { getSegments } from "../../../../modules/segment/store"
import type { Broadcast, Target } from "../../../../types/broadcast"
import type { EngageContext } from "../../../context"

/** Broadcasts as the API gives them, with the names of what they point to. */
export async function presentBroadcasts(
  { db, now }: EngageContext,
  rows: BroadcastRow[]
): Promise<Broadcast[]> {
  const segmentIds = rows.flatMap((row) => [row.segment_id ?? [], row.exclude_segment_ids].flat())
  const targets = new Map<string, Target>([
    ...(await getSegments(db, segmentIds)).map(target("segment")),
    ...(await getAudiences(db, segmentIds)).map(target("audience")),
  ])
  const templates = await templateHeads(
    db,
    rows.flatMap((row) => row.template_id ?? [])
  )
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      name: row.name,
      folder: row.folder,
      tags: row.tags,
      status: row.status,
      series_id: row.series_id,
      channel: row.channel,
      topic: row.topic,
      segment: (row.segment_id && targets.get(row.segment_id)) || null,
      exclude_segments: row.exclude_segment_ids.flatMap((id) => targets.get(id) ?? []),
      template: (row.template_id && templates.get(row.template_id)) || null,
      attribution_days: row.attribution_days,
      attribution_terms: row.attribution_terms,
      plan: wholePlan(row.plan),
      collect_at: row.collect_at?.toISOString() ?? null,
      note: row.note,
      archived_at: row.archived_at?.toISOString() ?? null,
      ...(await standing(db, row, now)),
      created_at: row.created_at.toISOString(),
      updated_at: row.updated_at.toISOString(),
      started_at: row.started_at?.toISOString() ?? null,
      finished_at: row.finished_at?.toISOString() ?? null,
    }))
  )
}

/** How far a broadcast is, and why the rest waits. */
async function standing(
  db: EngageContext["db"],
  { run_id, status, collect_at }: BroadcastRow,
  now: Date
): Promise<Pick<Broadcast, "progress" | "waiting">> {
  const progress = run_id === null ? null : await runProgress(db, run_id)
  const at = collect_at?.toISOString() ?? null
  return { progress, waiting: waitingFor({ status, collect_at: at }, progress, now) }
}

const target =
  (kind: Target["kind"]) =>
  ({ id, name }: { id: string; name: string }): [string, Target] => [id, { kind, id, name }]

/** One broadcast as the API gives it. */
export async function presentBroadcast(
  context: EngageContext,
  row: BroadcastRow
): Promise<Broadcast> {
  return (await presentBroadcasts(context, [row]))[0]
}
