import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readPolicy } from "../../../../modules/delivery/policy/read"
import { engageContext } from "../../../context"

/** Answers with the contact policy as it is now. */
export async function answerPolicy(
  req: Pick<AuthenticatedMedusaRequest, "scope">,
  res: MedusaResponse
): Promise<void> {
  const { db, now } = await engageContext(req)
  res.json(await readPolicy(db, now))
}
