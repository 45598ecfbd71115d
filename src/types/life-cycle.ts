import type { RfmGroup } from "./profile"

/** From somebody who has not bought yet to somebody who has stopped, in the order people go through them. */
export const LIFE_STAGES = ["prospect", "new", "growing", "loyal", "at_risk", "lapsed"] as const
export type LifeStage = (typeof LIFE_STAGES)[number]

/** At which stage the people of each RFM group are. */
export const STAGE_OF: Record<RfmGroup, LifeStage> = {
  no_orders: "prospect",
  new_customers: "new",
  promising: "new",
  potential_loyalists: "growing",
  need_attention: "growing",
  champions: "loyal",
  loyal: "loyal",
  about_to_sleep: "at_risk",
  at_risk: "at_risk",
  cant_lose: "at_risk",
  hibernating: "lapsed",
  lost: "lapsed",
}
