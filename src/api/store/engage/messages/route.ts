import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { profileOfVisitor, waitingInApp } from "../../../../modules/delivery/in-app/messages"
import { profileOfCustomer } from "../../../../modules/profile/read/detail"
import { engageContext } from "../../../context"
import type { ListInApp } from "../validators"

/** Of the customer who is signed in, else of the tracker's visitor. Nobody known has no messages. */
export const GET = async (
  req: MedusaRequest & Partial<AuthenticatedMedusaRequest>,
  res: MedusaResponse
) => {
  const { db, now } = await engageContext(req)
  const { visitor } = req.validatedQuery as ListInApp
  const customer = req.auth_context?.actor_id
  const profile = customer
    ? await profileOfCustomer(db, customer)
    : visitor && (await profileOfVisitor(db, visitor))
  res.json({ messages: profile ? await waitingInApp(db, profile, now) : [] })
}
