import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type Filed, moveToFolders } from "../../../lib/folders"
import type { FiledKind } from "../../../types/common"
import { FILED_TABLES } from "../tables"

export type MoveToFolderInput = { kind: FiledKind; ids: string[]; folder: string }

/** Puts things into a folder; taken back by putting each where it was. */
export const moveToFolderStep = createStep(
  "engage-move-to-folder",
  async ({ kind, ids, folder }: MoveToFolderInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const moves = [...new Set(ids)].map((id): Filed => ({ id, folder }))
    const before = await moveToFolders(db, FILED_TABLES[kind], moves)
    return new StepResponse(before.length, { kind, before })
  },
  async (moved, { container }) => {
    if (!moved) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await moveToFolders(db, FILED_TABLES[moved.kind], moved.before)
  }
)
