import type { Db } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import type { BroadcastReview, ReviewCheck, SkipReason } from "../../../types/broadcast"
import type { BroadcastPlan } from "../../../types/broadcast-plan"
import type { SendingChannel } from "../../../types/common"
import { SENDER_BY_RULES, type Senders, SHOP_SENDER } from "../../../types/sender"
import { forecastCascade } from "../../delivery/ledger/cascade-forecast"
import { zonesOfPeople } from "../../delivery/ledger/judgement"
import { reviewAudience } from "../../delivery/ledger/review"
import { readControlGroup } from "../../delivery/policy/control-group"
import { dataAsOf } from "../../profile/read/freshness"
import { listProfiles } from "../../profile/read/list"
import { closedDays } from "../holidays/store"
import { broadcastAudience } from "./audience"
import { cappedPeople } from "./cap"
import { forecastCost } from "./cost"
import { assertShares } from "./ab"
import { contentChecks } from "./content-checks"
import { collectAt, hasPassed, sendPlan, wholePlan } from "./plan"
import { BROADCAST_RUN } from "./start"
import type { BroadcastRow } from "./store"
import { readSenders } from "../../delivery/senders/store"

type Context = { db: Db; options: EngageOptions; currency: string; now: Date }

const REACHED: Record<SendingChannel, string> = {
  email: "by e-mail",
  sms: "by text message",
  viber: "by Viber",
  whatsapp: "by WhatsApp",
  in_app: "in the shop",
  push: "by push: nobody in it has switched notifications on in a browser or app",
  telegram: "by Telegram: nobody in it has joined your bot",
}

const DOUBTS: Record<string, (email: string) => string> = {
  unchecked: (email) =>
    `Nobody has looked yet whether the domain of ${email} lets your mail service send for it: check it under Settings`,
  incomplete: (email) =>
    `The domain of ${email} does not say that your mail service may send for it: many inboxes will refuse it`,
}

/** Reasons of those who could be reached, had the shop not settled otherwise. */
const SETTLED: SkipReason[] = [
  "policy",
  "frequency",
  "capped",
  "control_group",
  "sampled_out",
  "excluded",
]

const SAMPLE = 10
/** People a variant needs before a usual difference in clicks can show. */
const ENOUGH = 500

/** What starting the broadcast now would do: who gets it, who does not and why, and what stands in the way. */
export async function reviewBroadcast(
  context: Context,
  broadcast: BroadcastRow
): Promise<BroadcastReview> {
  const { db, options, currency, now } = context
  const { audience, exclude, segment, found } = await broadcastAudience(db, broadcast)
  const { channel, topic } = broadcast
  const whole = wholePlan(broadcast.plan)
  const zone = options.timeZone
  const how = {
    zone,
    control: await readControlGroup(db),
    capped: await cappedPeople(db, broadcast, { now, zone }),
    holidays: await closedDays(db),
  }
  const plan = sendPlan(whole, how, now)
  const starts = collectAt(whole, zone, await zonesOfPeople(db))
  const input = { audience, exclude, ref: broadcast.id, channel, topic, plan, now }
  const { times, shares, policy, ...counts } = await reviewAudience(db, {
    ...input,
    kind: BROADCAST_RUN,
  })
  const sample = found
    ? await listProfiles(db, { among: audience, order: "-last_order_at", limit: SAMPLE, currency })
    : { profiles: [] }
  const senders = await readSenders(db, options)
  const data_as_of = await dataAsOf(db)
  const cascade = await forecastCascade(db, input, whole.cascade)
  return {
    ...counts,
    policy: policy.map(({ rule, skipped, delayed }) => ({
      rule: { id: rule.id, name: rule.name },
      left_out: skipped,
      delayed,
    })),
    starts_at: starts?.toISOString() ?? null,
    times: times.map(({ at, count }) => ({ at: at.toISOString(), count })),
    cascade,
    cost: await forecastCost(context, broadcast, input, {
      will_send: counts.will_send,
      cascade,
    }),
    currency,
    sample: sample.profiles,
    checks: [
      ...audienceChecks(broadcast, counts, segment?.error ?? null),
      ...scheduleChecks(broadcast, whole, zone, now),
      ...capChecks(broadcast, whole),
      ...(await contentChecks(context, broadcast, whole, audience)),
      ...shareChecks(whole, shares),
      ...senderChecks(options, channel),
      ...(channel === "email" ? chosenSenderChecks(whole, senders) : []),
      ...(data_as_of
        ? []
        : [
            warning(
              "data",
              "The shop's history is still being read: the audience is not complete yet"
            ),
          ]),
    ],
    channel,
    provider: options.channels[channel].provider,
    sender: shownSender(whole.sender, senders),
    data_as_of,
  }
}

