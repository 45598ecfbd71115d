import { Hint, Input, Label, Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { type Repeat, REPEATS } from "../../../types/broadcast-plan"

type RepeatFieldsProps = {
  repeat: Repeat | null
  /** Day of the first run. */
  first: string
  onChange: (repeat: Repeat | null) => void
}

/** Whether a broadcast is sent again and again, and until when. */
export function RepeatFields({ repeat, first, onChange }: RepeatFieldsProps) {
  const { t } = useTranslation("engage")
  return (
    <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
      <div className="flex flex-col gap-y-1">
        <Label size="small" weight="plus" htmlFor="plan-repeat">
          {t("broadcastPlan.repeat.label")}
        </Label>
        <Select
          value={repeat?.every ?? "none"}
          onValueChange={(every) =>
            onChange(
              every === "none"
                ? null
                : { every: every as Repeat["every"], until: repeat?.until ?? null }
            )
          }
        >
          <Select.Trigger id="plan-repeat">
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {(["none", ...REPEATS] as const).map((every) => (
              <Select.Item key={every} value={every}>
                {t(`broadcastPlan.repeat.${every}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
        {repeat && <Hint className="text-ui-fg-subtle">{t("broadcastPlan.repeat.hint")}</Hint>}
      </div>
      {repeat && (
        <div className="flex flex-col gap-y-1">
          <Label size="small" weight="plus" htmlFor="plan-until">
            {t("broadcastPlan.repeat.until")}
          </Label>
          <Input
            id="plan-until"
            type="date"
            min={first}
            value={repeat.until ?? ""}
            onChange={({ target: { value } }) => onChange({ ...repeat, until: value || null })}
          />
          <Hint className="text-ui-fg-subtle">{t("broadcastPlan.repeat.untilHint")}</Hint>
        </div>
      )}
    </div>
  )
}
