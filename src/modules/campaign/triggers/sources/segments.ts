import { z } from "@medusajs/framework/zod"
import { RFM_GROUPS } from "../../../../types/profile"
import { VALUE_LOG } from "../../../profile/tables"
import { MEMBERSHIP_LOG, SEGMENT } from "../../../segment/tables"
import type { SqlFragment } from "../../../../lib/db"
import type { Known } from "../../flow/known-things"
import { type TriggerSource } from "../source"

const segment_id = z.string().max(100)
const uses = (trigger: { segment_id: string }) => ({ segments: [trigger.segment_id] })
const problem = (trigger: { segment_id: string }, known: Known) =>
  known.segments.has(trigger.segment_id) ? undefined : "Choose the segment that lets people in"

/** Who entered or left a segment. */
function moved(segment: string, entered: boolean): SqlFragment {
  return {
    sql: `
      select l.profile_id, 'segment ' || extract(epoch from l.at) as key, l.at, '{}'::jsonb as context
      from ${MEMBERSHIP_LOG} l
      where l.segment_no = (select no from ${SEGMENT} where id = :segment) and l.entered = :entered
        and l.at > :since::timestamptz and l.at >= :live_since::timestamptz
    `,
    params: { segment, entered },
  }
}

export const segmentEntered: TriggerSource<"segment_entered"> = {
  schema: { segment_id, members: z.boolean() },
  mark: "segment_news",
  uses,
  problem,
  find: (trigger) => moved(trigger.segment_id, true),
}

export const segmentLeft: TriggerSource<"segment_left"> = {
  schema: { segment_id },
  mark: "segment_news",
  uses,
  problem,
  find: (trigger) => moved(trigger.segment_id, false),
}

const group = z.enum(RFM_GROUPS).nullable()

/** Somebody comes into another RFM group: from one or any, to one or any. */
export const rfmChanged: TriggerSource<"rfm_changed"> = {
  schema: { from: group, to: group },
  mark: "value_log",
  noted: `select 1 from ${VALUE_LOG} v where v.kind = 'metric' and v.key = 'rfm_group' limit 1`,
  find: ({ from, to }) => ({
    sql: `
      select v.profile_id, 'value ' || v.id as key, v.at, jsonb_build_object('from', v.old, 'to', v.new) as context
      from ${VALUE_LOG} v
      where v.id > :mark::bigint and v.kind = 'metric' and v.key = 'rfm_group'
        and (:from::text is null or v.old = :from) and (:to::text is null or v.new = :to)
        and v.at >= :live_since::timestamptz
    `,
    params: { from, to },
  }),
}
