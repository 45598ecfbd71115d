import { type Db, execute } from "../../../lib/db"

/** Property keys that rules can speak of. Others are stored and shown, but cannot be filtered by. */
const KEY = /^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/
/** Keys kept in all: a script in a browser may send whatever it likes. */
const MAX_FIELDS = 2_000

const INSERT_FIELDS = `
  insert into engage_event_field (name, key, kind)
  select name, key, kind from jsonb_to_recordset(:rows::jsonb) r(name text, key text, kind text)
  where (select count(*) from engage_event_field) < ${MAX_FIELDS}
  order by name, key, kind
  on conflict do nothing
`

type Field = { name: string; key: string; kind: string }

/**
 * Remembers which keys the properties of a name have, and of what kind; most batches have none that is new.
 * @param known - what this process has remembered before
 * @returns what to add to it once the transaction is committed
 */
export async function noteFields(
  db: Db,
  events: { name: string; properties: Record<string, unknown> }[],
  known: ReadonlySet<string>
): Promise<string[]> {
  const fresh = new Map<string, Field>()
  for (const { name, properties } of events) {
    for (const [key, value] of Object.entries(properties)) {
      const kind = typeof value
      if (!["string", "number", "boolean"].includes(kind) || !KEY.test(key)) continue
      const id = `${name}\n${key}\n${kind}`
      if (!known.has(id)) fresh.set(id, { name, key, kind })
    }
  }
  if (!fresh.size) return []
  await execute(db, INSERT_FIELDS, { rows: JSON.stringify([...fresh.values()]) })
  return [...fresh.keys()]
}
