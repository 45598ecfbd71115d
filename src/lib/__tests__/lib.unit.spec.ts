import { randomBytes } from "node:crypto"
import fc from "fast-check"
import {
  decodeNumberedTimeCursor,
  decodeTimeCursor,
  decodeCursor,
  encodeCursor,
  page,
} from "../cursor"
import { Engine } from "../engine"
import { eventIds } from "../event-ids"
import { parseOptions } from "../options"
import { PublicIds } from "../public-id"

describe("public ids", () => {
  const ids = new PublicIds(randomBytes(32))
  const number = fc.integer({ min: 0, max: 2 ** 48 - 1 })

  it("open what they sealed, in any case, and nothing else", () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 3 }), (numbers) => {
        const text = ids.seal("prof", ...numbers)
        expect(text).toMatch(/^prof_[a-z2-7]+$/)
        expect(ids.open("prof", text)).toEqual(numbers)
        expect(ids.open("prof", text.toUpperCase())).toEqual(numbers)
        expect(ids.open("msg", text.replace("prof", "msg"))).toBeUndefined()
        expect(new PublicIds(randomBytes(32)).open("prof", text)).toBeUndefined()
      })
    )
  })

  it("refuse every text with one character changed", () => {
    const text = ids.seal("prof", 42)
    for (let i = "prof_".length; i < text.length - 1; i++) {
      const other = text[i] === "a" ? "b" : "a"
      expect(ids.open("prof", text.slice(0, i) + other + text.slice(i + 1))).toBeUndefined()
    }
    for (const nonsense of ["", "prof_", "prof_!", "prof_aaaa", "x"]) {
      expect(ids.open("prof", nonsense)).toBeUndefined()
    }
    expect(() => ids.openOne("prof", "prof_aaaa", "Profile")).toThrow(
      "Profile with id prof_aaaa was not found"
    )
  })

  it("do not show which comes first", () => {
    const texts = Array.from({ length: 50 }, (_, i) => ids.seal("prof", i))
    expect([...texts].sort()).not.toEqual(texts)
    expect(new Set(texts).size).toBe(50)
  })
})

describe("cursors", () => {
  it("come back as they went and refuse everything else", () => {
    expect(decodeCursor(encodeCursor({ value: "2026", id: 7 }))).toEqual({ value: "2026", id: 7 })
    expect(decodeCursor(undefined)).toBeUndefined()
    for (const bad of ["x", "e30", Buffer.from('[{"$gt":1},1]').toString("base64url")]) {
      expect(() => decodeCursor(bad)).toThrow(/^cursor: /)
    }
  })

  it("take no time, number or text that a list did not write and Postgres may not read", () => {
    const pack = (value: unknown, id: unknown) =>
      Buffer.from(JSON.stringify([value, id])).toString("base64url")
    const at = "2026-02-03T04:05:06.789Z"
    expect(decodeTimeCursor(pack(at, "x"))).toEqual({ value: at, id: "x" })
    expect(decodeNumberedTimeCursor(pack(at, 7))).toEqual({ value: at, id: 7 })
    for (const time of ["foo 1", 5, null, "2026-02-30T00:00:00.000Z", "0000-01-01T00:00:00.000Z"]) {
      expect(() => decodeTimeCursor(pack(time, "x"))).toThrow(/^cursor: /)
      expect(() => decodeNumberedTimeCursor(pack(time, 7))).toThrow(/^cursor: /)
    }
    expect(() => decodeTimeCursor(pack(at, "\u0000"))).toThrow(/^cursor: /)
    expect(() => decodeCursor(pack("\ud800", 7))).toThrow(/^cursor: /)
  })

  it("name the last row of a full page only", () => {
    const at = (row: number) => ({ value: null, id: row })
    expect(page([1, 2], 2, at)).toEqual({ rows: [1, 2], next_cursor: null })
    expect(page([1, 2, 3], 2, at)).toEqual({
      rows: [1, 2],
      next_cursor: encodeCursor({ value: null, id: 2 }),
    })
  })
})

describe("options", () => {
  it("have defaults that send nothing", () => {
    expect(parseOptions(undefined)).toMatchObject({
      channels: { email: { provider: "sandbox" } },
      orders: { basis: "paid", includeShipping: false },
      timeZone: "UTC",
      engines: true,
    })
  })

  it("are refused by name, all at once", () => {
    const wrong = {
      currency: "EURO",
      timeZone: "Mars/Base",
      channels: { email: { provider: "pigeon" } },
      typo: 1,
    }
    expect(() => parseOptions(wrong)).toThrow(
      /currency: [\s\S]*timeZone: [\s\S]*channels\.email[\s\S]*typo/
    )
    expect(() =>
      parseOptions({ channels: { email: { provider: "smtp", url: "http://x" } } })
    ).toThrow(/channels\.email\.url: must start with smtp/)
  })
})

describe("event ids", () => {
  it.each([
    [{ id: "a" }, ["a"]],
    [{ id: ["a", "b"] }, ["a", "b"]],
    [
      [{ id: "a" }, { id: "b" }],
      ["a", "b"],
    ],
    [{ order_id: "o", id: "ret" }, ["o"]],
    [{}, []],
    [null, []],
    ["x", []],
  ])("of %j are %j", (data, ids) => {
    expect(eventIds(data)).toEqual(ids)
  })
})

describe("an engine", () => {
  const logger = { error: jest.fn() } as never

  it("works while there is more, sleeps, wakes at once and stops", async () => {
    let left = 3
    const seen: number[] = []
    const engine = new Engine({
      name: "test",
      idleMs: 60_000,
      logger,
      step: async () => (seen.push(left), left-- > 1),
    })
    engine.start()
    await until(() => seen.length === 3)
    left = 1
    engine.wake()
    await until(() => seen.length === 4)
    await engine.stop()
    engine.wake()
    expect(seen).toEqual([3, 2, 1, 1])
  })

  it("does not miss a wake-up that comes during a step", async () => {
    let steps = 0
    const engine: Engine = new Engine({
      name: "test",
      idleMs: 60_000,
      logger,
      step: async () => {
        steps += 1
        if (steps === 1) engine.wake()
        return false
      },
    })
    engine.start()
    await until(() => steps === 2)
    await engine.stop()
  })

  it("goes on after a step that throws", async () => {
    let steps = 0
    const engine = new Engine({
      name: "test",
      idleMs: 1,
      logger,
      step: async () => {
        steps += 1
        if (steps === 1) throw new Error("broken")
        return false
      },
    })
    engine.start()
    await until(() => steps >= 2)
    await engine.stop()
  })
})

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}
