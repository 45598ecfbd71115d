import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { PlanItem } from "../../../types/calendar"
import { useFormat } from "../../hooks/use-format"
import { StatusOf } from "../common/badges"
import { Time } from "../common/values"
import { type Column, ListTable } from "../list/list-table"

type PlanTableProps = {
  items: PlanItem[] | undefined
  currency: string | undefined
  isFetching?: boolean
}

/** Broadcasts and campaigns together: where each stands, when it goes on, and what came of it. */
export function PlanTable({ items, currency, isFetching }: PlanTableProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const columns: Column<PlanItem>[] = [
    {
      id: "name",
      header: t("calendar.column.name"),
      cell: (item) => (
        <span className="flex max-w-[360px] flex-col py-1">
          <Text as="span" size="small" leading="compact" weight="plus" className="truncate">
            {item.name}
          </Text>
          <Text as="span" size="xsmall" leading="compact" className="text-ui-fg-subtle truncate">
            <How item={item} />
          </Text>
        </span>
      ),
    },
    {
      id: "kind",
      header: t("calendar.column.kind"),
      cell: ({ kind }) => <KindBadge kind={kind} />,
    },
    {
      id: "status",
      header: t("calendar.plan.column.status"),
      cell: (item) =>
        item.kind === "broadcast" ? (
          <StatusOf status={item.status} />
        ) : (
          <StatusOf status={item.status} />
        ),
    },
    {
      id: "next",
      header: t("calendar.plan.column.next"),
      cell: ({ next_at }) => <Time at={next_at} />,
    },
    {
      id: "last",
      header: t("calendar.plan.column.last"),
      cell: ({ last_at }) => <Time at={last_at} />,
    },
    {
      id: "sent",
      header: t("calendar.plan.column.sent"),
      align: "right",
      cell: ({ sent }) => format.number(sent),
    },
    {
      id: "opened",
      header: t("calendar.plan.column.opened"),
      align: "right",
      cell: ({ sent, opened }) => format.share(sent ? opened / sent : null),
    },
    {
      id: "revenue",
      header: t("calendar.plan.column.revenue"),
      align: "right",
      cell: ({ revenue }) => format.money(revenue, currency!),
    },
  ]
  return (
    <ListTable
      label={t("calendar.plan.title")}
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
      href={({ kind, id }) => `/engage/${kind}s/${id}`}
      isFetching={isFetching}
    />
  )
}

/** What a broadcast is sent by, or what lets people into a campaign. */
function How({ item: { kind, channel, trigger } }: { item: PlanItem }) {
  const { t } = useTranslation("engage")
  if (kind === "broadcast") return t(`channel.${channel}`)
  return trigger ? t(`campaignTriggers.name.${trigger}`) : t("campaigns.noTrigger")
}

/** Whether it is a broadcast or a campaign. */
export function KindBadge({ kind }: Pick<PlanItem, "kind">) {
  const { t } = useTranslation("engage")
  return (
    <Badge size="2xsmall" color={kind === "broadcast" ? "purple" : "grey"}>
      {t(`calendar.kind.${kind}`)}
    </Badge>
  )
}
