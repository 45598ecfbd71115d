import { generateEntityId } from "@medusajs/framework/utils"
import { subDays } from "date-fns"
import { decodeTimeCursor, page } from "../../../lib/cursor"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import type { Page } from "../../../types/common"
import type { Picture, StoredFile, UnusedFiles } from "../../../types/stored-file"
import { type FrozenContent, sourceOf } from "../publish/frozen"
import {
  COUNT_UNUSED,
  DELETE_FILE,
  DELETE_UNUSED,
  INSERT_PICTURE,
  LIST_FILES,
  MARK_SENT,
} from "../sql/files"

/** What was uploaded since may be for a message that somebody is writing. */
const NEW_DAYS = 1
/** The part of an address that is written the same in HTML, in JSON and in Liquid. */
const MARK = /^[A-Za-z0-9:/._~%-]+/

/** Notes a picture that was uploaded. @param picture.file_id - its id in the shop's File module */
export async function savePicture(
  db: Db,
  picture: Omit<Picture, "id"> & { file_id: string; type: string }
): Promise<Picture> {
  const { name, size, url } = picture
  const id = generateEntityId(undefined, "pic")
  await execute(db, INSERT_PICTURE, { ...picture, id, mark: MARK.exec(url)![0] })
  return { id, name, size, url }
}

/** Forgets a picture or an attached file that nothing uses yet. */
export async function forgetFile(db: Db, id: string): Promise<void> {
  await execute(db, DELETE_FILE, { id })
}

/** Notes which files a content shows and takes along: they are kept as long as it may be looked at. */
export async function markSent(db: Db, content: FrozenContent, now: Date): Promise<void> {
  const attached = content.attachments.map(({ id }) => id)
  await execute(db, MARK_SENT, { attached, words: sourceOf(content), now })
}

/** A page of what was uploaded for messages, newest first. */
export async function listFiles(
  db: Db,
  input: { unused?: boolean; lost?: boolean; limit: number; cursor?: string },
  now: Date
): Promise<Page<"files", StoredFile>> {
  const after = decodeTimeCursor(input.cursor)
  const rows = await query<Row>(db, LIST_FILES, {
    unused: input.unused ?? false,
    lost: input.lost ?? false,
    before: subDays(now, NEW_DAYS),
    after: after?.value ?? null,
    after_id: after?.id ?? null,
    limit: input.limit + 1,
  })
  const { rows: kept, next_cursor } = page(rows, input.limit, (row) => ({
    value: row.created_at.toISOString(),
    id: row.id,
  }))
  return { files: kept.map(present), next_cursor }
}

/**
 * How many files are in no template, saved block, shop detail or replacement that can be taken back, were in no message and in
 * no version of a campaign, and are older than a day.
 */
export async function countUnused(db: Db, now: Date): Promise<UnusedFiles> {
  return (await queryOne<UnusedFiles>(db, COUNT_UNUSED, { before: subDays(now, NEW_DAYS) }))!
}

/**
 * Deletes those of some files that are still unused. If they cannot be taken away, they stay noted.
 * @param remove - takes files away from where the shop keeps them, by their ids in its File module
 * @returns ids of the files that are gone
 */
export async function deleteUnused(
  db: Db,
  ids: string[],
  now: Date,
  remove: (fileIds: string[]) => Promise<unknown>
): Promise<string[]> {
  return db.transaction(async (trx) => {
    const before = subDays(now, NEW_DAYS)
    const gone = await query<{ id: string; file_id: string }>(trx, DELETE_UNUSED, { ids, before })
    if (gone.length) await remove(gone.map(({ file_id }) => file_id))
    return gone.map(({ id }) => id)
  })
}

type Row = Omit<StoredFile, "kind" | "created_at" | "lost_at"> & {
  created_at: Date
  lost_at: Date | null
}

function present(row: Row): StoredFile {
  return {
    ...row,
    kind: row.url === null ? "attachment" : "picture",
    created_at: row.created_at.toISOString(),
    lost_at: row.lost_at?.toISOString() ?? null,
  }
}
