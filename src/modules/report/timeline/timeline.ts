import { decodeTimeCursor, encodeCursor } from "../../../lib/cursor"
import type { Db } from "../../../lib/db"
import type { TimelineItem, TimelineKind } from "../../../types/timeline"
import { changesSource, metricsSource } from "./changes"
import { consentSource } from "./consent"
import { messagesSource } from "./messages"
import { numbersSource } from "./numbers"
import { ordersSource } from "./orders"
import { segmentsSource } from "./segments"
import { eventsSource, visitsSource } from "./visits"
import type { TimelineContext, TimelineSource } from "./source"

/** Every kind of entry, each from a file of its own. */
const SOURCES: TimelineSource[] = [
  ordersSource,
  visitsSource,
  eventsSource,
  messagesSource,
  consentSource,
  segmentsSource,
  metricsSource,
  numbersSource,
  changesSource,
]

export type TimelineInput = {
  kinds: TimelineKind[]
  limit: number
  cursor?: string
  /** Text that entries must contain. */
  q?: string
  /** Only entries from `from` on and before `to`. */
  from?: string
  to?: string
}

/**
 * What happened to a person, newest first. Each source is read to the page's length and the pages are merged, so a cursor
 * is an instant; entries of the very same instant stay on one page.
 */
export async function readTimeline(
  db: Db,
  profile: number,
  input: TimelineInput,
  context: TimelineContext
): Promise<{ items: TimelineItem[]; next_cursor: string | null }> {
  const cursor = decodeTimeCursor(input.cursor)
  const query = {
    profile,
    // The id breaks ties within a source only, so a cursor excludes its instant.
    before: String(cursor?.value ?? input.to ?? "infinity"),
    before_id: 0,
    since: input.from ?? "-infinity",
    q: pattern(input.q),
    limit: input.limit + 1,
  }
  const wanted = SOURCES.filter((source) => input.kinds.includes(source.kind))
  const lists = await Promise.all(wanted.map((source) => source.read(db, query, context)))
  const merged = lists.flat().sort((a, b) => b.at.localeCompare(a.at))
  if (merged.length <= input.limit) return { items: merged, next_cursor: null }
  let end = input.limit
  while (end < merged.length && merged[end].at === merged[end - 1].at) end += 1
  const items = merged.slice(0, end)
  const last = items[items.length - 1]
  return {
    items,
    next_cursor: end < merged.length ? encodeCursor({ value: last.at, id: last.id }) : null,
  }
}

function pattern(q: string | undefined): string | null {
  const text = q?.trim().toLowerCase()
  return text ? `%${text.replace(/[\\%_]/g, "\\$&")}%` : null
}
