import type { CampaignPlan } from "../../../types/campaign-plan"

/** How often somebody may come in, as parameters of who would. */
export function reentryParams(reentry: CampaignPlan["reentry"]): Record<string, unknown> {
  return {
    mode: reentry.mode,
    days: reentry.mode === "after_days" ? reentry.days : 0,
    from_exit: reentry.mode === "after_days" && reentry.from === "exit",
    times: reentry.mode === "at_most" ? reentry.times : 0,
  }
}
