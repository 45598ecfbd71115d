import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { choiceSubject, unsubscribe } from "../../../../modules/delivery/tracking/choices"
import { unsubscribedPage, unsubscribePage } from "../../pages/choices"
import { sendPage, sendUnknownLink } from "../../pages/layout"
import { proofIp } from "../../../proof-ip"

/** Link scanners open every link of a message: a GET only asks. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const subject = await choiceSubject(db, req.params.token)
  if (!subject) return sendUnknownLink(res)
  sendPage(res, { title: "Unsubscribe", body: unsubscribePage(subject, preferences(req)) })
}

/** A press of a button, or a mail program's one-click post (RFC 8058), which means the whole channel. */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const subject = await choiceSubject(db, req.params.token)
  if (!subject) return sendUnknownLink(res)
  const form = (req.body ?? {}) as { scope?: unknown }
  const scope = form.scope === "topic" ? "topic" : "channel"
  const method = form.scope === undefined ? "one_click" : "unsubscribe_link"
  const proof = { ip: proofIp(req), now: new Date() }
  await unsubscribe(db, subject, { scope, method }, proof)
  const body = unsubscribedPage(subject, scope, preferences(req))
  sendPage(res, { title: "You are unsubscribed", body })
}

function preferences(req: MedusaRequest): string {
  return `../p/${req.params.token}`
}
