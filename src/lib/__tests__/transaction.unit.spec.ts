import type { Db } from "../db"
import { inTransaction } from "../transaction"

/** A database whose first transactions fail. */
function failing(times: number, code: string) {
  let tried = 0
  const transaction = async (work: () => Promise<string>) => {
    tried += 1
    if (tried <= times) throw Object.assign(new Error("failed"), { code })
    return work()
  }
  const result = inTransaction({ transaction } as unknown as Db, async () => "done")
  return result.catch((error: Error) => error.message).then((said) => [said, tried])
}

it("begins again after a deadlock, five times at most, and after nothing else", async () => {
  expect(await failing(0, "")).toEqual(["done", 1])
  expect(await failing(4, "40P01")).toEqual(["done", 5])
  expect(await failing(5, "40P01")).toEqual(["failed", 5])
  expect(await failing(1, "23505")).toEqual(["failed", 1])
})
