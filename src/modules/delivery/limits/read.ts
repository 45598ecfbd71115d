import { type Db, query, queryOne } from "../../../lib/db"
import { wallTime } from "../../../lib/zoned-time"
import type { SendingChannel } from "../../../types/common"
import type { Sending, SendingAccount, WarmUp, WarmUpPlan } from "../../../types/sending"
import { loadPrices } from "../cost/prices"
import { ACCOUNT_STATE } from "../sql/breaker"
import { DAYS_SENT, DUE_MESSAGES, LIMITS_NOW, WARM_UP_NOW } from "../sql/limits"
import type { Account } from "./account"
import type { LimitNow } from "./permits"
import { capsOf, dayAfter, dayOfPlan } from "./warm-up"

type State = {
  refusals: number
  opened_at: Date | null
  closed_until: Date | null
  last_error: string | null
  last_error_at: Date | null
}
type Clock = { timeZone: string; now: Date }

/** How the accounts of a channel are: their limits, what is used of them, and what waits. */
export async function readSending(
  db: Db,
  accounts: Account[],
  { channel, currency, ...clock }: Clock & { channel: SendingChannel; currency: string }
): Promise<Sending> {
  const own = accounts.filter(({ provider }) => provider.channel === channel)
  const due = await queryOne<{ waiting: number }>(db, DUE_MESSAGES, { channel })
  return {
    channel,
    accounts: await Promise.all(own.map((account) => readAccount(db, account, clock))),
    waiting: due!.waiting,
    currency,
  }
}

async function readAccount(
  db: Db,
  { name, provider, standsInFor }: Account,
  { timeZone, now }: Clock
): Promise<SendingAccount> {
  const today = wallTime(now, timeZone).slice(0, 10)
  const limits = await query<LimitNow>(db, LIMITS_NOW, { account: name })
  const state = await queryOne<State>(db, ACCOUNT_STATE, { account: name })
  const plan = await queryOne<WarmUpPlan & { started_on: string }>(db, WARM_UP_NOW, {
    account: name,
    day: today,
  })
  const since = plan && plan.started_on < today ? plan.started_on : today
  const sent = await query<{ day: string; sent: number }>(db, DAYS_SENT, { account: name, since })
  const sentOn = new Map(sent.map((row) => [row.day, row.sent]))
  return {
    account: name,
    provider: provider.name,
    role: standsInFor ? "fallback" : "first",
    ...stateOf(state),
    limits: limits.map(({ destination, seconds, max, held, used }) => ({
      destination,
      seconds,
      max,
      used: held + used,
    })),
    warm_up: plan ? warmUpOf(plan, today, sentOn) : null,
    prices: await loadPrices(db, name),
    sent_today: sentOn.get(today) ?? 0,
  }
}

function stateOf(state: State | undefined) {
  return {
    state: state?.opened_at ? "closed" : state?.refusals ? "slowed" : "open",
    next_try_at: state?.refusals ? (state.closed_until?.toISOString() ?? null) : null,
    last_error: state?.last_error ?? null,
    last_error_at: state?.last_error_at?.toISOString() ?? null,
  } as const
}

function warmUpOf(
  { started_on, first_day, growth_percent, full_day }: WarmUpPlan & { started_on: string },
  today: string,
  sentOn: Map<string, number>
): WarmUp {
  const caps = capsOf({ first_day, growth_percent, full_day })
  const number = Math.max(0, dayOfPlan(started_on, today))
  return {
    started_on,
    first_day,
    growth_percent,
    full_day,
    today: number + 1,
    cap: caps[number] ?? null,
    days: caps.map((cap, i) => ({
      day: dayAfter(started_on, i),
      cap,
      sent: i <= number ? (sentOn.get(dayAfter(started_on, i)) ?? 0) : null,
    })),
  }
}
