import type { OutboundEvent, OutboundType } from "./catalogue"

/** Most cases that are told of in one event. */
export const TOGETHER = 100

/** One case of something that happened. */
export type Case = { type: OutboundType; at: Date; item: Record<string, unknown> }

/**
 * Cases as events: those of one type that were read together are told together, in their order. So a broadcast to a million
 * people is ten thousand calls, and a single click is one.
 * @param list - the name of the list in what the event carries
 */
export function together(list: string, cases: Case[]): OutboundEvent[] {
  const byType = new Map<OutboundType, Case[]>()
  for (const one of cases) {
    const before = byType.get(one.type)
    if (before) before.push(one)
    else byType.set(one.type, [one])
  }
  return [...byType].flatMap(([type, all]) =>
    slices(all).map((some) => {
      const items = some.map(({ item, at }) => ({ ...item, at: at.toISOString() }))
      return { type, at: some[some.length - 1].at, data: { [list]: items } }
    })
  )
}

function slices<Item>(items: Item[]): Item[][] {
  const count = Math.ceil(items.length / TOGETHER)
  return Array.from({ length: count }, (_, i) => items.slice(i * TOGETHER, (i + 1) * TOGETHER))
}
