import { Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Period } from "../../../rules/ast"
import { NumberField } from "./number-field"
import { DateField } from "./value-editor"

type PeriodEditorProps = { period: Period; invalid: boolean; onChange: (period: Period) => void }

const starts: Record<Period["kind"], Period> = {
  ever: { kind: "ever" },
  last: { kind: "last", days: 30 },
  between: { kind: "between", from: null, to: null },
}

/** The time that facts are taken from: all of it, the last days, or between two days. */
export function PeriodEditor({ period, invalid, onChange }: PeriodEditorProps) {
  const { t } = useTranslation("engage")
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Select
        size="small"
        value={period.kind}
        onValueChange={(kind) => onChange(starts[kind as Period["kind"]])}
      >
        <Select.Trigger className="w-auto gap-x-2" aria-label={t("segments.builder.period")}>
          <Select.Value>{t(`segments.period.${period.kind}`)}</Select.Value>
        </Select.Trigger>
        <Select.Content>
          {(["ever", "last", "between"] as const).map((kind) => (
            <Select.Item key={kind} value={kind}>
              {t(`segments.period.${kind}`)}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
      {period.kind === "last" && (
        <NumberField
          kind="days"
          label={t("segments.builder.days")}
          suffix={t("segments.builder.days")}
          value={period.days}
          invalid={invalid}
          onChange={(days) => onChange({ kind: "last", days })}
        />
      )}
      {period.kind === "between" && (
        <>
          <DateField value={period.from} onChange={(from) => onChange({ ...period, from })} />
          <span className="txt-compact-small text-ui-fg-subtle">{t("segments.builder.and")}</span>
          <DateField value={period.to} onChange={(to) => onChange({ ...period, to })} />
        </>
      )}
    </span>
  )
}
