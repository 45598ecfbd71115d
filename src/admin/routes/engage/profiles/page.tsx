import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Users } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { RfmBadge, ChannelIcons } from "../../../components/common/badges"
import { Crumb } from "../../../components/common/crumb"
import { DataAsOf } from "../../../components/common/freshness"
import { PersonCell } from "../../../components/common/person"
import { EmptyState, ErrorState } from "../../../components/common/states"
import { Time } from "../../../components/common/values"
import { Chip } from "../../../components/common/chip"
import { CursorFooter } from "../../../components/list/cursor-footer"
import { type Column, ListTable } from "../../../components/list/list-table"
import { Search, SortSelect, Toolbar } from "../../../components/list/list-toolbar"
import { useProfiles } from "../../../hooks/api/profiles"
import { useFormat } from "../../../hooks/use-format"
import { useListParams } from "../../../hooks/use-list-params"
import { PROFILE_FILTERS, type ProfileListItem } from "../../../../types/profile"

const ORDERS = ["-last_order_at", "-revenue", "-orders", "-created_at", "name"]

const ProfilesPage = () => {
  const { t } = useTranslation("engage")
  const params = useListParams({ order: "-last_order_at" })
  const { q, order, limit, cursor } = params
  const filters = params.param("filters")
  const { data, error, refetch, isFetching } = useProfiles({ q, order, limit, cursor, filters })
  const columns = useProfileColumns()

  return (
    <Container className="overflow-hidden p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 pt-4">
        <div>
          <Heading>{t("profiles.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("profiles.description")}
          </Text>
        </div>
        <div className="flex flex-wrap items-center justify-end gap-2">
          <DataAsOf at={data?.data_as_of} />
          <Button size="small" variant="secondary" asChild>
            <Link to="/engage/profiles/duplicates">{t("duplicates.title")}</Link>
          </Button>
          <Button size="small" variant="secondary" asChild>
            <Link to="/engage/profiles/fields">{t("fields.title")}</Link>
          </Button>
        </div>
      </div>
      <Toolbar>
        <Search
          value={q}
          onChange={(text) => params.change({ q: text })}
          placeholder={t("profiles.searchPlaceholder")}
        />
        <SortSelect
          params={params}
          options={ORDERS.map((value) => ({ value, label: t(`profiles.order.${value}`) }))}
        />
      </Toolbar>
      <QuickFilters
        chosen={filters?.split(",") ?? []}
        onChange={(next) => params.change({ filters: next.join(",") || undefined })}
      />
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} className="border-t" />
      ) : data && !data.profiles.length ? (
        <NoProfiles
          q={q || (filters ? t("profiles.quickFilters") : "")}
          onClear={() => params.change({ q: undefined, filters: undefined })}
        />
      ) : (
        <>
          <div className="border-t">
            <ListTable
              label={t("profiles.title")}
              columns={columns}
              rows={data?.profiles}
              rowKey={(profile) => profile.id}
              href={(profile) => `/engage/profiles/${profile.id}`}
              order={order}
              onOrder={(value) => params.change({ order: value })}
              isFetching={isFetching}
            />
          </div>
          <CursorFooter
            params={params}
            nextCursor={data?.next_cursor}
            rows={data?.profiles.length ?? 0}
          />
        </>
      )}
    </Container>
  )
}

/** One press narrows the list; another takes it back. */
function QuickFilters(props: { chosen: string[]; onChange: (next: string[]) => void }) {
  const { t } = useTranslation("engage")
  const { chosen, onChange } = props
  return (
    <div
      role="group"
      aria-label={t("profiles.quickFilters")}
      className="flex flex-wrap gap-2 px-6 pb-4"
    >
      {PROFILE_FILTERS.map((filter) => {
        const active = chosen.includes(filter)
        return (
          <Chip
            key={filter}
            active={active}
            label={t(`profiles.filter.${filter}`)}
            onClick={() =>
              onChange(active ? chosen.filter((f) => f !== filter) : [...chosen, filter])
            }
          />
        )
      })}
    </div>
  )
}

/** Columns of a table of people: who they are, what they bought, where they can be reached. */
function useProfileColumns(): Column<ProfileListItem>[] {
  const { t } = useTranslation("engage")
  const format = useFormat()
  return [
    {
      id: "name",
      header: t("profiles.columns.person"),
      sort: "name",
      cell: (profile) => <PersonCell person={profile} />,
    },
    {
      id: "rfm",
      header: t("profiles.columns.rfm"),
      cell: (profile) => <RfmBadge group={profile.rfm_group} />,
    },
    {
      id: "orders",
      header: t("profiles.columns.orders"),
      sort: "orders",
      align: "right",
      cell: (profile) => format.number(profile.orders),
    },
    {
      id: "revenue",
      header: t("profiles.columns.revenue"),
      sort: "revenue",
      align: "right",
      cell: (profile) => format.money(profile.revenue, profile.currency),
    },
    {
      id: "aov",
      header: t("profiles.columns.aov"),
      align: "right",
      cell: (profile) => format.money(profile.aov, profile.currency),
    },
    {
      id: "last_order_at",
      header: t("profiles.columns.lastOrder"),
      sort: "last_order_at",
      cell: (profile) => <Time at={profile.last_order_at} style="date" />,
    },
    {
      id: "channels",
      header: t("profiles.columns.channels"),
      cell: (profile) => <ChannelIcons channels={profile.subscribed} />,
    },
  ]
}

function NoProfiles({ q, onClear }: { q: string; onClear: () => void }) {
  const { t } = useTranslation("engage")
  if (q) {
    return (
      <EmptyState
        title={t("list.noResults")}
        description={t("list.noResultsHint", { q })}
        action={{ label: t("list.clearSearch"), onClick: onClear }}
        className="border-t"
      />
    )
  }
  return (
    <EmptyState
      icon={<Users />}
      title={t("profiles.emptyTitle")}
      description={t("profiles.emptyDescription")}
      action={{ label: t("profiles.emptyAction"), to: "/settings/engage#sources" }}
      className="border-t"
    />
  )
}

export const config = defineRouteConfig({
  label: "menu.profiles",
  translationNs: "engage",
  rank: 1,
})

export const handle = { breadcrumb: () => <Crumb label="menu.profiles" /> }

export default ProfilesPage
