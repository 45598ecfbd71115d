import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import type { Attachment } from "../../../types/content"
import {
  ATTACHMENT_BY_ID,
  ATTACHMENTS_BY_ID,
  DELETE_ATTACHMENT,
  FILES_OF_ATTACHMENTS,
  INSERT_ATTACHMENT,
} from "../sql/attachments"
import { checkTogether } from "./check"

/** Notes a file that was uploaded. @param file_id - its id in the shop's File module */
export async function saveAttachment(
  db: Db,
  file: Omit<Attachment, "id"> & { file_id: string }
): Promise<Attachment> {
  const id = generateEntityId(undefined, "att")
  return (await queryOne<Attachment>(db, INSERT_ATTACHMENT, { ...file, id }))!
}

/** Forgets a file that nothing uses yet. */
export async function deleteAttachment(db: Db, id: string): Promise<void> {
  await execute(db, DELETE_ATTACHMENT, { id })
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

/** A file with its id in the shop's File module. @throws MedusaError `not_found` */
export async function getAttachment(db: Db, id: string): Promise<Attachment & { file_id: string }> {
  const row = await queryOne<Attachment & { file_id: string }>(db, ATTACHMENT_BY_ID, { id })
  if (row) return row
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `Attachment with id ${id} was not found`)
}

/** Ids in the shop's File module, by the ids of attachments. */
export async function filesOfAttachments(db: Db, ids: string[]): Promise<Map<string, string>> {
  const rows = await query<{ id: string; file_id: string }>(db, FILES_OF_ATTACHMENTS, { ids })
  return new Map(rows.map(({ id, file_id }) => [id, file_id]))
}
