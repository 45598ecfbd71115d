import type { Rules } from "../rules/ast"
import type { Iso } from "./common"
import type { ProfileListItem } from "./profile"
import type { Use } from "./use"

/** What an audience was made from. */
export type AudienceOrigin =
  | { kind: "segment"; segment_id: string; segment_name: string; rules: Rules }
  | { kind: "rules"; rules: Rules }
  | { kind: "list"; lines: number; matched: number }
  | { kind: "manual" }

/** A frozen list of profiles. Amounts are minor units of `currency`. */
export type Audience = {
  id: string
  name: string
  description: string
  folder: string
  /** Words by which it is found again, in the order of the alphabet. */
  tags: string[]
  origin: AudienceOrigin
  /** The rule it was taken by, in words; `null` for one made by hand or from a list. */
  origin_sentence: string | null
  profiles: number
  /** What the members were worth when the audience was taken. */
  taken: { profiles: number; orders: number; revenue: number }
  taken_at: Iso
  /** What the members bought since then. */
  since: { revenue: number; orders: number; buyers: number }
  currency: string
  archived_at: Iso | null
  /** Broadcasts that send to it or leave it out. */
  used_in: Use[]
  created_at: Iso
  updated_at: Iso
}

/** An audience as lists have it: what it was made from only by its kind. */
export type ListedAudience = Omit<Audience, "origin"> & { origin: Pick<AudienceOrigin, "kind"> }

export type AudienceMember = ProfileListItem & { added_at: Iso }

/** One change of an audience's members; it can be undone once. */
export type AudienceChange = {
  id: number
  at: Iso
  added: boolean
  count: number
  source: string
  undone: boolean
}

/** Answer of adding to or taking from an audience. */
export type AudienceChanged = {
  change_id: number
  count: number
  /** Lines of the list that name nobody. */
  unmatched: string[]
}

/** How an audience would differ if its rule decided now. */
export type AudienceDrift = {
  enter: number
  leave: number
  entering: ProfileListItem[]
  leaving: ProfileListItem[]
}
