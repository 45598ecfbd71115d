import type { Field, FieldType } from "../../../../types/field"
import { coerceValue } from "../coerce"
import { guessType, toKey } from "../discover"
import { makePlan } from "../plan"

const KEYS = { birthday: "birthday", gender: "gender", language: "language" } as never
const field = (type: FieldType, more: Partial<Field> = {}): Field => ({
  id: "fld_1",
  scope: "profile",
  key: "f",
  label: "F",
  description: "",
  type,
  options: [],
  metadata_key: null,
  visible: true,
  position: 1,
  created_at: "2026-01-01T00:00:00.000Z",
  ...more,
})

describe("values of a field", () => {
  it.each([
    ["number", 12.5, 12.5],
    ["boolean", false, false],
    ["date", "2024-02-29", "2024-02-29"],
    ["multi_enum", ["a", "a", "b"], ["a", "b"]],
    ["multi_enum", [], null],
    ["string", "", null],
  ] as const)("of type %s take %j", (type, value, wanted) => {
    expect(coerceValue(field(type), value)).toEqual(wanted)
  })

  it.each([
    ["number", "12"],
    ["number", Number.NaN],
    ["boolean", "true"],
    ["date", "2023-02-29"],
    ["date", "01.02.2023"],
    ["multi_enum", "a"],
    ["string", "x".repeat(501)],
  ] as const)("of type %s refuse %j", (type, value) => {
    expect(() => coerceValue(field(type), value)).toThrow(/^f: must be/)
  })

  it("are among the choices when there are any", () => {
    const options = [{ value: "s", label: "Small" }]
    expect(coerceValue(field("enum", { options }), "s")).toBe("s")
    expect(() => coerceValue(field("enum", { options }), "m")).toThrow("f: must be one of s")
    expect(() => coerceValue(field("multi_enum", { options }), ["s", "m"])).toThrow(/one of s/)
  })
})

describe("what metadata holds", () => {
  it.each([
    [["yes", "no"], ["string"], "boolean"],
    [["2024-01-01T10:00:00Z"], ["string"], "date"],
    [["42", "4.5"], ["number", "string"], "number"],
    [["[1]"], ["array"], "multi_enum"],
    [["gold", "42"], ["string"], "string"],
  ] as const)("%j of %j is %s", (samples, kinds, wanted) => {
    expect(guessType([...samples], [...kinds], { different: 2, seen: 3 })).toBe(wanted)
  })

  it("is a choice when few texts stand for many rows", () => {
    expect(guessType(["gold"], ["string"], { different: 3, seen: 100 })).toBe("enum")
  })

  it("gets a key that can stand in a rule", () => {
    expect(["giftWrap", "Shoe Size!", "2nd", "___"].map(toKey)).toEqual([
      "gift_wrap",
      "shoe_size",
      "nd",
      "field",
    ])
  })
})

describe("the plan of an edit", () => {
  const customer = {
    id: "cus_1",
    email: "a@shop.example",
    has_account: true,
    metadata: { kept: 1 },
    address_id: "addr_1",
  }

  it("sends to Medusa what is Medusa's, and keeps the rest of the metadata", () => {
    const bound = field("number", { key: "size", metadata_key: "shoeSize" })
    const patch = {
      attributes: { first_name: "Ann", gender: "female", city: "Bonn" },
      fields: { size: 42, f: "x" },
    }
    expect(makePlan(patch, customer, [bound, field("string")], KEYS)).toMatchObject({
      customer: {
        id: "cus_1",
        update: { first_name: "Ann", metadata: { kept: 1, gender: "female", shoeSize: 42 } },
      },
      address: { id: "addr_1", values: { city: "Bonn" } },
    })
  })

  it("stays here for people without a customer", () => {
    const plan = makePlan({ attributes: { city: "Bonn" } }, undefined, [], KEYS)
    expect(plan).toMatchObject({ attributes: { city: "Bonn" }, customer: null, address: null })
  })

  it("refuses fields that nobody registered, and the e-mail of an account", () => {
    expect(() => makePlan({ fields: { x: 1 } }, customer, [], KEYS)).toThrow(/no such field/)
    const email = { attributes: { email: "b@shop.example" } }
    expect(() => makePlan(email, customer, [], KEYS)).toThrow(/signs in with it/)
    expect(() => makePlan(email, { ...customer, has_account: false }, [], KEYS)).not.toThrow()
  })
})
