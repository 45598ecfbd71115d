/**
 * The hand-written limit of what comes back about messages: a bare HTTP server that checks nothing, writes what came
 * together by one insert, and answers after the commit. Prints its port.
 */
import http from "node:http"
import pg from "pg"

const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
await client.connect()
await client.query(`
  create temp table bench_answer (id bigint generated always as identity, at timestamptz, message bigint, detail jsonb);
  create index on bench_answer (message, at)
`)

let waiting = []
let running = false

async function drain() {
  if (running) return
  running = true
  while (waiting.length) {
    const batch = waiting.splice(0, 500)
    await client.query(
      `insert into bench_answer (at, message, detail) select now(), 1, e from jsonb_array_elements($1::jsonb) e`,
      [JSON.stringify(batch.flatMap(({ events }) => events))]
    )
    for (const { res, found } of batch) {
      res.writeHead(found ? 302 : 200, { location: "https://shop.example/", "content-length": 0 })
      res.end()
    }
  }
  running = false
}

http
  .createServer((req, res) => {
    let text = ""
    req.on("data", (chunk) => (text += chunk))
    req.on("end", () => {
      const events = text ? JSON.parse(text) : [{ path: req.url }]
      waiting.push({ events, res, found: !text })
      drain()
    })
  })
  .listen(0, "localhost", function () {
    console.log(this.address().port)
  })
