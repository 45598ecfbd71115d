import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { decodeCursor, page } from "../../lib/cursor"
import { type Db, execute, query, queryOne } from "../../lib/db"
import { type FiledFilter, filedParams } from "../../lib/filed"
import type { Rules } from "../../rules/ast"
import { checkRules, type Problem } from "../../rules/check"
import { describeRegistry } from "../../rules/definitions"
import { assertNoCircle } from "./dependencies"
import { loadRegistry } from "./registry"
import {
  ALL_SEGMENTS,
  DROP_MEMBERS,
  INSERT_SEGMENT,
  KEEP_VERSION,
  LIST_SEGMENTS,
  SEGMENTS_BY_ID,
  SET_DELETED,
  UPDATE_SEGMENT,
  VERSIONS_OF,
} from "./sql/segment"

/** A segment as stored. `no` keys its members; amounts are minor units of the base currency. */
export type SegmentRow = {
  id: string
  no: number
  name: string
  description: string
  folder: string
  tags: string[]
  owner_id: string | null
  /** Counts the rules it has had. */
  version: number
  archived_at: Date | null
  rules: Rules
  profiles: number | null
  reachable_email: number | null
  reachable_sms: number | null
  orders: number | null
  revenue: number | null
  evaluated_at: Date | null
  /** When its orders, revenue and reach were added up; between two times, a large segment's are a little old. */
  counted_at: Date | null
  /** When it is looked at over everybody again. */
  due_at: Date | null
  duration_ms: number | null
  error: string | null
  created_at: Date
  updated_at: Date
}

export type SegmentInput = { name: string; description?: string; folder?: string; rules: Rules }
export type SegmentChange = Partial<SegmentInput> & {
  archived?: boolean
  owner_id?: string
  /** The version that is changed; left out, whichever it is. */
  version?: number
}

/** Why a rule cannot be saved or used; empty when it can. */
export async function ruleProblems(db: Db, rules: Rules): Promise<Problem[]> {
  return checkRules(rules, describeRegistry(await loadRegistry(db)))
}

/** @throws MedusaError `invalid_data` naming the first problem of the rule */
export async function assertRules(db: Db, rules: Rules): Promise<void> {
  const [problem] = await ruleProblems(db, rules)
  if (problem)
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `rules.${problem.path}: ${problem.message}`
    )
}

/** Saves a new segment. Its members are computed by the next refresh. */
export async function createSegment(
  db: Db,
  input: SegmentInput,
  actor: string | null = null
): Promise<SegmentRow> {
  await assertRules(db, input.rules)
  const row = (await queryOne<SegmentRow>(db, INSERT_SEGMENT, {
    id: generateEntityId(undefined, "seg"),
    name: input.name,
    description: input.description ?? "",
    folder: input.folder ?? "",
    actor,
    rules: JSON.stringify(input.rules),
  }))!
  await execute(db, KEEP_VERSION, { id: row.id, actor })
  return row
}

/**
 * Changes what is given and leaves the rest.
 * @throws MedusaError `not_found`; `conflict` when the segment's rule is of another version by now
 */
export async function updateSegment(
  db: Db,
  id: string,
  input: SegmentChange,
  actor: string | null = null
): Promise<SegmentRow> {
  if (input.rules) {
    await assertRules(db, input.rules)
    const segment = await getSegment(db, id)
    assertNoCircle({ ...segment, rules: input.rules }, await allSegments(db))
  }
  const row = await queryOne<SegmentRow>(db, UPDATE_SEGMENT, {
    id,
    name: input.name ?? null,
    description: input.description ?? null,
    folder: input.folder ?? null,
    owner_id: input.owner_id ?? null,
    archived: input.archived ?? null,
    rules: input.rules ? JSON.stringify(input.rules) : null,
    version: input.version ?? null,
  })
  if (!row) {
    const { version } = await getSegment(db, id)
    throw new MedusaError(
      MedusaError.Types.CONFLICT,
      `version: the segment has version ${version} by now: read it again before you change it`
    )
  }
  if (input.rules) await execute(db, KEEP_VERSION, { id, actor })
  return row
}

/** A rule that a segment had, latest first; the first is the one it has. */
export type SegmentVersionRow = {
  version: number
  name: string
  rules: Rules
  at: Date
  actor_id: string | null
}

export function segmentVersions(
  db: Db,
  segment: Pick<SegmentRow, "no">
): Promise<SegmentVersionRow[]> {
  return query<SegmentVersionRow>(db, VERSIONS_OF, { no: segment.no })
}

/** Takes a segment away, or brings it back; its members go with it and are computed anew when it comes back. */
export async function setSegmentDeleted(db: Db, id: string, deleted: boolean): Promise<void> {
  const row = await queryOne<{ no: number }>(db, SET_DELETED, { id, deleted })
  if (!row) notFound(id)
  await execute(db, DROP_MEMBERS, { no: row!.no })
}

/** @throws MedusaError `not_found` */
export async function getSegment(db: Db, id: string): Promise<SegmentRow> {
  const [row] = await getSegments(db, [id])
  return row ?? notFound(id)
}

/** The segments among `ids` that exist. */
export function getSegments(db: Db, ids: string[]): Promise<SegmentRow[]> {
  return query<SegmentRow>(db, SEGMENTS_BY_ID, { ids })
}

/** Every segment, for the job that keeps them current. */
export function allSegments(db: Db): Promise<SegmentRow[]> {
  return query<SegmentRow>(db, ALL_SEGMENTS)
}

/** A page of segments, newest first. */
export async function listSegments(
  db: Db,
  input: FiledFilter & { limit: number; cursor?: string }
): Promise<{ rows: SegmentRow[]; next_cursor: string | null }> {
  const rows = await query<SegmentRow>(db, LIST_SEGMENTS, {
    ...filedParams(input),
    after_no: decodeCursor(input.cursor)?.id ?? null,
    limit: input.limit + 1,
  })
  return page(rows, input.limit, (row) => ({ value: null, id: row.no }))
}

function notFound(id: string): never {
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `Segment with id ${id} was not found`)
}
