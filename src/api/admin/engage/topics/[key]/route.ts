import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { deleteTopic } from "../../../../../modules/profile/consent/topics"
import { engageContext } from "../../../../context"

export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const { key } = req.params
  await deleteTopic(db, key)
  res.json({ id: key, object: "topic", deleted: true })
}
