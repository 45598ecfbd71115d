import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { CONTEXT_OPERATORS, type ContextCondition } from "../../../../types/campaign-plan"
import { useTemplateVariables } from "../../../hooks/api/templates"
import { Field } from "../../common/field"
import { FieldButton } from "../../picker/field-button"
import { Picker } from "../../picker/picker"
import { ChoiceInput, TextInput } from "../inputs/inputs"

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
const OF_TRIGGER = "trigger."

/** A condition that is not set up yet. */
export const NEW_CONDITION: ContextCondition = { key: "total", operator: "gte", value: "" }

/** Money is stored in minor units and typed in whole ones. */
const shown = ({ key, value }: ContextCondition) =>
  MONEY.includes(key) && value !== "" ? String(Number(value) / 100) : value
const stored = (key: string, text: string) =>
  MONEY.includes(key) && text !== ""
    ? String(Math.round(Number(text.replace(",", ".")) * 100) || 0)
    : text

type ConditionsInputProps = {
  conditions: ContextCondition[]
  onChange: (conditions: ContextCondition[], tag?: string) => void
}

/** What is asked of what let people in; all of it must hold. */
export function ConditionsInput({ conditions, onChange }: ConditionsInputProps) {
  const { t } = useTranslation("engage")
  const change = (i: number, part: Partial<ContextCondition>, tag?: string) =>
    onChange(
      conditions.map((one, at) => (at === i ? { ...one, ...part } : one)),
      tag && `${i} ${tag}`
    )
  if (!conditions.length) return null
  return (
    <>
      {conditions.map((one, i) => (
        <div key={i} className="flex flex-col gap-y-3 rounded-lg border p-3">
          <KeyField of={one.key} onChange={(key) => change(i, { key, value: "" })} />
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
          {conditions.length > 1 && (
            <Button
              size="small"
              variant="transparent"
              className="w-fit"
              onClick={() => onChange(conditions.filter((_, at) => at !== i))}
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
        onClick={() => onChange([...conditions, NEW_CONDITION])}
      >
        {t("campaignSteps.condition.add")}
      </Button>
    </>
  )
}

type KeyFieldProps = { of: string; onChange: (key: string) => void }

/** What of it is asked: what this campaign's trigger last came with first, then what triggers can tell. */
function KeyField({ of, onChange }: KeyFieldProps) {
  const { t } = useTranslation("engage")
  const { data: variables = [] } = useTemplateVariables()
  const own = variables
    .filter(({ path }) => path.startsWith(OF_TRIGGER))
    .map(({ path, label }) => ({ key: path.slice(OF_TRIGGER.length), label }))
  const rest = KNOWN.filter((key) => !own.some((one) => one.key === key))
  const nameOf = (key: string) =>
    t(`campaignSteps.key.${key}`, {
      defaultValue: own.find((one) => one.key === key)?.label ?? key,
    })
  return (
    <Field label={t("campaignSteps.condition.what")}>
      <Picker
        addable
        label={t("campaignSteps.condition.what")}
        options={[...own.map(({ key }) => key), ...rest].map((key) => ({
          value: key,
          label: nameOf(key),
        }))}
        selected={[of]}
        onPick={onChange}
        trigger={
          <FieldButton aria-label={t("campaignSteps.condition.what")} className="min-h-8 w-full">
            {nameOf(of)}
          </FieldButton>
        }
      />
    </Field>
  )
}

/** What is asked of what let people in, in words. */
export function ConditionsSummary({ conditions }: { conditions: ContextCondition[] }) {
  const { t } = useTranslation("engage")
  return conditions
    .map((one) =>
      t("campaignSteps.condition.summary", {
        key: t(`campaignSteps.key.${one.key}`, { defaultValue: one.key }),
        operator: t(`campaignSteps.operator.${one.operator}`),
        value: shown(one),
      })
    )
    .join(", ")
}
