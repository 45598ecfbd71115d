import { Input, Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { resizeSplit } from "../../../lib/campaign-graph"
import { Field } from "../../common/field"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"

function Fields({ step, onChange }: StepFieldsProps<"split">) {
  const { t } = useTranslation("engage")
  return (
    <>
      <Field label={t("campaigns.step.split.arms")}>
        <Select
          size="small"
          value={String(step.shares.length)}
          onValueChange={(arms) => onChange(resizeSplit(step, Number(arms)))}
        >
          <Select.Trigger aria-label={t("campaigns.step.split.arms")}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {[2, 3, 4, 5].map((arms) => (
              <Select.Item key={arms} value={String(arms)}>
                {arms}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </Field>
      {step.shares.map((share, i) => {
        const name = String.fromCharCode(65 + i)
        return (
          <Field key={name} label={t("campaigns.step.split.share", { name })} id={`share-${name}`}>
            <Input
              id={`share-${name}`}
              size="small"
              type="number"
              min={1}
              max={99}
              value={share}
              onChange={({ target }) =>
                onChange(
                  {
                    ...step,
                    shares: step.shares.map((one, at) =>
                      at === i ? Math.min(99, Math.max(1, Math.round(Number(target.value)))) : one
                    ),
                  },
                  `share-${i}`
                )
              }
            />
          </Field>
        )
      })}
    </>
  )
}

function Summary({ step }: { step: StepOf<"split"> }) {
  const { t } = useTranslation("engage")
  return step.shares
    .map((share, i) => t("campaigns.way.share", { name: String.fromCharCode(65 + i), share }))
    .join(", ")
}

/** Splitting people at random. */
export const split: StepForm<"split"> = { Fields, Summary }
