import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, queryOne } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { wake } from "../../../lib/wake"
import type { CampaignStatus } from "../../../types/campaign"
import type { CampaignPlan, CampaignStep } from "../../../types/campaign-plan"
import { SHOP_SENDER } from "../../../types/sender"
import { publishContent } from "../../content/publish/publish"
import { getTemplate } from "../../content/templates/templates"
import { isWanted } from "../../profile/news/news"
import { publishCascade } from "../cascade/publish"
import { createRun, type NewRun } from "../../delivery/ledger/runs"
import { senderOf } from "../../delivery/senders/choose"
import {
  END_ALL,
  INSERT_CAMPAIGN_RUN,
  INSERT_VERSION,
  LOCK_CAMPAIGN,
  PUBLISH_CAMPAIGN,
  SET_CAMPAIGN_STATUS,
  TELL_ALL_LEFT,
} from "../sql/campaign"
import { highestIds, type Marks, openMarks } from "../triggers/marks"
import { enterMembers } from "./enter"
import { moveInside } from "./move"
import { reachable } from "./problems"
import { beginTests } from "./split-test"
import { loadVersion } from "./versions"
import { markedTriggers } from "./watch"
import { problemsOf } from "./known"
import { getCampaign } from "./store"
import { isMessageStep } from "./message-step"

type Locked = {
  id: string
  name: string
  status: CampaignStatus
  version: number
  plan: CampaignPlan
  marks: Marks
}

/**
 * Makes the draft the live version. Its messages are frozen with it; people inside go on with the version they came in
 * by, or in the new one where they stand with `move`. Nothing that happened before lets anybody in.
 * @returns the new version
 * @throws MedusaError `invalid_data` naming the first problem, `not_allowed` when it is archived
 */
export async function publishCampaign(
  db: Db,
  id: string,
  options: EngageOptions,
  now: Date,
  { move = false } = {}
): Promise<number> {
  return db.transaction(async (trx) => {
    const campaign = await lock(trx, id)
    const { plan } = campaign
    await assertPublishable(trx, plan)
    const version = campaign.version + 1
    const runs: Record<string, number> = {}
    for (const step of reachable(plan.graph)) {
      const runId = await createStepRun(trx, campaign, step, options, now)
      if (runId !== undefined) runs[step] = runId
    }
    await execute(trx, INSERT_VERSION, {
      id,
      version,
      plan: JSON.stringify(plan),
      runs: JSON.stringify(runs),
      now,
    })
    const before = campaign.version
      ? (await loadVersion(trx, id, campaign.version)).plan
      : undefined
    await beginTests(trx, id, plan.graph, before?.graph, now)
    const same_trigger = JSON.stringify(before?.trigger) === JSON.stringify(plan.trigger)
    const marks = await marksOf(trx, campaign)
    await execute(trx, PUBLISH_CAMPAIGN, {
      ...{ id, version, now, same_trigger },
      marks: JSON.stringify(marks),
    })
    if (move) await moveInside(trx, id, version, plan, now)
    await enterMembers(trx, id, version, plan, { now, zone: options.timeZone })
    await wake(trx, "engage_campaign")
    return version
  })
}

/** Holds everybody where they are; nobody comes in. @throws MedusaError `not_allowed` unless it is live */
export async function pauseCampaign(db: Db, id: string, now: Date): Promise<void> {
  await changeStatus(db, id, ["live"], "paused", now)
}

/**
 * Goes on: people whose wait was over meanwhile go on at once; what happened meanwhile lets nobody in.
 * @throws MedusaError `not_allowed` unless it is paused
 */
export async function resumeCampaign(db: Db, id: string, now: Date): Promise<void> {
  await changeStatus(db, id, ["paused"], "live", now)
  await wake(db, "engage_campaign")
}

/** Puts a campaign away: everybody's way ends. @throws MedusaError `not_allowed` when it is live */
export async function archiveCampaign(db: Db, id: string, now: Date): Promise<void> {
  await db.transaction(async (trx) => {
    await changeStatus(trx, id, ["draft", "paused"], "archived", now)
    if (await isWanted(trx, "campaign.left")) await execute(trx, TELL_ALL_LEFT, { id, now })
    await execute(trx, END_ALL, { id, now })
  })
}

/** Where the triggers begin to look: now, or where they are if the campaign runs and they go by the same ids. */
async function marksOf(trx: Db, { id, status, version, plan, marks }: Locked): Promise<Marks> {
  const fresh = openMarks(markedTriggers(id, plan, version + 1), await highestIds(trx))
  if (status !== "live") return fresh
  const before = markedTriggers(id, (await loadVersion(trx, id, version)).plan, version)
  const kept = Object.entries(markedTriggers(id, plan, version)).flatMap(([place, trigger]) =>
    trigger && before[place]?.type === trigger.type && place in marks ? [[place, marks[place]]] : []
  )
  return { ...marks, ...fresh, ...Object.fromEntries(kept) }
}

async function assertPublishable(db: Db, plan: CampaignPlan): Promise<void> {
  const [[problem]] = await problemsOf(db, [plan])
  if (!problem) return
  const where = problem.step ? `step ${problem.step}: ` : ""
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `${where}${problem.message}`)
}

async function lock(trx: Db, id: string): Promise<Locked> {
  const campaign = await queryOne<Locked>(trx, LOCK_CAMPAIGN, { id })
  if (!campaign) await getCampaign(trx, id)
  if (!campaign || campaign.status === "archived")
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "The campaign is archived")
  return campaign
}

async function createStepRun(
  trx: Db,
  campaign: Locked,
  stepId: string,
  options: EngageOptions,
  now: Date
): Promise<number | undefined> {
  const step: CampaignStep = campaign.plan.graph.steps[stepId]
  if (!isMessageStep(step)) return undefined
  const channel = step.type
  const template = await getTemplate(trx, step.template_id!)
  const contentId = await publishContent(trx, template, { channel, now })
  const first: NewRun = {
    kind: "campaign",
    ref: campaign.id,
    title: `${campaign.name}: ${template.name}`,
    channel,
    topic: campaign.plan.topic,
    provider: options.channels[channel].provider,
    contentId,
    sender: await senderOf(trx, step.sender ?? SHOP_SENDER, options),
    now,
  }
  const run = await createRun(trx, first)
  const others = await publishCascade(trx, run, first, step.cascade ?? [], options)
  for (const one of [run, ...others])
    await execute(trx, INSERT_CAMPAIGN_RUN, {
      run: one,
      id: campaign.id,
      step: stepId,
      days: campaign.plan.attribution_days,
      terms: JSON.stringify(campaign.plan.attribution_terms ?? {}),
    })
  return run
}

async function changeStatus(
  db: Db,
  id: string,
  from: CampaignStatus[],
  status: CampaignStatus,
  now: Date
): Promise<void> {
  if (await execute(db, SET_CAMPAIGN_STATUS, { id, from, status, now })) return
  const { status: found } = await getCampaign(db, id)
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `The campaign is ${found}: it has to be ${from.join(" or ")}`
  )
}
