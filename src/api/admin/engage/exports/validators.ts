import { z } from "@medusajs/framework/zod"
import { EXPORT_FORMATS, EXPORT_KINDS } from "../../../../types/transfer"
import { paging } from "../../../paging"

export const CreateExport = z.strictObject({
  kind: z.enum(EXPORT_KINDS),
  format: z.enum(EXPORT_FORMATS).default("csv"),
  /** Only its members; everybody if left out. */
  segment_id: z.string().optional(),
})
export type CreateExport = z.infer<typeof CreateExport>

export const ListExports = z.strictObject(paging)
export type ListExports = z.infer<typeof ListExports>
