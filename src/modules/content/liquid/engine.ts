import { Liquid } from "liquidjs"
import { dateFilter } from "./date-filter"
import { moneyFilter } from "./money-filter"

/** Longest template part, in characters. */
export const MAX_TEMPLATE_LENGTH = 1_000_000

const RENDER_LIMIT_MS = 250
const MEMORY_LIMIT = 10_000_000
const FILE_TAGS = ["include", "render", "layout", "block"]

export type Engines = {
  /** Escapes every value for HTML; there is no way around it. */
  html: Liquid
  /** For subject, preheader and text: values stand as they are. */
  text: Liquid
}

const cached = new Map<string, Engines>()

/**
 * The two Liquid engines for dates in the given IANA zone. They read no files, see own properties of plain data only,
 * and stop a template that loops or grows without end.
 */
export function engines(timeZone: string): Engines {
  let pair = cached.get(timeZone)
  if (!pair) {
    pair = { html: createEngine(timeZone, "escape"), text: createEngine(timeZone) }
    cached.set(timeZone, pair)
  }
  return pair
}

function createEngine(timeZone: string, outputEscape?: "escape"): Liquid {
  const engine = new Liquid({
    outputEscape,
    ownPropertyOnly: true,
    strictFilters: true,
    templates: {},
    cache: false,
    parseLimit: MAX_TEMPLATE_LENGTH,
    renderLimit: RENDER_LIMIT_MS,
    memoryLimit: MEMORY_LIMIT,
  })
  for (const tag of FILE_TAGS) delete engine.tags[tag]
  engine.registerFilter("date", dateFilter(timeZone))
  engine.registerFilter("money", moneyFilter)
  // Liquid's own `raw` switches escaping off; a person's name must never become markup.
  engine.registerFilter("raw", (value: unknown) => value)
  return engine
}
