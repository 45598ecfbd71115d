import type { Db, SqlFragment } from "../../../../lib/db"
import { membersOf } from "../../../../modules/segment/read"
import { getSegment } from "../../../../modules/segment/store"

/** The members of the segment that a report is about; `undefined` for everybody. */
export async function reportBase(db: Db, segment?: string): Promise<SqlFragment | undefined> {
  return segment ? membersOf(await getSegment(db, segment)) : undefined
}
