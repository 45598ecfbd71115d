import { z } from "@medusajs/framework/zod"
import { rulesSchema } from "../../../../rules/schema"
import { filed, folder } from "../../../filed"
import { paging, search } from "../../../paging"

const name = z.string().trim().min(1, "must not be empty").max(200)
const description = z.string().trim().max(2_000)

/** E-mail addresses, phone numbers, ids or #order numbers, one a line; a CSV file's first column. */
const list = z.string().max(20_000_000, "holds at most 20 MB of text")

export const ListAudiences = z.strictObject({ ...paging, q: search, ...filed })
export type ListAudiences = z.infer<typeof ListAudiences>

export const CreateAudience = z
  .strictObject({
    name,
    description: description.default(""),
    folder: folder.default(""),
    segment_id: z.string().min(1).max(100).optional(),
    rules: rulesSchema.optional(),
    list: list.optional(),
  })
  .refine(
    ({ segment_id, rules, list }) => [segment_id, rules, list].filter(Boolean).length <= 1,
    "give one of segment_id, rules and list"
  )
export type CreateAudience = z.infer<typeof CreateAudience>

export const UpdateAudience = z
  .strictObject({ name, description, folder, archived: z.boolean() })
  .partial()
export type UpdateAudience = z.infer<typeof UpdateAudience>

export const ChangeMembers = z.strictObject({ action: z.enum(["add", "remove"]), list })
export type ChangeMembers = z.infer<typeof ChangeMembers>

export const UndoChange = z.strictObject({ change_id: z.number().int().min(1) })
export type UndoChange = z.infer<typeof UndoChange>

export const MatchList = z.strictObject({ list })
export type MatchList = z.infer<typeof MatchList>

export const ListAudienceMembers = z.strictObject(paging)
export type ListAudienceMembers = z.infer<typeof ListAudienceMembers>
