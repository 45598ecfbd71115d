import { readCity, readCountry, readPostCode, readRegion } from "../contact/address"
import { type Bounce, bounced } from "../contact/bounces"
import { suggestDomain } from "../contact/email-typo"
import { providerOfHosts } from "../contact/mail-host"
import { operatorOf } from "../contact/prefixes"
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

describe("a time zone by region and prefix", () => {
  const guess = (more: Partial<Parameters<typeof guessTimeZone>[0]>) =>
    guessTimeZone({ country: null, phoneCountry: null, shopZone: "Europe/London", ...more })

  it("is what the person said, before everything", () => {
    expect(guess({ explicit: "Asia/Tokyo", country: "fr" })).toEqual({
      zone: "Asia/Tokyo",
      source: "explicit",
      confidence: 100,
    })
    expect(guess({ explicit: "nonsense", country: "fr" })).toMatchObject({ source: "address" })
  })

  it("is the region's in a country with several", () => {
    expect(guess({ country: "us", region: "US-CA" })).toEqual({
      zone: "America/Los_Angeles",
      source: "address",
      confidence: 95,
    })
  })

  it("is the phone's where the address leaves it open", () => {
    const phone = { phone: "+12125550123", phoneCountry: "US" }
    expect(guess({ country: "us", ...phone })).toEqual({
      zone: "America/New_York",
      source: "phone",
      confidence: 70,
    })
    expect(guess({ country: "fr", ...phone })).toMatchObject({ source: "address" })
  })

  it("is the browser's where nothing surer is known", () => {
    const browser = "America/Denver"
    expect(guess({ browser })).toEqual({ zone: browser, source: "browser", confidence: 75 })
    expect(guess({ browser, country: "us" })).toMatchObject({ source: "browser" })
    expect(guess({ browser, country: "us", region: "US-CA" })).toMatchObject({ source: "address" })
    expect(guess({ browser: "Not/AZone" })).toMatchObject({ source: "shop" })
  })
})

describe("a phone number under other rules", () => {
  it("stays as it is typed, and counts only in the international form", () => {
    const asTyped = { standard: false, plan: true }
    expect(readPhone("0171 5551234", "de", asTyped)).toMatchObject({ status: "invalid" })
    expect(readPhone("+491715551234", null, asTyped)).toMatchObject({ phone: "+491715551234" })
  })

  it("need not be in the number plan", () => {
    const number = "+49 100 1234567"
    expect(readPhone(number, null)).toMatchObject({ status: "invalid" })
    expect(readPhone(number, null, { standard: true, plan: false })).toMatchObject({
      status: "valid",
    })
  })
})

describe("the operator of a number", () => {
  it("is who was given the longest range it lies in, and certain only where numbers cannot move", () => {
    expect(operatorOf("+4915212345678", "DE")).toEqual({
      operator: "Vodafone/Lycamobile",
      state: "may_have_moved",
    })
    expect(operatorOf("+4915222345678", "DE")).toMatchObject({ operator: "Vodafone" })
    expect(operatorOf("+35677123456", "MT")).toMatchObject({ state: "may_have_moved" })
    expect(operatorOf("+96130123456", "LB")).toEqual({ operator: "Touch", state: "given" })
    expect(operatorOf("+493012345678", "DE")).toEqual({ operator: null, state: "unknown" })
  })
})

