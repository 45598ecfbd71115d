import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { waitingInApp } from "../../../../modules/delivery/in-app/messages"
import { engageContext } from "../../../context"
import { profileOfGuest } from "../guest"
import type { ListInApp } from "../validators"

/** Of the customer who is signed in, else of the tracker's visitor. Nobody known has no messages. */
export const GET = async (
  req: MedusaRequest & Partial<AuthenticatedMedusaRequest>,
  res: MedusaResponse
) => {
  const { db, now } = await engageContext(req)
  const { visitor, place } = req.validatedQuery as ListInApp
  const profile = await profileOfGuest(db, req, visitor)
  res.json({ messages: profile ? await waitingInApp(db, profile, now, place) : [] })
}
