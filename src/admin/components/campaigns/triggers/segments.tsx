import { useTranslation } from "react-i18next"
import { RFM_GROUPS, type RfmGroup } from "../../../../types/profile"
import { ChoiceInput, ToggleInput } from "../inputs/inputs"
import { SegmentInput } from "../inputs/segment-input"
import type { TriggerForm } from "./trigger-form"

export const SegmentEntered: TriggerForm<"segment_entered"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <>
      <SegmentInput
        label={t("campaigns.entry.segment")}
        id={trigger.segment_id}
        onChange={(segment_id) => onChange({ segment_id })}
      />
      <ToggleInput
        label={t("campaigns.entry.members")}
        value={trigger.members}
        onChange={(members) => onChange({ members })}
      />
    </>
  )
}

export const SegmentLeft: TriggerForm<"segment_left"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  return (
    <SegmentInput
      label={t("campaigns.entry.segment")}
      id={trigger.segment_id}
      onChange={(segment_id) => onChange({ segment_id })}
    />
  )
}

const ANY = "any"

export const RfmChanged: TriggerForm<"rfm_changed"> = ({ trigger, onChange }) => {
  const { t } = useTranslation("engage")
  const groups = RFM_GROUPS.map((group): [string, string] => [group, t(`rfm.${group}.name`)])
  const options: [string, string][] = [[ANY, t("campaignTriggers.rfm.any")], ...groups]
  const picked = (group: string) => (group === ANY ? null : (group as RfmGroup))
  return (
    <div className="grid grid-cols-2 gap-x-2">
      <ChoiceInput
        label={t("campaignTriggers.rfm.from")}
        value={trigger.from ?? ANY}
        options={options}
        onChange={(from) => onChange({ from: picked(from) })}
      />
      <ChoiceInput
        label={t("campaignTriggers.rfm.to")}
        value={trigger.to ?? ANY}
        options={options}
        onChange={(to) => onChange({ to: picked(to) })}
      />
    </div>
  )
}
