import type { AuthenticatedMedusaRequest, MedusaRequest } from "@medusajs/framework/http"
import type { Db } from "../../../lib/db"
import { profileOfVisitor } from "../../../modules/delivery/in-app/messages"
import { profileOfCustomer } from "../../../modules/profile/read/detail"

/** The profile of the customer who is signed in, else of the tracker's visitor; null for whoever is not known. */
export async function profileOfGuest(
  db: Db,
  req: MedusaRequest & Partial<AuthenticatedMedusaRequest>,
  visitor: string | undefined
): Promise<number | null> {
  const customer = req.auth_context?.actor_id
  if (customer) return (await profileOfCustomer(db, customer)) ?? null
  return (visitor && (await profileOfVisitor(db, visitor))) || null
}
