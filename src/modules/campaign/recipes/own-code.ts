import type { CampaignPlan } from "../../../types/campaign-plan"
import type { Block, MessageDocument } from "../../../types/document"

/** A message whose coupons show the code that the plan gives each person; as it is when the plan gives none. */
export function withOwnCode(document: MessageDocument, { graph }: CampaignPlan): MessageDocument {
  const gives = Object.values(graph.steps).find((step) => step.type === "promo")
  if (gives?.type !== "promo") return document
  const change = (block: Block): Block => {
    if (block.type === "columns") return { ...block, columns: block.columns.map(all) }
    if (block.type === "condition" || block.type === "loop")
      return { ...block, blocks: all(block.blocks) }
    if (block.type !== "coupon") return block
    return {
      ...block,
      code: "{{ promo_code }}",
      text: `${gives.value} % off your next order`,
      note: 'Works once, until {{ promo_ends_at | date: "%d.%m.%Y" }}',
    }
  }
  const all = (blocks: Block[]) => blocks.map(change)
  return { ...document, blocks: all(document.blocks) }
}
