import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../../lib/db"
import type { Use } from "../../../types/use"
import { rulesUsing } from "../../delivery/policy/rules"
import { audiencesIn, segmentsIn } from "../../segment/dependencies"
import { allSegments } from "../../segment/store"
import { broadcastsUsing } from "./store"

/** What uses some segments or audiences, by their ids. */
export async function usesOf(db: Db, ids: string[]): Promise<Map<string, Use[]>> {
  const broadcasts = await broadcastsUsing(db, ids)
  const segments = await allSegments(db)
  const rules = await rulesUsing(db, ids)
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
        ...rules
          .filter((use) => use.segment_id === id)
          .map(({ id, name, enabled }): Use => {
            return { kind: "contact_rule", id, name, status: enabled ? "live" : "paused" }
          }),
      ],
    ])
  )
}

const CALLED: Record<Use["kind"], string> = {
  segment: "the segment",
  broadcast: "the draft",
  contact_rule: "the contact rule",
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
    (use) => use.kind !== "broadcast" || ["draft", "scheduled"].includes(use.status)
  )
  if (!open.length) return
  const names = open.map(({ kind, name }) => `${CALLED[kind]} "${name}"`)
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `The ${what} is used by ${names.join(", ")}: choose another there first, or archive it instead`
  )
}
