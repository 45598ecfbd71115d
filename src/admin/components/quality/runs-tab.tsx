import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { QualityRun } from "../../../types/quality"
import { useQualityRuns } from "../../hooks/api/quality"
import { useFormat } from "../../hooks/use-format"
import type { ListParams } from "../../hooks/use-list-params"
import { EmptyState, ErrorState, Section } from "../common/states"
import { Time } from "../common/values"
import { CursorFooter } from "../list/cursor-footer"
import { type Column, ListTable } from "../list/list-table"
import { RunStateBadge } from "./run-state"

/** Checks and repairs, latest first. */
export function RunsTab({ params }: { params: ListParams }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { limit, cursor } = params
  const { data, error, refetch, isFetching } = useQualityRuns({ limit, cursor })
  const columns: Column<QualityRun>[] = [
    {
      id: "rules",
      header: t("quality.run.what"),
      cell: (run) => (
        <Text as="span" size="small" leading="compact" weight="plus">
          {run.rules.map((rule) => t(`quality.rule.${rule}.name`)).join(", ")}
        </Text>
      ),
    },
    { id: "kind", header: t("quality.run.kind"), cell: (run) => t(`quality.kind.${run.kind}`) },
    { id: "state", header: t("quality.run.state"), cell: (run) => <RunStateBadge run={run} /> },
    {
      id: "changed",
      header: t("quality.run.changed"),
      align: "right",
      cell: (run) => format.number(run.changed),
    },
    { id: "when", header: t("quality.run.when"), cell: (run) => <Time at={run.created_at} /> },
  ]
  return (
    <Section title={t("quality.run.title")} description={t("quality.run.hint")}>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : data && !data.runs.length ? (
        <EmptyState title={t("quality.run.empty")} description={t("quality.run.emptyHint")} />
      ) : (
        <ListTable
          label={t("quality.run.title")}
          columns={columns}
          rows={data?.runs}
          rowKey={(run) => run.id}
          href={(run) => `/engage/quality/runs/${run.id}`}
          isFetching={isFetching && !data}
        />
      )}
      <CursorFooter params={params} nextCursor={data?.next_cursor} rows={data?.runs.length ?? 0} />
    </Section>
  )
}
