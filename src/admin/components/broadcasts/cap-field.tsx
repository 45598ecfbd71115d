import { Input, Label, Select, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { CAP_SCOPES, type Cap } from "../../../types/broadcast-plan"

const MOST = { max: 1_000, days: 92 }

type CapFieldProps = { cap: Cap | null; onChange: (cap: Cap | null) => void }

/** How many messages of its runs or its folder a person gets at most. */
export function CapField({ cap, onChange }: CapFieldProps) {
  const { t } = useTranslation("engage")
  const onScope = (scope: string) => {
    const of = CAP_SCOPES.find((one) => one === scope)
    onChange(of ? { max: cap?.max ?? 1, days: cap?.days ?? 7, of } : null)
  }

  return (
    <div className="flex flex-col gap-y-1 md:col-span-3">
      <Label size="small" weight="plus" htmlFor="plan-cap">
        {t("broadcastPlan.limits.cap.label")}
      </Label>
      <div className="flex flex-wrap items-center gap-2">
        <div className="w-full md:w-[320px]">
          <Select value={cap?.of ?? "none"} onValueChange={onScope}>
            <Select.Trigger id="plan-cap">
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {["none", ...CAP_SCOPES].map((of) => (
                <Select.Item key={of} value={of}>
                  {t(`broadcastPlan.limits.cap.${of}`)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </div>
        {cap &&
          (["max", "days"] as const).map((key) => (
            <div key={key} className="flex items-center gap-x-2">
              <Text size="small" aria-hidden>
                {t(`broadcastPlan.limits.cap.before.${key}`)}
              </Text>
              <Input
                type="number"
                min={1}
                max={MOST[key]}
                className="w-[72px]"
                aria-label={t(`broadcastPlan.limits.cap.${key}`)}
                value={cap[key]}
                onChange={({ target }) => {
                  const value = Math.trunc(Number(target.value))
                  if (value >= 1 && value <= MOST[key]) onChange({ ...cap, [key]: value })
                }}
              />
            </div>
          ))}
        {cap && (
          <Text size="small" aria-hidden>
            {t("broadcastPlan.limits.cap.after")}
          </Text>
        )}
      </div>
      <Text size="small" className="text-ui-fg-subtle">
        {t("broadcastPlan.limits.cap.hint")}
      </Text>
    </div>
  )
}
