import { type Db, query } from "../../../lib/db"
import { type CampaignPlan, messageWays } from "../../../types/campaign-plan"
import type { Channel } from "../../../types/common"
import { judgement } from "../../delivery/ledger/judgement"
import { atOnce } from "../../delivery/ledger/plan"
import { skipReason } from "../../delivery/ledger/states"
import { readControlGroup } from "../../delivery/policy/control-group"
import { isMessageStep } from "../flow/message-step"
import { branch } from "../flow/steps/branches"
import { meeting } from "../flow/steps/filter"
import type { Clock } from "../flow/steps/matching"
import { datesOf } from "../flow/steps/wait-date"
import { splitter } from "../flow/steps/split"
import type { Decide, Decision } from "./walk"

/**
 * Which way people take, found as the engine finds it but without doing anything: rules and consent as of now, what let
 * them in as it was, the same share of a split as they would get, and of steps that do something else their first way, as
 * when it works.
 * @param campaign - what splits are drawn by
 */
export async function decider(
  db: Db,
  campaign: string,
  { topic, graph }: CampaignPlan,
  clock: Clock
): Promise<Decide> {
  const control = await readControlGroup(db)
  const reachable = (channel: Channel, people: number[]) =>
    unreachable(db, people, { channel, topic, ref: campaign, control }, clock.now)

  return async (id, step, asked) => {
    const people = asked.map(({ profile_id }) => profile_id)
    const each = (find: (person: number) => Decision) =>
      new Map(people.map((person) => [person, find(person)]))
    const question = step.type === "refresh" && step.step ? graph.steps[step.step] : step
    if (question?.type === "filter") {
      const met = await meeting(db, question, asked, clock)
      return each((person) => ({ way: met.has(person) ? "yes" : "no", why: null }))
    }
    if (step.type === "branches") {
      const ways = await branch(db, step, people, clock)
      return each((person) => ({ way: ways.get(person)!, why: null }))
    }
    if (step.type === "wait_date") {
      const dates = await datesOf(db, step, people, clock.zone)
      return each((person) => {
        const until = dates.get(person)
        return { way: until ? "reached" : "no_date", why: null, until }
      })
    }
    if (step.type === "wait_event") return each(() => ({ way: "timeout", why: null }))
    if (step.type === "split") {
      const wayOf = await splitter(db, step, { campaign, step: id })
      return each((person) => ({ way: wayOf(person), why: null }))
    }
    if (!isMessageStep(step))
      return each(() => ({ way: Object.keys(step.next)[0] ?? "out", why: null }))
    const reasons = await reachable(step.type, people)
    return each((person) => {
      const why = reasons.get(person) ?? null
      return { way: why ? "not_sent" : messageWays(step)[0], why }
    })
  }
}

async function unreachable(
  db: Db,
  profiles: number[],
  to: {
    channel: Channel
    topic: string
    ref: string
    control: Awaited<ReturnType<typeof readControlGroup>>
  },
  now: Date
): Promise<Map<number, string>> {
  const { control, ...rest } = to
  const audience = {
    sql: `select unnest(:profiles::bigint[]) as profile_id`,
    params: { profiles },
  }
  const judged = judgement({
    ...rest,
    audience,
    exclude: null,
    plan: { ...atOnce(now), control },
  })
  const rows = await query<{ profile_id: number; reason: number | null }>(
    db,
    `select profile_id::float8 as profile_id, reason from (${judged.sql}) judged where reason is not null`,
    judged.params
  )
  return new Map(rows.map(({ profile_id, reason }) => [profile_id, skipReason(reason) ?? ""]))
}
