import { recipientFrom, saidOf, saysField } from "../render/said"
import { sampleRecipient } from "../sample"

const person = {
  ...sampleRecipient(),
  profile_id: 7,
  postal_code: null,
  first_order_at: new Date("2026-03-01T10:00:00.000Z"),
}
const said = (source: string) => saidOf(person, saysField(source))

describe("what a message says of its person", () => {
  it("is what it names, and what decides where and in which language it goes", () => {
    expect(
      Object.keys(
        said("Hi {{ profile.first_name | default: 'you' }}, this is for your profile in the city")
      ).sort()
    ).toEqual(
      ["email", "first_name", "language", "phone"].filter(
        (field) => person[field as keyof typeof person] !== null
      )
    )
  })

  it("is both names where it says the whole one", () => {
    expect(said("{{ profile.name }}")).toMatchObject({
      first_name: person.first_name,
      last_name: person.last_name,
    })
  })

  it("is everything known where it does not say what it takes", () => {
    for (const source of ["{% assign p = profile %}{{ p.orders }}", "{{ profile['orders'] }}"])
      expect(said(source)).toEqual(
        Object.fromEntries(Object.entries(person).filter(([, value]) => value !== null))
      )
  })

  it("makes the same person again", () => {
    const all = saidOf(person, () => true)
    expect(recipientFrom(7, JSON.parse(JSON.stringify(all)))).toEqual({
      ...person,
      ...(person.last_order_at && { last_order_at: new Date(person.last_order_at) }),
    })
    expect(recipientFrom(7, {})).toMatchObject({ profile_id: 7, first_name: null, orders: 0 })
  })
})
