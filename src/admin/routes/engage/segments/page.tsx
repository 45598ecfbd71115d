import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Users } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { ListedSegment } from "../../../../types/segment"
import { Crumb } from "../../../components/common/crumb"
import { EmptyState, ErrorState } from "../../../components/common/states"
import { filedBy } from "../../../components/filing/filed-by"
import { FilingBar } from "../../../components/filing/filing-bar"
import { FilingFilters } from "../../../components/filing/filing-filters"
import { NothingFiled } from "../../../components/filing/nothing-filed"
import { useChosen } from "../../../components/filing/use-chosen"
import { ColumnsMenu } from "../../../components/list/columns-menu"
import { CursorFooter } from "../../../components/list/cursor-footer"
import { ListTable } from "../../../components/list/list-table"
import { Search, Toolbar } from "../../../components/list/list-toolbar"
import { SegmentDrafts } from "../../../components/segments/segment-drafts"
import { SegmentTemplates } from "../../../components/segments/segment-templates"
import { HIDDEN_AT_FIRST, useSegmentColumns } from "../../../components/segments/segment-columns"
import { useSegments } from "../../../hooks/api/segments"
import { useStored } from "../../../hooks/use-stored"
import { useListParams } from "../../../hooks/use-list-params"

const SegmentsPage = () => {
  const { t } = useTranslation("engage")
  const params = useListParams()
  const { q, limit, cursor } = params
  const filed = filedBy(params)
  const { data, error, refetch, isFetching } = useSegments({
    q,
    limit,
    cursor,
    ...filed.query,
  })
  const columns = useSegmentColumns()
  const [hidden, setHidden] = useStored("admin_engage_columns_segments", HIDDEN_AT_FIRST)
  const chosen = useChosen<ListedSegment>()
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
      <div className="px-6 pt-4 empty:hidden">
        <SegmentDrafts />
      </div>
      <Toolbar>
        <Search
          value={q}
          onChange={(text) => params.change({ q: text })}
          placeholder={t("segments.searchPlaceholder")}
        />
        <FilingFilters kind="segments" params={params} />
        <div className="flex md:ml-auto">
          <ColumnsMenu
            columns={columns.filter(({ id }) => id !== "actions")}
            hidden={hidden}
            onChange={setHidden}
          />
        </div>
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
      ) : empty && filed.narrowed ? (
        <NothingFiled params={params} archived={filed.archived} />
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
          <FilingBar kind="segments" chosen={chosen.rows} onClear={chosen.clear} />
          <div className="border-t">
            <ListTable
              label={t("segments.title")}
              columns={columns.filter(({ id }) => !hidden.includes(id))}
              rows={data?.segments}
              rowKey={(segment) => segment.id}
              href={(segment) => `/engage/segments/${segment.id}`}
              selection={chosen.selection}
              isFetching={isFetching}
            />
          </div>
          <CursorFooter
            params={params}
            nextCursor={data?.next_cursor}
            rows={data?.segments.length ?? 0}
          />
        </>
      )}
      {data && !q && !cursor && !filed.narrowed && <SegmentTemplates />}
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
