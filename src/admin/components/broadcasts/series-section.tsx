import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Broadcast } from "../../../types/broadcast"
import type { BroadcastSeries, SeriesRun } from "../../../types/broadcast-series"
import { useBroadcastSeries } from "../../hooks/api/broadcast-series"
import { useFormat } from "../../hooks/use-format"
import { useListParams } from "../../hooks/use-list-params"
import { StatusOf } from "../common/badges"
import { ErrorState, Section } from "../common/states"
import { Time } from "../common/values"
import { CursorFooter } from "../list/cursor-footer"
import { type Column, ListTable } from "../list/list-table"
import { SeriesControls } from "./series-controls"

const linkClass =
  "text-ui-tag-blue-text hover:underline focus-visible:shadow-borders-focus rounded-sm outline-none"

/** The runs of a repeating broadcast: the one to come, and what became of those before. */
export function SeriesSection({ broadcast: { id } }: { broadcast: Broadcast }) {
  const { t } = useTranslation("engage")
  const params = useListParams()
  const { limit, cursor } = params
  const { data, error, refetch, isFetching } = useBroadcastSeries(id, { limit, cursor })
  const columns = useColumns(id)

  return (
    <Section
      title={t("broadcastPlan.series.title")}
      description={t("broadcastPlan.series.hint")}
      actions={data?.next && <SeriesControls id={id} next={data.next} />}
    >
      {data && <NextRun id={id} next={data.next} />}
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : data && !data.runs.length ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("broadcastPlan.series.empty")}
        </Text>
      ) : (
        <ListTable
          label={t("broadcastPlan.series.title")}
          columns={columns}
          rows={data?.runs}
          rowKey={(run) => run.id || run.at}
          isFetching={isFetching && !data}
          skeletonRows={2}
        />
      )}
      <CursorFooter params={params} nextCursor={data?.next_cursor} rows={data?.runs.length ?? 0} />
    </Section>
  )
}

function NextRun({ id, next }: { id: string; next: BroadcastSeries["next"] }) {
  const { t } = useTranslation("engage")
  const name = t("broadcastPlan.series.next")
  return (
    <div className="px-6 py-3">
      {next && (
        <Text size="small" weight="plus" as="span" className="pr-2">
          {next.id === id ? (
            name
          ) : (
            <Link to={`/engage/broadcasts/${next.id}`} className={linkClass}>
              {name}
            </Link>
          )}
        </Text>
      )}
      <Text size="small" as="span" className="text-ui-fg-subtle">
        {next?.at ? <Time at={next.at} /> : t(`broadcastPlan.series.${next ? "paused" : "ended"}`)}
      </Text>
      {next?.note && (
        <Text size="small" className="text-ui-fg-error" role="alert">
          {t("broadcastPlan.series.stuck", { note: next.note })}
        </Text>
      )}
    </div>
  )
}

function useColumns(id: string): Column<SeriesRun>[] {
  const { t } = useTranslation("engage")
  const format = useFormat()
  return [
    {
      id: "when",
      header: t("broadcastPlan.series.when"),
      cell: (run) =>
        run.id && run.id !== id ? (
          <Link to={`/engage/broadcasts/${run.id}`} className={linkClass}>
            <Time at={run.at} />
          </Link>
        ) : (
          <Time at={run.at} />
        ),
    },
    {
      id: "status",
      header: t("broadcastPlan.series.status"),
      cell: (run) => <RunStatus run={run} />,
    },
    {
      id: "sent",
      header: t("broadcastPlan.series.sent"),
      align: "right",
      cell: (run) => (run.sent === null ? "–" : format.number(run.sent)),
    },
  ]
}

function RunStatus({ run: { status, note } }: { run: SeriesRun }) {
  const { t } = useTranslation("engage")
  if (status !== "missed") return <StatusOf status={status} />
  return (
    <span className="flex flex-col">
      <StatusBadge color="orange">{t("broadcastPlan.series.missed")}</StatusBadge>
      <Text as="span" size="xsmall" className="text-ui-fg-subtle">
        {note ? t("broadcastPlan.series.stuck", { note }) : t("broadcastPlan.series.missedWhy")}
      </Text>
    </span>
  )
}
