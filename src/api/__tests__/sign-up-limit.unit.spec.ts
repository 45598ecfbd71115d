import { notTooOften } from "../store/engage/limit"

/** What becomes of one sign-up from an internet address: the status of a refusal, or that it went on. */
function signUp(ip: string): number | "on" {
  let outcome: number | "on" = 0
  const res = {
    status: (code: number) => {
      outcome = code
      return res
    },
    set: () => res,
    json: () => res,
  }
  notTooOften({ ip } as never, res as never, () => (outcome = "on"))
  return outcome
}

it("lets one place sign up 60 people at once, and others all the same", () => {
  const first = Array.from({ length: 60 }, () => signUp("203.0.113.9"))
  expect(new Set(first)).toEqual(new Set(["on"]))
  expect(signUp("203.0.113.9")).toBe(429)
  expect(signUp("203.0.113.10")).toBe("on")
})
