import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { noted } from "../lib/failures"
import { segmentsToSync } from "../modules/segment/group/store"
import { syncSegmentGroupWorkflow } from "../workflows/segment/workflows/sync-group"

/** Once a minute: brings customer groups in line with their segments. */
export default async function engageSegments(container: MedusaContainer): Promise<void> {
  await noted(container, "segments", async () => {
    for (const id of await segmentsToSync(
      container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    )) {
      await syncSegmentGroupWorkflow(container).run({ input: id })
    }
  })
}

export const config = { name: "engage-segments", schedule: "* * * * *" }
