import type { CampaignTrigger } from "../../../types/campaign-trigger"
import type { HighestIds, Look } from "../triggers/marks"
import { sourceOf } from "../triggers/sources"

/** Ids are given out before they are committed: so long after, in ms, all of them are there, but for rare ones. */
export const SETTLED_MS = 2_000
/** For rare ones, and for what was known of a person only later, everything of the last time is looked at again so often. */
const WHOLE_MS = 60_000
const MOST_KNOWN = 10_000

/** A live campaign, and everything whose happening matters to it. */
export type Watching = {
  id: string
  version: number
  scanned_at: Date
  trigger: CampaignTrigger | null
  /** How often it is looked for its trigger, in ms, if it is looked for. */
  every: number | undefined
  /** Its goal, and what its steps wait for. */
  others: CampaignTrigger[]
}

/**
 * What one process remembers of its rounds, so that a campaign costs something only when something happened that it asks
 * for.
 */
export class Looks {
  private noted: { at: number; highest: HighestIds }[] = []
  /** By campaign: the version it was looked at in, and when it is to be looked at whole again. */
  private readonly wholeAt = new Map<string, { version: number; at: number }>()

  /** Takes down the highest ids at the beginning of a round. */
  note(highest: HighestIds, now: Date): void {
    const at = now.getTime()
    // A clock or ids that went back, as of a database put back, make what was noted worthless.
    const before = this.noted.filter((one) => one.at <= at && isAfter(highest, one.highest))
    const settled = before.filter((one) => one.at <= at - SETTLED_MS)
    this.noted = [...before.slice(Math.max(0, settled.length - 1)), { at, highest }]
  }

  /** How to look at a campaign now, or undefined if nothing can have happened. */
  at({ id, version, scanned_at, trigger, every, others }: Watching, now: Date): Look | undefined {
    const at = now.getTime()
    const { highest } = this.noted[this.noted.length - 1]
    const since = this.noted[0].at <= at - SETTLED_MS ? this.noted[0].highest : null
    if (since === null || this.isWholeDue(id, version, at)) return { highest, since: null }
    const isNew = (one: CampaignTrigger) => {
      const { mark } = sourceOf(one)
      if (one === trigger && every !== undefined) return at >= scanned_at.getTime() + every
      return mark === undefined || highest[mark] > since[mark]
    }
    return [...(trigger ? [trigger] : []), ...others].some(isNew) ? { highest, since } : undefined
  }

  /** Whatever a look that failed was to find, the next one looks for. */
  again(id: string): void {
    this.wholeAt.delete(id)
  }

  /** Campaigns have their turn at different times, so that not all of them cost at once. */
  private isWholeDue(id: string, version: number, at: number): boolean {
    const next = this.wholeAt.get(id)
    if (next?.version === version && at < next.at && at > next.at - 2 * WHOLE_MS) return false
    if (this.wholeAt.size >= MOST_KNOWN) this.wholeAt.clear()
    this.wholeAt.set(id, { version, at: at + WHOLE_MS * (0.5 + Math.random()) })
    return true
  }
}

function isAfter(highest: HighestIds, before: HighestIds): boolean {
  return Object.entries(before).every(([table, id]) => highest[table as keyof HighestIds] >= id)
}
