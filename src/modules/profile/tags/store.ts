import { decodeCursor, page } from "../../../lib/cursor"
import { type Db, execute, query, queryOne, type SqlFragment } from "../../../lib/db"
import { likePattern } from "../../../lib/like"
import type { Tag } from "../../../types/tag"
import type { Change } from "../fields/values"
import {
  ADD_TAGS,
  EACH_TAG,
  GIVE_TAGS,
  GIVE_TAGS_EACH,
  LIST_TAGS,
  TAG_PAIRS,
  TAGS_CALLED,
  TAGS_OF,
  TAKE_TAGS,
  UNDO_TAGS,
} from "../sql/tags"

/** A person's number with the name of a tag. */
export type TagPair = { profile_id: number; tag: string }

/**
 * Gives tags to everybody of a select of `profile_id` and takes others away, each with its entry in the history. A tag that
 * differs from a known one only in capitals is that one.
 * @returns how many people's tags were added and removed, one person with two tags counted twice
 */
export async function changeTags(
  db: Db,
  people: SqlFragment,
  { add, remove }: { add: string[]; remove: string[] },
  change: Change
): Promise<{ added: number; removed: number }> {
  const count = async (sql: string, tags: string[]) => {
    const row = await queryOne<{ count: number }>(db, sql, {
      ...people.params,
      ...stamp(change),
      tags,
    })
    return row!.count
  }
  const each = EACH_TAG(people.sql)
  await execute(db, ADD_TAGS, { names: add, at: change.at })
  const [given, gone] = [await spelled(db, add), await spelled(db, remove)]
  return {
    added: await count(GIVE_TAGS(each), [...given.values()]),
    removed: await count(TAKE_TAGS(each), [...gone.values()]),
  }
}

/** Takes back what {@link changeTags} did under this stamp; a tag that comes back counts from now on. */
export async function undoTags(db: Db, change: Change): Promise<void> {
  await execute(db, UNDO_TAGS, stamp(change))
}

/** Gives people tags of their own. @returns who had not had which */
export async function giveTags(db: Db, pairs: TagPair[], change: Change): Promise<TagPair[]> {
  if (!pairs.length) return []
  const names = pairs.map(({ tag }) => tag)
  await execute(db, ADD_TAGS, { names, at: change.at })
  const known = await spelled(db, names)
  return query<TagPair>(db, GIVE_TAGS_EACH, {
    ...stamp(change),
    profiles: pairs.map((pair) => pair.profile_id),
    tags: names.map((name) => known.get(name.toLowerCase())),
  })
}

/** Takes from people tags of their own. */
export async function takeTags(db: Db, pairs: TagPair[], change: Change): Promise<void> {
  if (!pairs.length) return
  await query(db, TAKE_TAGS(TAG_PAIRS), {
    ...stamp(change),
    profiles: pairs.map((pair) => pair.profile_id),
    tags: pairs.map(({ tag }) => tag),
  })
}

/** A page of the tags that somebody has, by name. */
export async function listTags(
  db: Db,
  input: { q?: string; limit: number; cursor?: string }
): Promise<{ tags: Tag[]; next_cursor: string | null }> {
  const rows = await query<Tag & { id: number; folded: string }>(db, LIST_TAGS, {
    q: input.q ? likePattern(input.q) : null,
    after: decodeCursor(input.cursor)?.value ?? null,
    limit: input.limit + 1,
  })
  const cut = page(rows, input.limit, (row) => ({ value: row.folded, id: row.id }))
  return {
    tags: cut.rows.map(({ name, profiles }) => ({ name, profiles })),
    next_cursor: cut.next_cursor,
  }
}

export type TagRow = { name: string; added_at: Date; source: string; actor: string | null }

/** One person's tags by name. */
export function tagsOf(db: Db, profile: number): Promise<TagRow[]> {
  return query<TagRow>(db, TAGS_OF, { profile })
}

/** How known tags among some names are written, by the name in small letters. */
async function spelled(db: Db, names: string[]): Promise<Map<string, string>> {
  const rows = await query<{ folded: string; name: string }>(db, TAGS_CALLED, { names })
  return new Map(rows.map((row) => [row.folded, row.name]))
}

function stamp({ at, source, actor, reason }: Change) {
  return { at, source, actor: actor ?? null, reason: reason ?? null }
}
