import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { membersOf } from "../../../../../../modules/segment/read"
import { getSegment } from "../../../../../../modules/segment/store"
import { getExport } from "../../../../../../modules/transfer/export/store"
import { exportText } from "../../../../../../modules/transfer/export/stream"
import { engageContext } from "../../../../../context"
import { sendFile } from "../../../../../send-file"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, currency } = await engageContext(req)
  const record = await getExport(db, req.params.id)
  const members = record.segment_id ? membersOf(await getSegment(db, record.segment_id)) : null
  const day = record.created_at.toISOString().slice(0, 10)
  const filename = `${record.kind}-${day}.${record.format}`
  await sendFile(res, filename, exportText(db, record, members, currency))
}
