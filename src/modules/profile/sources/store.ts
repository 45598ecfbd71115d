import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { decodeCursor, page } from "../../../lib/cursor"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import type { SourceMapping } from "../../../types/event"
import { newSecret } from "./signature"
import {
  INSERT_SOURCE,
  LIST_REQUESTS,
  LIST_SOURCES,
  ONE_REQUEST,
  ONE_SOURCE,
  SET_SOURCE_DELETED,
  UPDATE_SOURCE,
} from "./sql/sources"

/** A source as stored; the secret never leaves the server after it was shown once. */
export type SourceRow = {
  id: string
  name: string
  secret: string
  mapping: SourceMapping
  active: boolean
  created_at: Date
  requests: number
  last_request_at: Date | null
}

export type RequestRow = {
  id: number
  at: Date
  body: string
  accepted: number
  duplicates: number
  rejected: { index: number; reason: string }[]
  replay_of: number | null
}

export type SourceChange = {
  name?: string
  mapping?: SourceMapping
  active?: boolean
  secret?: string
}

/** All sources, the newest first; there are few. */
export async function listSources(db: Db): Promise<SourceRow[]> {
  return query<SourceRow>(db, LIST_SOURCES)
}

/** One source, or `undefined`. */
export async function findSource(db: Db, id: string): Promise<SourceRow | undefined> {
  return queryOne<SourceRow>(db, ONE_SOURCE, { id })
}

/** One source. @throws MedusaError `not_found` */
export async function getSource(db: Db, id: string): Promise<SourceRow> {
  const source = await findSource(db, id)
  if (!source)
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Source with id ${id} was not found`)
  return source
}

/** Makes a source with a secret of its own. @returns its id */
export async function createSource(
  db: Db,
  input: { name: string; mapping: SourceMapping }
): Promise<string> {
  const id = generateEntityId(undefined, "esrc")
  const mapping = JSON.stringify(input.mapping)
  await execute(db, INSERT_SOURCE, { id, name: input.name, secret: newSecret(), mapping })
  return id
}

/** Changes a source; what is left out stays. @throws MedusaError `not_found` */
export async function updateSource(db: Db, id: string, change: SourceChange): Promise<void> {
  const changed = await execute(db, UPDATE_SOURCE, {
    id,
    name: change.name ?? null,
    mapping: change.mapping ? JSON.stringify(change.mapping) : null,
    active: change.active ?? null,
    secret: change.secret ?? null,
  })
  if (!changed)
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Source with id ${id} was not found`)
}

/** Deletes a source, or brings it back; its events stay. */
export async function setSourceDeleted(db: Db, id: string, deleted: boolean): Promise<void> {
  await execute(db, SET_SOURCE_DELETED, { id, deleted })
}

/** What a source sent, newest first. */
export async function listRequests(
  db: Db,
  source: string,
  input: { limit: number; cursor?: string }
): Promise<{ rows: RequestRow[]; next_cursor: string | null }> {
  const rows = await query<RequestRow>(db, LIST_REQUESTS, {
    source,
    before: decodeCursor(input.cursor)?.id ?? Number.MAX_SAFE_INTEGER,
    limit: input.limit + 1,
  })
  return page(rows, input.limit, (row) => ({ value: null, id: row.id }))
}

/** One call of a source. @throws MedusaError `not_found` when it is no longer kept */
export async function getRequest(db: Db, source: string, id: number): Promise<RequestRow> {
  const row = await queryOne<RequestRow>(db, ONE_REQUEST, { source, id })
  if (!row)
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "This call was not found: only the latest 500 of the last 30 days are kept"
    )
  return row
}
