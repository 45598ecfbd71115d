import { templateHeads } from "../../../../modules/content/templates/heads"
import { runProgress } from "../../../../modules/delivery/ledger/progress"
import type { BroadcastRow } from "../../../../modules/campaign/broadcast/store"
import { getAudiences } from "../../../../modules/segment/audience/store"
import { getSegments } from "../../../../modules/segment/store"
import type { Broadcast } from "../../../../types/broadcast"
import type { EngageContext } from "../../../context"

/** Broadcasts as the API gives them, with the names of what they point to. */
export async function presentBroadcasts(
  { db }: EngageContext,
  rows: BroadcastRow[]
): Promise<Broadcast[]> {
  const segmentIds = rows.flatMap((row) => [row.segment_id ?? [], row.exclude_segment_ids].flat())
  const segments = new Map(
    [...(await getSegments(db, segmentIds)), ...(await getAudiences(db, segmentIds))].map(
      ({ id, name }) => [id, { id, name }]
    )
  )
  const templates = await templateHeads(
    db,
    rows.flatMap((row) => row.template_id ?? [])
  )
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      name: row.name,
      status: row.status,
      channel: row.channel,
      topic: row.topic,
      segment: (row.segment_id && segments.get(row.segment_id)) || null,
      exclude_segments: row.exclude_segment_ids.flatMap((id) => segments.get(id) ?? []),
      template: (row.template_id && templates.get(row.template_id)) || null,
      attribution_days: row.attribution_days,
      progress: row.run_id === null ? null : await runProgress(db, row.run_id),
      created_at: row.created_at.toISOString(),
      updated_at: row.updated_at.toISOString(),
      started_at: row.started_at?.toISOString() ?? null,
      finished_at: row.finished_at?.toISOString() ?? null,
    }))
  )
}

/** One broadcast as the API gives it. */
export async function presentBroadcast(
  context: EngageContext,
  row: BroadcastRow
): Promise<Broadcast> {
  return (await presentBroadcasts(context, [row]))[0]
}
