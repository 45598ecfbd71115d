import { goalDays, goalReport } from "../goal"

const numbers = {
  counters: {
    ...{ sent: 9, delivered: 9, bounced: 0, opened: 5, clicked: 4 },
    ...{ complained: 0, unsubscribed: 0, machine_opened: 0 },
  },
  money: { ordered: 2, orders: 3, revenue: 5_000 },
  done: 7,
}
const rule = { days: 5, terms: {} }
const finished = new Date("2026-11-01T12:00:00Z")
const at = (day: string) => ({ rule, finished, now: new Date(`2026-11-${day}T12:00:00Z`) })

describe("a goal", () => {
  it("counts what it is about", () => {
    const reached = (metric: "ordered" | "orders" | "revenue" | "clicked" | "visited" | "event") =>
      goalReport({ metric, target: 100_000 }, numbers, at("02")).reached
    expect(reached("ordered")).toBe(2)
    expect(reached("orders")).toBe(3)
    expect(reached("revenue")).toBe(5_000)
    expect(reached("clicked")).toBe(4)
    expect(reached("visited")).toBe(7)
    expect(reached("event")).toBe(7)
  })

  it("is open while something may still count, and then reached or missed", () => {
    const verdict = (target: number, day: string) =>
      goalReport({ metric: "clicked", target }, numbers, at(day)).verdict
    expect(verdict(4, "02")).toBe("reached")
    expect(verdict(5, "06")).toBe("open")
    expect(verdict(5, "07")).toBe("missed")
    const sending = goalReport({ metric: "clicked", target: 5 }, numbers, {
      ...at("30"),
      finished: null,
    })
    expect(sending).toMatchObject({ verdict: "open", until: null })
  })

  it("has the days of the orders, and the most where those have none", () => {
    expect(goalDays(rule)).toBe(5)
    expect(goalDays({ days: 0, terms: {} })).toBe(90)
    const range = { from: "2026-11-01", to: "2026-11-02" }
    expect(goalDays({ days: 5, terms: { range } })).toBe(90)
  })
})
