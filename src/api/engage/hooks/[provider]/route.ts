import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { DELIVERY_MODULE } from "../../../../modules/delivery"
import { reportAnswer } from "../../../../modules/delivery/public/answers"
import type DeliveryModuleService from "../../../../modules/delivery/service"
import { sendAnswer } from "../../pages/layout"

/** What a provider reports about messages. Answers after the commit; who is not the provider changes nothing. */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const delivery = req.scope.resolve<DeliveryModuleService>(DELIVERY_MODULE)
  const received = await delivery.receiveReports(req.params.provider, {
    headers: req.headers as Record<string, string | undefined>,
    target: req.originalUrl,
    body: (req.rawBody as Buffer | undefined) ?? Buffer.alloc(0),
    now: new Date(),
  })
  sendAnswer(res, reportAnswer(received))
}
