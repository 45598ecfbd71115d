import type { ReadyTemplate } from "../../../types/content"
import { AFTER } from "./after"
import { MOMENTS } from "./moments"
import { NEWS } from "./news"
import { OFFERS } from "./offers"

/** Finished messages to begin with. Products, name and colour are the shop's own when they are shown and sent. */
export const READY_TEMPLATES: Omit<ReadyTemplate, "html">[] = [
  ...NEWS,
  ...AFTER,
  ...MOMENTS,
  ...OFFERS,
]
