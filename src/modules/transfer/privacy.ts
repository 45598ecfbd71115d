import { type Db, execute } from "../../lib/db"
import { DROP_PARTS } from "./sql/export-parts"

const ERASE_ROWS = `
  delete from engage_import_row r
  where (r.undo ->> 'profile')::numeric = any(:profiles::numeric[])
    or (r.undo ->> 'profileId')::numeric = any(:profiles::numeric[])
    or exists (
      select 1 from unnest(:emails::text[]) as e (email), jsonb_array_elements_text(r.cells) as c (cell)
      where lower(btrim(c.cell)) = e.email
    )
`

/** Removes the rows of uploaded files that are about somebody, and all files that were taken out. @returns rows gone, by table */
export async function eraseUploads(
  db: Db,
  profiles: number[],
  emails: string[]
): Promise<Record<string, number>> {
  return {
    engage_import_row: await execute(db, ERASE_ROWS, { profiles, emails }),
    engage_export_part: await execute(db, DROP_PARTS, { before: null }),
  }
}
