import { type Db, execute } from "../../../lib/db"

const MARK_SEGMENTS = `
  insert into engage_segment_dirty (profile_id)
  select unnest(:profiles::bigint[]) order by 1
  on conflict do nothing
`

/** Remembers that the facts of some profiles changed, for whoever keeps segments current. */
export async function markSegmentsDirty(db: Db, profiles: number[]): Promise<void> {
  await execute(db, MARK_SEGMENTS, { profiles })
}
