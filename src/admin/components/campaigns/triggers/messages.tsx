import { useTranslation } from "react-i18next"
import type { MessageResponse } from "../../../../types/campaign-trigger"
import { useBroadcasts } from "../../../hooks/api/broadcasts"
import { useCampaign, useCampaigns } from "../../../hooks/api/campaigns"
import { ChoiceInput } from "../inputs/inputs"
import type { TriggerForm } from "./trigger-form"

const ANY = "any"
const LATEST = 50

export const MessageAnswered: TriggerForm<MessageResponse> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  const { data: broadcasts } = useBroadcasts({ limit: LATEST })
  const { data: campaigns } = useCampaigns({ limit: LATEST })
  const named = [...(campaigns?.campaigns ?? []), ...(broadcasts?.broadcasts ?? [])]
  return (
    <ChoiceInput
      label={t("campaignTriggers.message.label")}
      value={trigger.ref ?? ANY}
      options={[
        [ANY, t("campaignTriggers.message.any")],
        ...named.map(({ id, name }): [string, string] => [id, name]),
      ]}
      onChange={(ref) => onChange({ ref: ref === ANY ? null : ref })}
    />
  )
}

export const StepDone: TriggerForm<"step_done"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  const { data } = useCampaigns({ limit: LATEST })
  return (
    <>
      <ChoiceInput
        label={t("campaignTriggers.step.campaign")}
        placeholder={t("campaignTriggers.step.chooseCampaign")}
        value={trigger.campaign_id}
        options={(data?.campaigns ?? []).map(({ id, name }) => [id, name])}
        onChange={(campaign_id) => onChange({ campaign_id, step: "" })}
      />
      {trigger.campaign_id && (
        <StepInput
          campaign={trigger.campaign_id}
          value={trigger.step}
          onChange={(step) => onChange({ step })}
        />
      )}
    </>
  )
}

type StepInputProps = { campaign: string; value: string; onChange: (step: string) => void }

function StepInput({ campaign, value, onChange }: StepInputProps) {
  const { t } = useTranslation("engage")
  const { data } = useCampaign(campaign)
  const steps = Object.entries(data?.plan.graph.steps ?? {})
  return (
    <ChoiceInput
      label={t("campaignTriggers.step.step")}
      placeholder={t("campaignTriggers.step.chooseStep")}
      value={value}
      options={steps.map(([id, { type }]) => [id, `${t(`campaigns.step.${type}.name`)} (${id})`])}
      onChange={onChange}
    />
  )
}
