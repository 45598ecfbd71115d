import { useTranslation } from "react-i18next"
import { walk } from "../../../lib/campaign-graph"
import { useFlow } from "../flow-context"
import { ChoiceInput } from "../inputs/inputs"
import { FilterSummary } from "./filter"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"

function Fields({ step, onChange }: StepFieldsProps<"refresh">) {
  const { t } = useTranslation("engage")
  const { plan } = useFlow()
  const filters = walk(plan.graph).filter((id) => plan.graph.steps[id].type === "filter")
  return (
    <>
      <ChoiceInput
        label={t("campaignSteps.refresh.which")}
        hint={filters.length ? undefined : t("campaignSteps.refresh.noFilter")}
        placeholder={t("campaignSteps.refresh.choose")}
        value={step.step ?? ""}
        options={filters.map((id, i) => [id, t("campaignSteps.refresh.filter", { number: i + 1 })])}
        onChange={(asked) => onChange({ ...step, step: asked })}
      />
      <p className="txt-small text-ui-fg-subtle">
        <Summary step={step} />
      </p>
    </>
  )
}

function Summary({ step }: { step: StepOf<"refresh"> }) {
  const { t } = useTranslation("engage")
  const { plan } = useFlow()
  const asked = step.step === null ? undefined : plan.graph.steps[step.step]
  if (asked?.type !== "filter") return t("campaignSteps.refresh.choose")
  return <FilterSummary step={asked} />
}

/** Asking the question of an earlier filter again. */
export const refresh: StepForm<"refresh"> = { Fields, Summary }
