import { createContext, useContext } from "react"
import type { Campaign, CampaignProblem, StepReport } from "../../../types/campaign"
import type { CampaignPlan, CampaignStep, StepType } from "../../../types/campaign-plan"
import type { Place } from "../../lib/campaign-graph"

/** What can be done to the steps of a draft; each counts as one for undo. */
export type FlowActions = {
  insert: (place: Place, type: StepType) => void
  /** Leads a way to a step, or to the end; refused, and said why, when people would go round for ever. */
  connect: (place: Place, to: string | null) => void
  remove: (ids: string[]) => void
  duplicate: (id: string) => void
  /** @returns what was copied, as text */
  copy: (ids: string[]) => string | undefined
  /** Puts copied steps in; from the text, or those copied last. */
  paste: (place: Place, text?: string) => void
  undo: () => void
  redo: () => void
  canUndo: boolean
  canRedo: boolean
}

export type FlowContextValue = {
  plan: CampaignPlan
  problems: CampaignProblem[]
  /** What happened at each step; `undefined` while numbers are not shown. */
  numbers: Map<string, StepReport> | undefined
  /** Of the revenue among them; `undefined` until it is known. */
  currency: string | undefined
  /** Splits of the live version that look for their best way, and which has won. */
  splitTests: Campaign["split_tests"]
  editable: boolean
  /** At which place each step stands in the list; other ways to it are links. */
  shownAt: Map<string, string>
  /** The step that is open beside the flow, or `TRIGGER`. */
  open: string | undefined
  /** @param focus - whether the keyboard goes on in what opens */
  onOpen: (id: string, focus?: boolean) => void
  actions: FlowActions
}

const FlowContext = createContext<FlowContextValue | undefined>(undefined)
export const FlowProvider = FlowContext.Provider

/** The campaign that is being shown. */
export function useFlow(): FlowContextValue {
  const value = useContext(FlowContext)
  if (!value) throw new Error("useFlow stands outside a FlowProvider")
  return value
}

/** Whether a way out is the only one of its step, so that its name says nothing. */
export const isOnly = (way: string) => way === "next" || way === "out"

/** Name of a way out, in words; shares of a split with how many percent they are. */
export function wayName(
  t: (key: string, values?: Record<string, unknown>) => string,
  step: CampaignStep,
  way: string
): string {
  const share = step.type === "split" ? step.shares[way.charCodeAt(0) - 97] : undefined
  return share === undefined
    ? t(`campaigns.way.${way}`, { defaultValue: way })
    : t("campaigns.way.share", { name: way.toUpperCase(), share })
}
