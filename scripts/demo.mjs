/**
 * npm run demo: a Medusa shop with the plugin and a real shop's year of orders.
 *
 *   npm run demo -- [--customers 1000000] [--port 9000]
 *
 * DATABASE_URL and REDIS_URL are used when they are set; otherwise PostgreSQL runs embedded, with its data in .demo/
 * (or ENGAGE_DEMO_DIR), and no Redis is needed.
 */
import path from "node:path"
import { parseArgs } from "node:util"
import { buildAdmin, buildPlugin } from "./demo/builds.mjs"
import { openDatabase, prepareShop } from "./demo/database.mjs"
import { ADMIN, DEFAULT_DIR, checkNode, readCount } from "./demo/settings.mjs"
import { startServer, waitUntilUsable } from "./demo/server.mjs"
import { claim } from "./demo/state.mjs"
import { keepIn, stopAll } from "./demo/processes.mjs"
import { freeFrom } from "./pg.mjs"
import { say } from "./demo/progress.mjs"

const cleanups = []
let stopping

/** Ends everything that was started, the youngest first; a second signal while it runs changes nothing. */
function stop(code) {
  stopping ??= (async () => {
    await stopAll()
    for (const cleanup of cleanups.reverse()) {
      await cleanup()
    }
    process.exit(code)
  })()
  return stopping
}

async function main() {
  checkNode()
  const { values } = parseArgs({
    options: { customers: { type: "string" }, port: { type: "string" } },
  })
  const customers = readCount("--customers", values.customers, 0)
  const dir = path.resolve(process.env.ENGAGE_DEMO_DIR ?? DEFAULT_DIR)
  const state = await claim(dir)
  cleanups.push(() => state.release())
  keepIn(dir)

  await buildPlugin()
  const database = await openDatabase(dir)
  cleanups.push(database.close)
  const port = await freeFrom(readCount("--port", values.port ?? process.env.PORT, 9000))
  const url = `http://localhost:${port}`
  const env = { ...state.secrets, DATABASE_URL: database.url, ENGAGE_DEMO_URL: url }
  await Promise.all([prepareShop({ database, state, dir, env, customers }), buildAdmin(env)])

  const server = startServer(port, env, state)
  server.ended.then(() => {
    if (!stopping) {
      console.error(`The shop's server ended by itself; its log is ${server.log}`)
      stop(1)
    }
  })
  await waitUntilUsable(url, server)
  say(`storefront: ${url}/storefront   log: ${server.log}   stop with Ctrl-C`)
  console.log(`ready: ${url}/app ${ADMIN.email} ${ADMIN.password}`)
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => stop(0))
}
main().catch((error) => {
  if (!stopping) {
    console.error(`\n${error.message}`)
  }
  return stop(1)
})
