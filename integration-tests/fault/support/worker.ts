/**
 * A worker process as a shop runs it, reduced to the deliver engine. It says `ready`, waits for `go`, and works until it
 * is killed or asked to end by SIGTERM.
 */
import { parseOptions } from "../../../src/lib/options"
import { Engine } from "../../../src/lib/engine"
import { Deliverer } from "../../../src/modules/delivery/engine/deliverer"
import { SmtpProvider } from "../../../src/providers/smtp/provider"
import { connect } from "./database"

const { DATABASE_URL = "", SMTP_URL = "", CONNECTIONS, LEASE_MS } = process.env
const db = connect(DATABASE_URL)
const deliverer = new Deliverer({
  db,
  logger: console as never,
  options: parseOptions({ currency: "eur" }),
  provider: new SmtpProvider({ url: SMTP_URL, connections: Number(CONNECTIONS) }),
  leaseMs: Number(LEASE_MS),
})
const engine = new Engine({
  name: "deliver",
  step: (signal) => deliverer.step(signal),
  idleMs: 50,
  logger: console as never,
})

process.on("message", () => engine.start())
process.on("SIGTERM", async () => {
  await engine.stop()
  await deliverer.drain()
  await db.destroy()
  process.exit(0)
})
db.raw("select 1").then(() => process.send?.("ready"))
