import { type Db, query } from "./db"
import { FOLDERS, MOVE_TO_FOLDER } from "./sql/folders"

/** A thing and the folder it lies in; the empty one is none. */
export type Filed = { id: string; folder: string }

/** The folders that a table's things lie in, by name. */
export async function foldersOf(db: Db, table: string): Promise<string[]> {
  return (await query<{ folder: string }>(db, FOLDERS(table))).map((row) => row.folder)
}

/** Puts things into folders and leaves out those that do not exist. @returns where each was before */
export function moveToFolders(db: Db, table: string, moves: Filed[]): Promise<Filed[]> {
  return query<Filed>(db, MOVE_TO_FOLDER(table), { moves: JSON.stringify(moves) })
}
