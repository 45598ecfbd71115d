import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { subDays } from "date-fns"
import { DELIVERY_MODULE } from "../../../../modules/delivery"
import { readDeliverability } from "../../../../modules/delivery/reports/deliverability"
import type DeliveryModuleService from "../../../../modules/delivery/service"
import { channelMoney } from "../../../../modules/report/channel/money"
import { engageContext } from "../../../context"
import type { ReadDeliverability } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, options, currency, now } = await engageContext(req)
  const { channel, days } = req.validatedQuery as ReadDeliverability
  const provider = req.scope.resolve<DeliveryModuleService>(DELIVERY_MODULE).providerOf(channel)
  const since = subDays(now, days)
  const { publicUrl } = options
  const found = await readDeliverability(db, provider, { days, publicUrl, since, now })
  const money = await channelMoney(db, found.mailboxes, { channel, currency, since })
  res.json({ deliverability: { ...found, money } })
}