describe("an address", () => {
  it.each([
    ["sw1a1aa", "gb", "SW1A 1AA"],
    ["1012ab", "NL", "1012 AB"],
    ["D-10115", "de", "10115"],
    ["00950", "pl", "00-950"],
    ["lt 01100", "lt", "LT-01100"],
    ["941034567", "us", "94103-4567"],
    ["k1a0b1", "ca", "K1A 0B1"],
    ["1067", "de", "1067"],
    [" ab 1 ", "xx", "AB 1"],
    ["", "de", null],
  ])("has the post code %j in %s as %j", (raw, country, code) => {
    expect(readPostCode(raw, country)).toBe(code)
  })

  it.each([
    ["CA", "us", "US-CA"],
    ["us-ca", "us", "US-CA"],
    ["California", "us", "US-CA"],
    ["thuringen", "de", "DE-TH"],
    ["Nowhere", "us", "Nowhere"],
    ["CA", null, "CA"],
  ])("has the region %j in %s as %j", (raw, country, code) => {
    expect(readRegion(raw, country)).toBe(code)
  })

  it.each([
    ["  BAD   HOMBURG VOR DER HÖHE", null, "Bad Homburg vor der Höhe"],
    ["stratford-upon-avon", null, "Stratford-upon-Avon"],
    ["'s-hertogenbosch", null, "'s-Hertogenbosch"],
    ["L'Aquila", null, "L'Aquila"],
    ["koeln", "Köln", "Köln"],
    ["McAllen", null, "McAllen"],
  ])("has the town %j, known as %j, as %j", (raw, known, city) => {
    expect(readCity(raw, known)).toBe(city)
  })

  it("has the country by its code or name", () => {
    expect(["DE", "Germany", "Deutschland", "Atlantis"].map(readCountry)).toEqual([
      "de",
      "de",
      "de",
      "atlantis",
    ])
  })
})

describe("a slip in an e-mail domain", () => {
  it.each([
    ["gmial.com", "gmail.com"],
    ["gmai.com", "gmail.com"],
    ["gmail.con", "gmail.com"],
    ["gmail.co", "gmail.com"],
    ["hotmial.con", "hotmail.com"],
    ["yahooo.de", "yahoo.de"],
    ["outlok.com", "outlook.com"],
    ["gmail.com", undefined],
    ["mail.com", undefined],
    ["web.dee", undefined],
    ["shop.example", undefined],
    ["gmx.dk", undefined],
  ])("%s may be %s", (domain, suggestion) => {
    expect(suggestDomain(domain)).toBe(suggestion)
  })
})

describe("mail servers", () => {
  it("tell who keeps the mailboxes", () => {
    expect(providerOfHosts(["ASPMX.L.GOOGLE.COM."])).toBe("google_workspace")
    expect(providerOfHosts(["shop-example.mail.protection.outlook.com"])).toBe("microsoft_365")
    expect(providerOfHosts(["mx.notgoogle.com"])).toBeUndefined()
  })
})

describe("messages that came back", () => {
  const on = (day: number, kind: Bounce["kind"] = "soft"): Bounce => ({
    kind,
    reason: "mailbox full",
    at: new Date(Date.UTC(2026, 0, day)),
  })
  const ladder = { count: 3, days: 10 }

  it("make an address invalid at once when they say for good", () => {
    expect(bounced([on(5, "hard")], ladder)).toEqual({
      reason: "a message came back for good: mailbox full",
      at: on(5).at,
    })
  })

  it("make it invalid on the third within the days, counted from any of them", () => {
    expect(bounced([on(1), on(2)], ladder)).toBeNull()
    expect(bounced([on(1), on(2), on(12)], ladder)).toBeNull()
    expect(bounced([on(12), on(3), on(2), on(1)], ladder)).toMatchObject({ at: on(3).at })
    expect(bounced([on(1), on(8), on(9), on(11)], ladder)).toMatchObject({ at: on(9).at })
    expect(bounced([on(1), on(11), on(11)], ladder)).toMatchObject({
      at: on(11).at,
      reason: "3 messages came back within 10 days: mailbox full",
    })
    expect(bounced([on(1), on(2), on(3)], null)).toBeNull()
  })

  it("count from the earlier of both", () => {
    expect(bounced([on(1), on(2), on(3), on(4, "hard")], ladder)?.at).toEqual(on(3).at)
    expect(bounced([on(1, "hard"), on(2), on(3), on(4)], ladder)?.at).toEqual(on(1).at)
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
