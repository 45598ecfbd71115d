import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import {
  ANONYMISE_LINES,
  ANONYMISE_PROFILES,
  ANONYMISE_PURCHASES,
  ERASE_EVENT_KEYS,
  ERASE_SOURCE_REQUESTS,
  ERASED_ROWS,
  FORGET_MERGES,
  KEEP_IDENTITIES,
  LOG_PRIVACY,
} from "../sql/privacy"
import { LOCK } from "../sync/pass"

/** A person whose data is to go, with the keys by which Medusa's old orders still name them. */
export type Subject = { profiles: number[]; customers: string[]; emails: string[] }

/** Rows that are gone or anonymised, by table. */
export type ErasedRows = Record<string, number>

/**
 * Takes everything personal away from what this module stores of somebody, inside the caller's transaction. What is left is a
 * number with its purchases' values, so that sums stay true, and hashes by which an old order finds that number again instead
 * of making the person known anew.
 */
export async function erasePerson(db: Db, subject: Subject, now: Date): Promise<ErasedRows> {
  const { profiles, customers, emails } = subject
  const rows: ErasedRows = {}
  rows.engage_event_key = await execute(db, ERASE_EVENT_KEYS, { profiles })
  rows.engage_source_request = await execute(db, ERASE_SOURCE_REQUESTS, { emails })
  await execute(db, KEEP_IDENTITIES, { profile: profiles[0], customers, emails, now })
  await execute(db, FORGET_MERGES, { profiles })
  for (const { table, where } of ERASED_ROWS)
    rows[table] = await execute(db, `delete from ${table} where ${where}`, { profiles })
  rows.engage_purchase = await execute(db, ANONYMISE_PURCHASES, { profiles })
  await execute(db, ANONYMISE_LINES, { profiles })
  rows.engage_profile = await execute(db, ANONYMISE_PROFILES, { profiles, now })
  return rows
}

/** Notes what was done with a person's data. */
export async function logPrivacy(
  db: Db,
  entry: {
    action: "export" | "erase"
    profile: number
    actor: string | null
    reason: string | null
    rows: ErasedRows
    now: Date
  }
): Promise<void> {
  await execute(db, LOG_PRIVACY, { ...entry, rows: JSON.stringify(entry.rows) })
}

const KEYS = `
  select i.kind, i.value from engage_identity i where i.profile_id = any(:profiles::bigint[]) and i.kind in ('customer', 'email')
`
const IS_MERGED = `select 1 from engage_profile where id = :profile and merged_into is not null`
const MERGED_AND = `
  with recursive person as (
    select id from engage_profile where id = :profile
    union
    select p.id from engage_profile p join person on p.merged_into = person.id
  )
  select id::float8 as id from person
`

/** A person with everybody who was merged into them, the person first. */
export async function findSubject(db: Db, profile: number): Promise<Subject> {
  const merged = (await query<{ id: number }>(db, MERGED_AND, { profile })).map((row) => row.id)
  const profiles = [profile, ...merged.filter((id) => id !== profile)]
  const keys = await query<{ kind: string; value: string }>(db, KEYS, { profiles })
  const of = (kind: string) => keys.filter((key) => key.kind === kind).map((key) => key.value)
  return { profiles, customers: of("customer"), emails: of("email") }
}

/**
 * Keeps merges and the sync away from somebody until the transaction ends.
 * @throws MedusaError `not_allowed` when a merge or its undoing has come between since {@link findSubject}
 */
export async function holdSubject(db: Db, { profiles }: Subject): Promise<void> {
  await execute(db, LOCK)
  const [profile] = profiles
  const now = (await findSubject(db, profile)).profiles
  const same = now.length === profiles.length && now.every((id) => profiles.includes(id))
  if (same && !(await queryOne(db, IS_MERGED, { profile }))) return
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    "This person has just been merged with another: reload the page and erase again"
  )
}
