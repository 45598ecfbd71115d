import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { invite } from "../../../../modules/delivery/chat/invitation"
import { engageContext } from "../../../context"
import { profileOfGuest } from "../guest"
import type { ListInApp } from "../validators"

/** The link to the shop's bot by which it knows who comes; null when there is no bot, or nobody known. */
export const GET = async (
  req: MedusaRequest & Partial<AuthenticatedMedusaRequest>,
  res: MedusaResponse
) => {
  const { db, options } = await engageContext(req)
  const { telegram } = options.channels
  if (telegram.provider !== "telegram") return void res.json({ url: null })
  const { visitor = null } = req.validatedQuery as ListInApp
  const profileId = await profileOfGuest(db, req, visitor ?? undefined)
  const invitation = await invite(db, { profileId, visitor })
  res.json({ url: invitation && `https://t.me/${telegram.bot}?start=${invitation}` })
}
