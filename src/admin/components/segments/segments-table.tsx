import { Badge, Text, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Segment } from "../../../types/segment"
import { useFormat } from "../../hooks/use-format"
import { Time } from "../common/values"
import { type Column, ListTable } from "../list/list-table"

type SegmentsTableProps = { segments: Segment[] | undefined; isFetching: boolean }

/** Segments with their size and worth. */
export function SegmentsTable({ segments, isFetching }: SegmentsTableProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()

  const columns: Column<Segment>[] = [
    {
      id: "name",
      header: t("segments.columns.name"),
      cell: (segment) => (
        <span className="flex max-w-[380px] flex-col py-1">
          <Text as="span" size="small" leading="compact" weight="plus" className="truncate">
            {segment.folder && (
              <span className="text-ui-fg-subtle font-normal">{segment.folder} / </span>
            )}
            {segment.name}
          </Text>
          <Text
            as="span"
            size="xsmall"
            leading="compact"
            className={segment.error ? "text-ui-fg-error truncate" : "text-ui-fg-subtle truncate"}
            title={segment.error ?? segment.sentence}
          >
            {segment.error ?? segment.sentence}
          </Text>
        </span>
      ),
    },
    {
      id: "profiles",
      header: t("segments.columns.profiles"),
      align: "right",
      cell: (segment) => format.number(segment.profiles),
    },
    {
      id: "share",
      header: t("segments.columns.share"),
      align: "right",
      cell: (segment) => format.share(segment.share),
    },
    {
      id: "reachable",
      header: t("segments.columns.reachable"),
      align: "right",
      cell: (segment) => format.number(segment.reachable_email),
    },
    {
      id: "reachable_sms",
      header: t("segments.columns.reachableSms"),
      align: "right",
      cell: (segment) => format.number(segment.reachable_sms),
    },
    {
      id: "revenue",
      header: t("segments.columns.revenue"),
      align: "right",
      cell: (segment) => format.money(segment.revenue, segment.currency),
    },
    {
      id: "revenue_share",
      header: t("segments.columns.revenueShare"),
      align: "right",
      cell: (segment) => format.share(segment.revenue_share),
    },
    {
      id: "aov",
      header: t("segments.columns.aov"),
      align: "right",
      cell: (segment) => format.money(segment.aov, segment.currency),
    },
    {
      id: "ltv",
      header: t("segments.columns.ltv"),
      align: "right",
      cell: (segment) => format.money(segment.ltv, segment.currency),
    },
    {
      id: "evaluated",
      header: t("segments.columns.updated"),
      cell: (segment) => <Time at={segment.evaluated_at} style="relative" />,
    },
    {
      id: "used",
      header: t("segments.columns.usedIn"),
      cell: (segment) =>
        segment.used_in.length ? (
          <Tooltip content={segment.used_in.map((use) => use.name).join(", ")}>
            <span>
              <Badge size="2xsmall">
                {t("segments.usedIn", { count: segment.used_in.length })}
              </Badge>
            </span>
          </Tooltip>
        ) : (
          "–"
        ),
    },
  ]

  return (
    <ListTable
      label={t("segments.title")}
      columns={columns}
      rows={segments}
      rowKey={(segment) => segment.id}
      href={(segment) => `/engage/segments/${segment.id}`}
      isFetching={isFetching}
    />
  )
}
