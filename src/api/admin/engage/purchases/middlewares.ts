import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { RecordPurchases } from "./validators"

export const purchaseMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/purchases",
    methods: ["POST"],
    bodyParser: { sizeLimit: "10mb" },
    middlewares: [validateAndTransformBody(RecordPurchases)],
  },
]
