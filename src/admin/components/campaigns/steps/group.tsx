import { useTranslation } from "react-i18next"
import { useAttributeValues } from "../../../hooks/api/attributes"
import { ChoiceInput } from "../inputs/inputs"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"

function Fields({ step, onChange }: StepFieldsProps<"group">) {
  const { t } = useTranslation("engage")
  const { data: groups } = useAttributeValues("customer_group", "", true)
  return (
    <>
      <ChoiceInput
        label={t("campaigns.step.audience.action")}
        value={step.action}
        options={[
          ["add", t("campaignSteps.group.add")],
          ["remove", t("campaignSteps.group.remove")],
        ]}
        onChange={(action) => onChange({ ...step, action: action as "add" | "remove" })}
      />
      <ChoiceInput
        label={t("campaignSteps.group.group")}
        hint={groups && !groups.length ? t("segments.group.none") : undefined}
        placeholder={t("campaignSteps.group.choose")}
        value={step.group_id ?? ""}
        options={(groups ?? []).map(({ value, label }) => [value, label])}
        onChange={(group_id) => onChange({ ...step, group_id })}
      />
    </>
  )
}

function Summary({ step: { group_id: id, action } }: { step: StepOf<"group"> }) {
  const { t } = useTranslation("engage")
  const { data: groups = [] } = useAttributeValues("customer_group", "", true)
  if (!id) return t("campaignSteps.group.choose")
  const name = groups.find(({ value }) => value === id)?.label ?? "…"
  return t(`campaignSteps.group.${action}Name`, { name })
}

/** Putting people into a customer group of the shop, or taking them out. */
export const group: StepForm<"group"> = { Fields, Summary }
