/**
 * A worker process as a shop runs it, reduced to the deliver engine. It says `ready`, waits for `go`, and works until it
 * is killed or asked to end by SIGTERM.
 */
import { parseOptions } from "../../../src/lib/options"
import { Engine } from "../../../src/lib/engine"
import { Deliverer } from "../../../src/modules/delivery/engine/deliverer"
import { storeCopies } from "../../../src/modules/delivery/message/sandbox-mail"
import { PostmarkProvider } from "../../../src/providers/postmark/provider"
import { SandboxProvider } from "../../../src/providers/sandbox/provider"
import { SmtpProvider } from "../../../src/providers/smtp/provider"
import { connect } from "./database"

const { DATABASE_URL = "", SMTP_URL, POSTMARK, CONNECTIONS, LEASE_MS, FAULT_LOG } = process.env
const db = connect(DATABASE_URL)

/** What goes wrong is what the suite is about: it is told when somebody asks. */
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const logger = (FAULT_LOG ? console : silent) as never

/** By SMTP, by the API named by `POSTMARK` (its options as JSON), or into the outbox. */
function provider() {
  if (SMTP_URL) return new SmtpProvider({ url: SMTP_URL, connections: Number(CONNECTIONS) })
  if (POSTMARK) return new PostmarkProvider(JSON.parse(POSTMARK))
  return new SandboxProvider("email", (messages) => storeCopies(db, "email", messages))
}

const deliverer = new Deliverer({
  db,
  logger,
  options: parseOptions({ currency: "eur" }),
  provider: provider(),
  leaseMs: Number(LEASE_MS),
})
const engine = new Engine({
  name: "deliver",
  step: (signal) => deliverer.step(signal),
  idleMs: 50,
  logger,
})

process.on("message", () => engine.start())
process.on("SIGTERM", async () => {
  await engine.stop()
  await deliverer.drain()
  await db.destroy()
  process.exit(0)
})
db.raw("select 1").then(() => process.send?.("ready"))
