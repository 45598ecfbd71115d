import { type Db, query } from "../../../src/lib/db"
import type { Things } from "./campaign-world"

/** Everything that is to be looked at when the last round is over. */
export async function recordOf(db: Db, campaign: string, { audienceNo }: Things) {
  const enrollments = await query<Enrollment>(
    db,
    `select id::int, profile_id::int as person, entered_at, ended_at, step, due_at, reason, moves, path, context, found
     from engage_enrollment where campaign_id = :campaign order by id`,
    { campaign }
  )
  const passes = await query<{ step: string; way: string; people: number }>(
    db,
    `select step, way, sum(people)::int as people from engage_step_pass where campaign_id = :campaign group by 1, 2`,
    { campaign }
  )
  const messages = await query<{ step: string; person: number; sent: number; not_sent: number }>(
    db,
    `select r.step, m.profile_id::int as person, count(*) filter (where m.state <> 4)::int as sent,
       count(*) filter (where m.state = 4)::int as not_sent
     from engage_message m join engage_campaign_run r on r.run_id = m.run_id where r.campaign_id = :campaign group by 1, 2`,
    { campaign }
  )
  const errands = await query<{ enrollment: number; moves: number; way: string | null }>(
    db,
    `select enrollment_id::int as enrollment, moves, way from engage_errand where campaign_id = :campaign`,
    { campaign }
  )
  const [{ members, scored }] = await query<{ members: number[]; scored: number[] }>(
    db,
    `select array(select profile_id::int from engage_audience_member where audience_no = :audienceNo order by 1) as members,
       array(select id::int from engage_profile where (custom ->> 'score')::int = 7 order by 1) as scored`,
    { audienceNo }
  )
  return { enrollments, passes, messages, errands, members, scored }
}
export type WalkRecord = Awaited<ReturnType<typeof recordOf>>
export type Enrollment = {
  id: number
  person: number
  entered_at: Date
  ended_at: Date | null
  step: string | null
  due_at: Date | null
  reason: string | null
  moves: number
  /** Step, way out, and second, for each step done. */
  path: [string, string, number][]
  context: { total?: number; object?: string }
  found: string | null
}
