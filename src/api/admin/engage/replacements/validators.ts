import { z } from "@medusajs/framework/zod"

const search = {
  find: z.string().min(2, "must have two letters or more").max(1_000),
  replace: z.string().max(1_000),
  match_case: z.boolean().default(true),
}

export const PreviewReplacement = z.strictObject(search)
export type PreviewReplacement = z.infer<typeof PreviewReplacement>

export const CreateReplacement = z.strictObject({
  ...search,
  /** Of templates and saved blocks. */
  ids: z.array(z.string().max(100)).min(1, "must name a template or a saved block").max(10_000),
})
export type CreateReplacement = z.infer<typeof CreateReplacement>
