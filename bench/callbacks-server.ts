/** What answers links, pictures and reports, in a process of its own as in a worker of a shop. Prints its port. */
import { knex } from "@medusajs/framework/mikro-orm/knex"
import { parseOptions } from "../src/lib/options"
import { publicIds } from "../src/lib/public-id"
import { createPublicServer } from "../src/modules/delivery/public/server"
import { receiveReports } from "../src/modules/delivery/reports/receive"
import { SendGridReports } from "../src/providers/sendgrid/reports"

const { DATABASE_URL = "", PUBLIC_KEY = "" } = process.env
const db = knex({ client: "pg", connection: DATABASE_URL, pool: { min: 1, max: 4 } })
const options = parseOptions({ currency: "eur", storefrontUrl: "https://shop.example" })
const reports = new SendGridReports(PUBLIC_KEY)

void createPublicServer({
  db,
  options,
  logger: { info: () => undefined, error: console.error },
  port: 0,
  host: "localhost",
  receive: async (name, request) =>
    receiveReports(db, await publicIds(db), { name, channel: "email", reports }, request),
})
  .start()
  .then(console.log)

// Ends by itself, so that `--cpu-prof` writes its file.
process.on("SIGINT", () => process.exit())
