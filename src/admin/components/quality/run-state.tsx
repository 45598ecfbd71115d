import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { QualityRun, QualityRunState } from "../../../types/quality"
import { useFormat } from "../../hooks/use-format"

const tones = {
  waiting: "grey",
  running: "blue",
  done: "green",
  cancelled: "orange",
  undoing: "orange",
  undone: "grey",
} as const satisfies Record<QualityRunState, string>

/** Where a run stands. */
export function RunStateBadge({ run }: { run: QualityRun }) {
  const { t } = useTranslation("engage")
  return (
    <StatusBadge color={tones[run.state]} className="whitespace-nowrap">
      {t(`quality.runState.${run.state}`)}
    </StatusBadge>
  )
}

/** How far a run is, as a bar with its numbers. */
export function RunProgress({ run }: { run: QualityRun }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const total = run.total ?? 0
  const percent = total ? Math.min(100, Math.round((100 * run.checked) / total)) : 0
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <div
        role="progressbar"
        aria-label={t("quality.run.progress")}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="bg-ui-bg-component h-1.5 overflow-hidden rounded-full"
      >
        <div
          className="bg-ui-tag-blue-icon h-full rounded-full transition-[width]"
          style={{ width: `${percent}%` }}
        />
      </div>
      <Text size="small" className="text-ui-fg-subtle">
        {t("quality.run.soFar", {
          checked: format.number(run.checked),
          total: run.total === null ? "–" : format.number(run.total),
        })}
      </Text>
    </div>
  )
}
