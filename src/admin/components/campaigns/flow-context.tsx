import { createContext, useContext } from "react"
import type {
  CampaignGraph,
  CampaignProblem,
  CampaignReport,
  StepType,
} from "../../../types/campaign"
import type { Place } from "../../lib/campaign-graph"

export type FlowContextValue = {
  graph: CampaignGraph
  problems: CampaignProblem[]
  report: CampaignReport | undefined
  editable: boolean
  /** At which place each step is drawn; other ways to it are links. */
  shownAt: Map<string, string>
  titleOf: (id: string) => string
  onSelect: (id: string) => void
  onInsert: (place: Place, type: StepType) => void
}

const FlowContext = createContext<FlowContextValue | undefined>(undefined)
export const FlowProvider = FlowContext.Provider

/** The campaign that is being shown. */
export function useFlow(): FlowContextValue {
  const value = useContext(FlowContext)
  if (!value) throw new Error("useFlow stands outside a FlowProvider")
  return value
}
