import { type Db, query } from "../../../lib/db"
import { compileRules } from "../../../rules/compile"
import type { CampaignStep } from "../../../types/campaign"
import { addMessages } from "../../delivery/ledger/more"
import { addMembers, removeMembers } from "../../segment/audience/members"
import { getAudiences } from "../../segment/audience/store"
import { loadRegistry } from "../../segment/registry"
import type { Due } from "./due"
import { shareOf } from "./split"

export type StepContext = {
  people: Due[]
  /** The run that the step's messages belong to. */
  run: number | undefined
  /** What random choices of the step are drawn by. */
  seed: string
  campaign: string
  now: Date
  zone: string
}

/** Does a step for people, in the caller's transaction. @returns the way out for each profile */
export async function doStep(
  trx: Db,
  step: CampaignStep,
  context: StepContext
): Promise<Map<number, string>> {
  const { people } = context
  switch (step.type) {
    case "wait":
    case "wait_until":
      return everybody(people, "next")
    case "filter":
      return filter(trx, step, context)
    case "split":
      return new Map(
        people.map(({ profile_id }) => [profile_id, shareOf(context.seed, profile_id, step.shares)])
      )
    case "email":
      return send(trx, context)
    case "audience":
      await changeAudience(trx, step, context)
      return everybody(people, "next")
  }
}

function everybody(people: Due[], way: string): Map<number, string> {
  return new Map(people.map(({ profile_id }) => [profile_id, way]))
}

async function filter(
  trx: Db,
  step: Extract<CampaignStep, { type: "filter" }>,
  { people, now, zone }: StepContext
): Promise<Map<number, string>> {
  const { matching, params } = compileRules(step.rules, await loadRegistry(trx), { now, zone })
  const rows = await query<{ id: number }>(
    trx,
    `select p.id::float8 as id ${matching} and p.id = any(:people::bigint[])`,
    { ...params, people: people.map(({ profile_id }) => profile_id) }
  )
  const matches = new Set(rows.map(({ id }) => id))
  return new Map(people.map(({ profile_id: id }) => [id, matches.has(id) ? "yes" : "no"]))
}

async function send(trx: Db, { people, run, now }: StepContext): Promise<Map<number, string>> {
  if (run === undefined) return everybody(people, "not_sent")
  const profiles = people.map(({ profile_id }) => profile_id)
  const skipped = await addMessages(trx, run, profiles, now)
  return new Map(profiles.map((id) => [id, skipped.has(id) ? "not_sent" : "sent"]))
}

async function changeAudience(
  trx: Db,
  step: Extract<CampaignStep, { type: "audience" }>,
  { people, campaign, now }: StepContext
): Promise<void> {
  const [audience] = step.audience_id ? await getAudiences(trx, [step.audience_id]) : []
  if (!audience) return
  const profiles = people.map(({ profile_id }) => profile_id)
  const by = { now, actor: null, source: campaign }
  if (step.action === "remove") return void (await removeMembers(trx, audience, profiles, by))
  const members = {
    sql: `select unnest(:people::bigint[]) as profile_id`,
    params: { people: profiles },
  }
  await addMembers(trx, audience, members, by)
}
