import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getSegment } from "../../../../modules/segment/store"
import { createExport, listExports, presentExport } from "../../../../modules/transfer/export/store"
import { engageContext } from "../../../context"
import type { CreateExport, ListExports } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json(await listExports(db, req.validatedQuery as ListExports))
}

export const POST = async (req: AuthenticatedMedusaRequest<CreateExport>, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  const { kind, format, segment_id } = req.validatedBody
  if (segment_id) await getSegment(db, segment_id)
  const record = await createExport(
    db,
    {
      kind,
      format,
      segment_id: segment_id ?? null,
      audience_id: null,
      actor: req.auth_context.actor_id,
    },
    now
  )
  res.status(201).json({ export: presentExport(record) })
}
