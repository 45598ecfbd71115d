import { z } from "@medusajs/framework/zod"
import { QUALITY_FIELDS, QUALITY_RULES } from "../../../../types/quality"
import { paging } from "../../../paging"

export const SetRule = z
  .strictObject({
    enabled: z.boolean().optional(),
    /** Of `soft_bounce`: so many messages that came back … */
    count: z.number().int().min(1).max(20).optional(),
    /** … within so many days make an address invalid. */
    days: z.number().int().min(1).max(365).optional(),
  })
  .refine((change) => Object.keys(change).length > 0, "name enabled, count or days")
export type SetRule = z.infer<typeof SetRule>

export const StartRun = z.strictObject({
  /** A `check` only notes what would change; a `repair` changes it. */
  kind: z.enum(["check", "repair"]),
  rules: z.array(z.enum(QUALITY_RULES)).min(1).max(QUALITY_RULES.length),
})
export type StartRun = z.infer<typeof StartRun>

export const ListRuns = z.strictObject(paging)
export type ListRuns = z.infer<typeof ListRuns>

export const ListChanges = z.strictObject({ ...paging, field: z.enum(QUALITY_FIELDS).optional() })
export type ListChanges = z.infer<typeof ListChanges>

export const ListTypos = z.strictObject({
  ...paging,
  state: z.enum(["open", "decided"]).default("open"),
})
export type ListTypos = z.infer<typeof ListTypos>

export const DecideTypo = z.strictObject({
  /** null takes the decision back. */
  decision: z.enum(["accepted", "dismissed"]).nullable(),
})
export type DecideTypo = z.infer<typeof DecideTypo>

export const RecheckProblem = z.strictObject({
  channel: z.enum(["email", "phone"]),
  /** As the report has it. */
  reason: z.string().min(1).max(1_000),
})
export type RecheckProblem = z.infer<typeof RecheckProblem>
