import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { DELIVERY_MODULE } from "../../../../modules/delivery"
import { readDeliverability } from "../../../../modules/delivery/reports/deliverability"
import type DeliveryModuleService from "../../../../modules/delivery/service"
import { engageContext } from "../../../context"
import type { ReadDeliverability } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, options, now } = await engageContext(req)
  const { channel, days } = req.validatedQuery as ReadDeliverability
  const provider = req.scope.resolve<DeliveryModuleService>(DELIVERY_MODULE).providerOf(channel)
  res.json({
    deliverability: await readDeliverability(db, provider, {
      days,
      publicUrl: options.publicUrl,
      now,
    }),
  })
}
