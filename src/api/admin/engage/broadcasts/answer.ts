import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getBroadcast } from "../../../../modules/campaign/broadcast/store"
import { engageContext } from "../../../context"
import { presentBroadcast } from "./present"

/** Answers with the broadcast as it is now. */
export async function answerBroadcast(
  req: Pick<AuthenticatedMedusaRequest, "scope">,
  res: MedusaResponse,
  id: string
): Promise<void> {
  const context = await engageContext(req)
  res.json({ broadcast: await presentBroadcast(context, await getBroadcast(context.db, id)) })
}
