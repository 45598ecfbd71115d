/** The hand-written limit of what comes back about messages: a call without a body is a link that was followed. */
import { serveGathered } from "./gathering-server.mjs"

await serveGathered({
  table: `
    create temp table bench_answer (id bigint generated always as identity, at timestamptz, message bigint, detail jsonb);
    create index on bench_answer (message, at)
  `,
  insert: `insert into bench_answer (at, message, detail) select now(), 1, e from jsonb_array_elements($1::jsonb) e`,
  read: (text, { url }) => (text ? JSON.parse(text) : [{ path: url }]),
  answer: (res, text) => {
    res.writeHead(text ? 200 : 302, { location: "https://shop.example/", "content-length": 0 })
    res.end()
  },
})
