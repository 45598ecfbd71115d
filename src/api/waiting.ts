import type { MedusaResponse } from "@medusajs/framework/http"

/** A signal that is aborted when the client hangs up before it has its answer. */
export function whileWaiting(res: MedusaResponse): AbortSignal {
  const controller = new AbortController()
  res.on("close", () => {
    if (!res.writableEnded) controller.abort()
  })
  return controller.signal
}
