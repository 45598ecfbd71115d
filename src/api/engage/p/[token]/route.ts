import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  choiceSubject,
  saveChoices,
  topicChoices,
} from "../../../../modules/delivery/tracking/choices"
import { readPageText } from "../../../../modules/profile/consent/page-text"
import { preferencesPage, readFrequencies } from "../../pages/choices"
import { sendPage, sendUnknownLink } from "../../pages/layout"
import { proofIp } from "../../../proof-ip"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const subject = await choiceSubject(db, req.params.token)
  if (!subject) return sendUnknownLink(res)
  const topics = await topicChoices(db, subject)
  const text = await readPageText(db)
  sendPage(res, { title: text.title, body: preferencesPage(subject, topics, text.intro, false) })
}

/** Only the boxes of known topics are read from the form, and how often each is wanted. */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const subject = await choiceSubject(db, req.params.token)
  if (!subject) return sendUnknownLink(res)
  const { topics: checked = [], ...form } = (req.body ?? {}) as Record<string, unknown>
  const wanted = [checked].flat().map(String)
  await saveChoices(db, subject, wanted, readFrequencies(form), {
    ip: proofIp(req),
    now: new Date(),
  })
  const topics = await topicChoices(db, subject)
  const text = await readPageText(db)
  sendPage(res, { title: text.title, body: preferencesPage(subject, topics, text.intro, true) })
}
