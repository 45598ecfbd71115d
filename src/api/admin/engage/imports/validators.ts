import { z } from "@medusajs/framework/zod"
import { IMPORT_KINDS } from "../../../../types/transfer"
import { paging } from "../../../paging"

const mapping = z.record(z.string(), z.string())
const settings = z.strictObject({
  /** Whether people whom nobody knows yet become profiles. */
  create: z.boolean().default(true),
})

/** The form fields of an upload; `mapping` and `settings` are JSON. The file comes last. */
export const UploadImport = z.strictObject({
  kind: z.enum(IMPORT_KINDS),
  mapping: mapping.optional(),
  settings: settings.prefault({}),
})
export type UploadImport = z.infer<typeof UploadImport>

export const UpdateImport = z.strictObject({ mapping, settings: settings.prefault({}) })
export type UpdateImport = z.infer<typeof UpdateImport>

export const ListImports = z.strictObject(paging)
export type ListImports = z.infer<typeof ListImports>

export const ListImportRows = z.strictObject({
  outcome: z.enum(["created", "updated", "unchanged", "refused"]).optional(),
  /** Rows after this one. */
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(25),
})
export type ListImportRows = z.infer<typeof ListImportRows>
