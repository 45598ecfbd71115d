import { z } from "@medusajs/framework/zod"
import { isoDay } from "../../../paging"

/** Four limits as text, worst to best, e.g. `180,90,60,30`. */
const limits = z
  .string()
  .regex(/^\d+(,\d+){3}$/, "must be four numbers with commas between, worst to best")
  .transform((text) => text.split(",").map(Number))

const window_days = z.coerce.number().int().min(1).max(3_650).default(365)
const segment_id = z.string().min(1).max(100).optional()

export const GetRfm = z
  .strictObject({
    mode: z.enum(["quintile", "fixed", "manual"]).default("quintile"),
    window_days,
    segment_id,
    r: limits.optional(),
    f: limits.optional(),
    m: limits.optional(),
  })
  .refine(({ mode, r, f, m }) => mode !== "manual" || (r && f && m), "manual mode needs r, f and m")
export type GetRfm = z.infer<typeof GetRfm>

const day = isoDay

export const GetRfmMoves = z.strictObject({ from: day, to: day, window_days, segment_id })
export type GetRfmMoves = z.infer<typeof GetRfmMoves>
