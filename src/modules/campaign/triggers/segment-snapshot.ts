import { type Db, prefixed, queryOne, type SqlFragment } from "../../../lib/db"
import { wallTime } from "../../../lib/zoned-time"
import type { CampaignPlan } from "../../../types/campaign-plan"
import type { SegmentSnapshot } from "../../../types/campaign-preview"
import type { TriggerOf } from "../../../types/campaign-trigger"
import { reentryParams } from "../flow/reentry-params"
import { MEMBERS_BEFORE, membersToCome } from "../sql/preview"
import { nextDate } from "./next-entry"

type Dated = TriggerOf<"date"> | TriggerOf<"repeat">
type Asked = {
  /** The campaign whose people count as having been in; none for one that is not saved. */
  id: string | null
  reentry: CampaignPlan["reentry"]
  /** Who may come in besides; null for everybody. */
  rules: SqlFragment | null
}

/** Whom the segment of a date would bring: its members now, who of them have been in, and who would come at the next date. */
export async function segmentSnapshot(
  db: Db,
  trigger: Dated,
  { id, reentry, rules }: Asked,
  { now, zone }: { now: Date; zone: string }
): Promise<SegmentSnapshot> {
  const of = { id, segment: trigger.segment_id }
  const before = await queryOne<{ members: number; been_in: number }>(db, MEMBERS_BEFORE, of)
  const at = nextDate(trigger, now, zone)
  if (!at) return { ...before!, next_at: null, would_come: null }
  const key =
    trigger.type === "date" ? `date ${trigger.at}` : `day ${wallTime(at, zone).slice(0, 10)}`
  const may = rules && prefixed(rules, "may")
  const coming = await queryOne<{ people: number }>(db, membersToCome(may?.sql ?? null), {
    ...may?.params,
    ...of,
    ...{ key, at },
    ...reentryParams(reentry),
  })
  return { ...before!, next_at: at.toISOString(), would_come: coming!.people }
}
