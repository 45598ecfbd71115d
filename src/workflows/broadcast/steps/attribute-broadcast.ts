import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { getBroadcast } from "../../../modules/campaign/broadcast/store"
import { REPORT_MODULE } from "../../../modules/report"
import { attributeRun } from "../../../modules/report/attribution/compute"
import type ReportModuleService from "../../../modules/report/service"

/** Credits the purchases of a started broadcast anew. Computed from what is stored, so nothing is taken back. */
export const attributeBroadcastStep = createStep(
  "engage-attribute-broadcast",
  async (id: string, { container }) => {
    const { db } = container.resolve<ReportModuleService>(REPORT_MODULE)
    const { run_id } = await getBroadcast(db, id)
    if (run_id !== null) await attributeRun(db, run_id)
    return new StepResponse(id)
  }
)
