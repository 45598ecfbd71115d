import { useTranslation } from "react-i18next"
import { TagListField } from "../../tags/tag-list-field"
import { ChoiceInput } from "../inputs/inputs"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"

function Fields({ step, onChange }: StepFieldsProps<"tag">) {
  const { t } = useTranslation("engage")
  return (
    <>
      <ChoiceInput
        label={t("campaigns.step.audience.action")}
        value={step.action}
        options={[
          ["add", t("campaignSteps.tag.add")],
          ["remove", t("campaignSteps.tag.remove")],
        ]}
        onChange={(action) => onChange({ ...step, action: action as "add" | "remove" })}
      />
      <TagListField
        label={t("tags.title")}
        addable={step.action === "add"}
        tags={step.tags}
        onChange={(tags) => onChange({ ...step, tags })}
      />
    </>
  )
}

function Summary({ step: { tags, action } }: { step: StepOf<"tag"> }) {
  const { t } = useTranslation("engage")
  if (!tags.length) return t("campaignSteps.tag.none")
  return t(`campaignSteps.tag.${action}Names`, { names: tags.join(", ") })
}

/** Giving people tags, or taking them away. */
export const tag: StepForm<"tag"> = { Fields, Summary }
