import { useTranslation } from "react-i18next"
import type { AudienceMember } from "../../../types/audience"
import { useAudienceMembers } from "../../hooks/api/audiences"
import { useFormat } from "../../hooks/use-format"
import { useListParams } from "../../hooks/use-list-params"
import { RfmBadge } from "../common/badges"
import { PersonCell } from "../common/person"
import { EmptyState, ErrorState, Section } from "../common/states"
import { Time } from "../common/values"
import { CursorFooter } from "../list/cursor-footer"
import { type Column, ListTable } from "../list/list-table"

/** The people of an audience and since when they are in it. */
export function AudienceMembers({ id }: { id: string }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const params = useListParams()
  const { limit, cursor } = params
  const { data, error, refetch, isFetching } = useAudienceMembers(id, { limit, cursor })

  const columns: Column<AudienceMember>[] = [
    {
      id: "person",
      header: t("profiles.columns.person"),
      cell: (member) => <PersonCell person={member} />,
    },
    {
      id: "rfm",
      header: t("profiles.columns.rfm"),
      cell: (member) => <RfmBadge group={member.rfm_group} />,
    },
    {
      id: "orders",
      header: t("profiles.columns.orders"),
      align: "right",
      cell: (member) => format.number(member.orders),
    },
    {
      id: "revenue",
      header: t("profiles.columns.revenue"),
      align: "right",
      cell: (member) => format.money(member.revenue, member.currency),
    },
    {
      id: "last",
      header: t("profiles.columns.lastOrder"),
      cell: (member) => <Time at={member.last_order_at} style="date" />,
    },
    {
      id: "added",
      header: t("segments.columns.entered"),
      cell: (member) => <Time at={member.added_at} style="date" />,
    },
  ]

  return (
    <Section title={t("segments.members.title")}>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : data && !data.members.length ? (
        <EmptyState
          title={t("audiences.membersEmpty")}
          description={t("audiences.membersEmptyHint")}
        />
      ) : (
        <>
          <ListTable
            label={t("segments.members.title")}
            columns={columns}
            rows={data?.members}
            rowKey={(member) => member.id}
            href={(member) => `/engage/profiles/${member.id}`}
            isFetching={isFetching}
          />
          <CursorFooter
            params={params}
            nextCursor={data?.next_cursor}
            rows={data?.members.length ?? 0}
          />
        </>
      )}
    </Section>
  )
}
