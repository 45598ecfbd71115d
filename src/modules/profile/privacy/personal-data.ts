import { type Db, query } from "../../../lib/db"
import { FREQUENCY, PROFILE_TAG } from "../tables"

/** Everything that is stored about somebody, by what it is; rows as they lie in the database. */
export type PersonalData = { title: string; rows: Record<string, unknown>[] }[]

const OF_PERSON = `t.profile_id = any(:profiles::bigint[])`

/** What this module stores of a person: title, table, and which rows are theirs. */
const STORED: [title: string, table: string, where: string][] = [
  ["Profile", "engage_profile", "t.id = any(:profiles::bigint[])"],
  ["Contact as it was given", "engage_profile_raw", OF_PERSON],
  ["Corrections of the e-mail address", "engage_email_fix", OF_PERSON],
  ["Repaired contact values", "engage_quality_change", OF_PERSON],
  ["Messages that came back", "engage_bounce", OF_PERSON],
  ["Browsers, apps and chats that take messages", "engage_endpoint", OF_PERSON],
  ["Keys", "engage_identity", OF_PERSON],
  ["Purchases", "engage_purchase", OF_PERSON],
  [
    "Lines of purchases",
    "engage_purchase_line",
    "t.purchase_id in (select o.id from engage_purchase o where o.profile_id = any(:profiles::bigint[]))",
  ],
  ["Tags", PROFILE_TAG, OF_PERSON],
  ["Consents", "engage_consent", OF_PERSON],
  ["Proof of consents", "engage_consent_log", OF_PERSON],
  ["How often they want to hear about a topic", FREQUENCY, OF_PERSON],
  ["Changes of values", "engage_value_log", OF_PERSON],
  ["Confirmations asked for", "engage_opt_in", OF_PERSON],
  ["Events", "engage_event", OF_PERSON],
  ["Visits", "engage_session", OF_PERSON],
  ["Devices", "engage_visitor", OF_PERSON],
  [
    "Merges",
    "engage_merge",
    "t.kept = any(:profiles::bigint[]) or t.gone = any(:profiles::bigint[])",
  ],
]

/** All that this module stores of somebody. */
export function profileData(db: Db, profiles: number[]): Promise<PersonalData> {
  return readStored(db, STORED, profiles)
}

/** The rows of some tables that are somebody's; tables without any are left out. */
export async function readStored(
  db: Db,
  stored: [title: string, table: string, where: string][],
  profiles: number[]
): Promise<PersonalData> {
  const data: PersonalData = []
  for (const [title, table, where] of stored) {
    const rows = await query<{ row: Record<string, unknown> }>(
      db,
      `select jsonb_strip_nulls(to_jsonb(t)) as row from ${table} t where ${where}`,
      { profiles }
    )
    if (rows.length) data.push({ title, rows: rows.map(({ row }) => row) })
  }
  return data
}
