import type { ImportKindKey } from "../../../types/transfer"
import { CONSENTS } from "./consents"
import { EVENTS } from "./events"
import type { ImportKind } from "./kind"
import { PROFILES } from "./profiles"
import { PURCHASES } from "./purchases"

/** What files can bring in. */
export const KINDS: Record<ImportKindKey, ImportKind> = {
  profiles: PROFILES,
  purchases: PURCHASES,
  consents: CONSENTS,
  events: EVENTS,
}
