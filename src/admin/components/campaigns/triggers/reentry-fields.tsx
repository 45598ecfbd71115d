import { useTranslation } from "react-i18next"
import type { Reentry } from "../../../../types/campaign-plan"
import { ChoiceInput, NumberInput } from "../inputs/inputs"

const START: { [Mode in Reentry["mode"]]: Extract<Reentry, { mode: Mode }> } = {
  once: { mode: "once" },
  after_days: { mode: "after_days", days: 30 },
  at_most: { mode: "at_most", times: 3 },
  one_at_a_time: { mode: "one_at_a_time" },
  per_object: { mode: "per_object" },
  always: { mode: "always" },
}

type ReentryFieldsProps = { reentry: Reentry; onChange: (reentry: Reentry, tag?: string) => void }

/** How often one person may come in. */
export function ReentryFields({ reentry, onChange }: ReentryFieldsProps) {
  const { t } = useTranslation("engage")
  return (
    <>
      <ChoiceInput
        label={t("campaigns.entry.reentry")}
        value={reentry.mode}
        options={Object.keys(START).map((mode) => [mode, t(`campaigns.reentry.${mode}`)])}
        onChange={(mode) => onChange(START[mode as Reentry["mode"]])}
      />
      {reentry.mode === "after_days" && (
        <div className="grid grid-cols-2 items-end gap-x-2">
          <NumberInput
            label={t("campaignTriggers.days")}
            min={1}
            max={3_650}
            value={reentry.days}
            onChange={(days) => onChange({ ...reentry, days }, "days")}
          />
          <ChoiceInput
            label={t("campaigns.reentry.from")}
            value={reentry.from ?? "entry"}
            options={[
              ["entry", t("campaigns.reentry.fromEntry")],
              ["exit", t("campaigns.reentry.fromExit")],
            ]}
            onChange={(from) => onChange({ ...reentry, from: from as "entry" | "exit" })}
          />
        </div>
      )}
      {reentry.mode === "at_most" && (
        <NumberInput
          label={t("campaigns.reentry.times")}
          min={1}
          max={1_000}
          value={reentry.times}
          onChange={(times) => onChange({ mode: "at_most", times }, "times")}
        />
      )}
    </>
  )
}
