import { draftKey, draftsOf, dropDraft, keepDraft } from "../drafts"

const NOW = new Date("2026-03-10T12:00:00.000Z")
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

/** What a browser's storage does: its keys are its own properties. */
function storage(): Storage {
  const methods = {
    getItem: (key: string) => (kept as Record<string, string>)[key] ?? null,
    setItem: (key: string, text: string) => void Object.assign(kept, { [key]: text }),
    removeItem: (key: string) => void delete (kept as Record<string, string>)[key],
  }
  const kept = Object.create(methods) as Storage
  return kept
}

describe("drafts", () => {
  it("are kept by place, newest first", () => {
    const box = storage()
    expect(keepDraft(box, "segment:a", "1", { name: "One" }, NOW)).toBe(true)
    expect(keepDraft(box, "segment:a", "2", { name: "Two" }, later(1))).toBe(true)
    expect(keepDraft(box, "segment:b", "3", { name: "Three" }, later(2))).toBe(true)
    expect(draftsOf(box, "segment:a", later(3))).toEqual([
      { id: "2", at: "2026-03-10T12:01:00.000Z", value: { name: "Two" } },
      { id: "1", at: "2026-03-10T12:00:00.000Z", value: { name: "One" } },
    ])
  })

  it("keep their time until they say something else", () => {
    const box = storage()
    keepDraft(box, "p", "1", { name: "One" }, NOW)
    keepDraft(box, "p", "1", { name: "One" }, later(5))
    expect(draftsOf(box, "p", later(6))[0].at).toBe("2026-03-10T12:00:00.000Z")
    keepDraft(box, "p", "1", { name: "Two" }, later(7))
    expect(draftsOf(box, "p", later(8))[0]).toMatchObject({
      at: "2026-03-10T12:07:00.000Z",
      value: { name: "Two" },
    })
  })

  it("are forgotten when they are dropped, after thirty days, and when they cannot be read", () => {
    const box = storage()
    keepDraft(box, "p", "1", "dropped", NOW)
    keepDraft(box, "p", "2", "old", NOW)
    keepDraft(box, "p", "3", "fresh", later(1))
    box.setItem(draftKey("p", "4"), "{")
    dropDraft(box, "p", "1")
    expect(draftsOf(box, "p", later(30 * 24 * 60)).map(({ id }) => id)).toEqual(["3"])
    expect(Object.keys(box)).toEqual([draftKey("p", "3")])
  })

  it("tell when the browser keeps nothing", () => {
    const box = storage()
    box.setItem = () => {
      throw new Error("QuotaExceededError")
    }
    expect(keepDraft(box, "p", "1", "text", NOW)).toBe(false)
  })
})
