import { decodeCursor, page } from "../../../lib/cursor"
import { type Db, execute, query } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { EmailTypoPerson, TypoDecision } from "../../../types/quality"
import { fullName, PROFILE_ID } from "../read/row"
import { DECIDE_FOR_PEOPLE, FORGET_DECISION, LIST_TYPO_PEOPLE } from "./sql/domains"

/** People whose address has a domain that may be a slip. */
export async function listTypoPeople(
  db: Db,
  domain: string,
  { limit, cursor }: { limit: number; cursor?: string }
): Promise<{ people: EmailTypoPerson[]; next_cursor: string | null }> {
  const found = await query<{
    id: number
    first_name: string | null
    last_name: string | null
    address: string
    suggestion: string
    decision: TypoDecision | null
  }>(db, LIST_TYPO_PEOPLE, {
    domain,
    after: decodeCursor(cursor)?.id ?? 0,
    limit: limit + 1,
  })
  const { rows, next_cursor } = page(found, limit, (row) => ({ value: null, id: row.id }))
  const ids = await publicIds(db)
  const people = rows.map((row) => ({
    profile_id: ids.seal(PROFILE_ID, row.id),
    name: fullName(row),
    address: row.address,
    suggestion: row.address.trim().slice(0, -domain.length) + row.suggestion,
    decision: row.decision,
  }))
  return { people, next_cursor }
}

/** Decides for one person, whatever is decided for the domain; null leaves them to what is decided for the domain. */
export async function decideTypoOf(
  db: Db,
  profile: number,
  decision: TypoDecision | null,
  by: { actor: string | null; now: Date }
): Promise<void> {
  if (decision) await execute(db, DECIDE_FOR_PEOPLE, { profiles: [profile], decision, ...by })
  else await execute(db, FORGET_DECISION, { profile })
}
