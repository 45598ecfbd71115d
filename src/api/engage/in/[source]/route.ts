import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { receive } from "../../../../modules/profile/sources/receive"
import { isSigned } from "../../../../modules/profile/sources/signature"
import { findSource } from "../../../../modules/profile/sources/store"

/** Answers after the commit. Who cannot prove to be the source learns not even whether it exists. */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const body = (req.rawBody as Buffer | undefined) ?? Buffer.alloc(0)
  const source = await findSource(db, req.params.source)
  const signed =
    source &&
    isSigned(source.secret, body, {
      authorization: req.get("authorization"),
      signature: req.get("x-engage-signature"),
    })
  if (!signed) {
    res.status(401).json({ type: "unauthorized", message: "Wrong address, secret or signature" })
    return
  }
  if (!source.active) {
    res.status(409).json({ type: "not_allowed", message: "This source is switched off" })
    return
  }
  const { request: _, ...outcome } = await receive(db, source, body.toString("utf8"), new Date())
  res.json(outcome)
}
