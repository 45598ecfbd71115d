import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { publicIds } from "../../../../lib/public-id"
import { readEvents } from "../../../../modules/profile/events/read"
import { type RecordEvents, recordEvents } from "../../../../modules/profile/events/record"
import { PROFILE_ID } from "../../../../modules/profile/read/row"
import type { ListEvents } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { profile_id, ...input } = req.validatedQuery as ListEvents
  const profile = profile_id
    ? (await publicIds(db)).openOne(PROFILE_ID, profile_id, "Profile")
    : undefined
  res.json(await readEvents(db, { ...input, profile }))
}

/** Answers after the commit. */
export const POST = async (req: AuthenticatedMedusaRequest<RecordEvents>, res: MedusaResponse) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json(await recordEvents(db, req.validatedBody.events, "server", new Date()))
}
