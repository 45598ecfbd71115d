import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { CampaignTrigger } from "../../../../types/campaign-trigger"
import { DelayInput, ToggleInput } from "../inputs/inputs"
import { newTrigger } from "../triggers/kinds"
import { TriggerPicker } from "../triggers/trigger-picker"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"
import { withWays } from "./ways"

const MOST = 4

function Fields({ step, onChange }: StepFieldsProps<"wait_event">) {
  const { t } = useTranslation("engage")
  const put = (events: CampaignTrigger[], tag?: string) =>
    onChange({ ...step, events, next: withWays(step.next, events.length, "timeout") }, tag)
  return (
    <>
      {step.events.map((event, i) => (
        <div key={i} className="flex flex-col gap-y-3 rounded-lg border p-3">
          <TriggerPicker
            momentary
            label={t("campaignSteps.wait_event.event", { name: String.fromCharCode(65 + i) })}
            trigger={event}
            onChange={(changed, tag) =>
              put(
                step.events.map((one, at) => (at === i ? changed : one)),
                tag && `event ${i} ${tag}`
              )
            }
          />
          {step.events.length > 1 && (
            <Button
              size="small"
              variant="transparent"
              className="w-fit"
              onClick={() => put(step.events.filter((_, at) => at !== i))}
            >
              {t("campaignSteps.remove")}
            </Button>
          )}
        </div>
      ))}
      {step.events.length < MOST && (
        <Button
          size="small"
          variant="secondary"
          className="w-fit"
          onClick={() => put([...step.events, newTrigger("order_placed")])}
        >
          {t("campaignSteps.wait_event.add")}
        </Button>
      )}
      <ToggleInput
        label={t("campaignSteps.wait_event.same")}
        value={step.same}
        onChange={(same) => onChange({ ...step, same })}
      />
      <DelayInput
        label={t("campaignSteps.wait_event.timeout")}
        value={step.timeout}
        onChange={(timeout) => onChange({ ...step, timeout }, "timeout")}
      />
    </>
  )
}

function Summary({ step }: { step: StepOf<"wait_event"> }) {
  const { t } = useTranslation("engage")
  return t("campaignSteps.wait_event.summary", {
    events: step.events.map(({ type }) => t(`campaignTriggers.name.${type}`)).join(", "),
    time: t(`campaigns.unit.${step.timeout.unit}`, { count: step.timeout.amount }),
  })
}

/** Staying until something happens. */
export const waitEvent: StepForm<"wait_event"> = { Fields, Summary }
