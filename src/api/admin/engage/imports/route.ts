import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { createImport, listImports, presentImport } from "../../../../modules/transfer/import/store"
import { readUpload } from "../../../../modules/transfer/import/upload"
import { KINDS } from "../../../../modules/transfer/kinds/all"
import { engageContext } from "../../../context"
import { readMultipart } from "../../../multipart"
import { type ListImports, UploadImport } from "./validators"

const MAX_BYTES = 2_000_000_000

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json(await listImports(db, req.validatedQuery as ListImports))
}

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  const { fields, filename, file } = await readMultipart(req, MAX_BYTES)
  const { kind, mapping, settings } = readFields(fields)
  const actor = req.auth_context.actor_id
  const record = await createImport(db, { kind, filename, settings, actor }, now)
  const ready = await readUpload(db, KINDS[kind], record, file, mapping)
  res.status(201).json({ import: presentImport(ready) })
}

function readFields(fields: Record<string, string>): UploadImport {
  const parsed = UploadImport.safeParse({
    ...fields,
    mapping: fields.mapping && json("mapping", fields.mapping),
    settings: fields.settings && json("settings", fields.settings),
  })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `${issue.path.join(".")}: ${issue.message}; form fields come before the file`
  )
}

function json(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `${name}: must be JSON`)
  }
}
