import { addDays, subDays } from "date-fns"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import {
  CLEAR_PREDICTIONS,
  COUNT_BUYERS,
  NEXT_HISTORIES,
  SAMPLE_HISTORIES,
  WRITE_PREDICTIONS,
} from "../sql/predictions"
import { readState, writeState } from "../state"
import { SHOP_RHYTHM } from "./rhythm"
import {
  aliveProbability,
  daysToNextOrder,
  expectedOrders,
  fitPurchases,
  type History,
  type PurchaseModel,
  silenceProbability,
} from "./model/purchases"
import { expectedValue, fitValues, type ValueModel } from "./model/values"

/** Fewer buyers, or fewer who came back, say too little to predict from. */
export const MIN_BUYERS = 100
export const MIN_REPEAT_BUYERS = 20
/** Days that risk and value are predicted for. */
export const RISK_DAYS = 90
export const VALUE_DAYS = 365

const SAMPLE = 20_000
const BATCH = 10_000
const REFIT_DAYS = 7
/** People who stopped buying have no next order: shown only from this probability on. */
const SURE_ENOUGH = 0.5

/** What is known of the models: fitted to so many buyers, or too few to fit. */
export type PredictionState = {
  state: "ready" | "low_data"
  at: string
  fitted_at: string
  buyers: number
  repeat_buyers: number
  /** How likely somebody who has come back comes again, by everybody's orders; 0 to 1. */
  stay?: number | null
  /** How likely the time to the next order is as long as a person's usual one; 0 to 1. */
  usual?: number
  purchases?: PurchaseModel
  values?: ValueModel
}

type Row = History & { id: number; orders: number; mean: number | null }

/** The models as they stand; `undefined` before the first scoring. */
export function predictionState(db: Db): Promise<PredictionState | undefined> {
  return readState<PredictionState>(db, "predictions")
}

/** Scores every buyer, fitting the models anew once a week or when there was too little data. */
export async function scorePredictions(db: Db, now: Date, zone: string): Promise<void> {
  const before = await predictionState(db)
  const fresh =
    before?.state === "ready" && new Date(before.fitted_at) > subDays(now, REFIT_DAYS)
      ? before
      : await fit(db, now, zone)
  await execute(db, CLEAR_PREDICTIONS, { all: fresh.state === "low_data" })
  if (fresh.purchases && fresh.values)
    await scoreAll(db, { purchases: fresh.purchases, values: fresh.values }, now, zone)
  const rhythm = await queryOne<{ stay: number | null; usual: number }>(db, SHOP_RHYTHM, { now })
  await writeState(db, "predictions", { ...fresh, ...rhythm, at: now.toISOString() })
}

async function fit(db: Db, now: Date, zone: string): Promise<PredictionState> {
  const counts = (await queryOne<{ buyers: number; repeat_buyers: number }>(db, COUNT_BUYERS))!
  const at = now.toISOString()
  const low: PredictionState = { state: "low_data", at, fitted_at: at, ...counts }
  if (counts.buyers < MIN_BUYERS || counts.repeat_buyers < MIN_REPEAT_BUYERS) return low
  const step = Math.max(1, Math.floor(counts.buyers / SAMPLE))
  const sample = await query<Row>(db, SAMPLE_HISTORIES, { now, zone, step })
  const spending = sample.flatMap(({ orders, mean }) =>
    orders > 0 && mean ? [{ x: orders, m: mean }] : []
  )
  if (spending.length < MIN_BUYERS) return low
  const purchases = await fitPurchases(sample.map(({ x, tx, t }) => ({ x, tx, t, n: 1 })))
  return { ...low, state: "ready", purchases, values: await fitValues(spending) }
}

type Models = { purchases: PurchaseModel; values: ValueModel }

async function scoreAll(db: Db, models: Models, now: Date, zone: string): Promise<void> {
  let after = 0
  for (;;) {
    const rows = await query<Row>(db, NEXT_HISTORIES, { after, limit: BATCH, now, zone })
    if (!rows.length) return
    const scored = rows.map((row) => ({ id: row.id, ...predict(models, row, now) }))
    await execute(db, WRITE_PREDICTIONS, {
      now,
      ids: scored.map((s) => s.id),
      alive: scored.map((s) => s.alive),
      risk: scored.map((s) => s.risk),
      bands: scored.map((s) => s.band),
      next: scored.map((s) => s.next),
      orders: scored.map((s) => s.orders),
      values: scored.map((s) => s.value),
      cltv: scored.map((s) => s.cltv),
    })
    after = rows[rows.length - 1].id
  }
}

/** What the models say of one buyer. Amounts in minor units. */
export function predict(
  { purchases, values }: Models,
  history: History & { orders: number; mean: number | null },
  now: Date
) {
  const alive = aliveProbability(purchases, history)
  const risk = silenceProbability(purchases, history, RISK_DAYS)
  const orders = expectedOrders(purchases, history, VALUE_DAYS)
  const value = expectedValue(values, { x: history.orders, m: history.mean ?? 0 })
  return {
    alive: round(alive),
    risk: round(risk),
    band: risk < 1 / 3 ? "low" : risk <= 2 / 3 ? "medium" : "high",
    next:
      alive >= SURE_ENOUGH ? addDays(now, Math.round(daysToNextOrder(purchases, history))) : null,
    orders: round(orders),
    value: Math.round(value),
    cltv: Math.round(orders * value),
  }
}

const round = (value: number) => Math.round(value * 10_000) / 10_000
