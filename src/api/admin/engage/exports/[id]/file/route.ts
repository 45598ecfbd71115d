import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { membersOf } from "../../../../../../modules/segment/read"
import { getSegment } from "../../../../../../modules/segment/store"
import { exportBytes, exportSize, knownSize } from "../../../../../../modules/transfer/export/file"
import { getExport } from "../../../../../../modules/transfer/export/store"
import { exportPages } from "../../../../../../modules/transfer/export/stream"
import { engageContext } from "../../../../../context"
import { sendResumable } from "../../../../../send-resumable"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, currency } = await engageContext(req)
  const record = await getExport(db, req.params.id)
  const members = record.segment_id ? membersOf(await getSegment(db, record.segment_id)) : null
  const pages = await exportPages(db, record, members, currency)
  const day = record.created_at.toISOString().slice(0, 10)
  await sendResumable(req, res, {
    name: `${record.kind}-${day}.${record.format}`,
    tag: `${record.id}-${record.making}`,
    known: await knownSize(db, record),
    size: () => exportSize(db, record, pages),
    read: (from) => exportBytes(db, record, pages, from),
  })
}
