import { Select, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { QualityChange, QualityField, QualityRun } from "../../../types/quality"
import { useQualityChanges } from "../../hooks/api/quality"
import { useFormat } from "../../hooks/use-format"
import { useListParams } from "../../hooks/use-list-params"
import { useQualityValue } from "../../hooks/use-quality-value"
import { EmptyState, ErrorState, Section } from "../common/states"
import { CursorFooter } from "../list/cursor-footer"
import { type Column, ListTable } from "../list/list-table"

const ALL = "all"

type RunChangesProps = { run: QualityRun; fields: { field: QualityField; people: number }[] }

/** Values before and after, by person. */
export function RunChanges({ run, fields }: RunChangesProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const valueOf = useQualityValue()
  const params = useListParams()
  const { limit, cursor } = params
  const field = params.param("field")
  const { data, error, refetch, isFetching } = useQualityChanges(run.id, run.state, {
    limit,
    cursor,
    field,
  })
  const columns: Column<QualityChange>[] = [
    {
      id: "person",
      header: t("quality.run.person"),
      cell: (change) => (
        <Text as="span" size="small" leading="compact" weight="plus">
          {change.name ?? change.email ?? "–"}
        </Text>
      ),
    },
    {
      id: "field",
      header: t("quality.run.field"),
      cell: ({ field }) => t(`quality.field.${field}`),
    },
    {
      id: "before",
      header: t("quality.run.before"),
      cell: ({ field, before }) => (
        <span className="text-ui-fg-subtle">{valueOf(field, before)}</span>
      ),
    },
    {
      id: "after",
      header: t("quality.run.after"),
      cell: ({ field, after }) => <span className="text-ui-fg-base">{valueOf(field, after)}</span>,
    },
  ]
  const filter = fields.length > 1 && (
    <div className="w-[220px]">
      <Select
        size="small"
        value={field ?? ALL}
        onValueChange={(chosen) => params.change({ field: chosen === ALL ? undefined : chosen })}
      >
        <Select.Trigger aria-label={t("quality.run.field")}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          <Select.Item value={ALL}>{t("quality.run.allFields")}</Select.Item>
          {fields.map(({ field: key, people }) => (
            <Select.Item key={key} value={key}>
              {`${t(`quality.field.${key}`)} (${format.number(people)})`}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
  return (
    <Section
      title={t("quality.run.changes")}
      description={t(run.kind === "check" ? "quality.run.wouldChange" : "quality.run.didChange")}
      actions={filter}
    >
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : data && !data.changes.length ? (
        <EmptyState title={t("quality.run.none")} description={t("quality.run.noneHint")} />
      ) : (
        <ListTable
          label={t("quality.run.changes")}
          columns={columns}
          rows={data?.changes}
          rowKey={(change) => change.profile_id + change.field}
          href={(change) => `/engage/profiles/${change.profile_id}`}
          isFetching={isFetching && !data}
        />
      )}
      <CursorFooter
        params={params}
        nextCursor={data?.next_cursor}
        rows={data?.changes.length ?? 0}
      />
    </Section>
  )
}
