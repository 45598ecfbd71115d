import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { foldersOf } from "../../../../../lib/folders"
import { FILED_TABLES } from "../../../../../workflows/folder/tables"
import { moveToFolderWorkflow } from "../../../../../workflows/folder/workflows/move-to-folder"
import { engageContext } from "../../../../context"
import { type MoveToFolder, readKind } from "../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ folders: await foldersOf(db, FILED_TABLES[readKind(req.params.kind)]) })
}

export const POST = async (req: AuthenticatedMedusaRequest<MoveToFolder>, res: MedusaResponse) => {
  const input = { kind: readKind(req.params.kind), ...req.validatedBody }
  const { result } = await moveToFolderWorkflow(req.scope).run({ input })
  res.json({ moved: result })
}
