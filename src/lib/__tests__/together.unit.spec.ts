import { onePer, Together } from "../together"

/** Work that is done when it is told to, and what lots it was given. */
function slowWork() {
  const lots: number[][] = []
  const gates: (() => void)[] = []
  const work = async (items: number[]) => {
    lots.push(items)
    await new Promise<void>((resolve) => gates.push(resolve))
    return items.map((item) => item * 10)
  }
  const finish = async () => {
    gates.shift()!()
    await new Promise(setImmediate)
  }
  return { lots, work, finish }
}

describe("what is done together", () => {
  it("gathers the next lot while one is under way, and answers each its own", async () => {
    const { lots, work, finish } = slowWork()
    const together = new Together(work)
    const answers = Promise.all([1, 2, 3].map((item) => together.do(item)))
    expect(lots).toEqual([[1]])
    await finish()
    expect(lots).toEqual([[1], [2, 3]])
    await finish()
    expect(await answers).toEqual([10, 20, 30])
  })

  it("cuts lots by the size of their items, and gives a large one a lot of its own", async () => {
    const { lots, work, finish } = slowWork()
    const together = new Together(work, { most: 10, size: (item) => item })
    const answers = Promise.all([1, 6, 4, 5, 50, 1].map((item) => together.do(item)))
    for (let i = 0; i < 5; i++) await finish()
    expect(lots).toEqual([[1], [6, 4], [5], [50], [1]])
    expect(await answers).toEqual([10, 60, 40, 50, 500, 10])
  })

  it("lets a value that cannot be stored fail alone, and every other error fail the lot", async () => {
    const lots: string[][] = []
    const together = new Together(async (items: string[]) => {
      lots.push(items)
      if (items.includes("bad")) throw Object.assign(new Error("out of range"), { code: "22008" })
      if (items.includes("cut")) throw Object.assign(new Error("cut off"), { code: "57P01" })
      return items
    })
    const all = (items: string[]) =>
      Promise.allSettled(items.map((item) => together.do(item))).then((results) =>
        results.map((result) => (result.status === "fulfilled" ? result.value : "failed"))
      )
    expect(await all(["first", "a", "bad", "b"])).toEqual(["first", "a", "failed", "b"])
    expect(lots).toEqual([["first"], ["a", "bad", "b"], ["a"], ["bad"], ["b"]])
    expect(await all(["first", "a", "cut"])).toEqual(["first", "failed", "failed"])
  })

  it("has one of its kind for each owner", () => {
    const of = onePer((owner: object) => ({ owner }))
    const [one, other] = [{}, {}]
    expect(of(one)).toBe(of(one))
    expect(of(one)).not.toBe(of(other))
  })
})
