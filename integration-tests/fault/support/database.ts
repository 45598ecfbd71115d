import { readdirSync } from "node:fs"
import { join } from "node:path"
import { knex, type Knex } from "@medusajs/framework/mikro-orm/knex"

/** The modules whose tables sending needs. */
const MODULES = ["profile", "content", "delivery"]

type Queries = { up(): Promise<void>; getQueries(): unknown[] }
type MigrationClass = new (driver: never, config: never) => Queries

/** The migrations of these modules, in the order of their dates, as the shop runs them. */
function migrations(modules: string[]): MigrationClass[] {
  const files = modules.flatMap((module) => {
    const folder = join(__dirname, "../../../src/modules", module, "migrations")
    return readdirSync(folder)
      .filter((name) => /^Migration\d+\.ts$/.test(name))
      .map((name) => ({ name: name.slice(0, -3), path: join(folder, name) }))
  })
  return files
    .sort((one, other) => one.name.localeCompare(other.name))
    .map(({ name, path }) => require(path)[name] as MigrationClass)
}

/** A pool on the server's database with this name. */
export function connect(url: string, poolSize = 8): Knex {
  return knex({ client: "pg", connection: url, pool: { min: 0, max: poolSize } })
}

/** A new database with the tables of some modules (profile, content and delivery, if left out), made by the modules' own migrations. */
export async function createDatabase(
  serverUrl: string,
  name: string,
  modules = MODULES
): Promise<string> {
  const server = connect(serverUrl, 1)
  // Not a copy of the tables that the suites with a whole shop begin with.
  await server.raw(`create database "${name}" template template0`)
  await server.destroy()
  const url = new URL(serverUrl)
  url.pathname = name
  const db = connect(url.href, 1)
  for (const Migration of migrations(modules)) {
    const migration = new Migration(null as never, null as never)
    await migration.up()
    for (const sql of migration.getQueries()) await db.raw(String(sql))
  }
  await db.destroy()
  return url.href
}
