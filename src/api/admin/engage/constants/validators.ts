import { z } from "@medusajs/framework/zod"
import { CONSTANT_KINDS } from "../../../../types/content"

const label = z.string().trim().min(1, "must not be empty").max(100)
const value = z.string().trim().max(2_000)

export const CreateConstant = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,49}$/, "must be lower-case letters, digits and _"),
  label,
  kind: z.enum(CONSTANT_KINDS),
  value,
})
export type CreateConstant = z.infer<typeof CreateConstant>

export const UpdateConstant = z.strictObject({ label, value }).partial()
export type UpdateConstant = z.infer<typeof UpdateConstant>
