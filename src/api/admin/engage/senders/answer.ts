import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readSenders } from "../../../../modules/delivery/senders/store"
import { engageContext } from "../../../context"

/** Answers with all senders and rules as they are now. */
export async function answerSenders(
  req: Pick<AuthenticatedMedusaRequest, "scope">,
  res: MedusaResponse
): Promise<void> {
  const { db, options } = await engageContext(req)
  res.json(await readSenders(db, options))
}
