import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import type { SavedBlock } from "../../../types/content"
import type { Block, MessageDocument } from "../../../types/document"
import { compileDocument } from "../document/compile/message"
import { mapBlocks } from "../document/tree"
import {
  DELETE_SAVED_BLOCK,
  INSERT_SAVED_BLOCK,
  SAVED_BLOCK_BY_ID,
  SAVED_BLOCK_USES,
  SAVED_BLOCKS,
  TEMPLATES_WITH_BLOCK,
  UPDATE_SAVED_BLOCK,
  WRITE_DOCUMENT,
} from "../sql/saved"

type Row = Omit<SavedBlock, "used_in" | "updated_at"> & { updated_at: Date }
/** A message in one language, as blocks if it has any. */
type Written = { document: MessageDocument | null; html: string }
type Use = { saved_id: string; id: string; name: string }

/** Saved blocks by name, with the templates that have each. */
export async function listSavedBlocks(db: Db): Promise<SavedBlock[]> {
  return withUses(db, await query<Row>(db, SAVED_BLOCKS))
}

/** Saves a block to be used again. */
export async function createSavedBlock(
  db: Db,
  { name, block }: { name: string; block: Block },
  now: Date
): Promise<SavedBlock> {
  const id = generateEntityId(undefined, "blk")
  const row = await queryOne<Row>(db, INSERT_SAVED_BLOCK, {
    id,
    name,
    block: stored(block, id),
    now,
  })
  return (await withUses(db, [row!]))[0]
}

/**
 * Changes a saved block and, when `everywhere`, each template that has it. Messages that were sent stay as they are.
 * @returns the block, and how many templates were changed
 * @throws MedusaError `not_found`
 */
export function updateSavedBlock(
  db: Db,
  id: string,
  change: { name?: string; block?: Block; everywhere: boolean },
  now: Date
): Promise<{ block: SavedBlock; updated: number }> {
  return db.transaction(async (trx) => {
    const before = (await queryOne<Row>(trx, SAVED_BLOCK_BY_ID, { id })) ?? missing(id)
    const { name = before.name, block = before.block } = change
    const row = await queryOne<Row>(trx, UPDATE_SAVED_BLOCK, {
      id,
      name,
      block: stored(block, id),
      now,
    })
    const updated = change.everywhere ? await replaceEverywhere(trx, id, block, now) : 0
    return { block: (await withUses(trx, [row!]))[0], updated }
  })
}

/** Forgets a saved block; templates keep their copy. @throws MedusaError `not_found` */
export async function deleteSavedBlock(db: Db, id: string): Promise<void> {
  if (!(await execute(db, DELETE_SAVED_BLOCK, { id }))) missing(id)
}

async function replaceEverywhere(db: Db, id: string, block: Block, now: Date): Promise<number> {
  const rows = await query<Written & { id: string; languages: Written[] }>(
    db,
    TEMPLATES_WITH_BLOCK,
    { id }
  )
  const replaced = <T extends Written>(written: T): T => {
    if (!written.document) return written
    const blocks = mapBlocks(written.document.blocks, (old) =>
      old.saved_id === id ? { ...block, id: old.id, saved_id: id } : old
    )
    const document = { ...written.document, blocks }
    return { ...written, document, html: compileDocument(document) }
  }
  for (const template of rows) {
    const { document, html } = replaced(template)
    await execute(db, WRITE_DOCUMENT, {
      id: template.id,
      document: document && JSON.stringify(document),
      html,
      languages: JSON.stringify(template.languages.map(replaced)),
      now,
    })
  }
  return rows.length
}

async function withUses(db: Db, rows: Row[]): Promise<SavedBlock[]> {
  const uses = await query<Use>(db, SAVED_BLOCK_USES, { ids: rows.map(({ id }) => id) })
  return rows.map((row) => ({
    ...row,
    updated_at: row.updated_at.toISOString(),
    used_in: uses.flatMap(({ saved_id, id, name }) => (saved_id === row.id ? [{ id, name }] : [])),
  }))
}

/** A saved block is no copy of another one: what it once followed is forgotten. */
function stored(block: Block, id: string): string {
  const [own] = mapBlocks([block], ({ saved_id: _, ...rest }) => rest as Block)
  return JSON.stringify({ ...own, saved_id: id })
}

function missing(id: string): never {
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `Saved block with id ${id} was not found`)
}
