import { MedusaError } from "@medusajs/framework/utils"
import type { Db, SqlFragment } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { inTransaction } from "../../../lib/transaction"
import type { Rules } from "../../../rules/ast"
import { compileRules } from "../../../rules/compile"
import type { AudienceOrigin } from "../../../types/audience"
import { loadRegistry } from "../registry"
import { getSegment } from "../store"
import { listLines, matchList } from "./match"
import { profileList } from "./members"
import { type AudienceInput, createAudience } from "./store"

/** What an audience is taken from: a segment, a rule, a list of people as text, or nothing yet. */
export type NewAudience = AudienceInput & { segment_id?: string; rules?: Rules; list?: string }

type Source = { origin: AudienceOrigin; members: SqlFragment; unmatched: string[] }

/**
 * Freezes an audience as of `now`.
 * @returns its id and the lines of the list that name nobody
 */
export async function takeAudience(
  db: Db,
  options: EngageOptions,
  input: NewAudience,
  now: Date,
  actor: string | null = null
): Promise<{ id: string; unmatched: string[] }> {
  return inTransaction(db, async (trx) => {
    const { origin, members, unmatched } = await sourceOf(trx, options, input, now)
    const { id } = await createAudience(trx, { ...input, origin, members, now }, actor)
    return { id, unmatched }
  })
}

async function sourceOf(
  db: Db,
  options: EngageOptions,
  { segment_id, rules, list }: NewAudience,
  now: Date
): Promise<Source> {
  const context = { now, zone: options.timeZone }
  if (segment_id) {
    const segment = await getSegment(db, segment_id)
    const members = compileRules(segment.rules, await loadRegistry(db), context)
    const origin = { segment_id, segment_name: segment.name, rules: segment.rules }
    return { origin: { kind: "segment", ...origin }, members, unmatched: [] }
  }
  if (rules) {
    const members = compileRules(rules, await loadRegistry(db), context)
    return { origin: { kind: "rules", rules }, members, unmatched: [] }
  }
  if (list === undefined)
    return { origin: { kind: "manual" }, members: profileList([]), unmatched: [] }
  const { lines, profiles, matched, unmatched } = await readList(db, options, list)
  return {
    origin: { kind: "list", lines: lines.length, matched },
    members: profileList(profiles),
    unmatched,
  }
}

/**
 * Whom a list as text names.
 * @throws MedusaError `invalid_data` when nothing is in it
 */
export async function readList(db: Db, options: EngageOptions, list: string) {
  const lines = listLines(list)
  if (!lines.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "list: is empty; give one e-mail address, phone number or id per line"
    )
  }
  return { lines, ...(await matchList(db, lines, options.country)) }
}
