import type { StepType } from "../../../../types/campaign"
import { audience } from "./audience"
import { branches } from "./branches"
import { condition } from "./condition"
import { field } from "./field"
import { limit } from "./limit"
import { messageForm } from "./message"
import { waitEvent } from "./wait-event"
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
  email: messageForm(),
  sms: messageForm(),
  in_app: messageForm(),
  audience,
  wait_event: waitEvent,
  condition,
  branches,
  limit,
  field,
}

/** How steps of a type are set up and put into words. */
export function stepForm(type: StepType): StepForm<StepType> {
  return FORMS[type] as unknown as StepForm<StepType>
}
