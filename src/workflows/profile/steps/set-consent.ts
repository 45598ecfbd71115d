import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Db } from "../../../lib/db"
import { frequencyOf, setFrequencies } from "../../../modules/profile/consent/frequency"
import {
  type ConsentChange,
  type ConsentProof,
  consentState,
  setConsent,
} from "../../../modules/profile/consent/set-consent"
import type { Frequency } from "../../../types/common"

/** `frequency`: how often the person wants to hear about the topic; left out, it stays. */
export type SetConsentInput = Omit<ConsentChange, "at"> & ConsentProof & { frequency?: Frequency }

/** Records a consent with its proof, and how often messages are wanted; taken back by recording what was before. */
export const setConsentStep = createStep(
  "engage-set-consent",
  async (input: SetConsentInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const before = await consentState(db, input)
    const often = await frequencyOf(db, input)
    const changed = await setConsent(db, { ...input, at: new Date() })
    await keepFrequency(db, input)
    return new StepResponse(changed, {
      changed,
      before: { ...input, state: before, frequency: input.frequency && often },
    })
  },
  async (undo, { container }) => {
    if (!undo) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { changed, before } = undo
    if (changed)
      await setConsent(db, { ...before, at: new Date(), reason: "the change before was undone" })
    await keepFrequency(db, before)
  }
)

async function keepFrequency(
  db: Db,
  { topic, frequency, ...said }: SetConsentInput
): Promise<void> {
  if (!frequency) return
  await setFrequencies(db, { ...said, frequencies: new Map([[topic, frequency]]), at: new Date() })
}
