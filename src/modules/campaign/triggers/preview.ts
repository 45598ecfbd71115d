import { MedusaError } from "@medusajs/framework/utils"
import { subDays } from "date-fns"
import { type Db, prefixed, queryOne } from "../../../lib/db"
import { checkRules } from "../../../rules/check"
import { compileRules } from "../../../rules/compile"
import { describeRegistry } from "../../../rules/definitions"
import type { CampaignPlan } from "../../../types/campaign-plan"
import type { TriggerPreview } from "../../../types/campaign-preview"
import { loadRegistry } from "../../segment/registry"
import { watchedScan } from "../../segment/scan"
import { knownThings } from "../flow/known"
import { countFound } from "../sql/preview"
import { triggerProblem } from "./problem"
import { segmentSnapshot } from "./segment-snapshot"
import { sourceOf } from "./sources"
import { happenedSince } from "./triggered"

const DAYS = 30
const UNKNOWN = { times: null, people: null }

/** What is asked about; without a campaign nobody has been in it before. */
type Previewed = Pick<CampaignPlan, "trigger" | "entry_rules"> & {
  campaign_id?: string | null
  reentry?: CampaignPlan["reentry"]
}

/**
 * How often a trigger would have happened in the last 30 days, for people who may come in as they are today. What takes too
 * long to count is not known.
 * @param signal - aborted when nobody waits any more: it stops counting
 */
export async function previewTrigger(
  db: Db,
  { trigger, entry_rules, campaign_id: id = null, reentry = { mode: "once" } }: Previewed,
  { now, zone }: { now: Date; zone: string },
  signal?: AbortSignal
): Promise<TriggerPreview> {
  if (!trigger) return { ...UNKNOWN, problem: "Choose what lets people in" }
  const source = sourceOf(trigger)
  const registry = await loadRegistry(db)
  const known = await knownThings(db, source.uses?.(trigger) ?? {})
  const described = describeRegistry(registry)
  const problem =
    triggerProblem(trigger, described, known) ??
    (entry_rules && checkRules(entry_rules, described)[0]?.message)
  if (problem) return { ...UNKNOWN, problem }
  if (source.stock || (source.noted && !(await queryOne(db, source.noted))))
    return { ...UNKNOWN, problem: null }
  const since = subDays(now, DAYS)
  const found = prefixed(happenedSince(trigger, { since, now, zone }), "trigger")
  const rules = entry_rules && compileRules(entry_rules, registry, { now, zone })
  const may = rules && prefixed(rules, "may")
  const sql = countFound(found.sql, may?.sql ?? null)
  const params = { ...found.params, ...may?.params }
  try {
    return await watchedScan(db, signal, async (trx) => {
      const counted = await queryOne<{ times: number; people: number }>(trx, sql, params)
      if (trigger.type !== "date" && trigger.type !== "repeat")
        return { ...counted!, problem: null }
      const asked = { id, reentry, rules }
      const segment = await segmentSnapshot(trx, trigger, asked, { now, zone })
      return { ...counted!, problem: null, segment }
    })
  } catch (error) {
    if ((error as MedusaError).type !== MedusaError.Types.NOT_ALLOWED) throw error
    return { ...UNKNOWN, problem: null }
  }
}
