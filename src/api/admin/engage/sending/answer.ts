import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { DELIVERY_MODULE } from "../../../../modules/delivery"
import type { Account } from "../../../../modules/delivery/limits/account"
import { readSending } from "../../../../modules/delivery/limits/read"
import type DeliveryModuleService from "../../../../modules/delivery/service"
import type { SendingChannel } from "../../../../types/common"
import { engageContext } from "../../../context"

type Request = Pick<AuthenticatedMedusaRequest, "scope">

function accounts(req: Request): Account[] {
  return req.scope.resolve<DeliveryModuleService>(DELIVERY_MODULE).accounts
}

/** The account of this name. @throws MedusaError `not_found` with the names there are */
export function findAccount(req: Request, name: string): Account {
  const found = accounts(req).find((account) => account.name === name)
  if (found) return found
  const names = accounts(req).map((account) => account.name)
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Nothing is sent through "${name}": there are ${names.join(", ")}`
  )
}

/** Answers with how the accounts of a channel are now. */
export async function answerSending(
  req: Request,
  res: MedusaResponse,
  channel: SendingChannel
): Promise<void> {
  const { db, options, currency, now } = await engageContext(req)
  const { timeZone } = options
  res.json({ sending: await readSending(db, accounts(req), { channel, currency, timeZone, now }) })
}
