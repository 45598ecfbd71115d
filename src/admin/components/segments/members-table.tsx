import type { UseQueryResult } from "@tanstack/react-query"
import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"
import type { ProfileListItem } from "../../../types/profile"
import { useFormat } from "../../hooks/use-format"
import type { ListParams } from "../../hooks/use-list-params"
import { RfmBadge } from "../common/badges"
import { PersonCell } from "../common/person"
import { EmptyState, ErrorState, Section } from "../common/states"
import { Time } from "../common/values"
import { CursorFooter } from "../list/cursor-footer"
import { type Column, ListTable } from "../list/list-table"

type MembersTableProps<Member> = {
  query: UseQueryResult<{ members: Member[]; next_cursor: string | null }>
  params: ListParams
  /** Since when a person is a member. */
  since: (member: Member) => string
  empty: ComponentProps<typeof EmptyState>
}

/** The people of a segment or an audience, and since when they are in it. */
export function MembersTable<Member extends ProfileListItem>({
  query: { data, error, refetch, isFetching },
  params,
  since,
  empty,
}: MembersTableProps<Member>) {
  const { t } = useTranslation("engage")
  const format = useFormat()

  const columns: Column<Member>[] = [
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
      id: "entered",
      header: t("segments.columns.entered"),
      cell: (member) => <Time at={since(member)} style="date" />,
    },
  ]

  return (
    <Section title={t("segments.members.title")}>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : data && !data.members.length ? (
        <EmptyState {...empty} />
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
