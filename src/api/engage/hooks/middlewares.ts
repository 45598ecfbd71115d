import type { MiddlewareRoute } from "@medusajs/framework/http"

/** Amazon SNS calls its JSON plain text. Signatures are over the bytes as they came. */
export const hookMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/engage/hooks/:provider",
    methods: ["POST"],
    bodyParser: { sizeLimit: "5mb", preserveRawBody: true },
  },
]
