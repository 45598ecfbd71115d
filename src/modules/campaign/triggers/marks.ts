import { type Db, queryOne } from "../../../lib/db"
import type { CampaignTrigger } from "../../../types/campaign-trigger"
import { BY_TIME_TOO, MARKED_TABLES, type MarkedTable, OVERLAP_IDS } from "./source"
import { sourceOf } from "./sources"

/** The highest id that a campaign's triggers have seen, by their place in the plan. */
export type Marks = Record<string, number>
/** The highest id that each table has now. */
export type HighestIds = Record<MarkedTable, number>

/** How to look for what happened. */
export type Look = {
  /** The highest ids there are. */
  highest: HighestIds
  /** Only what came after these ids; everything of the last time if null. */
  since: HighestIds | null
}

const highest = (table: string) => `select coalesce(max(id), 0)::float8 from ${table}`
/** Of a table whose rows are deleted. */
const lastGiven = (table: string) =>
  `select case when is_called then last_value else 0 end::float8 from ${table}_id_seq`

const HIGHEST_IDS = `
  select ${Object.entries(MARKED_TABLES)
    .map(
      ([name, table]) =>
        `(${table === MARKED_TABLES.segment_news ? lastGiven(table) : highest(table)}) as ${name}`
    )
    .join(", ")}
`

/** What a campaign that begins to look now begins after. */
export async function highestIds(db: Db): Promise<HighestIds> {
  return (await queryOne<HighestIds>(db, HIGHEST_IDS))!
}

/** Marks of some triggers that have looked at everything up to `highest`. */
export function openMarks(
  triggers: Record<string, CampaignTrigger | null>,
  highest: HighestIds
): Marks {
  const marks: Marks = {}
  for (const [place, trigger] of Object.entries(triggers)) {
    const table = trigger && sourceOf(trigger).mark
    if (table) marks[place] = highest[table]
  }
  return marks
}

/**
 * The id after which a look begins.
 * @param seen - the highest id that an earlier look has seen
 */
export function markFor(
  trigger: CampaignTrigger,
  { since }: Look,
  seen: number | undefined
): number {
  const table = sourceOf(trigger).mark
  if (!table) return 0
  // Not after what was seen: a look may have been left to another worker, which may have ended in the middle of it.
  if (since) return Math.min(since[table], seen ?? Infinity)
  return BY_TIME_TOO.includes(table) ? 0 : Math.max(0, (seen ?? 0) - OVERLAP_IDS)
}
