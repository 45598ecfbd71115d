import { promises as dns } from "node:dns"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { checkSender } from "../../../../../../modules/delivery/senders/store"
import { engageContext } from "../../../../../context"
import { answerSenders } from "../../answer"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, options, now } = await engageContext(req)
  const { email } = options.channels
  const selector = email.provider === "smtp" ? email.dkim?.selector : undefined
  const resolve = (name: string) => dns.resolveTxt(name)
  await checkSender(db, req.params.id, { selector, resolve, now })
  await answerSenders(req, res)
}
