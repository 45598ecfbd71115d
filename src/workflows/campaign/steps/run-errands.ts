import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  endErrands,
  type Errand,
  type Outcome,
  takeErrands,
} from "../../../modules/campaign/errand/store"
import { expiryOf, type MadeCode, saveCodes } from "../../../modules/campaign/promo/store"
import type { ErrandStep, PromoStep } from "../../../types/campaign-errand"
import { changeGroup } from "../errands/group"
import { notifyStaff } from "../errands/notify"
import { makePromoCodes } from "../errands/promo"
import { callWebhook } from "../errands/webhook"

/** Batches of one run, so that it ends. */
const BATCHES = 20

type Done = { outcomes: Outcome[]; codes?: MadeCode[] }

/**
 * Does what steps of campaigns have done elsewhere. What is made stands outside our transaction: whoever comes after a
 * crash finds it again by the errand.
 */
export const runErrandsStep = createStep(
  "engage-run-errands",
  async ({ now: at }: { now?: string }, { container }) => {
    const now = at ? new Date(at) : new Date()
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    let count = 0
    for (let batch = 0; batch < BATCHES; batch++) {
      const errands = await takeErrands(db, now)
      if (!errands.length) break
      for (const group of byStep(errands)) {
        const { outcomes, codes = [] } = await runGroup(container, group, now)
        await db.transaction(async (trx) => {
          if (codes.length) await saveCodes(trx, codes, now)
          await endErrands(trx, outcomes, now)
        })
      }
      count += errands.length
    }
    return new StepResponse(count)
  }
)

/** Errands of one step of one version, which are told the same. */
function byStep(errands: Errand[]): Errand[][] {
  const groups = new Map<string, Errand[]>()
  for (const errand of errands) {
    const key = `${errand.campaign_id} ${errand.version} ${errand.step}`
    groups.set(key, [...(groups.get(key) ?? []), errand])
  }
  return [...groups.values()]
}

async function runGroup(container: MedusaContainer, group: Errand[], now: Date): Promise<Done> {
  try {
    const [{ settings }] = group
    const told = <Step extends ErrandStep>(_: Step) => group as Errand<Step>[]
    switch (settings.type) {
      case "promo":
        return await give(container, told(settings), now)
      case "group":
        return { outcomes: await changeGroup(container, told(settings)) }
      case "notify":
        return { outcomes: await notifyStaff(container, told(settings)) }
      case "webhook":
        return { outcomes: await callWebhook(container, told(settings), now) }
    }
  } catch (error) {
    return { outcomes: group.map((errand) => ({ errand, error: (error as Error).message })) }
  }
}

async function give(
  container: MedusaContainer,
  group: Errand<PromoStep>[],
  now: Date
): Promise<Done> {
  const codes = await makePromoCodes(container, group)
  const outcomes = codes.map(({ errand, code }) => {
    const ends = expiryOf(errand.settings, now)?.toISOString() ?? null
    return { errand, facts: { promo_code: code, promo_ends_at: ends } }
  })
  return { outcomes, codes }
}
