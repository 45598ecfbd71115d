import {
  aliveProbability,
  daysToNextOrder,
  expectedOrders,
  fitPurchases,
  type History,
  silenceProbability,
} from "../purchases"
import { hyp2f1, lnBeta, lnGamma } from "../special"
import { expectedValue, fitValues } from "../values"

/** Park and Miller's generator: the same people in every run. */
function random(seed: number) {
  let state = seed
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}

function gamma(shape: number, next: () => number): number {
  if (shape < 1) return gamma(shape + 1, next) * next() ** (1 / shape)
  const d = shape - 1 / 3
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next())
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(next()) < 0.5 * normal ** 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

const TRUTH = { r: 0.6, alpha: 8, a: 1.6, b: 2.5 }
const T = 52
const AHEAD = 26

type Person = History & { alive: boolean; later: number }

/** People who live as the model says, for 52 units of time, and what they did in the 26 after. */
function simulate(people: number): Person[] {
  const next = random(20261122)
  return Array.from({ length: people }, () => {
    const rate = gamma(TRUTH.r, next) / TRUTH.alpha
    const [ga, gb] = [gamma(TRUTH.a, next), gamma(TRUTH.b, next)]
    const stops = ga / (ga + gb)
    const person = { x: 0, tx: 0, t: T, alive: next() >= stops, later: 0 }
    let at = 0
    let going = person.alive
    while (going) {
      at += -Math.log(next()) / rate
      if (at > T + AHEAD) break
      if (at <= T) Object.assign(person, { x: person.x + 1, tx: at })
      else person.later += 1
      going = next() >= stops
      if (at <= T) person.alive = going
    }
    return person
  })
}

const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length

describe("special functions", () => {
  it("knows ln Γ, ln B and ₂F₁ at points with closed forms", () => {
    expect(lnGamma(5)).toBeCloseTo(Math.log(24), 10)
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 10)
    expect(lnBeta(2, 3)).toBeCloseTo(Math.log(1 / 12), 10)
    expect(hyp2f1(1, 1, 2, 0.5)).toBeCloseTo(2 * Math.log(2), 9)
  })
})

describe("purchases to come", () => {
  const people = simulate(40_000)

  it("tells how many still buy, how often, and who will be silent, as the simulation shows", () => {
    const alive = mean(people.map((p) => aliveProbability(TRUTH, p)))
    const orders = mean(people.map((p) => expectedOrders(TRUTH, p, AHEAD)))
    const silent = mean(people.map((p) => silenceProbability(TRUTH, p, AHEAD)))
    expect(alive).toBeCloseTo(0.34, 2)
    expect(Math.abs(alive - mean(people.map((p) => Number(p.alive))))).toBeLessThan(0.008)
    expect(orders).toBeCloseTo(0.245, 2)
    expect(Math.abs(orders - mean(people.map((p) => p.later)))).toBeLessThan(0.012)
    expect(Math.abs(silent - mean(people.map((p) => Number(p.later === 0))))).toBeLessThan(0.008)
  })

  it("finds the four numbers again", async () => {
    const groups = new Map<string, History & { n: number }>()
    for (const { x, tx } of people) {
      const key = `${x}/${Math.round(tx)}`
      const group = groups.get(key) ?? { x, tx: Math.round(tx), t: T, n: 0 }
      groups.set(key, { ...group, n: group.n + 1 })
    }
    const fitted = await fitPurchases([...groups.values()])
    const history = { x: 3, tx: 40, t: T }
    expect(aliveProbability(fitted, history)).toBeCloseTo(aliveProbability(TRUTH, history), 1)
    expect(fitted.r).toBeGreaterThan(0.45)
    expect(fitted.r).toBeLessThan(0.8)
  })

  it("does not take a one-time buyer of long ago for one who still buys", () => {
    const fresh = aliveProbability(TRUTH, { x: 0, tx: 0, t: 1 })
    const old = aliveProbability(TRUTH, { x: 0, tx: 0, t: 500 })
    expect(fresh).toBeGreaterThan(0.55)
    expect(old).toBeLessThan(0.15)
  })

  it("expects the next order sooner from who buys more often", () => {
    const often = daysToNextOrder(TRUTH, { x: 10, tx: 50, t: T })
    expect(often).toBeLessThan(daysToNextOrder(TRUTH, { x: 1, tx: 50, t: T }))
    expect(often).toBeCloseTo(60 * (2 ** (1 / 10.6) - 1), 10)
  })
})

describe("value of an order", () => {
  it("lies between a person's own mean and everybody's, nearer to it the more they bought", async () => {
    const next = random(7)
    const [p, q, v] = [6, 4, 15]
    const people = Array.from({ length: 4_000 }, () => {
      const nu = gamma(q, next) / v
      const x = 1 + Math.floor(next() * 5)
      return { x, m: mean(Array.from({ length: x }, () => gamma(p, next) / nu)) }
    })
    const model = await fitValues(people)
    const everybody = (p * v) / (q - 1)
    const once = expectedValue(model, { x: 1, m: 100 })
    const often = expectedValue(model, { x: 20, m: 100 })
    expect(once).toBeGreaterThan(everybody)
    expect(often).toBeGreaterThan(once)
    expect(often).toBeLessThan(100)
    expect(once / ((p * v + p * 100) / (p + q - 1))).toBeCloseTo(1, 1)
  })
})
