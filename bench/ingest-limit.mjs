/**
 * The hand-written limit of event ingest: a bare HTTP server that checks nothing and writes what came together by one
 * insert, answering after the commit. Prints its port.
 */
import http from "node:http"
import pg from "pg"

const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
await client.connect()
await client.query(`
  create temp table bench_event (id bigint generated always as identity, at timestamptz, profile_id bigint, name text,
    message_id text, properties jsonb);
  create index on bench_event (profile_id, at)
`)

let waiting = []
let running = false

async function drain() {
  if (running) return
  running = true
  while (waiting.length) {
    const batch = waiting.splice(0, 500)
    await client.query(
      `insert into bench_event (at, profile_id, name, message_id, properties)
       select now(), 1, name, message_id, properties
       from jsonb_to_recordset($1::jsonb) r(name text, message_id text, properties jsonb)`,
      [JSON.stringify(batch.flatMap(({ events }) => events))]
    )
    for (const { res } of batch) res.end('{"ok":true}')
  }
  running = false
}

http
  .createServer((req, res) => {
    let text = ""
    req.on("data", (chunk) => (text += chunk))
    req.on("end", () => {
      waiting.push({ events: JSON.parse(text).events, res })
      drain()
    })
  })
  .listen(0, "localhost", function () {
    console.log(this.address().port)
  })
