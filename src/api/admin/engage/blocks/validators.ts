import { z } from "@medusajs/framework/zod"
import { blockSchema } from "../../../../modules/content/document/schema"

const name = z.string().trim().min(1, "must not be empty").max(100)

export const CreateSavedBlock = z.strictObject({ name, block: blockSchema })
export type CreateSavedBlock = z.infer<typeof CreateSavedBlock>

export const UpdateSavedBlock = z.strictObject({
  name: name.optional(),
  block: blockSchema.optional(),
  /** Whether templates that have the block are changed too. */
  everywhere: z.boolean().default(false),
})
export type UpdateSavedBlock = z.infer<typeof UpdateSavedBlock>
