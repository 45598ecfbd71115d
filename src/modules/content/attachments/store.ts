import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import type { Attachment } from "../../../types/content"
import {
  ATTACHMENT_BY_ID,
  ATTACHMENTS_BY_ID,
  INSERT_ATTACHMENT,
  MOVE_ATTACHMENT,
  NOTE_LOST,
  PLACES_OF_ATTACHMENTS,
} from "../sql/attachments"
import { checkTogether } from "./check"

/** Where a file lies: its id in the shop's File module. `lost_at` says since when it cannot be read from there. */
export type Place = { file_id: string; lost_at: Date | null }

/** Notes a file that was uploaded. @param file_id - its id in the shop's File module */
export async function saveAttachment(
  db: Db,
  file: Omit<Attachment, "id"> & { file_id: string }
): Promise<Attachment> {
  const id = generateEntityId(undefined, "att")
  return (await queryOne<Attachment>(db, INSERT_ATTACHMENT, { ...file, id }))!
}

/**
 * Files with what is known of them, in the order of `wanted`: what a caller says of their size counts for nothing.
 * @throws MedusaError `invalid_data` when one is unknown, or they are too many or too large together
 */
export async function knownAttachments(
  db: Db,
  wanted: Pick<Attachment, "id">[]
): Promise<Attachment[]> {
  if (!wanted.length) return []
  const ids = wanted.map(({ id }) => id)
  const rows = await query<Attachment>(db, ATTACHMENTS_BY_ID, { ids })
  const files = [...new Set(ids)].map((id) => {
    const found = rows.find((row) => row.id === id)
    if (found) return found
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `attachments: there is no file ${id}`)
  })
  checkTogether(files)
  return files
}

/** A file with its id in the shop's File module, and since when it cannot be read. @throws MedusaError `not_found` */
export async function getAttachment(db: Db, id: string): Promise<Attachment & Place> {
  const row = await queryOne<Attachment & Place>(db, ATTACHMENT_BY_ID, { id })
  if (row) return row
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `Attachment with id ${id} was not found`)
}

/** Where some files lie, by the ids of attachments. */
export async function placesOfAttachments(db: Db, ids: string[]): Promise<Map<string, Place>> {
  const rows = await query<Place & { id: string }>(db, PLACES_OF_ATTACHMENTS, { ids })
  return new Map(rows.map(({ id, ...place }) => [id, place]))
}

/** Notes that a file cannot be read. @returns since when that is so */
export async function noteLost(db: Db, id: string, now: Date): Promise<Date> {
  return (await queryOne<{ lost_at: Date }>(db, NOTE_LOST, { id, at: now }))?.lost_at ?? now
}

/** Takes {@link noteLost} back. */
export async function noteFound(db: Db, id: string): Promise<void> {
  await execute(db, NOTE_LOST, { id, at: null })
}

/** Notes that a file that was lost lies in another place now, its id in the shop's File module. */
export async function moveAttachment(db: Db, id: string, file_id: string): Promise<void> {
  await execute(db, MOVE_ATTACHMENT, { id, file_id })
}
