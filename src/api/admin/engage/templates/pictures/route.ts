import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { templatePictures } from "../../../../../modules/content/templates/pictures"
import { engageContext } from "../../../../context"
import type { ListPictures } from "../validators"

export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListPictures>,
  res: MedusaResponse
) => {
  const { db, options, now } = await engageContext(req)
  const ids = (req.validatedQuery as ListPictures).ids.split(",")
  res.json({ pictures: await templatePictures(db, ids, { options, now }) })
}
