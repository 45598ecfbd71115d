import { harmless, said } from "../failures"

describe("an error's text", () => {
  it.each([
    ["connect ECONNREFUSED 127.0.0.1:5432", "connect ECONNREFUSED 127.0.0.1:5432"],
    ["postgres://shop:hunter2@db/medusa is down", "postgres://…@db/medusa is down"],
    ["redis://:hunter2@cache:6379 is down", "redis://…@cache:6379 is down"],
    ["smtp://shop:p@ss@mail.example is down", "smtp://…@mail.example is down"],
    ["no mailbox ann@shop.example", "no mailbox <e-mail>"],
    ["cannot reach +491715551234", "cannot reach <phone>"],
    ["401: Bearer abc.def", "401: Bearer <secret>"],
    ['{"api_key":"k1","page":2}', '{"api_key":"<secret>","page":2}'],
    ["auth_token=abc&x=1", "auth_token=<secret>&x=1"],
    ["key 4f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c is wrong", "key <secret> is wrong"],
    [
      'relation "engage_a_table_with_quite_a_long_name" does not exist',
      'relation "engage_a_table_with_quite_a_long_name" does not exist',
    ],
  ])("%s", (text, shown) => expect(harmless(text)).toBe(shown))

  it("is cut", () => {
    expect(harmless("no ".repeat(300))).toHaveLength(501)
  })

  it("is without the statement and its values, which the database client puts before it", () => {
    const sql = "select 1 from engage_profile where first_name = 'Ann - Lee'"
    const error = Object.assign(new Error(`${sql} - deadlock detected`), { severity: "ERROR" })
    expect(said(error)).toBe("deadlock detected")
    expect(said(new Error("mail.example - no answer"))).toBe("mail.example - no answer")
  })
})
