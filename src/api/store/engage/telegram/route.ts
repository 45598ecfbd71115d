import type { MedusaResponse } from "@medusajs/framework/http"
import { invite } from "../../../../modules/delivery/chat/invitation"
import { guestContext, type GuestRequest } from "../guest"

/** The link to the shop's bot by which it knows who comes; null when there is no bot, or nobody known. */
export const GET = async (req: GuestRequest, res: MedusaResponse) => {
  const { db, options, guest } = await guestContext(req)
  const { telegram } = options.channels
  if (telegram.provider !== "telegram") return void res.json({ url: null })
  const invitation = await invite(db, guest)
  res.json({ url: invitation && `https://t.me/${telegram.bot}?start=${invitation}` })
}
