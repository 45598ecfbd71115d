import type { ImportKindKey } from "../../../types/transfer"
import { CONSENTS } from "./consents"
import { EVENTS } from "./events"
import type { ImportKind } from "./kind"
import { PROFILES } from "./profiles"

/** What files can bring in. */
export const KINDS: Record<ImportKindKey, ImportKind> = {
  profiles: PROFILES,
  consents: CONSENTS,
  events: EVENTS,
}
