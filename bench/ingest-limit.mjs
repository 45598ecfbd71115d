/** The hand-written limit of event ingest. */
import { serveGathered } from "./gathering-server.mjs"

await serveGathered({
  table: `
    create temp table bench_event (id bigint generated always as identity, at timestamptz, profile_id bigint, name text,
      message_id text, properties jsonb);
    create index on bench_event (profile_id, at)
  `,
  insert: `
    insert into bench_event (at, profile_id, name, message_id, properties)
    select now(), 1, name, message_id, properties
    from jsonb_to_recordset($1::jsonb) r(name text, message_id text, properties jsonb)
  `,
  read: (text) => JSON.parse(text).events,
  answer: (res) => res.end('{"ok":true}'),
})
