import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  CreateTemplate,
  ImportTemplate,
  ListPictures,
  ListProducts,
  ListTemplates,
  ListVariables,
  PreflightTemplate,
  PreviewTemplate,
  UpdateTemplate,
} from "./validators"

export const templateMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/engage/templates",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListTemplates, {})],
  },
  {
    matcher: "/admin/engage/templates",
    methods: ["POST"],
    bodyParser: { sizeLimit: "3mb" },
    middlewares: [validateAndTransformBody(CreateTemplate)],
  },
  {
    matcher: "/admin/engage/templates/import",
    methods: ["POST"],
    middlewares: [validateAndTransformQuery(ImportTemplate, {})],
  },
  {
    matcher: "/admin/engage/templates/preview",
    methods: ["POST"],
    bodyParser: { sizeLimit: "3mb" },
    middlewares: [validateAndTransformBody(PreviewTemplate)],
  },
  {
    matcher: "/admin/engage/templates/preflight",
    methods: ["POST"],
    bodyParser: { sizeLimit: "3mb" },
    middlewares: [validateAndTransformBody(PreflightTemplate)],
  },
  {
    matcher: "/admin/engage/templates/pictures",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListPictures, {})],
  },
  {
    matcher: "/admin/engage/templates/products",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListProducts, {})],
  },
  {
    matcher: "/admin/engage/templates/variables",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListVariables, {})],
  },
  {
    matcher: "/admin/engage/templates/:id",
    methods: ["POST"],
    bodyParser: { sizeLimit: "3mb" },
    middlewares: [validateAndTransformBody(UpdateTemplate)],
  },
]
