import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../../lib/db"
import type { Use } from "../../../types/use"
import { audiencesIn, segmentsIn } from "../../segment/dependencies"
import { allSegments } from "../../segment/store"
import { broadcastsUsing } from "./store"

/** What uses some segments or audiences, by their ids. */
export async function usesOf(db: Db, ids: string[]): Promise<Map<string, Use[]>> {
  const broadcasts = await broadcastsUsing(db, ids)
  const segments = await allSegments(db)
  return new Map(
    ids.map((id) => [
      id,
      [
        ...broadcasts
          .filter((use) => use.segment_id === id)
          .map(({ segment_id: _, ...use }): Use => use),
        ...segments
          .filter(({ rules }) => [...segmentsIn(rules), ...audiencesIn(rules)].includes(id))
          .map(({ id, name, archived_at }): Use => {
            return { kind: "segment", id, name, status: archived_at ? "archived" : "live" }
          }),
      ],
    ])
  )
}

/**
 * Refuses to delete what drafts and segments still need.
 * @throws MedusaError `not_allowed` naming them
 */
export async function assertUnused(
  db: Db,
  id: string,
  what: "segment" | "audience"
): Promise<void> {
  const uses = (await usesOf(db, [id])).get(id)!
  const open = uses.filter(
    (use) => use.kind === "segment" || ["draft", "scheduled"].includes(use.status)
  )
  if (!open.length) return
  const names = open.map((use) =>
    use.kind === "segment" ? `the segment "${use.name}"` : `the draft "${use.name}"`
  )
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `The ${what} is used by ${names.join(", ")}: choose another there first, or archive it instead`
  )
}
