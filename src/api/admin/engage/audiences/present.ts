import { usesOf } from "../../../../modules/campaign/broadcast/uses"
import {
  type AudienceRow,
  originRules,
  revenueSince,
} from "../../../../modules/segment/audience/store"
import type { Audience } from "../../../../types/audience"
import type { EngageContext } from "../../../context"
import { ruleInWords } from "../segments/present"

/** Audiences as the API gives them. */
export async function presentAudiences(
  context: EngageContext,
  rows: AudienceRow[]
): Promise<Audience[]> {
  const { db, currency } = context
  const ids = rows.map((row) => row.id)
  const since = await revenueSince(db, ids)
  const uses = await usesOf(db, ids)
  return Promise.all(
    rows.map(async (row) => {
      const rules = originRules(row)
      return {
        id: row.id,
        name: row.name,
        description: row.description,
        folder: row.folder,
        tags: row.tags,
        origin: row.origin,
        origin_sentence: rules ? (await ruleInWords(context, rules)).sentence : null,
        profiles: row.profiles,
        taken: row.taken,
        taken_at: row.taken_at.toISOString(),
        since: since.get(row.id) ?? { revenue: 0, orders: 0, buyers: 0 },
        currency,
        archived_at: row.archived_at?.toISOString() ?? null,
        used_in: uses.get(row.id) ?? [],
        created_at: row.created_at.toISOString(),
        updated_at: row.updated_at.toISOString(),
      }
    })
  )
}

/** One audience as the API gives it. */
export async function presentAudience(context: EngageContext, row: AudienceRow): Promise<Audience> {
  return (await presentAudiences(context, [row]))[0]
}
