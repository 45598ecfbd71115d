/** The sending side of the broadcast benchmarks: one worker process, as a shop runs it. It ends with its run, if it has one. */
import { readFileSync } from "node:fs"
import { knex } from "@medusajs/framework/mikro-orm/knex"
import { Engine } from "../src/lib/engine"
import { parseOptions } from "../src/lib/options"
import { Deliverer } from "../src/modules/delivery/engine/deliverer"
import { runProgress } from "../src/modules/delivery/ledger/progress"
import { ResendProvider } from "../src/providers/resend/provider"
import { SmtpProvider } from "../src/providers/smtp/provider"

const { DATABASE_URL = "", PROVIDER, SINK_PORT, SINK_KEY = "", CONNECTIONS, RUN } = process.env
const smtp = `smtp://127.0.0.1:${SINK_PORT}`
const db = knex({ client: "pg", connection: DATABASE_URL, pool: { min: 0, max: 8 } })
const deliverer = new Deliverer({
  db,
  logger: console as never,
  options: parseOptions({
    currency: "eur",
    channels: { email: { provider: "smtp", url: smtp } },
  }),
  provider:
    PROVIDER === "resend"
      ? new ResendProvider({ apiKey: SINK_KEY, url: `http://127.0.0.1:${SINK_PORT}` })
      : new SmtpProvider({ url: smtp, connections: Number(CONNECTIONS) }),
})
const engine = new Engine({
  name: "deliver",
  step: (signal) => deliverer.step(signal),
  idleMs: 100,
  logger: console as never,
})

function memoryMb(): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) / 1024
}

async function main() {
  await db.raw("select 1")
  const cpu = process.cpuUsage()
  const rss: number[] = []
  const start = process.hrtime.bigint()
  engine.start()
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 250))
    rss.push(memoryMb())
    if (!RUN) continue
    const { rows } = await db.raw(`select status from engage_run where id = ?`, [Number(RUN)])
    if (rows[0].status === "completed") break
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  const used = process.cpuUsage(cpu)
  const progress = await runProgress(db, Number(RUN))
  process.send?.({ seconds, cpu: (used.user + used.system) / 1e6, rss, progress })
  await engine.stop()
  await deliverer.drain()
  await db.destroy()
}

void main()
