import type { Db } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { CampaignStep, MessageStep } from "../../../types/campaign"
import { cascadeRefused } from "../../delivery/ledger/cascade"
import { addMessages } from "../../delivery/ledger/more"
import { addMembers, removeMembers } from "../../segment/audience/members"
import { getAudiences } from "../../segment/audience/store"
import type { Due } from "./due"
import { isMessageStep } from "./message-step"
import type { StepContext } from "./step-context"
import { branch, matching } from "./steps/branches"
import { holds } from "./steps/condition"
import { stillTrue } from "./steps/recheck"
import { setField } from "./steps/field"
import { limit } from "./steps/limit"
import { messageFacts } from "./steps/message-facts"
import { splitter } from "./steps/split"

/** Does a step for people, in the caller's transaction. @returns the way out for each profile */
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
    case "condition":
      return new Map(
        people.map((one) => {
          const told = { ...one.context, ...one.facts }
          return [one.profile_id, holds(step.conditions, told) ? "yes" : "no"]
        })
      )
    case "branches":
      return branch(trx, step, context)
    case "limit":
      return limit(trx, step, context)
    case "field":
      await setField(trx, step, context)
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

function everybody(people: Due[], way: string): Map<number, string> {
  return new Map(people.map(({ profile_id }) => [profile_id, way]))
}

async function filter(
  trx: Db,
  step: Extract<CampaignStep, { type: "filter" }>,
  { people, now, zone }: StepContext
): Promise<Map<number, string>> {
  const matches = await matching(trx, step.rules, people, { now, zone })
  return new Map(people.map(({ profile_id: id }) => [id, matches.has(id) ? "yes" : "no"]))
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

async function send(
  trx: Db,
  { recheck, cascade }: MessageStep,
  { people, run, now }: StepContext
): Promise<Map<number, string>> {
  const ways = everybody(people, "not_sent")
  const meant = recheck ? await stillTrue(trx, people, now) : people
  if (run === undefined || !meant.length) return ways
  const ids = await publicIds(trx)
  const facts = new Map(meant.map((one) => [one.profile_id, messageFacts(one, ids)]))
  const skipped = await addMessages(trx, run, facts, now)
  for (const id of facts.keys()) if (!skipped.has(id)) ways.set(id, "sent")
  if (cascade?.length)
    for (const id of await cascadeRefused(trx, run, [...skipped.keys()], now)) ways.set(id, "sent")
  return ways
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
