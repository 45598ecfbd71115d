import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { segmentsToSync } from "../modules/segment/group/store"
import { syncSegmentGroupWorkflow } from "../workflows/segment/workflows/sync-group"
import { tellSegmentNewsWorkflow } from "../workflows/segment/workflows/tell-news"

/** Once a minute: tells the event bus who entered and left segments, and brings customer groups in line. */
export default async function engageSegments(container: MedusaContainer): Promise<void> {
  await tellSegmentNewsWorkflow(container).run()
  for (const id of await segmentsToSync(
    container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  )) {
    await syncSegmentGroupWorkflow(container).run({ input: id })
  }
}

export const config = { name: "engage-segments", schedule: "* * * * *" }
