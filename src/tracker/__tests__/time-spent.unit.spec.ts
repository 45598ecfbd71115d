import { Tracker } from "../tracker"

type Sent = { n: string; p: Record<string, unknown> }

/** As much of a browser as the tracker looks at, with a page that can go out of sight. */
function browser() {
  const listeners: Record<string, (() => void)[]> = {}
  const listen = (name: string, heard: () => void) =>
    void (listeners[name] = [...(listeners[name] ?? []), heard])
  const stored = new Map<string, string>()
  const sent: Sent[] = []
  const page = { visibilityState: "visible", referrer: "", title: "", addEventListener: listen }
  const given = {
    document: { ...page, querySelector: () => null, cookie: "" },
    location: new URL("https://shop.example/products/mug"),
    history: { pushState: () => {}, replaceState: () => {}, state: null },
    navigator: {
      language: "en",
      sendBeacon: (_: string, body: string) => sent.push(...JSON.parse(body).events) > 0,
    },
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    },
    addEventListener: listen,
    fetch: async () => ({ ok: true, status: 200, json: async () => ({}) }),
  }
  for (const [name, value] of Object.entries(given))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  const fire = (name: string) => listeners[name]?.forEach((heard) => heard())
  return {
    sent: () => sent.filter(({ n }) => n === "Time Spent").map(({ p }) => p),
    go: (visibilityState: string) => {
      given.document.visibilityState = visibilityState
      fire("visibilitychange")
    },
    close: () => fire("pagehide"),
  }
}

beforeEach(() => jest.useFakeTimers({ now: new Date("2026-11-23T10:00:00Z") }))
afterEach(() => jest.useRealTimers())

it("tells for how long a product was seen when the page goes out of sight, and only of what was seen", () => {
  const { sent, go, close } = browser()
  const tracker = new Tracker({ key: "pk", auto: false })
  tracker.page()
  jest.advanceTimersByTime(5_000)
  tracker.product({ product_id: "prod_1", category: "Cups" })
  jest.advanceTimersByTime(12_000)
  go("hidden")
  const mug = { path: "/products/mug", product_id: "prod_1", category: "Cups" }
  expect(sent()).toEqual([{ ...mug, seconds: 12, total: 12 }])
  jest.advanceTimersByTime(60_000)
  go("visible")
  jest.advanceTimersByTime(20_000)
  close()
  go("hidden")
  expect(sent().slice(1)).toEqual([{ ...mug, seconds: 20, total: 32 }])
})

it("begins anew with each page, and tells nothing of pages without a product or category", () => {
  const { sent, close } = browser()
  const tracker = new Tracker({ key: "pk", auto: false })
  tracker.category("Cups")
  jest.advanceTimersByTime(3_000)
  tracker.page()
  jest.advanceTimersByTime(9_000)
  close()
  expect(sent()).toEqual([{ path: "/products/mug", category: "Cups", seconds: 3, total: 3 }])
})
