import { z } from "@medusajs/framework/zod"

const MOST_LISTS = 50
const MOST_ADDRESSES = 50

export const SaveTestLists = z.strictObject({
  lists: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1, "must not be empty").max(100),
        addresses: z.array(z.string().trim().min(1).max(320)).min(1).max(MOST_ADDRESSES),
      })
    )
    .max(MOST_LISTS),
})
export type SaveTestLists = z.infer<typeof SaveTestLists>
