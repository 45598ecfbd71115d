import type { QualitySettings } from "../../../types/quality"
import { readCity, readCountry, readPostCode, readRegion } from "./address"
import { type Bounce, bounced } from "./bounces"
import { type EmailFacts, providerOf, readEmail } from "./email"
import { type PhoneFacts, readPhone } from "./phone"
import { operatorOf } from "./prefixes"
import { guessTimeZone } from "./time-zone"

/** Contact values of one person as they were given, with what is known about them from elsewhere. */
export type ContactInput = {
  id: number
  email: string | null
  phone: string | null
  country: string | null
  region: string | null
  postal_code: string | null
  city: string | null
  time_zone: string | null
  /** What the browser of the latest visit said. */
  browser_zone: string | null
  /** How the shop's addresses mostly spell the town. */
  town: string | null
  domain: DomainFacts | null
  /** What somebody decided about this person's address: another one, or (null) that it is right. */
  fix: { corrected: string | null } | null
  bounces: (Omit<Bounce, "at"> & { by: "email" | "phone"; address: string; at: string })[] | null
  email_reason: string | null
  email_invalid_at: Date | null
  phone_reason: string | null
  phone_invalid_at: Date | null
}

/** What is known of an e-mail domain; `mail` is `none` when it takes no mail. */
type DomainFacts = {
  suggestion: string | null
  decision: string | null
  mail: string | null
  provider: string | null
}

export type ContactContext = {
  rules: QualitySettings
  /** ISO 3166-1 of people without a country, and the zone of those whose own is not known. */
  shop: { country?: string; timeZone: string }
  now: Date
}

/** What a person's contact values come to under the rules that are on. */
export function contactFacts(input: ContactInput, context: ContactContext) {
  const { rules, shop } = context
  const country = rules.address ? readCountry(input.country) : input.country
  const email = emailFacts(input, context)
  const phone = phoneFacts(input, country ?? shop.country ?? null, context)
  const region = rules.address ? readRegion(input.region, country) : input.region
  const zone = guessTimeZone({
    explicit: input.time_zone,
    ...(rules.time_zone
      ? {
          country,
          region,
          phone: phone.phone,
          phoneCountry: phone.country,
          browser: input.browser_zone,
        }
      : { country: null, phoneCountry: null }),
    shopZone: shop.timeZone,
  })
  const operator =
    rules.operator && phone.phone && phone.type !== "landline"
      ? operatorOf(phone.phone, phone.country)
      : null
  return {
    id: input.id,
    email: email.email,
    email_status: email.status,
    email_reason: email.reason,
    email_invalid_at: email.at,
    email_provider: email.provider,
    phone: phone.phone,
    phone_status: phone.status,
    phone_reason: phone.reason,
    phone_invalid_at: phone.at,
    phone_type: phone.type,
    phone_operator: operator?.operator ?? null,
    phone_operator_state: operator?.state ?? null,
    country,
    region,
    postal_code: rules.address ? readPostCode(input.postal_code, country) : input.postal_code,
    city: rules.address ? readCity(input.city, input.town) : input.city,
    time_zone: zone.zone,
    time_zone_source: zone.source,
    time_zone_confidence: zone.confidence,
  }
}
export type ContactFacts = ReturnType<typeof contactFacts>

function emailFacts(input: ContactInput, context: ContactContext) {
  const { rules } = context
  const corrected = correctedEmail(input, rules)
  const facts = readEmail(corrected ?? input.email, rules.email)
  const domain = corrected ? null : input.domain
  const provider = rules.provider ? providerAt(facts, domain) : null
  const invalid = flag(facts, input, context, "email") ?? withoutMail(facts, domain, rules)
  return since(
    { ...facts, provider, ...(invalid && { status: "invalid" as const, ...invalid }) },
    invalid?.at,
    { reason: input.email_reason, at: input.email_invalid_at },
    context.now
  )
}

/** The address that was meant: what somebody said of this person, else what was accepted for all of the domain. */
export function correctedEmail(input: ContactInput, rules: QualitySettings): string | null {
  if (input.fix) return input.fix.corrected
  const { domain, email } = input
  if (!rules.typo || !email || domain?.decision !== "accepted" || !domain.suggestion) return null
  return `${email.trim().slice(0, email.trim().lastIndexOf("@"))}@${domain.suggestion}`
}

function providerAt(facts: EmailFacts, domain: DomainFacts | null): string | null {
  if (facts.status !== "valid" || !facts.email) return null
  const known = providerOf(facts.email.slice(facts.email.lastIndexOf("@") + 1).toLowerCase())
  return known ?? domain?.provider ?? "other"
}

function withoutMail(facts: EmailFacts, domain: DomainFacts | null, rules: QualitySettings) {
  if (!rules.invalid_email || facts.status !== "valid" || domain?.mail !== "none") return null
  return { reason: "no mail can be sent to its domain", at: undefined }
}

function phoneFacts(input: ContactInput, country: string | null, context: ContactContext) {
  const { rules, now } = context
  const facts = readPhone(input.phone, country, {
    standard: rules.phone,
    plan: rules.invalid_phone,
  })
  const invalid = flag(facts, input, context, "phone")
  return since(
    { ...facts, ...(invalid && { status: "invalid" as const, reason: invalid.reason }) },
    invalid?.at,
    { reason: input.phone_reason, at: input.phone_invalid_at },
    now
  )
}

/** What came back from the address that is valid by its form. */
function flag(
  facts: EmailFacts | PhoneFacts,
  { bounces }: ContactInput,
  { rules }: ContactContext,
  by: "email" | "phone"
) {
  if (facts.status !== "valid" || !bounces) return null
  const address = "email" in facts ? facts.email : facts.phone
  const theirs = bounces
    .filter((bounce) => bounce.by === by && bounce.address === address?.toLowerCase())
    .filter(({ kind }) => kind === "soft" || rules[`invalid_${by}`])
    .map((bounce) => ({ ...bounce, at: new Date(bounce.at) }))
  const ladder = { count: rules.soft_bounce_count, days: rules.soft_bounce_days }
  return bounced(theirs, rules.soft_bounce ? ladder : null)
}

/** The same value that was invalid before for the same reason has been so since then. */
function since<Facts extends { status: string; reason: string | null }>(
  facts: Facts,
  at: Date | undefined,
  before: { reason: string | null; at: Date | null },
  now: Date
): Facts & { at: Date | null } {
  if (facts.status !== "invalid") return { ...facts, at: null }
  return { ...facts, at: at ?? (before.reason === facts.reason ? before.at : null) ?? now }
}
