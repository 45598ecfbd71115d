import { z } from "@medusajs/framework/zod"
import { paging, search } from "../../../paging"

export const ListValues = z.strictObject({ q: search, limit: paging.limit })
export type ListValues = z.infer<typeof ListValues>
