import { z } from "@medusajs/framework/zod"
import { rulesSchema } from "../../../../rules/schema"
import { MOVE_DIRECTIONS } from "../../../../types/segment"
import { filed, folder } from "../../../filed"
import { isoDay, paging, search } from "../../../paging"

const name = z.string().trim().min(1, "must not be empty").max(200)
const description = z.string().trim().max(2_000)

export const ListSegments = z.strictObject({ ...paging, q: search, ...filed })
export type ListSegments = z.infer<typeof ListSegments>

export const CreateSegment = z.strictObject({
  name,
  description: description.default(""),
  folder: folder.default(""),
  rules: rulesSchema,
})
export type CreateSegment = z.infer<typeof CreateSegment>

export const UpdateSegment = z
  .strictObject({
    name,
    description,
    folder,
    archived: z.boolean(),
    owner_id: z.string().min(1).max(100),
    rules: rulesSchema,
    /** The version whose rule was changed; refused when the segment has another rule by now. */
    version: z.number().int().min(1),
  })
  .partial()
export type UpdateSegment = z.infer<typeof UpdateSegment>

export const PreviewSegment = z.strictObject({ rules: rulesSchema })
export type PreviewSegment = z.infer<typeof PreviewSegment>

export const WhySegment = z.strictObject({
  rules: rulesSchema,
  profile_id: z.string().min(1).max(200),
})
export type WhySegment = z.infer<typeof WhySegment>

export const RestoreSegment = z.strictObject({ version: z.number().int().min(1) })
export type RestoreSegment = z.infer<typeof RestoreSegment>

const group_id = z.string().min(1).max(100)
export const FollowGroup = z.strictObject({ group_id })
export type FollowGroup = z.infer<typeof FollowGroup>
export const GroupDiff = z.strictObject({ group_id })
export type GroupDiff = z.infer<typeof GroupDiff>

export const ListMoves = z.strictObject({
  ...paging,
  day: isoDay,
  direction: z.enum(MOVE_DIRECTIONS),
})
export type ListMoves = z.infer<typeof ListMoves>

export const ListMembers = z.strictObject(paging)
export type ListMembers = z.infer<typeof ListMembers>
