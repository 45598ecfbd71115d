import { readdir } from "node:fs/promises"
import path from "node:path"
import { type Db, query } from "../../../lib/db"
import type { Migration } from "../../../types/overview"
import { MIGRATIONS_RUN } from "../../profile/shop/migrations"

const MODULES = path.resolve(__dirname, "../..")

/** The changes of the database that this version of the plugin brings, oldest first, and when Medusa made them. */
export async function listMigrations(db: Db, folder = MODULES): Promise<Migration[]> {
  const brought = await migrationsIn(folder)
  const names = brought.map(({ name }) => name)
  const rows = await query<{ name: string; ran_at: Date }>(db, MIGRATIONS_RUN, { names })
  const ran = new Map(rows.map((row) => [row.name, row.ran_at.toISOString()]))
  return brought.map((one) => ({ ...one, ran_at: ran.get(one.name) ?? null }))
}

/** The migrations of each module in a folder of modules, by the time in their names. */
export async function migrationsIn(folder: string): Promise<Pick<Migration, "module" | "name">[]> {
  const files = await readdir(folder, { recursive: true })
  return files
    .flatMap((file) => {
      const [, module, name] = FILE.exec(file.split(path.sep).join("/")) ?? []
      return name ? [{ module, name }] : []
    })
    .sort((a, b) => a.name.localeCompare(b.name))
}

/** As it is written and as it is built; not the types beside it. */
const FILE = /^([^/]+)\/migrations\/(Migration\d+)\.[jt]s$/
