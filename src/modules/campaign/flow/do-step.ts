import type { Db, SqlFragment } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { CampaignStep, FilterStep, MessageStep } from "../../../types/campaign-plan"
import { cascadeRefused } from "../../delivery/ledger/cascade"
import { addMessages } from "../../delivery/ledger/more"
import { changeTags } from "../../profile/tags/store"
import { addMembers, removeMembers } from "../../segment/audience/members"
import { getAudiences } from "../../segment/audience/store"
import type { Due } from "./due"
import { isMessageStep } from "./message-step"
import type { StepContext } from "./step-context"
import { branch } from "./steps/branches"
import { meeting } from "./steps/filter"
import { holdSent, outcomes, SENT } from "./steps/outcome"
import { stillTrue } from "./steps/recheck"
import { setField } from "./steps/field"
import { limit } from "./steps/limit"
import { messageFacts } from "./steps/message-facts"
import { splitter } from "./steps/split"

/** Does a step for people, in the caller's transaction. @returns the way out for each profile that does not stay at it */
export async function doStep(
  trx: Db,
  step: CampaignStep,
  context: StepContext
): Promise<Map<number, string>> {
  const { people } = context
  if (isMessageStep(step)) return send(trx, step, context)
  switch (step.type) {
    case "wait":
    case "wait_until":
      return everybody(people, "next")
    case "filter":
      return filter(trx, step, context)
    case "split": {
      const wayOf = await splitter(trx, step, context)
      return new Map(people.map(({ profile_id }) => [profile_id, wayOf(profile_id)]))
    }
    case "audience":
      await changeAudience(trx, step, context)
      return everybody(people, "next")
    case "wait_event":
      return new Map(people.map(({ profile_id, found }) => [profile_id, found ?? "timeout"]))
    case "branches":
      return branch(trx, step, numbersOf(people), context)
    case "limit":
      return limit(trx, step, context)
    case "field":
      await setField(trx, step, context)
      return everybody(people, "next")
    case "tag":
      await changeTagsOf(trx, step, context)
      return everybody(people, "next")
    case "refresh":
      return refresh(trx, step, context)
    case "wait_date":
      return new Map(people.map(({ profile_id, found }) => [profile_id, found ?? "no_date"]))
    case "exit":
      return everybody(people, "out")
    case "promo":
    case "group":
    case "webhook":
    case "notify":
      return new Map(people.map(({ profile_id, found }) => [profile_id, found!]))
  }
}

function numbersOf(people: Due[]): number[] {
  return people.map(({ profile_id }) => profile_id)
}

function everybody(people: Due[], way: string): Map<number, string> {
  return new Map(numbersOf(people).map((id) => [id, way]))
}

async function filter(
  trx: Db,
  step: FilterStep,
  { people, ...clock }: StepContext
): Promise<Map<number, string>> {
  const met = await meeting(trx, step, people, clock)
  return new Map(numbersOf(people).map((id) => [id, met.has(id) ? "yes" : "no"]))
}

/** Asks the question of an earlier filter again. */
async function refresh(
  trx: Db,
  { step: id }: Extract<CampaignStep, { type: "refresh" }>,
  context: StepContext
): Promise<Map<number, string>> {
  const asked = id === null ? undefined : context.graph.steps[id]
  return asked?.type === "filter" ? filter(trx, asked, context) : everybody(context.people, "yes")
}

/** Sends to those who have just come, and looks what became of what the others were sent. */
async function send(
  trx: Db,
  step: MessageStep,
  { people, run, now }: StepContext
): Promise<Map<number, string>> {
  const ways = await outcomes(
    trx,
    step,
    people.filter(({ found }) => found === SENT),
    now
  )
  for (const { profile_id, found } of people)
    if (found !== null && found !== SENT) ways.set(profile_id, found in step.next ? found : SENT)
  const fresh = people.filter(({ found }) => found === null)
  for (const [id, way] of await sendTo(trx, step, fresh, run, now)) ways.set(id, way)
  if (!step.outcome) return ways
  const sent = fresh.filter(({ profile_id }) => ways.get(profile_id) === SENT)
  await holdSent(trx, step.outcome, sent, now)
  for (const { profile_id } of sent) ways.delete(profile_id)
  return ways
}

async function sendTo(
  trx: Db,
  { recheck, cascade }: MessageStep,
  people: Due[],
  run: number | undefined,
  now: Date
): Promise<Map<number, string>> {
  const ways = everybody(people, "not_sent")
  const meant = recheck ? await stillTrue(trx, people, now) : people
  if (run === undefined || !meant.length) return ways
  const ids = await publicIds(trx)
  const facts = new Map(meant.map((one) => [one.profile_id, messageFacts(one, ids)]))
  const skipped = await addMessages(trx, run, facts, now)
  for (const id of facts.keys()) if (!skipped.has(id)) ways.set(id, SENT)
  if (cascade?.length)
    for (const id of await cascadeRefused(trx, run, [...skipped.keys()], now)) ways.set(id, SENT)
  return ways
}

async function changeTagsOf(
  trx: Db,
  { tags, action }: Extract<CampaignStep, { type: "tag" }>,
  { people, campaign, now }: StepContext
): Promise<void> {
  const change = { add: [], remove: [], [action]: tags }
  await changeTags(trx, selected(people), change, { source: "job", reason: campaign, at: now })
}

/** Select of `profile_id` of some people. */
function selected(people: Due[]): SqlFragment {
  return {
    sql: `select unnest(:people::bigint[]) as profile_id`,
    params: { people: numbersOf(people) },
  }
}

async function changeAudience(
  trx: Db,
  step: Extract<CampaignStep, { type: "audience" }>,
  { people, campaign, now }: StepContext
): Promise<void> {
  const [audience] = step.audience_id ? await getAudiences(trx, [step.audience_id]) : []
  if (!audience) return
  const by = { now, actor: null, source: campaign }
  if (step.action === "add") return void (await addMembers(trx, audience, selected(people), by))
  await removeMembers(trx, audience, numbersOf(people), by)
}
