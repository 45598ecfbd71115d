import { useTranslation } from "react-i18next"
import type { ListedSegment } from "../../../types/segment"
import { useFormat } from "../../hooks/use-format"
import { Time } from "../common/values"
import { FiledMenu } from "../filing/filed-menu"
import { FiledName } from "../filing/filed-name"
import { UsedIn } from "../filing/used-in"
import type { Column } from "../list/list-table"

/** Columns that are not shown until somebody asks for them. */
export const HIDDEN_AT_FIRST = ["revenue_share", "ltv"]

/** Columns of a table of segments: their size and worth, and what can be done with each. */
export function useSegmentColumns(): Column<ListedSegment>[] {
  const { t } = useTranslation("engage")
  const format = useFormat()

  return [
    {
      id: "name",
      header: t("segments.columns.name"),
      cell: (segment) => (
        <FiledName
          row={segment}
          detail={segment.error ?? segment.sentence}
          error={segment.error !== null}
          title={segment.error ?? segment.sentence}
        />
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
      header: t("filing.usedIn"),
      cell: (segment) => <UsedIn uses={segment.used_in} />,
    },
    {
      id: "actions",
      header: <span className="sr-only">{t("actions.more")}</span>,
      align: "right",
      cell: (segment) => (
        <FiledMenu
          kind="segments"
          row={segment}
          edit={`/engage/segments/${segment.id}/edit`}
          copied={(id) => `/engage/segments/${id}`}
        />
      ),
    },
  ]
}
