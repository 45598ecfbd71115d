import type { StepType } from "../../../../types/campaign"
import { audience } from "./audience"
import { email } from "./email"
import { filter } from "./filter"
import { split } from "./split"
import type { StepForm } from "./step-form"
import { wait } from "./wait"
import { waitUntil } from "./wait-until"

const FORMS: { [Type in StepType]: StepForm<Type> } = {
  wait,
  wait_until: waitUntil,
  filter,
  split,
  email,
  audience,
}

/** How steps of a type are set up and put into words. */
export function stepForm(type: StepType): StepForm<StepType> {
  return FORMS[type] as unknown as StepForm<StepType>
}
