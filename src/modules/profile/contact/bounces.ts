import { addDays } from "date-fns"

/** A message that did not arrive. `hard`: it never will; `soft`: a full mailbox, a server that was busy. */
export type Bounce = { kind: "hard" | "soft"; reason: string; at: Date }
export type Ladder = { count: number; days: number }

/**
 * Why and since when an address counts as invalid by what came back from it: at once after a hard bounce, after `count`
 * soft ones within `days`; null while it does not. Without a ladder soft ones never count.
 */
export function bounced(
  bounces: Bounce[],
  ladder: Ladder | null
): { reason: string; at: Date } | null {
  const inOrder = [...bounces].sort((a, b) => a.at.getTime() - b.at.getTime())
  const hard = inOrder.find(({ kind }) => kind === "hard")
  const soft = ladder && tooManySoft(inOrder, ladder)
  if (!hard || (soft && soft.at < hard.at)) return soft
  return { reason: `a message came back for good: ${hard.reason}`, at: hard.at }
}

function tooManySoft(bounces: Bounce[], { count, days }: Ladder) {
  const soft = bounces.filter(({ kind }) => kind === "soft")
  for (let last = count - 1; last < soft.length; last++) {
    const { at, reason } = soft[last]
    if (at > addDays(soft[last - count + 1].at, days)) continue
    return { reason: `${count} messages came back within ${days} days: ${reason}`, at }
  }
  return null
}
