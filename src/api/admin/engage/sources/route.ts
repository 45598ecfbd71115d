import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getSource, listSources } from "../../../../modules/profile/sources/store"
import { createSourceWorkflow } from "../../../../workflows/source/workflows/create-source"
import { engageContext } from "../../../context"
import { presentSource } from "./present"
import type { CreateSource } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, options } = await engageContext(req)
  res.json({ sources: (await listSources(db)).map((row) => presentSource(row, options)) })
}

/** The only answers with the secret are this one and the one that makes a new secret. */
export const POST = async (req: AuthenticatedMedusaRequest<CreateSource>, res: MedusaResponse) => {
  const { db, options } = await engageContext(req)
  const { result } = await createSourceWorkflow(req.scope).run({ input: req.validatedBody })
  const row = await getSource(db, result)
  res.json({ source: presentSource(row, options), secret: row.secret })
}
