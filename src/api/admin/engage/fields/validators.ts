import { z } from "@medusajs/framework/zod"
import { FIELD_SCOPES, FIELD_TYPES } from "../../../../types/field"

const label = z.string().trim().min(1).max(100)
const options = z
  .array(z.strictObject({ value: z.string().trim().min(1).max(100), label }))
  .max(200)
  .refine((list) => new Set(list.map((o) => o.value)).size === list.length, {
    message: "every choice must have a value of its own",
  })

const shown = {
  description: z.string().max(500).optional(),
  options: options.optional(),
  visible: z.boolean().optional(),
  position: z.number().int().min(0).max(10_000).optional(),
}

export const ListFields = z.strictObject({ scope: z.enum(FIELD_SCOPES).optional() })
export type ListFields = z.infer<typeof ListFields>

export const CreateField = z.strictObject({
  scope: z.enum(FIELD_SCOPES),
  key: z
    .string()
    .regex(
      /^[a-z][a-z0-9_]{0,39}$/,
      "must begin with a letter and hold lower-case letters, digits and _ only, at most 40"
    ),
  label,
  type: z.enum(FIELD_TYPES),
  metadata_key: z.string().min(1).max(200).nullish(),
  ...shown,
})
export type CreateField = z.infer<typeof CreateField>

/** Of one scope, in the order to show them. */
export const OrderFields = z.strictObject({ ids: z.array(z.string().max(100)).min(1).max(1_000) })
export type OrderFields = z.infer<typeof OrderFields>

export const UpdateField = z.strictObject({ label: label.optional(), ...shown })
export type UpdateField = z.infer<typeof UpdateField>

const value = z.union([z.string().max(500), z.number(), z.null()])

export const AssignMetrics = z.strictObject({
  values: z.array(z.unknown()).min(1).max(1_000),
})
export type AssignMetrics = z.infer<typeof AssignMetrics>

/** One value of {@link AssignMetrics}; a wrong one is refused alone. */
export const MetricValueInput = z
  .strictObject({
    profile_id: z.string().optional(),
    customer_id: z.string().optional(),
    email: z.string().max(320).optional(),
    metric: z.string().max(40),
    value,
  })
  .refine((v) => [v.profile_id, v.customer_id, v.email].filter(Boolean).length === 1, {
    message: "say whom it is about by exactly one of profile_id, customer_id, email",
  })
