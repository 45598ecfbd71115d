import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { MAX_PAGE } from "../../../../lib/cursor"
import { FILED_KINDS, type FiledKind } from "../../../../types/common"
import { folder } from "../../../filed"

/** The empty folder takes things out of theirs. */
export const MoveToFolder = z.strictObject({
  ids: z.array(z.string().min(1).max(100)).min(1).max(MAX_PAGE),
  folder,
})
export type MoveToFolder = z.infer<typeof MoveToFolder>

/** @throws MedusaError `not_found` naming the kinds of things that lie in folders */
export function readKind(text: string): FiledKind {
  const kind = FILED_KINDS.find((one) => one === text)
  if (kind) return kind
  const known = FILED_KINDS.join(", ")
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `kind: must be one of ${known}`)
}
