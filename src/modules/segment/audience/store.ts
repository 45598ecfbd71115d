import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { decodeCursor, page } from "../../../lib/cursor"
import { type Db, execute, query, queryOne, type SqlFragment } from "../../../lib/db"
import { type FiledFilter, filedParams } from "../../../lib/filed"
import type { Rules } from "../../../rules/ast"
import type { AudienceOrigin } from "../../../types/audience"
import {
  AUDIENCE_MEMBERS,
  AUDIENCES_BY_ID,
  AUDIENCES_OF,
  INSERT_AUDIENCE,
  LIST_AUDIENCES,
  REVENUE_SINCE,
  SET_AUDIENCE_DELETED,
  TAKE,
  UPDATE_AUDIENCE,
} from "../sql/audience"
import { addMembers } from "./members"

/** An audience as stored: `no` keys its members, `taken` is what they were worth then, in minor units. */
export type AudienceRow = {
  id: string
  no: number
  name: string
  description: string
  folder: string
  tags: string[]
  owner_id: string | null
  origin: AudienceOrigin
  profiles: number
  taken: { profiles: number; orders: number; revenue: number }
  taken_at: Date
  archived_at: Date | null
  created_at: Date
  updated_at: Date
}

export type AudienceInput = { name: string; description?: string; folder?: string }

/** Saves an audience of whom a select names at this moment. It does not change by itself afterwards. */
export async function createAudience(
  db: Db,
  input: AudienceInput & { origin: AudienceOrigin; members: SqlFragment; now: Date },
  actor: string | null
): Promise<AudienceRow> {
  return db.transaction(async (trx) => {
    const row = (await queryOne<AudienceRow>(trx, INSERT_AUDIENCE, {
      id: generateEntityId(undefined, "aud"),
      name: input.name,
      description: input.description ?? "",
      folder: input.folder ?? "",
      actor,
      origin: JSON.stringify(input.origin),
      now: input.now,
    }))!
    await addMembers(trx, row, input.members, { now: input.now, source: "created", actor })
    await execute(trx, TAKE, { no: row.no })
    return getAudience(trx, row.id)
  })
}

/** Changes what is given and leaves the rest. */
export async function updateAudience(
  db: Db,
  id: string,
  input: Partial<AudienceInput> & { archived?: boolean }
): Promise<AudienceRow> {
  const row = await queryOne<AudienceRow>(db, UPDATE_AUDIENCE, {
    id,
    name: input.name ?? null,
    description: input.description ?? null,
    folder: input.folder ?? null,
    archived: input.archived ?? null,
  })
  return row ?? notFound(id)
}

/** Takes an audience away or brings it back, with its members. */
export async function setAudienceDeleted(db: Db, id: string, deleted: boolean): Promise<void> {
  if (!(await queryOne(db, SET_AUDIENCE_DELETED, { id, deleted }))) notFound(id)
}

/** @throws MedusaError `not_found` */
export async function getAudience(db: Db, id: string): Promise<AudienceRow> {
  const [row] = await getAudiences(db, [id])
  return row ?? notFound(id)
}

/** The audiences among `ids` that exist. */
export function getAudiences(db: Db, ids: string[]): Promise<AudienceRow[]> {
  return query<AudienceRow>(db, AUDIENCES_BY_ID, { ids })
}

/** A page of audiences, newest first. */
export async function listAudiences(
  db: Db,
  input: FiledFilter & { limit: number; cursor?: string }
): Promise<{ rows: AudienceRow[]; next_cursor: string | null }> {
  const rows = await query<AudienceRow>(db, LIST_AUDIENCES, {
    ...filedParams(input),
    after_no: decodeCursor(input.cursor)?.id ?? null,
    limit: input.limit + 1,
  })
  return page(rows, input.limit, (row) => ({ value: null, id: row.no }))
}

export type AudienceResult = { revenue: number; orders: number; buyers: number }

/** What the members of some audiences bought since each was taken. */
export async function revenueSince(db: Db, ids: string[]): Promise<Map<string, AudienceResult>> {
  const rows = await query<AudienceResult & { id: string }>(db, REVENUE_SINCE, { ids })
  return new Map(rows.map(({ id, ...result }) => [id, result]))
}

/** The members of an audience as a select of `profile_id`. */
export function audienceMembers(audience: Pick<AudienceRow, "no">): SqlFragment {
  return {
    sql: `select profile_id from engage_audience_member where audience_no = :audience_no`,
    params: { audience_no: audience.no },
  }
}

/** Numbers of a page of members, with when they were added. */
export async function listAudienceMembers(
  db: Db,
  audience: Pick<AudienceRow, "no">,
  input: { limit: number; cursor?: string }
): Promise<{ rows: { id: number; added_at: Date }[]; next_cursor: string | null }> {
  const rows = await query<{ id: number; added_at: Date }>(db, AUDIENCE_MEMBERS, {
    no: audience.no,
    after: decodeCursor(input.cursor)?.id ?? 0,
    limit: input.limit + 1,
  })
  return page(rows, input.limit, (row) => ({ value: null, id: row.id }))
}

/** The audiences that a profile is in, latest first. */
export async function audiencesOf(
  db: Db,
  profile: number
): Promise<{ id: string; name: string; added_at: string }[]> {
  const rows = await query<{ id: string; name: string; added_at: Date }>(db, AUDIENCES_OF, {
    profile,
  })
  return rows.map((row) => ({ ...row, added_at: row.added_at.toISOString() }))
}

/** The rule that an audience was taken by; `null` for one made by hand or from a list. */
export function originRules({ origin }: Pick<AudienceRow, "origin">): Rules | null {
  return "rules" in origin ? origin.rules : null
}

function notFound(id: string): never {
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `Audience with id ${id} was not found`)
}
