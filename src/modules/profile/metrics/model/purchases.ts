import { minimise } from "./nelder-mead"
import { hyp2f1, lnBeta, lnGamma, logSumExp } from "./special"

/**
 * MBG/NBD (Batislam, Denizel and Filiztekin 2007): people buy at random at a rate of their own and may stop for good after
 * any purchase, the first included. Four numbers describe the whole shop.
 */
export type PurchaseModel = { r: number; alpha: number; a: number; b: number }

/** A buyer: `x` repeat orders (one a day), `tx` days from the first to the last order, `t` days since the first. */
export type History = { x: number; tx: number; t: number }

/** Buyers with the same history, and how many they are. */
export type Weighted = History & { n: number }

/** The shop's four numbers by maximum likelihood, with a small pull towards 1 that keeps them finite. */
export async function fitPurchases(buyers: Weighted[]): Promise<PurchaseModel> {
  const people = buyers.reduce((sum, b) => sum + b.n, 0)
  const meanAge = buyers.reduce((sum, b) => sum + b.n * b.t, 0) / people
  const cost = (at: number[]) => {
    const model = toModel(at)
    const penalty = 0.001 * at.reduce((sum, v) => sum + v * v, 0)
    return penalty - buyers.reduce((sum, b) => sum + b.n * logLikelihood(model, b), 0) / people
  }
  return toModel(await minimise(cost, [0, Math.log(Math.max(1, meanAge / 2)), 0, 0]))
}

function toModel(at: number[]): PurchaseModel {
  const [r, alpha, a, b] = at.map((v) => Math.exp(Math.max(-15, Math.min(15, v))))
  // The formulas have a pole at a = 1.
  return { r, alpha, a: Math.abs(a - 1) < 1e-6 ? 1 + 1e-6 : a, b }
}

function logLikelihood({ r, alpha, a, b }: PurchaseModel, { x, tx, t }: History): number {
  return (
    lnGamma(r + x) -
    lnGamma(r) +
    r * Math.log(alpha) -
    lnBeta(a, b) +
    logSumExp(
      lnBeta(a, b + x + 1) - (r + x) * Math.log(alpha + t),
      lnBeta(a + 1, b + x) - (r + x) * Math.log(alpha + tx)
    )
  )
}

/** Probability that the person still buys here. */
export function aliveProbability({ r, alpha, a, b }: PurchaseModel, { x, tx, t }: History): number {
  return 1 / (1 + (a / (b + x)) * ((alpha + t) / (alpha + tx)) ** (r + x))
}

/**
 * Orders to expect in the next `days`. The series is used after Euler's transformation, where it converges in a few terms
 * however often the person bought.
 */
export function expectedOrders(model: PurchaseModel, history: History, days: number): number {
  const { r, alpha, a, b } = model
  const { x, t } = history
  const z = days / (alpha + t + days)
  const series = (1 - z) ** (a - 1) * hyp2f1(a + b - r, a - 1, a + b + x, z)
  return ((a + b + x) / (a - 1)) * (1 - series) * aliveProbability(model, history)
}

/** Probability of no order in the next `days`. */
export function silenceProbability(model: PurchaseModel, history: History, days: number): number {
  const { r, alpha } = model
  const { x, t } = history
  const buys = 1 - ((alpha + t) / (alpha + t + days)) ** (r + x)
  return 1 - aliveProbability(model, history) * buys
}

/** Days until the next order, as a median, for somebody who still buys. */
export function daysToNextOrder({ r, alpha }: PurchaseModel, { x, t }: History): number {
  return (alpha + t) * (2 ** (1 / (r + x)) - 1)
}
