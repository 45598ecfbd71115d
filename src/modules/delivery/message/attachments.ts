import { MedusaModule } from "@medusajs/framework/modules-sdk"
import type { IFileModuleService } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { Db } from "../../../lib/db"
import { inTurn } from "../../../lib/in-turn"
import { FixedText } from "../../../lib/pieces"
import type { AttachedFile } from "../../../providers/provider"
import type { Attachment } from "../../../types/content"
import {
  noteFound,
  noteLost,
  type Place,
  placesOfAttachments,
} from "../../content/attachments/store"

/** What is kept ready of files, in bytes: those used last. */
const MOST_KEPT = 50_000_000
const kept = new Map<string, { file: AttachedFile; size: number }>()

/** A file cannot be read, so that no message that it belongs to can leave. */
export class LostAttachment extends MedusaError {
  constructor(
    problem: string,
    /** Since when it cannot be read. */
    readonly since: Date
  ) {
    super(MedusaError.Types.NOT_FOUND, `${problem}; put it back under Templates → Files`)
  }
}

/**
 * The files of a content as they go along with its messages, read once as long as they are in use.
 * @throws LostAttachment naming the file that cannot be read
 */
export async function loadAttachments(db: Db, wanted: Attachment[]): Promise<AttachedFile[]> {
  if (!wanted.length) return []
  const missing = wanted.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  const places = missing.length ? await placesOfAttachments(db, missing) : new Map<string, Place>()
  return inTurn(wanted, async (one) => {
    const file = kept.get(one.id)?.file ?? (await readFile(db, one, places.get(one.id)))
    kept.delete(one.id)
    kept.set(one.id, { file, size: one.size })
    forgetOldest()
    return file
  })
}

async function readFile(
  db: Db,
  { id, name, type, size }: Attachment,
  place: Place | undefined
): Promise<AttachedFile> {
  const lost = async (problem: string): Promise<never> => {
    throw new LostAttachment(
      `the attached file “${name}” ${problem}`,
      await noteLost(db, id, new Date())
    )
  }
  const bytes = await readFromShop(place?.file_id).catch((error: Error) =>
    lost(`cannot be read: ${error.message}`)
  )
  if (bytes.length !== size) return lost("is not what it was")
  if (place?.lost_at) await noteFound(db, id)
  return { name, type, base64: new FixedText(bytes.toString("base64")) }
}

/** The module is looked up when it is needed: those of a shop are loaded in no order, and none sees the others. */
async function readFromShop(fileId: string | undefined): Promise<Buffer> {
  const loaded = MedusaModule.getModuleInstance(Modules.FILE) as
    Record<string, IFileModuleService> | undefined
  const service = loaded?.[Modules.FILE]
  const { NOT_FOUND } = MedusaError.Types
  if (!service)
    throw new MedusaError(NOT_FOUND, "the shop has no File module: add it to medusa-config.ts")
  if (!fileId) throw new MedusaError(NOT_FOUND, "nobody knows where it lies")
  return service.getAsBuffer(fileId)
}

function forgetOldest(): void {
  let total = [...kept.values()].reduce((sum, { size }) => sum + size, 0)
  for (const [id, { size }] of kept) {
    if (total <= MOST_KEPT || kept.size === 1) return
    kept.delete(id)
    total -= size
  }
}
