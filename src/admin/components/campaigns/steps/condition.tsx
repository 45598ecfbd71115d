import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { CONTEXT_OPERATORS, type ContextCondition } from "../../../../types/campaign"
import { Field } from "../../common/field"
import { FieldButton } from "../../picker/field-button"
import { Picker } from "../../picker/picker"
import { ChoiceInput, TextInput } from "../inputs/inputs"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"

/** What triggers tell, by the names that have words of their own; an event's own details can be typed. */
const KNOWN = [
  "total",
  "value",
  "items",
  "currency",
  "product_id",
  "category",
  "path",
  "query",
  "from",
  "to",
]
const MONEY = ["total", "value"]
const NEW: ContextCondition = { key: "total", operator: "gte", value: "" }

/** Money is stored in minor units and typed in whole ones. */
const shown = ({ key, value }: ContextCondition) =>
  MONEY.includes(key) && value !== "" ? String(Number(value) / 100) : value
const stored = (key: string, text: string) =>
  MONEY.includes(key) && text !== ""
    ? String(Math.round(Number(text.replace(",", ".")) * 100) || 0)
    : text

function Fields({ step, onChange }: StepFieldsProps<"condition">) {
  const { t } = useTranslation("engage")
  const put = (conditions: ContextCondition[], tag?: string) =>
    onChange({ ...step, conditions }, tag)
  const change = (i: number, part: Partial<ContextCondition>, tag?: string) =>
    put(
      step.conditions.map((one, at) => (at === i ? { ...one, ...part } : one)),
      tag && `${i} ${tag}`
    )
  return (
    <>
      {step.conditions.map((one, i) => (
        <div key={i} className="flex flex-col gap-y-3 rounded-lg border p-3">
          <Field label={t("campaignSteps.condition.what")}>
            <Picker
              addable
              label={t("campaignSteps.condition.what")}
              options={KNOWN.map((key) => ({ value: key, label: t(`campaignSteps.key.${key}`) }))}
              selected={[one.key]}
              onPick={(key) => change(i, { key, value: "" })}
              trigger={
                <FieldButton
                  aria-label={t("campaignSteps.condition.what")}
                  className="min-h-8 w-full"
                >
                  {t(`campaignSteps.key.${one.key}`, { defaultValue: one.key })}
                </FieldButton>
              }
            />
          </Field>
          <div className="grid grid-cols-2 items-end gap-x-2">
            <ChoiceInput
              label={t("campaignSteps.condition.how")}
              value={one.operator}
              options={CONTEXT_OPERATORS.map((how) => [how, t(`campaignSteps.operator.${how}`)])}
              onChange={(operator) =>
                change(i, { operator: operator as ContextCondition["operator"] })
              }
            />
            <TextInput
              label={t("campaignSteps.condition.value")}
              value={shown(one)}
              onChange={(text) => change(i, { value: stored(one.key, text) }, "value")}
            />
          </div>
          {step.conditions.length > 1 && (
            <Button
              size="small"
              variant="transparent"
              className="w-fit"
              onClick={() => put(step.conditions.filter((_, at) => at !== i))}
            >
              {t("campaignSteps.remove")}
            </Button>
          )}
        </div>
      ))}
      <Button
        size="small"
        variant="secondary"
        className="w-fit"
        onClick={() => put([...step.conditions, NEW])}
      >
        {t("campaignSteps.condition.add")}
      </Button>
    </>
  )
}

function Summary({ step }: { step: StepOf<"condition"> }) {
  const { t } = useTranslation("engage")
  return step.conditions
    .map((one) =>
      t("campaignSteps.condition.summary", {
        key: t(`campaignSteps.key.${one.key}`, { defaultValue: one.key }),
        operator: t(`campaignSteps.operator.${one.operator}`),
        value: shown(one),
      })
    )
    .join(", ")
}

/** Asking about what let people in. */
export const condition: StepForm<"condition"> = { Fields, Summary }
