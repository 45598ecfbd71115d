import { knex, type Knex } from "@medusajs/framework/mikro-orm/knex"
import { Migration20261122000000 as ProfileTables } from "../../../src/modules/profile/migrations/Migration20261122000000"
import { Migration20261122000001 as ContentTables } from "../../../src/modules/content/migrations/Migration20261122000001"
import { Migration20261122000002 as DeliveryTables } from "../../../src/modules/delivery/migrations/Migration20261122000002"

type Queries = { up(): Promise<void>; getQueries(): unknown[] }

/** A pool on the server's database with this name. */
export function connect(url: string, poolSize = 8): Knex {
  return knex({ client: "pg", connection: url, pool: { min: 0, max: poolSize } })
}

/** A new database with the tables of profile, content and delivery, made by the modules' own migrations. */
export async function createDatabase(serverUrl: string, name: string): Promise<string> {
  const server = connect(serverUrl, 1)
  await server.raw(`create database "${name}"`)
  await server.destroy()
  const url = new URL(serverUrl)
  url.pathname = name
  const db = connect(url.href, 1)
  for (const Migration of [ProfileTables, ContentTables, DeliveryTables]) {
    const migration = new Migration(null as never, null as never) as unknown as Queries
    await migration.up()
    for (const sql of migration.getQueries()) await db.raw(String(sql))
  }
  await db.destroy()
  return url.href
}
