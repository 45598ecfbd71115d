import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { assertTopicUnused } from "../../../../../modules/campaign/topic-uses"
import { deleteTopic } from "../../../../../modules/profile/consent/topics"
import { engageContext } from "../../../../context"

export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const { key } = req.params
  await assertTopicUnused(db, key, "delete")
  await deleteTopic(db, key)
  res.json({ id: key, object: "topic", deleted: true })
}
