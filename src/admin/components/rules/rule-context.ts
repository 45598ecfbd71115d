import { createContext, useContext } from "react"
import type { RuleGroup, RuleNode } from "../../../rules/ast"
import type { RulePartCount, RulePartReason } from "../../../types/segment"
import type { Registry } from "../../../rules/describe"
import type { RulePath } from "../../lib/rules"

export type RuleContextValue = {
  /** The rule as it is now. */
  root: RuleGroup
  registry: Registry
  /** The currency of money values, which are kept in its minor units. */
  currency: string
  /** What stored values stand for, such as product titles by product id. */
  names: Record<string, string>
  /** Messages by path, e.g. `children.1.value`. Empty until the marketer should see them. */
  problems: Map<string, string>
  /** How many people each part finds, by path; without entries while nobody has counted. */
  counts: Map<string, RulePartCount>
  /** Paths of the parts that leave nobody. */
  emptiedBy: Set<string>
  /** Whether each part holds for a person who is being tried, and by what value. */
  reasons: Map<string, RulePartReason>
  /** Replaces the root. Edits with the same tag are one step of undo. */
  change: (next: (root: RuleGroup) => RuleGroup, tag?: string) => void
  /** Replaces one node; `null` removes it, a list puts several in its place. */
  changeNode: (
    path: RulePath,
    next: (node: RuleNode) => RuleNode | RuleNode[] | null,
    tag?: string
  ) => void
}

const RuleContext = createContext<RuleContextValue | null>(null)

export const RuleProvider = RuleContext.Provider

/**
 * What the rows of a rule share.
 * @throws Error outside of a rule builder
 */
export function useRules(): RuleContextValue {
  const value = useContext(RuleContext)
  if (!value) throw new Error("Rows of a rule must be inside of RuleBuilder")
  return value
}
