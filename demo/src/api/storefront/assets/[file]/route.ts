import path from "node:path"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

const ASSETS = path.join(__dirname, "../../../../storefront/assets")

/** Scripts and styles of the storefront. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.sendFile(path.basename(req.params.file), { root: ASSETS }, (error) => {
    if (error && !res.headersSent) {
      res.status(404).json({ type: "not_found", message: `There is no asset ${req.params.file}` })
    }
  })
}
