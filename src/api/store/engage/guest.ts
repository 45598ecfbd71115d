import type { AuthenticatedMedusaRequest, MedusaRequest } from "@medusajs/framework/http"
import type { Db } from "../../../lib/db"
import { profileOfVisitor } from "../../../modules/delivery/in-app/messages"
import type { Guest } from "../../../modules/delivery/chat/invitation"
import { profileOfCustomer } from "../../../modules/profile/read/detail"
import { engageContext } from "../../context"
import type { ListInApp } from "./validators"

/** A call by whoever is signed in or carries the tracker's `?visitor=`. */
export type GuestRequest = MedusaRequest & Partial<AuthenticatedMedusaRequest>

/** The shop's settings and who calls, as far as that is known. */
export async function guestContext(req: GuestRequest) {
  const { db, options } = await engageContext(req)
  const { visitor = null } = req.validatedQuery as ListInApp
  const guest: Guest = { profileId: await profileOfGuest(db, req, visitor ?? undefined), visitor }
  return { db, options, guest }
}

/** The profile of the customer who is signed in, else of the tracker's visitor; null for whoever is not known. */
export async function profileOfGuest(
  db: Db,
  req: GuestRequest,
  visitor: string | undefined
): Promise<number | null> {
  const customer = req.auth_context?.actor_id
  if (customer) return (await profileOfCustomer(db, customer)) ?? null
  return (visitor && (await profileOfVisitor(db, visitor))) || null
}
