import { z } from "@medusajs/framework/zod"
import { rulesSchema } from "../../../../rules/schema"
import { paging, search } from "../../../paging"

const name = z.string().trim().min(1, "must not be empty").max(200)
const description = z.string().trim().max(2_000)

export const ListSegments = z.strictObject({ ...paging, q: search })
export type ListSegments = z.infer<typeof ListSegments>

export const CreateSegment = z.strictObject({
  name,
  description: description.default(""),
  rules: rulesSchema,
})
export type CreateSegment = z.infer<typeof CreateSegment>

export const UpdateSegment = z.strictObject({ name, description, rules: rulesSchema }).partial()
export type UpdateSegment = z.infer<typeof UpdateSegment>

export const PreviewSegment = z.strictObject({ rules: rulesSchema })
export type PreviewSegment = z.infer<typeof PreviewSegment>

export const ListMembers = z.strictObject(paging)
export type ListMembers = z.infer<typeof ListMembers>
