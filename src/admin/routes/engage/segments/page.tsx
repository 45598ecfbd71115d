import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Users } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { Crumb } from "../../../components/common/crumb"
import { EmptyState, ErrorState } from "../../../components/common/states"
import { CursorFooter } from "../../../components/list/cursor-footer"
import { ArchivedSwitch, FolderFilter } from "../../../components/list/list-filters"
import { Search, Toolbar } from "../../../components/list/list-toolbar"
import { SegmentTemplates } from "../../../components/segments/segment-templates"
import { SegmentsTable } from "../../../components/segments/segments-table"
import { useSegmentFolders, useSegments } from "../../../hooks/api/segments"
import { useListParams } from "../../../hooks/use-list-params"

const SegmentsPage = () => {
  const { t } = useTranslation("engage")
  const params = useListParams()
  const { q, limit, cursor } = params
  const folder = params.param("folder")
  const archived = params.param("archived") === "true"
  const { data: folders } = useSegmentFolders()
  const { data, error, refetch, isFetching } = useSegments({
    q,
    limit,
    cursor,
    folder,
    archived: archived || undefined,
  })
  const empty = data && !data.segments.length

  return (
    <Container className="overflow-hidden p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 pt-4">
        <div>
          <Heading>{t("segments.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("segments.description")}
          </Text>
        </div>
        <Button size="small" variant="secondary" asChild>
          <Link to="/engage/segments/create">{t("segments.create")}</Link>
        </Button>
      </div>
      <Toolbar>
        <Search
          value={q}
          onChange={(text) => params.change({ q: text })}
          placeholder={t("segments.searchPlaceholder")}
        />
        <FolderFilter params={params} folders={folders} />
        <ArchivedSwitch params={params} label={t("segments.showArchived")} />
      </Toolbar>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} className="border-t" />
      ) : empty && q ? (
        <EmptyState
          className="border-t"
          title={t("list.noResults")}
          description={t("list.noResultsHint", { q })}
          action={{ label: t("list.clearSearch"), onClick: () => params.change({ q: undefined }) }}
        />
      ) : empty && (archived || folder) ? (
        <EmptyState
          className="border-t"
          title={t(archived ? "segments.noneArchived" : "segments.noneInFolder")}
          description={t("segments.noneHint")}
          action={{
            label: t("segments.showAll"),
            onClick: () => params.change({ folder: undefined, archived: undefined }),
          }}
        />
      ) : empty ? (
        <EmptyState
          className="border-t"
          icon={<Users />}
          title={t("segments.emptyTitle")}
          description={t("segments.emptyDescription")}
          action={{ label: t("segments.create"), to: "/engage/segments/create" }}
        />
      ) : (
        <>
          <div className="border-t">
            <SegmentsTable segments={data?.segments} isFetching={isFetching} />
          </div>
          <CursorFooter
            params={params}
            nextCursor={data?.next_cursor}
            rows={data?.segments.length ?? 0}
          />
        </>
      )}
      {data && !q && !cursor && !folder && !archived && <SegmentTemplates />}
    </Container>
  )
}

export const config = defineRouteConfig({
  label: "menu.segments",
  translationNs: "engage",
  rank: 2,
})

export const handle = { breadcrumb: () => <Crumb label="menu.segments" /> }

export default SegmentsPage
