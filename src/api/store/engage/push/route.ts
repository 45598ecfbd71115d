import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { pushPublicKey } from "../../../../modules/delivery/push/keys"
import { signUpForPush } from "../../../../modules/delivery/push/sign-up"
import { signOff } from "../../../../modules/profile/endpoints/endpoints"
import { engageContext } from "../../../context"
import { profileOfGuest } from "../guest"
import type { PushSignOff, PushSignUp } from "../validators"
import { proofIp } from "../../../proof-ip"

/** What a browser needs to sign up. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { db, options } = await engageContext(req)
  res.json({ public_key: await pushPublicKey(db, options) })
}

/** A browser or app takes messages from now on. */
export const POST = async (
  req: MedusaRequest<PushSignUp> & Partial<AuthenticatedMedusaRequest>,
  res: MedusaResponse
) => {
  const { db, options, now } = await engageContext(req)
  const { visitor = null, ...endpoint } = req.validatedBody
  const profileId = await profileOfGuest(db, req, visitor ?? undefined)
  const userAgent = req.get("user-agent") ?? ""
  const proof = { ip: proofIp(req), now }
  await signUpForPush(db, options, { ...endpoint, visitor, profileId, userAgent }, proof)
  res.json({ subscribed: true })
}

/** It takes no more. Whoever knows its address is it. */
export const DELETE = async (req: MedusaRequest, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  const { address } = req.validatedQuery as PushSignOff
  await signOff(db, { channel: "push", address }, { ip: proofIp(req), now })
  res.json({ subscribed: false })
}
