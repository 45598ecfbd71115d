import { z } from "@medusajs/framework/zod"
import { PLAN_KINDS, PLAN_STANDINGS } from "../../../../types/calendar"
import { instant, paging, search } from "../../../paging"

const LONGEST_MS = 100 * 86_400_000

export const ReadCalendar = z
  .strictObject({ from: instant, to: instant })
  .refine(({ from, to }) => Date.parse(to) > Date.parse(from), "to: must be after from")
  .refine(
    ({ from, to }) => Date.parse(to) - Date.parse(from) <= LONGEST_MS,
    "to: at most 100 days after from"
  )
export type ReadCalendar = z.infer<typeof ReadCalendar>

export const MoveBroadcast = z.strictObject({ at: instant })
export type MoveBroadcast = z.infer<typeof MoveBroadcast>

export const ListPlan = z.strictObject({
  ...paging,
  q: search,
  kind: z.enum(PLAN_KINDS).optional(),
  status: z.enum(PLAN_STANDINGS).optional(),
})
export type ListPlan = z.infer<typeof ListPlan>
