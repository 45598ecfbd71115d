import { decodeTimeCursor, encodeCursor, refuseCursor } from "../../../lib/cursor"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { ComparedProfile, Duplicate, DuplicateSign, MergeRules } from "../../../types/identity"
import { DUPLICATE_SIGNS } from "../../../types/identity"
import { PROFILE_ID } from "../read/row"
import {
  COMPARE,
  COUNT_DUPLICATES,
  DISMISS,
  FIND_DUPLICATES,
  LIST_DUPLICATES,
  NOTE_SAME_EMAIL,
  PAIRS_TO_MERGE,
  SAME_EMAIL_PAIRS,
} from "../sql/duplicates"
import { readState, writeState } from "../state"
import { applyWholeSettings } from "../../../lib/bulk"
import type { SyncSettings } from "../sync/settings"
import { mergeProfiles } from "./merge"

/** A value that more people share is no sign of one person. */
const MOST_SHARING = 10
/** Pairs that rules merge in one search; the next one goes on. */
const MERGES_A_SEARCH = 1_000
/** Pairs with one address that a round of the sync loop merges. */
const MERGES_A_STEP = 100

const DEFAULT_RULES: MergeRules = {
  email: "merge",
  mailbox: "suggest",
  phone: "suggest",
  name_birthday: "suggest",
  name_address: "suggest",
}

type Pair = { a: number; b: number; reasons: DuplicateSign[]; score: number; found_at: Date }
type ComparedRow = Omit<ComparedProfile, "id" | "last_order_at" | "created_at" | "currency"> & {
  id: number
  last_order_at: Date | null
  created_at: Date
}

/** What is done about each sign. The same e-mail as the shop has it always means the same person. */
export async function readMergeRules(db: Db): Promise<MergeRules> {
  return { ...DEFAULT_RULES, ...(await readState<Partial<MergeRules>>(db, "merge_rules")) }
}

/** Changes the rules; the next search follows them. */
export async function writeMergeRules(db: Db, rules: Partial<MergeRules>): Promise<MergeRules> {
  const next = { ...(await readMergeRules(db)), ...rules }
  await writeState(db, "merge_rules", next)
  return next
}

/**
 * Looks everybody through for pairs that may be one person, and merges those whose rule says so.
 * @returns how many pairs are open, and how many were merged
 */
export async function findDuplicates(
  db: Db,
  settings: SyncSettings,
  now: Date
): Promise<{ open: number; merged: number }> {
  const rules = await readMergeRules(db)
  const signs = DUPLICATE_SIGNS.filter((sign) => rules[sign] !== "off")
  await db.transaction(async (trx) => {
    await applyWholeSettings(trx)
    if (signs.length) await execute(trx, FIND_DUPLICATES(signs), { now, most: MOST_SHARING })
    else await execute(trx, `delete from engage_duplicate where dismissed_at is null`)
  })
  const merged = await mergeByRule(db, rules, settings, now)
  const row = await queryOne<{ n: number }>(db, COUNT_DUPLICATES)
  await writeState(db, "duplicates", { at: now.toISOString() })
  return { open: row!.n, merged }
}

async function mergeByRule(
  db: Db,
  rules: MergeRules,
  settings: SyncSettings,
  now: Date
): Promise<number> {
  const merging = DUPLICATE_SIGNS.filter((sign) => rules[sign] === "merge")
  if (!merging.length) return 0
  const pairs = await query<Pair>(db, PAIRS_TO_MERGE, { rules: merging, limit: MERGES_A_SEARCH })
  return mergePairs(db, pairs, merging, settings, now)
}

/**
 * Notes who has the address already that somebody's was corrected to, for {@link joinCorrected} to merge them or for staff to
 * look at, as the rule for the same e-mail says. Inside the caller's transaction.
 */
export async function noteCorrected(db: Db, profiles: number[], now: Date): Promise<void> {
  if (!profiles.length || (await readMergeRules(db)).email === "off") return
  await execute(db, NOTE_SAME_EMAIL, { profiles, now })
}

