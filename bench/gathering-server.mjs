import http from "node:http"
import pg from "pg"

/** Most calls answered by one insert. */
const MOST = 500

/**
 * A bare HTTP server that checks nothing, writes what came together by one insert, and answers after the commit: the
 * hand-written limit of what takes events. Prints its port.
 * @param table - SQL that makes a temporary table
 * @param insert - SQL that writes what `$1` (a jsonb array) holds
 * @param read - of a call `(text, req)`: its events
 * @param answer - ends a response `(res, text)`
 */
export async function serveGathered({ table, insert, read, answer }) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query(table)
  let waiting = []
  let running = false

  async function drain() {
    if (running) return
    running = true
    while (waiting.length) {
      const batch = waiting.splice(0, MOST)
      await client.query(insert, [JSON.stringify(batch.flatMap(({ events }) => events))])
      for (const { res, text } of batch) answer(res, text)
    }
    running = false
  }

  http
    .createServer((req, res) => {
      let text = ""
      req.on("data", (chunk) => (text += chunk))
      req.on("end", () => {
        waiting.push({ events: read(text, req), res, text })
        drain()
      })
    })
    .listen(0, "localhost", function () {
      console.log(this.address().port)
    })
}
