import { readEmail } from "../contact/email"
import { readPhone } from "../contact/phone"
import { guessTimeZone } from "../contact/time-zone"
import { channelBit, channelsOf } from "../consent/channel-bit"
import { rfmGroup } from "../metrics/rfm-groups"

describe("an e-mail address", () => {
  it.each([
    [
      " Anna.Bell+x@GMail.com ",
      { status: "valid", email: "anna.bell+x@gmail.com", provider: "gmail" },
    ],
    ["a@müller.de", { status: "valid", email: "a@xn--mller-kva.de", provider: "other" }],
    ["a@web.de", { status: "valid", provider: "web_de" }],
    ["", { status: "missing", email: null }],
    [null, { status: "missing", email: null }],
  ])("%j is read as %j", (raw, facts) => {
    expect(readEmail(raw)).toMatchObject(facts)
  })

  it.each([
    "anna",
    "@x.de",
    "a@b",
    "a..b@x.de",
    ".a@x.de",
    "a b@x.de",
    "a@x..de",
    "a@-x.de",
    "a@x.de\r\nBcc: b@x.de",
    "a@x.de\r\nDATA",
    "<a@x.de>",
  ])("%j is invalid, with a reason", (raw) => {
    expect(readEmail(raw)).toMatchObject({
      status: "invalid",
      reason: expect.stringMatching(/^(it|the) /),
    })
  })
})

describe("a phone number", () => {
  it.each([
    ["0171 5551234", "de", { status: "valid", phone: "+491715551234", type: "mobile" }],
    ["+44 20 7946 0958", null, { status: "valid", phone: "+442079460958", type: "landline" }],
    ["020 7946 0958", "GB", { status: "valid", phone: "+442079460958" }],
    ["12", "de", { status: "invalid" }],
    ["0171 5551234", null, { status: "invalid" }],
    ["0171 5551234", "zz", { status: "invalid" }],
    ["call me", "de", { status: "invalid" }],
    [" ", "de", { status: "missing" }],
  ])("%j of %s is read as %j", (raw, country, facts) => {
    expect(readPhone(raw, country)).toMatchObject(facts)
  })
})

describe("a time zone", () => {
  const guess = (country: string | null, phoneCountry: string | null = null) =>
    guessTimeZone({ country, phoneCountry, shopZone: "Europe/London" })

  it("comes from the address, else the phone, else the shop, and says how sure it is", () => {
    expect(guess("fr", "DE")).toEqual({ zone: "Europe/Paris", source: "address", confidence: 95 })
    expect(guess("us")).toEqual({ zone: "America/New_York", source: "address", confidence: 45 })
    expect(guess(null, "DE")).toEqual({ zone: "Europe/Berlin", source: "phone", confidence: 84 })
    expect(guess("zz")).toEqual({ zone: "Europe/London", source: "shop", confidence: 20 })
    expect(guess("not a country")).toMatchObject({ source: "shop" })
  })
})

describe("the channel mask", () => {
  it("goes both ways", () => {
    expect(channelsOf(channelBit("email") | channelBit("sms"))).toEqual(["email", "sms"])
    expect(channelsOf(0)).toEqual([])
  })
})

describe("the RFM grid", () => {
  it("names every cell once", () => {
    const names = [1, 2, 3, 4, 5].map((r) => [1, 2, 3, 4, 5].map((f) => rfmGroup(r, f)))
    expect(names[4]).toEqual([
      "new_customers",
      "potential_loyalists",
      "potential_loyalists",
      "champions",
      "champions",
    ])
    expect(names[3]).toEqual([
      "promising",
      "potential_loyalists",
      "potential_loyalists",
      "loyal",
      "loyal",
    ])
    expect(names[2]).toEqual([
      "about_to_sleep",
      "about_to_sleep",
      "need_attention",
      "loyal",
      "loyal",
    ])
    expect(names[1]).toEqual(["hibernating", "hibernating", "at_risk", "at_risk", "cant_lose"])
    expect(names[0]).toEqual(["lost", "lost", "at_risk", "at_risk", "cant_lose"])
    expect(() => rfmGroup(0, 1)).toThrow("scores are 1 to 5")
  })
})
