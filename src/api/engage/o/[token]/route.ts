import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { recordOpen } from "../../../../modules/delivery/tracking/open"

const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64")

/** Answers with the same picture whatever the token is: a forged one learns nothing. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await recordOpen(db, req.params.token, req.get("user-agent"), new Date())
  res.set({ "Content-Type": "image/gif", "Cache-Control": "no-store, private" }).send(PIXEL)
}
