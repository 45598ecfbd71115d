import type { StepType } from "../../../../types/campaign-plan"
import { audience } from "./audience"
import { branches } from "./branches"
import { exit } from "./exit"
import { field } from "./field"
import { group } from "./group"
import { limit } from "./limit"
import { messageForm } from "./message"
import { waitEvent } from "./wait-event"
import { filter } from "./filter"
import { notify } from "./notify"
import { promo } from "./promo"
import { refresh } from "./refresh"
import { split } from "./split"
import type { StepForm } from "./step-form"
import { tag } from "./tag"
import { wait } from "./wait"
import { waitDate } from "./wait-date"
import { webhook } from "./webhook"
import { waitUntil } from "./wait-until"

const FORMS: { [Type in StepType]: StepForm<Type> } = {
  wait,
  wait_until: waitUntil,
  filter,
  split,
  email: messageForm(),
  sms: messageForm(),
  viber: messageForm(),
  whatsapp: messageForm(),
  in_app: messageForm(),
  push: messageForm(),
  telegram: messageForm(),
  audience,
  wait_event: waitEvent,
  branches,
  limit,
  field,
  tag,
  refresh,
  wait_date: waitDate,
  exit,
  promo,
  group,
  webhook,
  notify,
}

/** How steps of a type are set up and put into words. */
export function stepForm(type: StepType): StepForm<StepType> {
  return FORMS[type] as unknown as StepForm<StepType>
}
