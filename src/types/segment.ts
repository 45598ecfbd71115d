import type { Iso } from "./common"
import type { ProfileListItem } from "./profile"
import type { Rules } from "../rules/ast"

export type Segment = {
  id: string
  name: string
  description: string
  rules: Rules
  /** The rule as one English sentence. */
  sentence: string
  /** What values of the rule stand for, such as product titles by product id. */
  names: Record<string, string>
  profiles: number | null
  /** Share of all profiles, 0 to 1. */
  share: number | null
  reachable_email: number | null
  orders: number | null
  /** Minor units of `currency`, like the two below. */
  revenue: number | null
  aov: number | null
  /** Mean revenue per profile. */
  ltv: number | null
  currency: string
  /** When membership was last computed, and how long that took. */
  evaluated_at: Iso | null
  duration_ms: number | null
  error: string | null
  /** Broadcasts that use the segment. */
  used_in: { kind: "broadcast"; id: string; name: string; status: string }[]
  created_at: Iso
  updated_at: Iso
}

/** Answer of `POST /admin/engage/segments/preview`. */
export type SegmentPreview = {
  count: number
  base: number
  reachable_email: number
  revenue: number
  aov: number | null
  ltv: number | null
  currency: string
  sentence: string
  sample: ProfileListItem[]
  data_as_of: Iso | null
  duration_ms: number
}

/** What an incomplete or wrong condition is answered with; `path` leads to it, e.g. `children.1.value`. */
export type RuleProblem = { path: string; message: string }

export type SegmentHistoryPoint = {
  at: Iso
  profiles: number
  entered: number
  left: number
  revenue: number
}

export type SegmentMember = ProfileListItem & { entered_at: Iso }
