import { MedusaModule } from "@medusajs/framework/modules-sdk"
import type { IFileModuleService } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { Db } from "../../../lib/db"
import { inTurn } from "../../../lib/in-turn"
import { FixedText } from "../../../lib/pieces"
import type { AttachedFile } from "../../../providers/provider"
import type { Attachment } from "../../../types/content"
import { filesOfAttachments } from "../../content/attachments/store"

/** What is kept ready of files, in bytes: those used last. */
const MOST_KEPT = 50_000_000
const kept = new Map<string, { file: AttachedFile; size: number }>()

/**
 * The files of a content as they go along with its messages, read once as long as they are in use.
 * @throws MedusaError `not_found` naming the file that cannot be read
 */
export async function loadAttachments(db: Db, wanted: Attachment[]): Promise<AttachedFile[]> {
  if (!wanted.length) return []
  const missing = wanted.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  const places = missing.length ? await filesOfAttachments(db, missing) : new Map()
  return inTurn(wanted, async (one) => {
    const file = kept.get(one.id)?.file ?? (await readFile(one, places.get(one.id)))
    kept.delete(one.id)
    kept.set(one.id, { file, size: one.size })
    forgetOldest()
    return file
  })
}

async function readFile(
  { name, type, size }: Attachment,
  fileId: string | undefined
): Promise<AttachedFile> {
  const bytes = await readFromShop(fileId).catch((error: Error) => {
    lost(`the attached file “${name}” cannot be read: ${error.message}`)
  })
  if (bytes.length !== size) lost(`the attached file “${name}” is not what it was`)
  return { name, type, base64: new FixedText(bytes.toString("base64")) }
}

/** The module is looked up when it is needed: those of a shop are loaded in no order, and none sees the others. */
async function readFromShop(fileId: string | undefined): Promise<Buffer> {
  const loaded = MedusaModule.getModuleInstance(Modules.FILE) as
    Record<string, IFileModuleService> | undefined
  const service = loaded?.[Modules.FILE]
  if (!service) lost("the shop has no File module: add it to medusa-config.ts")
  if (!fileId) lost("nobody knows where it lies")
  return service.getAsBuffer(fileId)
}

function lost(message: string): never {
  throw new MedusaError(MedusaError.Types.NOT_FOUND, message)
}

function forgetOldest(): void {
  let total = [...kept.values()].reduce((sum, { size }) => sum + size, 0)
  for (const [id, { size }] of kept) {
    if (total <= MOST_KEPT || kept.size === 1) return
    kept.delete(id)
    total -= size
  }
}
