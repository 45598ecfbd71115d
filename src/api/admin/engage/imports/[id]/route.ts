import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { refuseBadMapping } from "../../../../../modules/transfer/import/steer"
import {
  deleteImport,
  getImport,
  presentImport,
  setMapping,
} from "../../../../../modules/transfer/import/store"
import { KINDS } from "../../../../../modules/transfer/kinds/all"
import { engageContext } from "../../../../context"
import type { UpdateImport } from "../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ import: presentImport(await getImport(db, req.params.id)) })
}

export const POST = async (req: AuthenticatedMedusaRequest<UpdateImport>, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const { kind, columns } = await getImport(db, req.params.id)
  const { mapping, settings } = req.validatedBody
  await refuseBadMapping(db, KINDS[kind], columns, mapping)
  res.json({ import: presentImport(await setMapping(db, req.params.id, mapping, settings)) })
}

export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  await deleteImport(db, req.params.id)
  res.json({ id: req.params.id, object: "import", deleted: true })
}
