import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { changeThingTags, setThingTags } from "../../../lib/thing-tags"
import type { FiledKind } from "../../../types/common"
import { FILED_TABLES } from "../tables"

export type TagThingsInput = { kind: FiledKind; ids: string[]; add: string[]; remove: string[] }

/** Gives things tags and takes others away; taken back by giving each those that it had. */
export const tagThingsStep = createStep(
  "engage-tag-things",
  async ({ kind, ...change }: TagThingsInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const before = await changeThingTags(db, FILED_TABLES[kind], change)
    return new StepResponse(before.length, { kind, before })
  },
  async (changed, { container }) => {
    if (!changed) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await setThingTags(db, FILED_TABLES[changed.kind], changed.before)
  }
)
