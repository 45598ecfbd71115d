import { minimise } from "./nelder-mead"
import { lnGamma } from "./special"

/** Gamma-Gamma (Fader and Hardie 2013): values of a person's orders scatter around a mean of their own. */
export type ValueModel = { p: number; q: number; v: number }

/** `x` orders of mean value `m`, in minor units. */
export type Spending = { x: number; m: number }

/** The shop's three numbers by maximum likelihood. Values are scaled to a mean of 1 while fitting. */
export async function fitValues(people: Spending[]): Promise<ValueModel> {
  const scale = people.reduce((sum, s) => sum + s.m, 0) / people.length
  const scaled = people.map(({ x, m }) => ({ x, m: m / scale }))
  const cost = (at: number[]) => {
    const model = toModel(at)
    const penalty = 0.001 * at.reduce((sum, value) => sum + value * value, 0)
    return penalty - scaled.reduce((sum, s) => sum + logLikelihood(model, s), 0) / people.length
  }
  const model = toModel(await minimise(cost, [1, 1, 0]))
  return { ...model, v: model.v * scale }
}

// q > 1, or there would be no mean value of an order.
function toModel(at: number[]): ValueModel {
  const [p, q, v] = at.map((value) => Math.exp(Math.max(-12, Math.min(12, value))))
  return { p, q: 1.01 + q, v }
}

function logLikelihood({ p, q, v }: ValueModel, { x, m }: Spending): number {
  const px = p * x
  return (
    lnGamma(px + q) -
    lnGamma(px) -
    lnGamma(q) +
    q * Math.log(v) +
    (px - 1) * Math.log(m) +
    px * Math.log(x) -
    (px + q) * Math.log(v + x * m)
  )
}

/** Value to expect of an order of somebody who spent so: between their own mean and everybody's, in minor units. */
export function expectedValue({ p, q, v }: ValueModel, { x, m }: Spending): number {
  return (p * v + p * x * m) / (p * x + q - 1)
}
