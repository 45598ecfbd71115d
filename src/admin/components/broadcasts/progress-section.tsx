import { Alert, Container, Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Broadcast, PeopleKind } from "../../../types/broadcast"
import { isMoving } from "../../hooks/api/broadcasts"
import { useFormat } from "../../hooks/use-format"

const parts = [
  ["accepted", "bg-ui-tag-green-icon"],
  ["failed", "bg-ui-tag-red-icon"],
  ["uncertain", "bg-ui-tag-orange-icon"],
  ["skipped", "bg-ui-tag-neutral-icon"],
  ["waiting", "bg-ui-bg-component-pressed"],
] as const satisfies [PeopleKind, string][]

/** How far the sending is, every message in exactly one part of the bar. */
export function ProgressSection({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { progress, status, waiting: reason } = broadcast

  if (!progress || (status === "freezing" && !progress.frozen)) {
    return (
      <Container className="px-6 py-4">
        <Text size="small" className="text-ui-fg-subtle" role="status">
          {t("broadcasts.progress.freezing")}
        </Text>
      </Container>
    )
  }

  const { frozen, waiting, rate } = progress
  const done = frozen - waiting
  const left = rate > 0 ? format.duration((waiting / rate) * 1000) : undefined

  return (
    <Container className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <Text size="small" leading="compact" weight="plus" role="status">
          {t(`broadcasts.progress.${waiting && status !== "cancelled" ? status : "done"}`, {
            done: format.number(done),
            total: format.number(frozen),
          })}
        </Text>
        {isMoving(broadcast) && waiting > 0 && (
          <Text size="small" leading="compact" className="text-ui-fg-subtle tabular-nums">
            {t("broadcasts.progress.rate", { rate: format.decimal(rate, rate < 10 ? 1 : 0) })}
            {left && ` · ${t("broadcasts.progress.left", { time: left })}`}
          </Text>
        )}
      </div>
      {status === "paused" && progress.braked && (
        <Alert variant="warning">
          {t("broadcasts.progress.braked", {
            time: format.dateTime(progress.braked.at),
            tried: format.number(progress.braked.tried),
            dead: format.number(progress.braked.dead),
            complained: format.number(progress.braked.complained),
          })}
        </Alert>
      )}
      <div
        role="progressbar"
        aria-label={t("broadcasts.progress.label")}
        aria-valuemin={0}
        aria-valuemax={frozen}
        aria-valuenow={done}
        className="bg-ui-bg-component flex h-2.5 w-full overflow-hidden rounded-full"
      >
        {parts.map(([part, color]) => (
          <div
            key={part}
            className={clx("h-full transition-all", color)}
            style={{ width: `${frozen ? (progress[part] / frozen) * 100 : 0}%` }}
          />
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {parts.map(([part, color]) => (
          <li key={part}>
            <Link
              to={`/engage/broadcasts/${broadcast.id}/people?kind=${part}`}
              title={t(`broadcasts.progress.hint.${part}`)}
              className="txt-compact-small text-ui-fg-subtle hover:text-ui-fg-base focus-visible:shadow-borders-focus flex items-center gap-x-1.5 rounded-sm outline-none"
            >
              <span aria-hidden className={clx("size-2 rounded-full", color)} />
              {t(`broadcasts.kind.${part}`)}
              <span className="text-ui-fg-base tabular-nums">{format.number(progress[part])}</span>
            </Link>
          </li>
        ))}
      </ul>
      {reason && (
        <Text size="small" className="text-ui-fg-subtle">
          {t(`broadcastPlan.waiting.${reason.why}`, { until: format.dateTime(reason.until) })}
          {reason.eta &&
            ` · ${t("broadcastPlan.waiting.eta", { eta: format.dateTime(reason.eta) })}`}
        </Text>
      )}
      {progress.last_error && (status === "paused" || progress.failed + progress.uncertain > 0) && (
        <Text size="small" className="text-ui-fg-error">
          {t("broadcasts.progress.lastError", { error: progress.last_error })}
        </Text>
      )}
    </Container>
  )
}
