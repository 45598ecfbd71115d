import { type Db, execute, query } from "./db"
import { CHANGE_TAGS, SET_TAGS, TAGS_OF_THINGS } from "./sql/thing-tags"

/** A thing and its tags. */
export type Tagged = { id: string; tags: string[] }

/** The tags that a table's things have, by name. */
export async function tagsOfThings(db: Db, table: string): Promise<string[]> {
  return (await query<{ tag: string }>(db, TAGS_OF_THINGS(table))).map((row) => row.tag)
}

/** Gives things tags and takes others away, leaving out things that do not exist. @returns which each had before */
export function changeThingTags(
  db: Db,
  table: string,
  change: { ids: string[]; add: string[]; remove: string[] }
): Promise<Tagged[]> {
  return query<Tagged>(db, CHANGE_TAGS(table), change)
}

/** Writes the tags of things as they are given. */
export async function setThingTags(db: Db, table: string, tagged: Tagged[]): Promise<void> {
  await execute(db, SET_TAGS(table), { tagged: JSON.stringify(tagged) })
}
