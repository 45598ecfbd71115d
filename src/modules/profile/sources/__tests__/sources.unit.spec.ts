import { createHmac } from "node:crypto"
import { mapDocument, PLAIN_MAPPING, valueAt } from "../mapping"
import { isSigned } from "../signature"

describe("a mapping", () => {
  const mapping = {
    ...PLAIN_MAPPING,
    each: "data.list",
    name: "=Bought",
    at: "when",
    email: "who.mail",
    message_id: "no",
    properties: { total: "sum.0", missing: "none" },
  }

  it("reads a list of entries by paths and fixed text", () => {
    const document = {
      data: { list: [{ no: 7, when: 1_780_000_000, who: { mail: "a@b.c" }, sum: [9.5] }] },
    }
    expect(mapDocument(document, mapping)).toEqual([
      {
        name: "Bought",
        at: new Date(1_780_000_000_000).toISOString(),
        message_id: "7",
        email: "a@b.c",
        properties: { total: 9.5 },
      },
    ])
    expect(mapDocument({ data: {} }, mapping)).toEqual([])
  })

  it("takes the whole entry when no detail is named, and makes the same number of the same content", () => {
    const entry = { name: "Quiz", email: "a@b.c", score: 3 }
    const [one] = mapDocument(entry, PLAIN_MAPPING)
    expect(one).toEqual({
      name: "Quiz",
      email: "a@b.c",
      message_id: expect.stringMatching(/^[0-9a-f]{64}$/),
      properties: entry,
    })
    expect(mapDocument({ ...entry }, PLAIN_MAPPING)[0].message_id).toBe(one.message_id)
  })

  it("never reads what every object has by itself", () => {
    expect(valueAt({}, "constructor.name")).toBeUndefined()
    expect(valueAt(JSON.parse('{"a":1}'), "__proto__.toString")).toBeUndefined()
    expect(valueAt("text", "length")).toBeUndefined()
  })
})

describe("a source's proof", () => {
  const secret = "src_secret"
  const body = Buffer.from('{"a":1}')
  const mac = createHmac("sha256", secret).update(body).digest("hex")

  it("is its secret, or a signature of the very body", () => {
    expect(isSigned(secret, body, { authorization: `Bearer ${secret}` })).toBe(true)
    expect(isSigned(secret, body, { signature: `sha256=${mac}` })).toBe(true)
    expect(isSigned(secret, body, { signature: mac.toUpperCase() })).toBe(true)
  })

  it("is nothing else", () => {
    expect(isSigned(secret, body, {})).toBe(false)
    expect(isSigned(secret, body, { authorization: "Bearer src_secre" })).toBe(false)
    expect(isSigned(secret, Buffer.from('{"a": 1}'), { signature: mac })).toBe(false)
    expect(isSigned(secret, body, { signature: "", authorization: "" })).toBe(false)
    // A wrong signature is not saved by a right secret.
    expect(
      isSigned(secret, body, { signature: "sha256=00", authorization: `Bearer ${secret}` })
    ).toBe(false)
  })
})
