import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { publicIds } from "../../../../../lib/public-id"
import { PROFILE_ID } from "../../../../../modules/profile/read/row"
import { eventsText } from "../../../../../modules/transfer/export/events-file"
import { engageContext } from "../../../../context"
import { sendFile } from "../../../../send-file"
import type { EventsFile } from "../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  const { profile_id, ...filter } = req.validatedQuery as EventsFile
  const profile = profile_id
    ? (await publicIds(db)).openOne(PROFILE_ID, profile_id, "Profile")
    : undefined
  await sendFile(
    res,
    `events-${now.toISOString().slice(0, 10)}.csv`,
    eventsText(db, { ...filter, profile })
  )
}
