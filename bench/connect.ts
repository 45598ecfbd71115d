import { knex } from "@medusajs/framework/mikro-orm/knex"
import { parseOptions } from "../src/lib/options"
import type { Db } from "../src/lib/db"
import type { SyncSettings } from "../src/modules/profile/sync/settings"

/** The database of a demo shop, and the settings it is read with. */
export function connect(): { db: Db; settings: SyncSettings } {
  const url = process.env.DATABASE_URL
  if (!url) {
    console.error(
      "Set DATABASE_URL to the database of a demo shop (npm run demo -- --customers 1000000 makes a large one)"
    )
    process.exit(1)
  }
  const options = parseOptions({
    currency: "gbp",
    country: "gb",
    timeZone: "Europe/London",
    orders: { basis: "placed" },
  })
  return {
    db: knex({ client: "pg", connection: url, pool: { min: 1, max: 4 } }),
    settings: { currency: "gbp", options },
  }
}
