import type { AttributionDefault, AttributionPreview } from "../../../types/attribution"

/** @internal */
export type AttributionAnswers = {
  "GET /admin/engage/attribution": { attribution: AttributionDefault }
  "POST /admin/engage/attribution": { attribution: AttributionDefault }
  "POST /admin/engage/attribution/preview": { preview: AttributionPreview }
}
