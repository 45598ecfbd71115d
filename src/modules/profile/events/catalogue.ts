import { MedusaError } from "@medusajs/framework/utils"
import { likePattern } from "../../../lib/like"
import { type Db, query } from "../../../lib/db"
import type { EventName, EventSchema } from "../../../types/event"
import { type EventRow, presentEvents } from "./read"
import { CATALOGUE, CATALOGUE_DAYS, LATEST_OF_NAME } from "./sql/read"

const DAYS = 30
/** The properties of a name are read off so many of its latest events. */
const LOOKED_AT = 500
const VALUES = 5
const MAX_PROPERTIES = 60

/** Every name that has come in, with volume; latest first. Days are UTC days. */
export async function eventCatalogue(db: Db, q: string | undefined, now: Date) {
  const today = now.toISOString().slice(0, 10)
  type Row = Omit<EventName, "days" | "last_at"> & { last_at: Date }
  const rows = await query<Row>(db, CATALOGUE, { today, q: q ? likePattern(q) : null })
  const days = await query<{ name: string; ago: number; events: number }>(db, CATALOGUE_DAYS, {
    today,
    names: rows.map((row) => row.name),
  })
  const series = new Map(rows.map((row) => [row.name, Array<number>(DAYS).fill(0)]))
  for (const { name, ago, events } of days) series.get(name)![DAYS - 1 - ago] = events
  return rows.map((row): EventName => ({
    ...row,
    last_at: row.last_at.toISOString(),
    days: series.get(row.name)!,
  }))
}

type Type = EventSchema["properties"][number]["types"][number]

/** What the latest events of a name hold. @throws MedusaError `not_found` for a name that never came in */
export async function eventSchema(db: Db, name: string): Promise<EventSchema> {
  const rows = await query<EventRow>(db, LATEST_OF_NAME, { name, limit: LOOKED_AT })
  if (!rows.length)
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no event called "${name}"`)
  const found = new Map<string, { types: Set<Type>; n: number; values: Map<string, number> }>()
  for (const [key, value] of rows.flatMap((row) => Object.entries(row.properties))) {
    const entry = found.get(key) ?? { types: new Set(), n: 0, values: new Map() }
    found.set(key, entry)
    entry.n += 1
    entry.types.add(typeOf(value))
    if (typeof value === "object") continue
    const text = String(value).slice(0, 100)
    entry.values.set(text, (entry.values.get(text) ?? 0) + 1)
  }
  const [sample] = await presentEvents(db, rows.slice(0, 1))
  return {
    name,
    looked_at: rows.length,
    properties: [...found]
      .sort((a, b) => b[1].n - a[1].n)
      .slice(0, MAX_PROPERTIES)
      .map(([key, { types, n, values }]) => ({
        key,
        types: [...types],
        share: n / rows.length,
        values: [...values]
          .sort((a, b) => b[1] - a[1])
          .slice(0, VALUES)
          .map(([value, count]) => ({ value, count })),
      })),
    sample,
  }
}

function typeOf(value: unknown): Type {
  if (value === null || value === "") return "empty"
  if (Array.isArray(value)) return "list"
  if (typeof value === "object") return "object"
  if (typeof value === "number") return "number"
  return typeof value === "boolean" ? "yes/no" : "text"
}
