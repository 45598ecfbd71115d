import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../../lib/db"
import { templateHeads } from "../../content/templates/heads"
import { listTopics } from "../../profile/consent/set-consent"
import { getAudiences } from "../../segment/audience/store"
import { getSegments } from "../../segment/store"
import type { BroadcastInput } from "./store"

/**
 * Checks that what a broadcast points to exists.
 * @throws MedusaError `invalid_data` naming the field
 */
export async function checkReferences(db: Db, input: Partial<BroadcastInput>): Promise<void> {
  const wanted = [
    ...(input.segment_id ? [input.segment_id] : []),
    ...(input.exclude_segment_ids ?? []),
  ]
  const targets = [...(await getSegments(db, wanted)), ...(await getAudiences(db, wanted))]
  const found = new Set(targets.map((target) => target.id))
  const missing = wanted.find((id) => !found.has(id))
  if (missing) {
    const field = missing === input.segment_id ? "segment_id" : "exclude_segment_ids"
    refuse(field, `there is no segment or audience ${missing}`)
  }
  await checkTemplates(db, input)
  if (input.topic === undefined) return
  const topics = await listTopics(db)
  const chosen = topics.find(({ key }) => key === input.topic)
  if (chosen?.archived) refuse("topic", `"${chosen.name}" is archived: choose another one`)
  const open = topics.flatMap(({ key, archived }) => (archived ? [] : [key]))
  if (!chosen) refuse("topic", `must be one of ${open.join(", ")}`)
}

async function checkTemplates(
  db: Db,
  { template_id, plan }: Partial<BroadcastInput>
): Promise<void> {
  const variants = plan?.ab?.variants.flatMap((variant) => variant.template_id ?? []) ?? []
  const wanted = [...(template_id ? [template_id] : []), ...variants]
  const found = await templateHeads(db, wanted)
  const missing = wanted.find((id) => !found.has(id))
  if (missing) refuse("template_id", `there is no template ${missing}`)
}

function refuse(field: string, message: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `${field}: ${message}`)
}
