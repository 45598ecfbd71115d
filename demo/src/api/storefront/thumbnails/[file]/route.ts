import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { drawThumbnail } from "../../../../storefront/thumbnail"

/** The picture of a product, by its handle. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const handle = req.params.file.replace(/\.svg$/, "").replace(/[^a-z0-9-]/g, "")
  res
    .set("cache-control", "public, max-age=86400")
    .type("image/svg+xml")
    .send(drawThumbnail(handle))
}
