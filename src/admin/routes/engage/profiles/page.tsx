import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Users } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { Crumb } from "../../../components/common/crumb"
import { DataAsOf } from "../../../components/common/freshness"
import { EmptyState, ErrorState } from "../../../components/common/states"
import { Chip } from "../../../components/common/chip"
import { CursorFooter } from "../../../components/list/cursor-footer"
import { ColumnsMenu } from "../../../components/list/columns-menu"
import { ListTable } from "../../../components/list/list-table"
import { Search, SortSelect, Toolbar } from "../../../components/list/list-toolbar"
import { ViewsMenu } from "../../../components/list/views-menu"
import { BulkBar } from "../../../components/profiles/bulk-bar"
import { TagFilter } from "../../../components/profiles/tag-filter"
import { HIDDEN_AT_FIRST, useProfileColumns } from "../../../components/profiles/profile-columns"
import { useProfiles } from "../../../hooks/api/profiles"
import { useListParams } from "../../../hooks/use-list-params"
import { useStored } from "../../../hooks/use-stored"
import { type ListedProfile, PROFILE_FILTERS } from "../../../../types/profile"

const ORDERS = ["-last_order_at", "-revenue", "-orders", "-created_at", "name"]

const ProfilesPage = () => {
  const { t } = useTranslation("engage")
  const params = useListParams({ order: "-last_order_at" })
  const { q, order, limit, cursor } = params
  const filters = params.param("filters")
  const tag = params.param("tag")
  const query = { q, order, limit, cursor, filters, tag }
  const { data, error, refetch, isFetching } = useProfiles(query)
  const columns = useProfileColumns()
  const [hidden, setHidden] = useStored("admin_engage_columns_profiles", HIDDEN_AT_FIRST)
  const [chosen, setChosen] = useState<Map<string, ListedProfile>>(new Map())

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
        <TagFilter params={params} />
        <div className="flex gap-x-2 md:ml-auto">
          <ViewsMenu list="profiles" hidden={hidden} onHidden={setHidden} />
          <ColumnsMenu columns={columns} hidden={hidden} onChange={setHidden} />
        </div>
      </Toolbar>
      <QuickFilters
        chosen={chosenFilters(filters)}
        onChange={(next) => params.change({ filters: next.join(",") || undefined })}
      />
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} className="border-t" />
      ) : data && !data.profiles.length ? (
        <NoProfiles
          q={
            q ||
            chosenFilters(filters)
              .map((filter) => t(`profiles.filter.${filter}`))
              .concat(tag ?? [])
              .join(", ")
          }
          onClear={() => params.change({ q: undefined, filters: undefined, tag: undefined })}
        />
      ) : (
        <>
          <BulkBar
            chosen={[...chosen.values()]}
            onClear={() => setChosen(new Map())}
            onErased={(ids) => setChosen(new Map([...chosen].filter(([id]) => !ids.includes(id))))}
          />
          <div className="border-t">
            <ListTable
              label={t("profiles.title")}
              columns={columns.filter(({ id }) => !hidden.includes(id))}
              selection={{
                chosen,
                onChange: setChosen,
                name: ({ name, email }) => name ?? email ?? "–",
              }}
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

const chosenFilters = (filters: string | undefined) => filters?.split(",") ?? []

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