function audienceChecks(
  broadcast: BroadcastRow,
  { will_send, excluded }: Pick<BroadcastReview, "will_send" | "excluded">,
  error: string | null
): ReviewCheck[] {
  if (!broadcast.segment_id) return [blocker("audience", "Choose whom the broadcast goes to")]
  if (error) return [blocker("audience", `The segment cannot be computed: ${error}`)]
  if (will_send) return [ok("audience", `${people(will_send)} will get it`)]
  const kept = excluded.filter(({ reason }) => SETTLED.includes(reason))
  const reachable = kept.reduce((sum, { count }) => sum + count, 0)
  if (!reachable)
    return [
      blocker("audience", `Nobody in the audience can be reached ${REACHED[broadcast.channel]}`),
    ]
  const said = `${people(reachable)} could be reached, but everybody is left out by what you set`
  return [blocker("audience", said)]
}

const people = (count: number) =>
  count === 1 ? "1 person" : `${count.toLocaleString("en")} people`

function scheduleChecks(
  { status }: BroadcastRow,
  plan: BroadcastPlan,
  zone: string,
  now: Date
): ReviewCheck[] {
  if (status !== "draft" || !hasPassed(plan, zone, now)) return []
  return [blocker("schedule", "The time you set has passed: choose a later one")]
}

/** Whether there is anything that a cap could count. */
function capChecks({ series_id, folder }: BroadcastRow, { cap, schedule }: BroadcastPlan) {
  const repeats = series_id !== null || (schedule.mode !== "now" && Boolean(schedule.repeat))
  if (cap?.of === "series" && !repeats)
    return [warning("cap", "Messages per person are limited for its runs, but it does not repeat")]
  if (cap?.of === "folder" && !folder)
    return [warning("cap", "Messages per person are limited for its folder, but it is in none")]
  return []
}

/** Whether a test has shares that add up, and enough people in each to tell anything. */
function shareChecks({ ab }: BroadcastPlan, shares: number[]): ReviewCheck[] {
  if (!ab) return []
  try {
    assertShares(ab)
  } catch (error) {
    return [blocker("ab", (error as Error).message.replace("plan.ab: ", ""))]
  }
  const fewest = Math.min(...shares.slice(0, ab.variants.length))
  if (fewest >= ENOUGH) return []
  return [
    warning(
      "ab",
      `Only ${fewest} people get one of the variants: the result will hardly be certain`
    ),
  ]
}

function senderChecks({ sender, channels }: EngageOptions, channel: SendingChannel): ReviewCheck[] {
  const checks: ReviewCheck[] = channel === "email" ? mailSenderChecks(sender) : []
  if (channels[channel].provider === "sandbox") {
    checks.push(ok("provider", "Sandbox: nothing leaves; you can open every message in the outbox"))
  }
  return checks
}

/** Whether whoever was chosen is there still, and will be believed. */
function chosenSenderChecks({ sender, ab }: BroadcastPlan, known: Senders): ReviewCheck[] {
  const chosen = [sender, ...(ab?.variants.flatMap((one) => one.sender ?? []) ?? [])]
  const byRules = chosen.includes(SENDER_BY_RULES)
  const ids = [
    ...chosen.filter((one) => one !== SHOP_SENDER && one !== SENDER_BY_RULES),
    ...(byRules ? known.rules.map(({ sender_id }) => sender_id) : []),
  ]
  const found = known.senders.filter(({ id }) => ids.includes(id))
  if (found.length < new Set(ids).size)
    return [blocker("sender", "The chosen sender is gone: choose another one")]
  const none = "There are no rules for senders yet: everybody hears from the default sender"
  const doubtful = found.filter(({ state }) => state === "incomplete" || state === "unchecked")
  return [
    ...(byRules && !known.rules.length ? [warning("sender", none)] : []),
    ...doubtful.map(({ email, state }) => warning("sender", DOUBTS[state](email))),
  ]
}

/** As the review names the sender; those of the rules are as many as the rules. */
function shownSender(choice: string, { shop, senders }: Senders): BroadcastReview["sender"] {
  const { name, email } = senders.find(({ id }) => id === choice) ?? shop
  return { name, email, by_rules: choice === SENDER_BY_RULES }
}

function mailSenderChecks(sender: EngageOptions["sender"]): ReviewCheck[] {
  const checks: ReviewCheck[] = []
  if (sender.email.endsWith("@localhost.example")) {
    checks.push(
      warning("sender", "Messages have no sender of yours yet: set sender in medusa-config.ts")
    )
  }
  if (!sender.postalAddress) {
    checks.push(
      warning(
        "postal_address",
        "Many countries require a postal address in marketing mail: set sender.postalAddress"
      )
    )
  }
  return checks
}

const ok = (key: string, message: string): ReviewCheck => ({ level: "ok", key, message })
const warning = (key: string, message: string): ReviewCheck => ({ level: "warning", key, message })
const blocker = (key: string, message: string): ReviewCheck => ({ level: "blocker", key, message })
