import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  type ConsentChange,
  type ConsentProof,
  consentState,
  setConsent,
} from "../../../modules/profile/consent/set-consent"

export type SetConsentInput = Omit<ConsentChange, "at"> & ConsentProof

/** Records a consent with its proof; taken back by recording the state before. */
export const setConsentStep = createStep(
  "engage-set-consent",
  async (input: SetConsentInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const before = await consentState(db, input)
    const changed = await setConsent(db, { ...input, at: new Date() })
    return new StepResponse(changed, changed ? { ...input, state: before } : undefined)
  },
  async (undo, { container }) => {
    if (!undo) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await setConsent(db, { ...undo, at: new Date(), reason: "the change before was undone" })
  }
)
