import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  CheckCampaign,
  CountWays,
  CreateCampaign,
  CreateOffer,
  DecideSplit,
  ListCampaignPeople,
  ListCampaigns,
  PreviewTrigger,
  PublishCampaign,
  ReadHoldout,
  ReportCampaign,
  SimulateCampaign,
  SteerPerson,
  TestCampaign,
  TestCampaignList,
  TryWebhook,
  UpdateCampaign,
} from "./validators"

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
    matcher: "/admin/engage/campaigns/offers",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateOffer)],
  },
  {
    matcher: "/admin/engage/campaigns/check",
    methods: ["POST"],
    bodyParser,
    middlewares: [validateAndTransformBody(CheckCampaign)],
  },
  {
    matcher: "/admin/engage/campaigns/simulate",
    methods: ["POST"],
    bodyParser,
    middlewares: [validateAndTransformBody(SimulateCampaign)],
  },
  {
    matcher: "/admin/engage/campaigns/:id/holdout",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ReadHoldout, {})],
  },
  {
    matcher: "/admin/engage/campaigns/:id/report",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ReportCampaign, {})],
  },
  {
    matcher: "/admin/engage/campaigns/trigger-preview",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(PreviewTrigger)],
  },
  {
    matcher: "/admin/engage/campaigns/webhook-trial",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(TryWebhook)],
  },
  {
    matcher: "/admin/engage/campaigns/way-counts",
    methods: ["POST"],
    bodyParser,
    middlewares: [validateAndTransformBody(CountWays)],
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
  {
    matcher: "/admin/engage/campaigns/:id/test-message",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(TestCampaign)],
  },
  {
    matcher: "/admin/engage/campaigns/:id/test-message/list",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(TestCampaignList)],
  },
  {
    matcher: "/admin/engage/campaigns/:id/publish",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(PublishCampaign)],
  },
  {
    matcher: "/admin/engage/campaigns/:id/splits/:step",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(DecideSplit)],
  },
  {
    matcher: "/admin/engage/campaigns/:id/people/:enrollment_id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SteerPerson)],
  },
]
