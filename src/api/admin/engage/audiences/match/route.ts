import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readList } from "../../../../../modules/segment/audience/take"
import { engageContext } from "../../../../context"
import type { MatchList } from "../validators"

export const POST = async (req: AuthenticatedMedusaRequest<MatchList>, res: MedusaResponse) => {
  const { db, options } = await engageContext(req)
  const { lines, profiles, unmatched } = await readList(db, options, req.validatedBody.list)
  res.json({ lines: lines.length, people: profiles.length, unmatched })
}
