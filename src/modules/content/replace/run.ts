import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import type { Replacement, ReplaceFind, ReplaceSearch } from "../../../types/replacement"
import type { Block } from "../../../types/document"
import { documentSchema } from "../document/schema"
import { message } from "../gallery/build"
import { describeProblem } from "../publish/publish"
import { updateSavedBlock } from "../saved/store"
import {
  INSERT_PART,
  INSERT_REPLACEMENT,
  LATEST_REPLACEMENTS,
  LOCK_BLOCKS,
  LOCK_TEMPLATES,
  PARTS_TO_UNDO,
  REPLACEMENT_BY_ID,
  SEARCHED_BLOCKS,
  SEARCHED_TEMPLATES,
  UNDO_REPLACEMENT,
} from "../sql/replace"
import { compileParts, type WrittenParts } from "../templates/compile"
import { updateTemplate } from "../templates/templates"
import { validateTemplate } from "../validate"
import { type Replaced, replaceInBlock, replaceInMessage } from "./find"

const MAX_PLACES = 20
const LATEST = 20

type Named = { id: string; name: string }
type Found = Named &
  (
    | ({ kind: "template"; before: WrittenParts } & Replaced<WrittenParts>)
    | ({ kind: "block"; before: Block } & Replaced<Block>)
  )
/** What stood somewhere before, as it was kept. */
type Kept = Named & {
  kind: ReplaceFind["kind"]
  before: WrittenParts | Block
  untouched: boolean
}
type Row = Omit<Replacement, "at" | "undone_at"> & { at: Date; undone_at: Date | null }

/** Where a text stands in all templates and saved blocks, and whether each could be saved without it. Changes nothing. */
export async function findEverywhere(db: Db, search: ReplaceSearch): Promise<ReplaceFind[]> {
  return (await look(db, search)).map((found) => ({
    kind: found.kind,
    id: found.id,
    name: found.name,
    places: found.places.slice(0, MAX_PLACES),
    count: found.places.length,
    problem: problemOf(found),
  }))
}

/**
 * Replaces a text in the chosen templates and saved blocks, all or none of them, and keeps what stood there. Messages that
 * were sent stay as they are.
 * @param ids - of templates and saved blocks
 * @throws MedusaError `invalid_data` when one could not be sent any more, or the text is in none of them
 */
export function replaceEverywhere(
  db: Db,
  { ids, ...search }: ReplaceSearch & { ids: string[] },
  now: Date
): Promise<Replacement> {
  return db.transaction(async (trx) => {
    await query(trx, LOCK_TEMPLATES, { ids })
    await query(trx, LOCK_BLOCKS, { ids })
    const found = (await look(trx, search)).filter(({ id }) => ids.includes(id))
    if (!found.length) refuse(`find: "${search.find}" is in none of these any more; look again`)
    const id = generateEntityId(undefined, "repl")
    await execute(trx, INSERT_REPLACEMENT, { id, ...search, now })
    for (const one of found) {
      const problem = problemOf(one)
      if (problem)
        refuse(`replace: "${one.name}" could not be sent any more (${problem}); leave it out`)
      await write(trx, one, one.parts, now)
      await execute(trx, INSERT_PART, {
        replacement: id,
        kind: one.kind,
        id: one.id,
        name: one.name,
        places: one.places.length,
        before: JSON.stringify(one.before),
        now,
      })
    }
    return getReplacement(trx, id)
  })
}

/**
 * Puts back what stood there before. What somebody has changed since keeps the change and is named.
 * @throws MedusaError `not_found`, or `not_allowed` when it was taken back before
 */
export function undoReplacement(
  db: Db,
  id: string,
  now: Date
): Promise<{ replacement: Replacement; kept: Named[] }> {
  return db.transaction(async (trx) => {
    await getReplacement(trx, id)
    if (!(await execute(trx, UNDO_REPLACEMENT, { id, now }))) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "This was taken back before")
    }
    const parts = await query<Kept>(trx, PARTS_TO_UNDO, { id })
    for (const part of parts) {
      if (part.untouched) await write(trx, part, part.before, now)
    }
    const kept = parts.filter(({ untouched }) => !untouched).map(({ id, name }) => ({ id, name }))
    return { replacement: await getReplacement(trx, id), kept }
  })
}

/** The last replacements, newest first. */
export async function latestReplacements(db: Db): Promise<Replacement[]> {
  return (await query<Row>(db, LATEST_REPLACEMENTS, { limit: LATEST })).map(toReplacement)
}

async function getReplacement(db: Db, id: string): Promise<Replacement> {
  const row = await queryOne<Row>(db, REPLACEMENT_BY_ID, { id })
  if (row) return toReplacement(row)
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `Replacement with id ${id} was not found`)
}

const toReplacement = (row: Row): Replacement => ({
  ...row,
  at: row.at.toISOString(),
  undone_at: row.undone_at?.toISOString() ?? null,
})

async function look(db: Db, search: ReplaceSearch): Promise<Found[]> {
  const templates = await query<Named & WrittenParts>(db, SEARCHED_TEMPLATES)
  const blocks = await query<Named & { block: Block }>(db, SEARCHED_BLOCKS)
  const found: Found[] = [
    ...templates.map(({ id, name, ...before }) => ({
      kind: "template" as const,
      id,
      name,
      before,
      ...replaceInMessage(before, search),
    })),
    ...blocks.map(({ id, name, block }) => ({
      kind: "block" as const,
      id,
      name,
      before: block,
      ...replaceInBlock(block, search),
    })),
  ]
  return found.filter(({ places }) => places.length > 0)
}

/** Why something could not be saved any more; what was wrong before is nothing new. */
function problemOf(found: Found): string | null {
  if (found.kind === "template") return messageProblem(compileParts(found.parts))
  const alone = (block: Block) => messageProblem(compileParts(messageOf(block)))
  return alone(found.before) ? null : alone(found.parts)
}

function messageProblem(parts: WrittenParts): string | null {
  for (const { document } of [parts, ...(parts.languages ?? [])]) {
    const wrong = document && documentSchema.safeParse(document).error?.issues[0]
    if (wrong) return wrong.message
  }
  const [problem] = validateTemplate(parts)
  return problem ? describeProblem(problem) : null
}

const messageOf = (block: Block): WrittenParts => ({
  subject: "-",
  preheader: "",
  html: "",
  text: null,
  document: message([block]),
})

function write(
  db: Db,
  { kind, id }: Pick<Found, "kind" | "id">,
  parts: WrittenParts | Block,
  now: Date
): Promise<unknown> {
  if (kind === "block")
    return updateSavedBlock(db, id, { block: parts as Block, everywhere: false }, now)
  const { channel: _, ...change } = parts as WrittenParts
  return updateTemplate(db, id, change, now)
}

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
}
