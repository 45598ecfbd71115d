import { z } from "@medusajs/framework/zod"
import { DUPLICATE_SIGNS, MERGE_RULES } from "../../../../types/identity"
import { paging } from "../../../paging"

const id = z.string().max(100)

export const ListMerges = z.strictObject(paging)
export type ListMerges = z.infer<typeof ListMerges>

export const MergeProfiles = z
  .strictObject({ kept: id, gone: id })
  .refine((both) => both.kept !== both.gone, { message: "kept and gone must be two profiles" })
export type MergeProfiles = z.infer<typeof MergeProfiles>

export const DismissDuplicate = z.strictObject({ profiles: z.tuple([id, id]) })
export type DismissDuplicate = z.infer<typeof DismissDuplicate>

const rule = z.enum(MERGE_RULES).optional()
export const SetMergeRules = z.strictObject(
  Object.fromEntries(DUPLICATE_SIGNS.map((sign) => [sign, rule])) as Record<
    (typeof DUPLICATE_SIGNS)[number],
    typeof rule
  >
)
export type SetMergeRules = z.infer<typeof SetMergeRules>
