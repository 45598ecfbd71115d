import { type Db, queryOne } from "../../../lib/db"
import type { CampaignTrigger } from "../../../types/campaign-trigger"
import { MARKED_TABLES, type MarkedTable } from "./source"
import { sourceOf } from "./sources"

/** The highest id that a campaign's triggers have seen, by their place in the plan. */
export type Marks = Record<string, number>
/** The highest id that each table has now. */
export type HighestIds = Record<MarkedTable, number>

const HIGHEST_IDS = `
  select ${Object.entries(MARKED_TABLES)
    .map(([name, table]) => `(select coalesce(max(id), 0)::float8 from ${table}) as ${name}`)
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
