import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { assertTopicUnused } from "../../../../modules/campaign/topic-uses"
import { listTopics } from "../../../../modules/profile/consent/set-consent"
import { saveTopic } from "../../../../modules/profile/consent/topics"
import { engageContext } from "../../../context"
import type { SaveTopic } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ topics: await listTopics(db) })
}

export const POST = async (req: AuthenticatedMedusaRequest<SaveTopic>, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const { key, archived } = req.validatedBody
  if (archived) await assertTopicUnused(db, key, "archive")
  await saveTopic(db, req.validatedBody)
  res.json({ topics: await listTopics(db) })
}
