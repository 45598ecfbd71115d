import { BROADCAST, CAMPAIGN } from "../../modules/campaign/tables"
import { TEMPLATE } from "../../modules/content/tables"
import { AUDIENCE, SEGMENT } from "../../modules/segment/tables"
import type { FiledKind } from "../../types/common"

/** Where the things are that can lie in folders. */
export const FILED_TABLES: Record<FiledKind, string> = {
  segments: SEGMENT,
  audiences: AUDIENCE,
  templates: TEMPLATE,
  broadcasts: BROADCAST,
  campaigns: CAMPAIGN,
}
