import { type Db, type SqlFragment } from "../../../lib/db"
import { inTurn } from "../../../lib/in-turn"
import type { EngageOptions } from "../../../lib/options"
import type { BroadcastReview } from "../../../types/broadcast"
import type { CostForecast } from "../../../types/cost"
import type { SendingChannel } from "../../../types/common"
import { averageParts } from "../../content/sms/average-parts"
import { getTemplate } from "../../content/templates/templates"
import { averagePriceFor, loadPrices, PER_MINOR } from "../../delivery/cost/prices"
import { judgement } from "../../delivery/ledger/judgement"
import type { ReviewInput } from "../../delivery/ledger/review"
import { atOnce } from "../../delivery/ledger/plan"
import { accountName } from "../../delivery/limits/account"
import { wholePlan } from "./plan"
import type { BroadcastRow } from "./store"

type Context = { db: Db; options: EngageOptions; now: Date }
type Message = { channel: SendingChannel; template_id: string | null }

/** What the messages of a broadcast will cost by the prices there are; `null` when none of its channels has one. */
export async function forecastCost(
  context: Context,
  broadcast: BroadcastRow,
  input: Omit<ReviewInput, "kind">,
  { will_send, cascade }: Pick<BroadcastReview, "will_send" | "cascade">
): Promise<CostForecast | null> {
  const steps = wholePlan(broadcast.plan).cascade
  const found = await inTurn([broadcast, ...steps], (one) => costOfOne(context, one, input))
  if (found.every(({ price }) => price === null)) return null
  const sum = (people: number[]) =>
    Math.round(
      found.reduce(
        (total, { price, parts }, i) => total + (price ?? 0) * (parts ?? 1) * people[i],
        0
      ) / PER_MINOR
    )
  return {
    amount: sum([will_send, ...cascade.map(({ at_once }) => at_once)]),
    at_most: sum([will_send, ...cascade.map(({ at_most }) => at_most)]),
    parts: found.find(({ parts }) => parts !== null)?.parts ?? null,
    incomplete: found.some(({ price }) => price === null),
  }
}

/** The mean price of a message on one channel, and of how many parts it is there. */
async function costOfOne(
  { db, options, now }: Context,
  { channel, template_id }: Message,
  input: Omit<ReviewInput, "kind">
): Promise<{ price: number | null; parts: number | null }> {
  const account = accountName({ channel, name: options.channels[channel].provider })
  const prices = await loadPrices(db, account)
  if (!prices.length) return { price: null, parts: null }
  const judged = judgement({ ...input, channel, plan: atOnce(now) })
  const people: SqlFragment = {
    sql: `select profile_id from (${judged.sql}) judged where reason is null`,
    params: judged.params,
  }
  const price = await averagePriceFor(db, channel, prices, people)
  if (channel !== "sms" || !template_id) return { price, parts: null }
  const template = await getTemplate(db, template_id)
  return { price, parts: await averageParts(db, template, people, { options, now }) }
}
