import { defineRouteConfig } from "@medusajs/admin-sdk"
import { UserGroup } from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Audience } from "../../../../types/audience"
import { CreateAudience } from "../../../components/segments/create-audience"
import { Crumb } from "../../../components/common/crumb"
import { EmptyState, ErrorState } from "../../../components/common/states"
import { Time } from "../../../components/common/values"
import { CursorFooter } from "../../../components/list/cursor-footer"
import { ArchivedSwitch, FolderFilter } from "../../../components/list/list-filters"
import { Search, Toolbar } from "../../../components/list/list-toolbar"
import { type Column, ListTable } from "../../../components/list/list-table"
import { useAudienceFolders, useAudiences } from "../../../hooks/api/audiences"
import { useFormat } from "../../../hooks/use-format"
import { useListParams } from "../../../hooks/use-list-params"

const AudiencesPage = () => {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const params = useListParams()
  const { q, limit, cursor } = params
  const archived = params.param("archived") === "true"
  const folder = params.param("folder")
  const { data: folders } = useAudienceFolders()
  const { data, error, refetch, isFetching } = useAudiences({
    q,
    folder,
    limit,
    cursor,
    archived: archived || undefined,
  })

  const none =
    archived || folder
      ? {
          title: archived ? "audiences.noneArchived" : "audiences.noneInFolder",
          description: archived ? "audiences.noneArchivedHint" : "audiences.noneInFolderHint",
        }
      : { title: "audiences.emptyTitle", description: "audiences.emptyDescription" }

  const columns: Column<Audience>[] = [
    {
      id: "name",
      header: t("audiences.name"),
      cell: (audience) => (
        <span className="flex max-w-[380px] flex-col py-1">
          <Text as="span" size="small" leading="compact" weight="plus" className="truncate">
            {audience.folder && (
              <span className="text-ui-fg-subtle font-normal">{audience.folder} / </span>
            )}
            {audience.name}
          </Text>
          <Text as="span" size="xsmall" leading="compact" className="text-ui-fg-subtle truncate">
            {audience.origin_sentence ?? t(`audiences.origin.${audience.origin.kind}`)}
          </Text>
        </span>
      ),
    },
    {
      id: "profiles",
      header: t("audiences.people"),
      align: "right",
      cell: (audience) => format.number(audience.profiles),
    },
    {
      id: "taken",
      header: t("audiences.takenOn"),
      cell: (audience) => <Time at={audience.taken_at} style="date" />,
    },
    {
      id: "since",
      header: t("audiences.revenueSince"),
      align: "right",
      cell: (audience) => format.money(audience.since.revenue, audience.currency),
    },
    {
      id: "buyers",
      header: t("audiences.buyersSince"),
      align: "right",
      cell: (audience) => format.number(audience.since.buyers),
    },
  ]

  return (
    <Container className="overflow-hidden p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 pt-4">
        <div>
          <Heading>{t("audiences.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("audiences.description")}
          </Text>
        </div>
        <CreateAudience />
      </div>
      <Toolbar>
        <Search
          value={q}
          onChange={(text) => params.change({ q: text })}
          placeholder={t("audiences.search")}
        />
        <FolderFilter params={params} folders={folders} />
        <ArchivedSwitch params={params} label={t("audiences.showArchived")} />
      </Toolbar>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} className="border-t" />
      ) : data && !data.audiences.length ? (
        <EmptyState
          className="border-t"
          icon={<UserGroup />}
          title={t(q ? "list.noResults" : none.title)}
          description={q ? t("list.noResultsHint", { q }) : t(none.description)}
        />
      ) : (
        <>
          <div className="border-t">
            <ListTable
              label={t("audiences.title")}
              columns={columns}
              rows={data?.audiences}
              rowKey={(audience) => audience.id}
              href={(audience) => `/engage/audiences/${audience.id}`}
              isFetching={isFetching}
            />
          </div>
          <CursorFooter
            params={params}
            nextCursor={data?.next_cursor}
            rows={data?.audiences.length ?? 0}
          />
        </>
      )}
    </Container>
  )
}

export const config = defineRouteConfig({
  label: "menu.audiences",
  translationNs: "engage",
  rank: 3,
})

export const handle = { breadcrumb: () => <Crumb label="menu.audiences" /> }

export default AudiencesPage
