import type { RfmGroup } from "../../types/profile"

type Tone = "green" | "blue" | "purple" | "orange" | "red" | "grey"

/** The colour of each RFM group: the same in every badge, cell and legend. */
export const RFM_TONES: Record<RfmGroup, Tone> = {
  champions: "green",
  loyal: "green",
  potential_loyalists: "blue",
  new_customers: "blue",
  promising: "purple",
  need_attention: "purple",
  about_to_sleep: "orange",
  at_risk: "orange",
  cant_lose: "red",
  hibernating: "grey",
  lost: "grey",
  no_orders: "grey",
}

const GRID: Record<number, RfmGroup[]> = {
  5: ["new_customers", "potential_loyalists", "potential_loyalists", "champions", "champions"],
  4: ["promising", "potential_loyalists", "potential_loyalists", "loyal", "loyal"],
  3: ["about_to_sleep", "about_to_sleep", "need_attention", "loyal", "loyal"],
  2: ["hibernating", "hibernating", "at_risk", "at_risk", "cant_lose"],
  1: ["lost", "lost", "at_risk", "at_risk", "cant_lose"],
}

/** The group of a recency score and a frequency score, both 1 to 5 with 5 best; for cells that have nobody. */
export const rfmGroupAt = (r: number, f: number): RfmGroup => GRID[r][f - 1]
