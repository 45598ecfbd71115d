import { MedusaError } from "@medusajs/framework/utils"
import type { RfmGroup } from "../../../types/profile"

/**
 * The named groups on the grid of recency and frequency scores, as `r * 10 + f`. Every cell has exactly one name; who has
 * never bought is in `no_orders`, the twelfth group.
 */
export const RFM_GRID: Record<Exclude<RfmGroup, "no_orders">, number[]> = {
  champions: [54, 55],
  loyal: [34, 35, 44, 45],
  potential_loyalists: [42, 43, 52, 53],
  new_customers: [51],
  promising: [41],
  need_attention: [33],
  about_to_sleep: [31, 32],
  at_risk: [13, 14, 23, 24],
  cant_lose: [15, 25],
  hibernating: [21, 22],
  lost: [11, 12],
}

/** The group of a buyer's recency and frequency scores, 1 to 5 each. */
export function rfmGroup(r: number, f: number): RfmGroup {
  const found = Object.entries(RFM_GRID).find(([, cells]) => cells.includes(r * 10 + f))
  if (!found)
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      `no RFM group for recency ${r} and frequency ${f}; scores are 1 to 5`
    )
  return found[0] as RfmGroup
}
