/** 95 percent of a normal distribution lie within so many deviations of its mean. */
const Z95 = 1.959964

/** A share of people who did something: `hits` of `people`. */
export type Share = { people: number; hits: number }
/** Values of people, such as their revenue: how many, their sum, and the sum of their squares. */
export type Values = { people: number; sum: number; squares: number }

/**
 * How likely two shares this different are by chance alone: the two-sided p of the two-proportion z-test with pooled
 * variance, `z = (p1 − p2) / √(p̂(1 − p̂)(1/n1 + 1/n2))` (Fleiss, Levin, Paik: Statistical Methods for Rates and
 * Proportions, 3rd ed., 2.3). 1 when nothing can be said.
 */
export function compareShares(a: Share, b: Share): number {
  if (!a.people || !b.people) return 1
  const pooled = (a.hits + b.hits) / (a.people + b.people)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.people + 1 / b.people))
  return error ? twoSided((a.hits / a.people - b.hits / b.people) / error) : 1
}

/**
 * The same for mean values: Welch's test, `t = (x̄1 − x̄2) / √(s1²/n1 + s2²/n2)` (Welch 1947, Biometrika 34), with the
 * normal distribution in place of t, which groups of this size allow.
 */
export function compareMeans(a: Values, b: Values): number {
  if (a.people < 2 || b.people < 2) return 1
  const error = Math.sqrt(variance(a) / a.people + variance(b) / b.people)
  return error ? twoSided((a.sum / a.people - b.sum / b.people) / error) : 1
}

/**
 * By how much the mean of `a` is above that of `b`, and where that lies with 95 percent certainty; `null` for groups too small
 * to tell.
 */
export function meanDifference(
  a: Values,
  b: Values
): { difference: number; interval: [number, number] } | null {
  if (a.people < 2 || b.people < 2) return null
  const difference = a.sum / a.people - b.sum / b.people
  const half = Z95 * Math.sqrt(variance(a) / a.people + variance(b) / b.people)
  return { difference, interval: [difference - half, difference + half] }
}

/**
 * Where a share lies with 95 percent certainty: the score interval (Wilson 1927, JASA 22), which holds for small groups
 * and shares near 0 too.
 */
export function shareInterval({ people, hits }: Share): [number, number] {
  if (!people) return [0, 1]
  const z = Z95
  const p = hits / people
  const scale = 1 + (z * z) / people
  const middle = (p + (z * z) / (2 * people)) / scale
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / people + (z * z) / (4 * people * people))
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}

function variance({ people, sum, squares }: Values): number {
  return Math.max(0, (squares - (sum * sum) / people) / (people - 1))
}

function twoSided(z: number): number {
  return 2 * (1 - normal(Math.abs(z)))
}

/** Normal distribution function for z ≥ 0 (Abramowitz and Stegun 26.2.17; error below 7.5e-8). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const factors = [1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.31938153]
  const sum = factors.reduce((total, factor) => (total + factor) * t, 0)
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum
}
