import type { Db } from "../../lib/db"
import { inTurn } from "../../lib/in-turn"
import type { FamilyPart, RuleRegistry } from "../../rules/definitions"
import { contactNow } from "../delivery/attributes/contact-now"
import { MESSAGE_PLANS } from "../delivery/attributes/message-plans"
import { MESSAGES } from "../delivery/attributes/messages"
import { RESPONSES } from "../delivery/attributes/responses"
import { CONTACT } from "../profile/attributes/contact"
import { EVENTS, eventFields } from "../profile/attributes/events"
import { VISITS } from "../profile/attributes/visits"
import { loadFieldFamily } from "../profile/attributes/field"
import { INTERESTS } from "../profile/attributes/interest"
import { METRIC } from "../profile/attributes/metric"
import { ORIGIN, PERSON } from "../profile/attributes/person"
import { TAGS, TAGS_GIVEN } from "../profile/attributes/tags"
import { ALL_PURCHASES, PURCHASES } from "../profile/attributes/purchase"
import { PURCHASE_LINES } from "../profile/attributes/purchase-line"
import { AUDIENCE_ENTRIES, MEMBERSHIPS, SEGMENT_ENTRIES } from "./attributes/membership"

/** What is the same in every shop. */
export const STATIC_REGISTRY: RuleRegistry = {
  profiles: { from: "engage_profile p", id: "p.id", filter: "p.removed_at is null" },
  attributes: [...PERSON, ...CONTACT, ...ORIGIN, ...METRIC, ...TAGS, ...MEMBERSHIPS],
  collections: [
    PURCHASES,
    PURCHASE_LINES,
    ALL_PURCHASES,
    MESSAGES,
    MESSAGE_PLANS,
    RESPONSES,
    TAGS_GIVEN,
    AUDIENCE_ENTRIES,
    SEGMENT_ENTRIES,
    EVENTS,
    VISITS,
    INTERESTS,
  ],
}

const contributed = new Set<FamilyPart>()

/** Adds a family of a module that stands right of this one; that module does so when it is loaded. */
export function contribute(part: FamilyPart): void {
  contributed.add(part)
}

/** Reads a family from a small table, in one query. */
type FamilyLoader = (db: Db) => Promise<FamilyPart>

/** Families that differ from shop to shop, such as custom fields and what the contact policy says. */
const LOADERS: FamilyLoader[] = [loadFieldFamily, eventFields, contactNow]

/**
 * Everything a rule can speak of in this shop: the attribute families of all modules. Load it once a
 * request or pass and hand it on. Between passes only its making is kept, never the rows it was made from: a field
 * added in another process counts at once.
 */
export async function loadRegistry(db: Db): Promise<RuleRegistry> {
  const parts = await inTurn(LOADERS, (load) => load(db))
  const key = JSON.stringify([contributed.size, parts])
  if (made?.key !== key)
    made = { key, registry: [...contributed, ...parts].reduce(extend, STATIC_REGISTRY) }
  return made.registry
}

let made: { key: string; registry: RuleRegistry } | undefined

/** The registry with a family added; attributes of a collection that is already there join it. */
export function extend(registry: RuleRegistry, part: FamilyPart): RuleRegistry {
  const added = part.collections ?? []
  const joined = registry.collections.map((collection) => {
    const more = added.find((c) => c.key === collection.key)
    if (!more) return collection
    return {
      ...collection,
      attributes: [...collection.attributes, ...more.attributes],
      measures: [...collection.measures, ...more.measures],
    }
  })
  const fresh = added.filter((c) => !registry.collections.some((old) => old.key === c.key))
  return {
    ...registry,
    attributes: [...registry.attributes, ...(part.attributes ?? [])],
    collections: [...joined, ...fresh],
  }
}
