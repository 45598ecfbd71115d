import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { deleteUnused } from "../../../modules/content/files/store"
import { takeFromShop } from "../uploads"

/** Deletes those of some files that nothing uses; what is gone cannot be brought back. */
export const cleanUpFilesStep = createStep(
  "engage-clean-up-files",
  async (ids: string[], { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const remove = (fileIds: string[]) => takeFromShop(container, fileIds)
    return new StepResponse(await deleteUnused(db, ids, new Date(), remove))
  }
)
