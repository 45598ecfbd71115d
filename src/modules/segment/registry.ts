import type { RuleRegistry } from "../../rules/definitions"
import { CONTACT } from "../profile/attributes/contact"
import { METRIC } from "../profile/attributes/metric"
import { ORIGIN, PERSON } from "../profile/attributes/person"
import { PURCHASE_LINES, PURCHASES } from "../profile/attributes/purchase"

/** Everything a segment's rule can speak of: the attribute families of all modules left of this one. */
export const REGISTRY: RuleRegistry = {
  profiles: { from: "engage_profile p", id: "p.id", filter: "p.removed_at is null" },
  attributes: [...PERSON, ...CONTACT, ...ORIGIN, ...METRIC],
  collections: [PURCHASES, PURCHASE_LINES],
}
