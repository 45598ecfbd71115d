/** node demo/seed/run.mjs <database url> [--customers n]: seeds a database that Medusa has migrated. */
import { parseArgs } from "node:util"
import { seed } from "./index.mjs"

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { customers: { type: "string" } },
})
const seeded = await seed({
  url: positionals[0],
  customers: Number(values.customers ?? 0),
  log: console.log,
})
console.log(seeded ? "seeded" : "this database holds the demo shop already")
