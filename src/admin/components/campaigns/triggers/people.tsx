import { useTranslation } from "react-i18next"
import { JOINED_AS, type JoinedAs } from "../../../../types/campaign-trigger"
import { SENDING_CHANNELS, type SendingChannel } from "../../../../types/common"
import { useOpenTopics } from "../../../hooks/api/topics"
import { FieldInput } from "../inputs/field-input"
import { ChoiceInput, NumberInput, TextInput } from "../inputs/inputs"
import type { TriggerForm } from "./trigger-form"

const ANY = "any"

export const ConsentChanged: TriggerForm<"consent_changed"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  const topics = useOpenTopics(trigger.topic ?? undefined)
  const { channel = "email" } = trigger
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
        label={t("campaignTriggers.consent.channel")}
        value={channel ?? ANY}
        options={[
          [ANY, t("campaignTriggers.consent.anyChannel")],
          ...SENDING_CHANNELS.map((one): [string, string] => [one, t(`channel.${one}`)]),
        ]}
        onChange={(one) => onChange({ channel: one === ANY ? null : (one as SendingChannel) })}
      />
      <ChoiceInput
        label={t("campaignTriggers.consent.topic")}
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

export const DaysSinceRegistration: TriggerForm<"days_since_registration"> = ({
  trigger: { days, who = "accounts" },
  onChange,
}) => {
  const { t } = useTranslation("engage")
  return (
    <>
      <ChoiceInput
        label={t("campaignTriggers.joinedAs.label")}
        value={who}
        options={JOINED_AS.map((one) => [one, t(`campaignTriggers.joinedAs.${one}`)])}
        onChange={(one) => onChange({ who: one as JoinedAs })}
      />
      <NumberInput
        label={t("campaignTriggers.days")}
        min={1}
        max={3_650}
        value={days}
        onChange={(days) => onChange({ days }, "days")}
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