/**
 * Merges people whose corrected address another has, where the rule says so.
 * @returns whether there may be more to do
 */
export async function joinCorrected(db: Db, settings: SyncSettings, now: Date): Promise<boolean> {
  const pairs = await query<Pair>(db, SAME_EMAIL_PAIRS, { limit: MERGES_A_STEP })
  if (!pairs.length || (await readMergeRules(db)).email !== "merge") return false
  await mergePairs(db, pairs, ["email"], settings, now)
  return pairs.length === MERGES_A_STEP
}

async function mergePairs(
  db: Db,
  pairs: Pair[],
  merging: DuplicateSign[],
  settings: SyncSettings,
  now: Date
): Promise<number> {
  let merged = 0
  for (const { a, b, reasons } of pairs) {
    const people = await compare(db, [a, b])
    // One of a chain may have been merged a moment ago, or have become an account by it.
    if (people.length < 2 || people.every((person) => person.has_account)) continue
    const [kept, gone] = people
    const rule = merging.find((sign) => reasons.includes(sign))!
    await mergeProfiles(db, { kept: kept.id, gone: gone.id, rule, now }, settings)
    merged += 1
  }
  return merged
}

/** A page of open pairs, the surest first, each side by side. */
export async function listDuplicates(
  db: Db,
  input: { limit: number; cursor?: string },
  currency: string
): Promise<{
  duplicates: Duplicate[]
  next_cursor: string | null
  open: number
  searched_at: string | null
}> {
  const pairs = await query<Pair>(db, LIST_DUPLICATES, {
    ...position(input.cursor),
    limit: input.limit + 1,
  })
  const shown = pairs.slice(0, input.limit)
  const last = shown.at(-1)
  const more = pairs.length > input.limit && last
  const people = await compare(
    db,
    shown.flatMap(({ a, b }) => [a, b])
  )
  const ids = await publicIds(db)
  const toProfile = (row: ComparedRow): ComparedProfile => ({
    ...row,
    id: ids.seal(PROFILE_ID, row.id),
    currency,
    last_order_at: row.last_order_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
  })
  const duplicates = shown.flatMap(({ a, b, reasons, score, found_at }) => {
    const both = people.filter((p) => p.id === a || p.id === b).map(toProfile)
    return both.length === 2
      ? [
          {
            reasons,
            score,
            found_at: found_at.toISOString(),
            profiles: [both[0], both[1]] as Duplicate["profiles"],
          },
        ]
      : []
  })
  return {
    duplicates,
    next_cursor: more
      ? encodeCursor({
          value: last.found_at.toISOString(),
          id: `${last.score}-${last.a}-${last.b}`,
        })
      : null,
    open: (await queryOne<{ n: number }>(db, COUNT_DUPLICATES))!.n,
    searched_at: (await readState<{ at: string }>(db, "duplicates"))?.at ?? null,
  }
}

/** Notes that two profiles are two people. */
export async function dismissDuplicate(
  db: Db,
  pair: [number, number],
  actor: string | null,
  now: Date
): Promise<void> {
  await execute(db, DISMISS, { a: Math.min(...pair), b: Math.max(...pair), actor, now })
}

/** The profiles with the one to keep first: more orders, then an account, then the older. */
async function compare(db: Db, ids: number[]): Promise<ComparedRow[]> {
  const rows = await query<ComparedRow>(db, COMPARE, { ids })
  return rows.sort(
    (x, y) =>
      y.orders - x.orders ||
      Number(y.has_account) - Number(x.has_account) ||
      x.created_at.getTime() - y.created_at.getTime()
  )
}

function position(cursor: string | undefined) {
  const after = decodeTimeCursor(cursor)
  if (!after) return { score: null, a: 0, b: 0 }
  if (!/^\d{1,4}-\d{1,15}-\d{1,15}$/.test(after.id)) refuseCursor()
  const [score, a, b] = after.id.split("-").map(Number)
  return { score, a, b }
}
