import { randomBytes } from "node:crypto"
import fc from "fast-check"
import { PublicIds } from "../../../../lib/public-id"
import { eventProblem } from "../check"
import { openClickProof, withClickProof } from "../click-proof"
import { deviceOf } from "../device"
import { RateLimit } from "../rate-limit"
import { readTrackerRequest } from "../tracker-request"

const NOW = new Date("2026-06-01T12:00:00Z")
const good = { name: "Quiz", at: NOW, messageId: "1", properties: {} as Record<string, unknown> }

describe("an event", () => {
  it("is refused with what to mend", () => {
    const deep = Array.from({ length: 9 }).reduce<unknown>((inner) => ({ inner }), 1)
    const cases: [object, string][] = [
      [{ name: " " }, "name: must not be empty"],
      [{ name: "x".repeat(101) }, "name: at most 100 characters"],
      [{ messageId: "" }, "message_id: 1 to 200 characters"],
      [{ at: new Date("2026-06-02T12:00:01Z") }, "at: more than a day in the future"],
      [{ at: new Date("2006-01-01") }, "at: more than 20 years ago"],
      [{ at: new Date("x") }, "at: must be an ISO 8601 time such as 2026-01-31T12:00:00Z"],
      [
        { properties: { a: "\ud800" } },
        "properties: characters that no text may hold (NUL or half a surrogate pair)",
      ],
      [
        { properties: { "a\0": 1 } },
        "properties: characters that no text may hold (NUL or half a surrogate pair)",
      ],
      [{ properties: deep as object }, "properties: nested more than 8 deep"],
      [{ properties: { a: "x".repeat(16_400) } }, "properties: 16408 bytes, at most 16384"],
    ]
    for (const [over, problem] of cases) {
      expect(eventProblem({ ...good, ...over }, NOW)).toBe(problem)
    }
    expect(
      eventProblem({ ...good, properties: { face: "😀", list: [1, null] } }, NOW)
    ).toBeUndefined()
  })

  it("that is accepted can be stored as JSON of Postgres, whatever its text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const stored = JSON.stringify({ text })
        const refused = eventProblem({ ...good, properties: { text } }, NOW) !== undefined
        // JSON.stringify escapes exactly what Postgres refuses: NUL and halves of pairs.
        const escaped = /(?<!\\)(\\\\)*\\u(0000|d[89a-f])/i.test(stored)
        expect(refused).toBe(escaped)
      })
    )
  })
})

describe("a browser's request", () => {
  const visit = { id: "b".repeat(32), l: "/", u: { source: "news" } }
  const request = (sent: number, t: number) => ({
    key: "pk",
    visitor: "a".repeat(32),
    visit,
    sent,
    events: [{ n: "Page Viewed", t, m: "1", p: {} }],
  })
  const at = (sent: number, t: number) =>
    readTrackerRequest(request(sent, t), "", NOW).events[0].at.toISOString()

  it("is dated back from its arrival, however wrong the browser's clock is", () => {
    expect(at(5_000_000, 4_940_000)).toBe("2026-06-01T11:59:00.000Z")
    expect(at(8e12, 8e12 - 1000)).toBe("2026-06-01T11:59:59.000Z")
    expect(at(1_000, 2_000)).toBe("2026-06-01T12:00:00.000Z")
    expect(at(8e12, 0)).toBe("2026-05-25T12:00:00.000Z")
  })
})

describe("a device", () => {
  it.each([
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
      "mobile",
      "iOS",
      "Safari",
    ],
    [
      "Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
      "tablet",
      "iPadOS",
      "Safari",
    ],
    [
      "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36",
      "mobile",
      "Android",
      "Chrome",
    ],
    [
      "Mozilla/5.0 (Linux; Android 15; SM-X900) AppleWebKit/537.36 SamsungBrowser/28.0 Chrome/130.0.0.0 Safari/537.36",
      "tablet",
      "Android",
      "Samsung Internet",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
      "desktop",
      "Windows",
      "Edge",
    ],
    [
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
      "desktop",
      "Linux",
      "Firefox",
    ],
  ])("is read off %s", (agent, device, os, browser) => {
    expect(deviceOf(agent)).toEqual({ device, os, browser })
  })
})

describe("the rate limit", () => {
  it("lets a minute's worth through at once, then one for each that has passed", () => {
    const limit = new RateLimit(60)
    const passed = Array.from({ length: 100 }, () => limit.allows("a", 1_000_000)).filter(Boolean)
    expect(passed).toHaveLength(60)
    expect(limit.allows("b", 1_000_000)).toBe(true)
    expect(limit.allows("a", 1_000_999)).toBe(false)
    expect(limit.allows("a", 1_001_000)).toBe(true)
    expect(limit.allows("a", 1_001_000)).toBe(false)
  })
})

describe("the proof of a click", () => {
  const ids = new PublicIds(randomBytes(32))
  const proof = new URL(
    withClickProof(ids, "https://shop.example/a?b=1", 42, NOW)
  ).searchParams.get("eng_m")!

  it("names the profile for ten minutes, and cannot be made by others", () => {
    expect(openClickProof(ids, proof, new Date(NOW.getTime() + 10 * 60_000))).toBe(42)
    expect(openClickProof(ids, proof, new Date(NOW.getTime() + 12 * 60_000))).toBeUndefined()
    expect(openClickProof(new PublicIds(randomBytes(32)), proof, NOW)).toBeUndefined()
    expect(openClickProof(ids, ids.seal("prof", 42), NOW)).toBeUndefined()
  })
})
