import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { refusedText } from "../../../../../../modules/transfer/import/refused"
import { getImport } from "../../../../../../modules/transfer/import/store"
import { engageContext } from "../../../../../context"
import { sendFile } from "../../../../../send-file"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const record = await getImport(db, req.params.id)
  await sendFile(
    res,
    `refused-${record.filename.replace(/\.\w+$/, "")}.csv`,
    refusedText(db, record)
  )
}
