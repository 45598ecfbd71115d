import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { DELIVERY_MODULE } from "../../../../modules/delivery"
import type DeliveryModuleService from "../../../../modules/delivery/service"

/** What a provider reports about messages. Answers after the commit; who is not the provider changes nothing. */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const delivery = req.scope.resolve<DeliveryModuleService>(DELIVERY_MODULE)
  const received = await delivery.receiveReports(req.params.provider, {
    headers: req.headers as Record<string, string | undefined>,
    target: req.originalUrl,
    body: (req.rawBody as Buffer | undefined) ?? Buffer.alloc(0),
    now: new Date(),
  })
  if (!received) {
    res
      .status(404)
      .json({ type: "not_found", message: "No such provider is set up to report here" })
    return
  }
  if (!received.signed) {
    res
      .status(401)
      .json({ type: "unauthorized", message: "The call is not signed as it should be" })
    return
  }
  res.json({ known: received.known })
}
