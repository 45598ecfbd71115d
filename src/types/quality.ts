/** What may be done with contact data, in the order in which it is shown. */
export const QUALITY_RULES = [
  "phone",
  "email",
  "address",
  "time_zone",
  "operator",
  "provider",
  "invalid_email",
  "invalid_phone",
  "soft_bounce",
  "typo",
] as const
export type QualityRule = (typeof QUALITY_RULES)[number]

/** Which rules are on; `soft_bounce` counts messages that came back, within so many days. */
export type QualitySettings = Record<QualityRule, boolean> & {
  soft_bounce_count: number
  soft_bounce_days: number
}

export type ContactQuality = { valid: number; invalid: number; missing: number }

/** How good the contact data of everybody is; every number counts people. */
export type QualityReport = {
  people: number
  email: ContactQuality
  phone: ContactQuality & { mobile: number; landline: number; unknown: number }
  /** Neither a valid e-mail address nor a valid phone number that takes text messages. */
  unreachable: number
  address: { country: number; region: number; city: number; postal_code: number }
  /** By where the time zone is known from and how sure that is, in percent. */
  time_zones: { source: TimeZoneSource; confidence: TimeZoneConfidence; people: number }[]
  /** Valid addresses by mailbox provider, most people first. */
  providers: { provider: string; people: number }[]
  /** Valid mobile numbers by operator, most people first; null is not known. */
  operators: { operator: string | null; people: number; may_have_moved: number }[]
  /** Why values cannot be used, most people first. */
  problems: (QualityProblem & { people: number })[]
}

/** Why the e-mail address or phone number of some people cannot be used. */
export type QualityProblem = { channel: "email" | "phone"; reason: string }

export const TIME_ZONE_SOURCES = ["explicit", "address", "phone", "browser", "shop"] as const
export type TimeZoneSource = (typeof TIME_ZONE_SOURCES)[number]

/** `sure` from 90 %, `likely` from 60 %, else `guess`. */
export type TimeZoneConfidence = "sure" | "likely" | "guess"

/** A rule as the list shows it. */
export type QualityRuleItem = {
  rule: QualityRule
  enabled: boolean
  /** Only of `soft_bounce`. */
  count: number | null
  days: number | null
  last_run: QualityRun | null
  last_check: QualityRun | null
}

export type QualityRunState = "waiting" | "running" | "done" | "cancelled" | "undoing" | "undone"

/** A look at everybody: a `check` only notes what would change, a `repair` changes it. */
export type QualityRun = {
  id: string
  kind: "check" | "repair"
  rules: QualityRule[]
  state: QualityRunState
  /** People there were when it began; null before. */
  total: number | null
  checked: number
  /** People of whom something differs. */
  changed: number
  created_at: string
  finished_at: string | null
}

/** One value that a run would change, or did. */
export type QualityChange = {
  profile_id: string
  name: string | null
  email: string | null
  field: QualityField
  before: string | null
  after: string | null
}

export const QUALITY_FIELDS = [
  "email",
  "email_status",
  "email_reason",
  "email_provider",
  "phone",
  "phone_status",
  "phone_reason",
  "phone_type",
  "phone_operator",
  "phone_operator_state",
  "country",
  "region",
  "postal_code",
  "city",
  "time_zone",
  "time_zone_source",
  "time_zone_confidence",
] as const
export type QualityField = (typeof QUALITY_FIELDS)[number]

export type TypoDecision = "accepted" | "dismissed"

/** A domain that may be a slip of the hand, with the one that was probably meant. */
export type EmailTypo = {
  domain: string
  suggestion: string
  people: number
  decision: TypoDecision | null
}

/** One person with such an address. */
export type EmailTypoPerson = {
  profile_id: string
  name: string | null
  address: string
  suggestion: string
  decision: TypoDecision | null
}
