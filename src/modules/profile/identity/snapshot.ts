/** What was known of one person before a merge. */
export type Facts = Record<string, unknown> & {
  custom: Record<string, unknown> | null
  assigned: Record<string, unknown> | null
}
export type Snapshot = { facts: Facts; consents: unknown[] }

const EARLIEST = ["created_at", "registered_at"]

/**
 * The kept person's facts with what only the other knew: their own value wins, a missing one comes from the other, and of
 * times since when they are known the earlier counts.
 */
export function combine(kept: Facts, gone: Facts): Facts {
  const combined: Facts = { ...kept }
  for (const [key, value] of Object.entries(gone)) {
    if (key === "custom" || key === "assigned") continue
    if (EARLIEST.includes(key)) combined[key] = earlier(kept[key], value)
    else combined[key] = kept[key] ?? value
  }
  combined.has_account = Boolean(kept.has_account) || Boolean(gone.has_account)
  combined.custom = joined(gone.custom, kept.custom)
  combined.assigned = joined(gone.assigned, kept.assigned)
  return combined
}

/** The facts after a merge is taken back: as before it, except what has changed since. */
export function separate(before: Facts, merged: Facts, now: Facts): Facts {
  const facts: Facts = { ...now }
  for (const key of Object.keys(before)) {
    if (JSON.stringify(now[key]) === JSON.stringify(merged[key])) facts[key] = before[key]
  }
  return facts
}

function earlier(a: unknown, b: unknown): unknown {
  if (!a || !b) return a ?? b
  return new Date(String(a)) <= new Date(String(b)) ? a : b
}

function joined(
  under: Record<string, unknown> | null,
  over: Record<string, unknown> | null
): Record<string, unknown> | null {
  return under || over ? { ...under, ...over } : null
}
