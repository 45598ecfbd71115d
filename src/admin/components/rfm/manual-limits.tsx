import { Input, Label, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type Limits = Record<"r" | "f" | "m", string>
type ManualLimitsProps = {
  limits: Limits
  currency: string
  onChange: (limits: Limits) => void
}

/** Four limits a score, from worst to best, with commas between. */
export function ManualLimits({ limits, currency, onChange }: ManualLimitsProps) {
  const { t } = useTranslation("engage")
  return (
    <div className="flex flex-col gap-y-2">
      <div className="grid grid-cols-1 gap-3 md:grid-cols-3">
        {(["r", "f", "m"] as const).map((score) => (
          <div key={score} className="flex flex-col gap-y-1">
            <Label size="small" weight="plus" htmlFor={`limits-${score}`}>
              {t(`rfmPage.limits.${score}`, { currency: currency.toUpperCase() })}
            </Label>
            <Input
              id={`limits-${score}`}
              size="small"
              defaultValue={limits[score]}
              onBlur={(event) =>
                onChange({ ...limits, [score]: event.target.value.replaceAll(" ", "") })
              }
            />
          </div>
        ))}
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("rfmPage.limitsHint")}
      </Text>
    </div>
  )
}
