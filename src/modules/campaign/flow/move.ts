import { type Db, execute, query } from "../../../lib/db"
import { inTurn } from "../../../lib/in-turn"
import type { CampaignGraph, CampaignPlan } from "../../../types/campaign-plan"
import type { CampaignChanges, StepInPlan } from "../../../types/campaign-flow"
import { CHANGE_VERSION, WHO_STANDS_WHERE } from "../sql/move"
import { ENTRANCE } from "./due"
import { reachable, waysOut } from "./problems"
import { loadVersion } from "./versions"

type Standing = { version: number; step: string; people: number }

/**
 * Lets people inside go on in a version where they stand, if the step is in it and nothing that they may have done comes
 * again. The others finish on the version they are in. A wait goes on as it was begun.
 * @returns how many were moved
 */
export async function moveInside(
  trx: Db,
  id: string,
  to: number,
  plan: CampaignPlan,
  now: Date
): Promise<number> {
  let moved = 0
  for (const [version, steps] of await movableByVersion(trx, id, to, plan))
    moved += await execute(trx, CHANGE_VERSION, { id, version, steps, to, now })
  return moved
}

/** What publishing a draft would change for a campaign that is published. */
export async function changesOf(
  db: Db,
  id: string,
  draft: CampaignPlan,
  published: CampaignPlan
): Promise<CampaignChanges> {
  const standing = await query<Standing>(db, WHO_STANDS_WHERE, { id, below: null })
  const movable = new Map(await movableByVersion(db, id, null, draft))
  const count = (of: (one: Standing) => boolean) =>
    standing.filter(of).reduce((sum, { people }) => sum + people, 0)
  const diff = compareSteps(published.graph, draft.graph)
  return {
    ...diff,
    removed: diff.removed.map((one) => ({ ...one, inside: count(({ step }) => step === one.id) })),
    rest: REST.filter((part) => JSON.stringify(draft[part]) !== JSON.stringify(published[part])),
    inside: count(() => true),
    movable: count(({ version, step }) => movable.get(version)?.includes(step) ?? false),
  }
}

const REST: CampaignChanges["rest"] = [
  "trigger",
  "entry_rules",
  "reentry",
  "holdout",
  "exit_on_order",
  "look_every",
  "goal",
  "topic",
]

/**
 * Steps at which somebody can change from one plan to another: those of the same kind in both, after which nothing comes
 * that came before it in the old plan and not after.
 */
export function movableSteps(from: CampaignGraph, to: CampaignGraph): string[] {
  const before = reachable(from)
  const after = new Map(before.map((id) => [id, beyond(from, id)]))
  return reachable(to).filter((id) => {
    if (!after.has(id) || from.steps[id].type !== to.steps[id].type) return false
    const again = [...beyond(to, id)].filter(
      (later) => after.get(later)?.has(id) && !after.get(id)!.has(later)
    )
    return !again.length
  })
}

/** Everything that somebody can come to after a step. */
function beyond(graph: CampaignGraph, id: string): Set<string> {
  const seen = new Set<string>()
  const waiting = waysOut(graph.steps[id])
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const step = graph.steps[next]
    if (!step || seen.has(next)) continue
    seen.add(next)
    waiting.push(...waysOut(step))
  }
  return seen
}

/** Of each version with people inside, below `to` if there is one, the steps they can be moved at. */
async function movableByVersion(
  db: Db,
  id: string,
  to: number | null,
  plan: CampaignPlan
): Promise<[version: number, steps: string[]][]> {
  const standing = await query<Standing>(db, WHO_STANDS_WHERE, { id, below: to })
  const versions = [...new Set(standing.map(({ version }) => version))]
  return inTurn(versions, async (version): Promise<[number, string[]]> => {
    const old = await loadVersion(db, id, version)
    return [version, [ENTRANCE, ...movableSteps(old.plan.graph, plan.graph)]]
  })
}

function compareSteps(from: CampaignGraph, to: CampaignGraph) {
  const [before, after] = [reachable(from), reachable(to)]
  const named = (graph: CampaignGraph, ids: string[]): StepInPlan[] =>
    ids.map((id) => ({ id, step: graph.steps[id] }))
  const same = (id: string) => JSON.stringify(from.steps[id]) === JSON.stringify(to.steps[id])
  const [old, fresh] = [new Set(before), new Set(after)]
  return {
    added: named(
      to,
      after.filter((id) => !old.has(id))
    ),
    removed: named(
      from,
      before.filter((id) => !fresh.has(id))
    ),
    changed: named(
      to,
      after.filter((id) => old.has(id) && !same(id))
    ),
  }
}
