import type { MedusaResponse } from "@medusajs/framework/http"
import { invite } from "../../../../modules/delivery/chat/invitation"
import { guestContext, type GuestRequest } from "../guest"

/** The link by which somebody known agrees to WhatsApp messages, from their own phone; null for others. */
export const GET = async (req: GuestRequest, res: MedusaResponse) => {
  const { db, options, guest } = await guestContext(req)
  const { whatsapp } = options.channels
  if (whatsapp.provider !== "vonage" || guest.profileId === null)
    return void res.json({ url: null })
  const text = encodeURIComponent(`START ${await invite(db, guest)}`)
  res.json({ url: `https://wa.me/${whatsapp.from.replace(/\D/g, "")}?text=${text}` })
}
