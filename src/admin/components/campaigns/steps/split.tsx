import { Input, Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { resizeSplit } from "../../../lib/campaign-graph"
import { SPLIT_METRICS, type SplitMetric, type SplitWinner } from "../../../../types/campaign-split"
import { Field } from "../../common/field"
import { ChoiceInput, NumberInput } from "../inputs/inputs"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"

const MODES = ["none", "auto", "manual"] as const
const NEW: SplitWinner = { metric: "clicks", after: { unit: "days", amount: 7 }, auto: true }

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
      <WinnerFields
        winner={step.winner ?? null}
        onChange={(winner, tag) => onChange({ ...step, winner }, tag)}
      />
    </>
  )
}

type WinnerFieldsProps = {
  winner: SplitWinner | null
  onChange: (winner: SplitWinner | null, tag?: string) => void
}

/** Whether the best way is looked for, by what, and when everybody goes it. */
function WinnerFields({ winner, onChange }: WinnerFieldsProps) {
  const { t } = useTranslation("engage")
  const mode = winner ? (winner.auto ? "auto" : "manual") : "none"
  return (
    <>
      <ChoiceInput
        label={t("campaigns.step.split.winner.label")}
        value={mode}
        options={MODES.map((one) => [one, t(`campaigns.step.split.winner.${one}`)])}
        onChange={(next) =>
          onChange(next === "none" ? null : { ...(winner ?? NEW), auto: next === "auto" })
        }
      />
      {winner && (
        <ChoiceInput
          label={t("campaigns.step.split.metric.label")}
          hint={t(`campaigns.step.split.metric.${winner.metric}Hint`)}
          value={winner.metric}
          options={SPLIT_METRICS.map((one) => [one, t(`campaigns.step.split.metric.${one}`)])}
          onChange={(metric) => onChange({ ...winner, metric: metric as SplitMetric })}
        />
      )}
      {winner?.auto && (
        <div className="grid grid-cols-2 items-end gap-x-2">
          <NumberInput
            label={t("campaigns.step.split.after.label")}
            min={1}
            max={100_000_000}
            value={winner.after.amount}
            onChange={(amount) =>
              onChange({ ...winner, after: { ...winner.after, amount } }, "after")
            }
          />
          <ChoiceInput
            label={t("campaigns.step.split.after.unit")}
            value={winner.after.unit}
            options={(["days", "people"] as const).map((unit) => [
              unit,
              t(`campaigns.step.split.after.${unit}`),
            ])}
            onChange={(unit) =>
              onChange({ ...winner, after: { ...winner.after, unit: unit as "days" } })
            }
          />
        </div>
      )}
    </>
  )
}

function Summary({ step }: { step: StepOf<"split"> }) {
  const { t } = useTranslation("engage")
  const shares = step.shares
    .map((share, i) => t("campaigns.way.share", { name: String.fromCharCode(65 + i), share }))
    .join(", ")
  return step.winner ? `${shares} · ${t("campaigns.step.split.looks")}` : shares
}

/** Splitting people at random. */
export const split: StepForm<"split"> = { Fields, Summary }
