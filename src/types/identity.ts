import type { Iso } from "./common"

/** Signs that two profiles are one person, the surest first. */
export const DUPLICATE_SIGNS = [
  "email",
  "mailbox",
  "phone",
  "name_birthday",
  "name_address",
] as const
export type DuplicateSign = (typeof DUPLICATE_SIGNS)[number]

/** What is done about a sign: nothing, a suggestion, or a merge without asking. */
export const MERGE_RULES = ["off", "suggest", "merge"] as const
export type MergeRule = (typeof MERGE_RULES)[number]
export type MergeRules = Record<DuplicateSign, MergeRule>

/** One of two profiles, for comparing them. Money in minor units of `currency`. */
export type ComparedProfile = {
  id: string
  first_name: string | null
  last_name: string | null
  email: string | null
  phone: string | null
  birthday: string | null
  gender: string | null
  language: string | null
  city: string | null
  postal_code: string | null
  country: string | null
  has_account: boolean
  orders: number
  revenue: number
  currency: string
  last_order_at: Iso | null
  created_at: Iso
}

export type Duplicate = {
  reasons: DuplicateSign[]
  /** 0 to 99: how sure it is. */
  score: number
  found_at: Iso
  /** The one to keep first: more orders, then an account, then the older. */
  profiles: [ComparedProfile, ComparedProfile]
}

export type Merge = {
  id: string
  at: Iso
  kept: { id: string; name: string }
  gone: { name: string; email: string | null }
  /** `staff`, or the sign whose rule merged them. */
  rule: string
  purchases: number
  /** All rows that moved. */
  rows: number
  undone_at: Iso | null
}
