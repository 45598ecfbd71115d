import { useTranslation } from "react-i18next"
import { useOpenTopics } from "../../../hooks/api/topics"
import { FieldInput } from "../inputs/field-input"
import { ChoiceInput, TextInput } from "../inputs/inputs"
import type { TriggerForm } from "./trigger-form"

const ANY = "any"

export const ConsentChanged: TriggerForm<"consent_changed"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  const topics = useOpenTopics(trigger.topic ?? undefined)
  return (
    <>
      <ChoiceInput
        label={t("campaignTriggers.consent.label")}
        value={trigger.state}
        options={(["subscribed", "unsubscribed"] as const).map((state) => [
          state,
          t(`campaignTriggers.consent.${state}`),
        ])}
        onChange={(state) => onChange({ state: state as typeof trigger.state })}
      />
      <ChoiceInput
        label={t("campaigns.entry.topic")}
        value={trigger.topic ?? ANY}
        options={[
          [ANY, t("campaignTriggers.consent.any")],
          ...topics.map(({ key, name }): [string, string] => [key, name]),
        ]}
        onChange={(topic) => onChange({ topic: topic === ANY ? null : topic })}
      />
    </>
  )
}

export const FieldChanged: TriggerForm<"field_changed"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <>
      <FieldInput value={trigger.field} onChange={(field) => onChange({ field })} />
      <TextInput
        label={t("campaignTriggers.field.to")}
        hint={t("campaignTriggers.emptyAny")}
        value={trigger.to}
        onChange={(to) => onChange({ to }, "to")}
      />
    </>
  )
}
