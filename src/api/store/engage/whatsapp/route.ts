import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { invite } from "../../../../modules/delivery/chat/invitation"
import { engageContext } from "../../../context"
import { profileOfGuest } from "../guest"
import type { ListInApp } from "../validators"

/** The link by which somebody known agrees to WhatsApp messages, from their own phone; null for others. */
export const GET = async (
  req: MedusaRequest & Partial<AuthenticatedMedusaRequest>,
  res: MedusaResponse
) => {
  const { db, options } = await engageContext(req)
  const { whatsapp } = options.channels
  const { visitor = null } = req.validatedQuery as ListInApp
  const profileId = await profileOfGuest(db, req, visitor ?? undefined)
  if (whatsapp.provider !== "vonage" || profileId === null) return void res.json({ url: null })
  const invitation = await invite(db, { profileId, visitor })
  const text = encodeURIComponent(`START ${invitation}`)
  res.json({ url: `https://wa.me/${whatsapp.from.replace(/\D/g, "")}?text=${text}` })
}
