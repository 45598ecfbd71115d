import { MedusaError } from "@medusajs/framework/utils"
import { type Db, query } from "../../lib/db"
import { TOPIC_USES } from "./sql/topic"

type Use = { kind: "campaign" | "broadcast"; name: string; status: string }

/** What sends by itself: a topic that it is about cannot be put away before. */
const RUNNING = ["live", "paused", "scheduled", "freezing", "sending"]
const STATUSES = { archive: RUNNING, delete: [...RUNNING, "draft"] }

/**
 * Refuses to put a topic away that campaigns and broadcasts still need; drafts need it only to be there.
 * @throws MedusaError `not_allowed` naming them
 */
export async function assertTopicUnused(
  db: Db,
  key: string,
  action: keyof typeof STATUSES
): Promise<void> {
  const uses = await query<Use>(db, TOPIC_USES, { key, statuses: STATUSES[action] })
  if (!uses.length) return
  const names = uses.map(({ kind, name, status }) => `the ${kind} "${name}" (${status})`)
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `The topic is used by ${names.join(", ")}: choose another one there first`
  )
}
