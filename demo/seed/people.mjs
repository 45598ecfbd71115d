/** Makes, from a customer id alone, the person the data set does not have. The same id always gives the same person. */
import examples from "libphonenumber-js/mobile/examples"
import { getExampleNumber, parsePhoneNumberFromString } from "libphonenumber-js/max"
import { COUNTRIES } from "./countries.mjs"
import { NAMES } from "./names.mjs"
import { randomOf } from "./random.mjs"

const DAY = 86_400_000
/** Reserved for examples (RFC 2606, RFC 6761), each with a rough share of the customers. */
const MAIL_DOMAINS = [
  ["example.com", 0.38],
  ["post.example", 0.2],
  ["example.org", 0.14],
  ["inbox.example", 0.12],
  ["example.net", 0.08],
  ["office.example", 0.05],
  ["letters.example", 0.03],
]
const SOURCES = [
  { source: "google", medium: "organic", campaign: null, share: 0.3 },
  { source: null, medium: null, campaign: null, share: 0.25 },
  { source: "google", medium: "cpc", campaign: "gifts-brand", share: 0.15 },
  { source: "newsletter", medium: "email", campaign: "spring-gifts", share: 0.1 },
  { source: "facebook", medium: "social", campaign: "home-ideas", share: 0.08 },
  { source: "instagram", medium: "social", campaign: "home-ideas", share: 0.06 },
  { source: "partner-blog", medium: "referral", campaign: "party-planning", share: 0.06 },
]
const STREETS = [
  "High Street",
  "Station Road",
  "Church Lane",
  "Market Place",
  "Mill Road",
  "Park Avenue",
  "Victoria Street",
]

/**
 * @param {{id: string, country: string, first: number, last: number, orders: number}} customer first and last invoice
 *   in ms of the shop's moved clock
 * @returns the customer's columns and metadata as Medusa keeps them; `twin` when there is a guest row of the same e-mail
 */
export function makePerson({ id, country, first, last, orders }) {
  const random = randomOf(`customer ${id}`)
  const place = COUNTRIES[country]
  const gender = random.chance(0.68) ? "female" : "male"
  const names = NAMES[place.names]
  const firstName = random.pick(names[gender])
  const lastName = random.pick(names.last)
  const nameless = random.chance(0.04)
  const account = random.chance(0.6)
  const createdAt =
    first -
    (account ? random.int(0, 45) * DAY + random.int(5, 600) * 60_000 : random.int(1, 15) * 60_000)
  const email = makeEmail(random, nameless ? "customer" : `${firstName}.${lastName}`, id)
  const phone = random.chance(0.78) ? makePhone(random, place.code) : null
  return {
    id,
    email,
    phone,
    firstName: nameless ? null : firstName,
    lastName: nameless ? null : lastName,
    account,
    createdAt,
    updatedAt: last,
    address: makeAddress(random, place),
    metadata: makeMetadata(random, { gender, language: place.language, createdAt, first }),
    twin: account && orders >= 2 && random.chance(0.017),
  }
}

function makeEmail(random, name, id) {
  const local = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ł", "l")
    .replaceAll("Ł", "L")
    .toLowerCase()
  const address = `${local}.${id}@${weighted(random, MAIL_DOMAINS)}`
  // Some people type capitals; Medusa keeps what they typed.
  return random.chance(0.02) ? address.replace(/^./, (letter) => letter.toUpperCase()) : address
}

/** A valid number of the country, mostly mobile; most in E.164, some as people type them at home. */
function makePhone(random, code) {
  const country = (code ?? "gb").toUpperCase()
  const example = getExampleNumber(country, examples)
  const varied = example.nationalNumber.length > 9 ? 6 : 5
  for (;;) {
    const digits =
      example.nationalNumber.slice(0, -varied) +
      String(random.int(0, 10 ** varied - 1)).padStart(varied, "0")
    const number = parsePhoneNumberFromString(digits, country)
    if (number?.isValid()) {
      return code && random.chance(0.15) ? number.formatNational() : number.number
    }
  }
}

function makeAddress(random, { code, towns }) {
  const [city, postalCode] = towns.length > 0 ? random.pick(towns) : [null, null]
  return {
    country: code ?? null,
    city,
    postalCode,
    street: `${random.int(1, 180)} ${random.pick(STREETS)}`,
  }
}

function makeMetadata(random, { gender, language, createdAt, first }) {
  const emailOptIn = random.chance(0.7)
  const smsOptIn = random.chance(0.35)
  const birthday = new Date(Date.UTC(random.int(1942, 2003), random.int(0, 11), random.int(1, 28)))
  const origin = weighted(
    random,
    SOURCES.map((entry) => [entry, entry.share])
  )
  return {
    ...(random.chance(0.7) ? { birthday: birthday.toISOString().slice(0, 10) } : {}),
    ...(random.chance(0.85) ? { gender } : {}),
    language,
    email_opt_in: emailOptIn,
    sms_opt_in: smsOptIn,
    ...(emailOptIn || smsOptIn ? makeConsent(random, createdAt, first) : {}),
    ...(origin.source
      ? {
          utm_source: origin.source,
          utm_medium: origin.medium,
          ...(origin.campaign ? { utm_campaign: origin.campaign } : {}),
        }
      : {}),
  }
}

function makeConsent(random, createdAt, first) {
  const source = random.pick(["checkout", "checkout", "checkout", "registration", "footer form"])
  return {
    consent_at: new Date(source === "checkout" ? first : createdAt).toISOString(),
    consent_source: source,
  }
}

function weighted(random, entries) {
  let rest = random.next() * entries.reduce((sum, [, share]) => sum + share, 0)
  return (entries.find(([, share]) => (rest -= share) < 0) ?? entries[0])[0]
}
