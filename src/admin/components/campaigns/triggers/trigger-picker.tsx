import { useTranslation } from "react-i18next"
import type { CampaignTrigger, TriggerType } from "../../../../types/campaign-trigger"
import { Field } from "../../common/field"
import { FieldButton } from "../../picker/field-button"
import { Picker } from "../../picker/picker"
import { newTrigger, TRIGGER_TYPES } from "./kinds"
import { TriggerFields } from "./trigger-fields"

type TriggerPickerProps = {
  label: string
  trigger: CampaignTrigger | null
  onChange: (trigger: CampaignTrigger, tag?: string) => void
  /** Only what happens at a moment, so that it can be waited for. */
  momentary?: boolean
}

/** What has to happen, found by subject or by its words, and set up. */
export function TriggerPicker({ label, trigger, onChange, momentary }: TriggerPickerProps) {
  const { t } = useTranslation("engage")
  return (
    <>
      <Field label={label}>
        <Picker
          label={label}
          options={TRIGGER_TYPES.filter(({ slow }) => !(momentary && slow)).map(
            ({ type, subject }) => ({
              value: type,
              label: t(`campaignTriggers.name.${type}`),
              group: t(`campaignTriggers.subject.${subject}`),
            })
          )}
          selected={trigger ? [trigger.type] : undefined}
          onPick={(type) => onChange(newTrigger(type as TriggerType))}
          trigger={
            <FieldButton empty={!trigger} aria-label={label} className="min-h-8 w-full">
              {trigger
                ? t(`campaignTriggers.name.${trigger.type}`)
                : t("campaigns.entry.chooseTrigger")}
            </FieldButton>
          }
        />
      </Field>
      {trigger && <TriggerFields key={trigger.type} trigger={trigger} onChange={onChange} />}
    </>
  )
}
