import fs from "node:fs"
import path from "node:path"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

const DIST = path.join(__dirname, "../../../../tracker/dist")
const FILES = ["engage.js", "push.js", "push-worker.js"]

/** The storefront scripts. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { file } = req.params
  if (!FILES.includes(file) || !fs.existsSync(path.join(DIST, file))) {
    res.status(404).json({ type: "not_found", message: `There is no file ${file}` })
    return
  }
  res.set({
    "Cache-Control": "public, max-age=3600",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
    // Where the shop and this server share an address, the worker may look after the whole of it.
    "Service-Worker-Allowed": "/",
  })
  res.sendFile(file, { root: DIST, dotfiles: "allow" })
}
