import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { CreateCampaign, ListCampaignPeople, ListCampaigns, UpdateCampaign } from "./validators"

/** A campaign may have hundreds of steps, each with a rule. */
const bodyParser = { sizeLimit: "5mb" }

export const campaignMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/campaigns",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListCampaigns, {})],
  },
  {
    matcher: "/admin/engage/campaigns",
    methods: ["POST"],
    bodyParser,
    middlewares: [validateAndTransformBody(CreateCampaign)],
  },
  {
    matcher: "/admin/engage/campaigns/:id",
    methods: ["POST"],
    bodyParser,
    middlewares: [validateAndTransformBody(UpdateCampaign)],
  },
  {
    matcher: "/admin/engage/campaigns/:id/people",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListCampaignPeople, {})],
  },
]
