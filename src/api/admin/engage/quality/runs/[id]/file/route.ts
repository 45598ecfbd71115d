import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getRun } from "../../../../../../../modules/profile/quality/runs"
import { qualityChangesText } from "../../../../../../../modules/transfer/export/quality-changes"
import { engageContext } from "../../../../../../context"
import { sendFile } from "../../../../../../send-file"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const run = await getRun(db, req.params.id)
  const filename = `${run.kind}-${run.created_at.slice(0, 10)}.csv`
  await sendFile(res, filename, qualityChangesText(db, run.id))
}
