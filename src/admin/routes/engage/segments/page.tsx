import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Users } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { Crumb } from "../../../components/common/crumb"
import { FiledList } from "../../../components/filing/filed-list"
import { filedBy } from "../../../components/filing/filed-by"
import { ColumnsMenu } from "../../../components/list/columns-menu"
import { ListTable } from "../../../components/list/list-table"
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
  const query = useSegments({
    q,
    limit,
    cursor,
    ...filed.query,
  })
  const columns = useSegmentColumns()
  const [hidden, setHidden] = useStored("admin_engage_columns_segments", HIDDEN_AT_FIRST)

  return (
    <FiledList
      kind="segments"
      title={t("segments.title")}
      description={t("segments.description")}
      actions={
        <Button size="small" variant="secondary" asChild>
          <Link to="/engage/segments/create">{t("segments.create")}</Link>
        </Button>
      }
      notice={<SegmentDrafts />}
      search={t("segments.searchPlaceholder")}
      tools={
        <ColumnsMenu
          columns={columns.filter(({ id }) => id !== "actions")}
          hidden={hidden}
          onChange={setHidden}
        />
      }
      params={params}
      query={query}
      rows={query.data?.segments}
      empty={{
        icon: <Users />,
        title: t("segments.emptyTitle"),
        description: t("segments.emptyDescription"),
        action: { label: t("segments.create"), to: "/engage/segments/create" },
      }}
      table={(selection) => (
        <ListTable
          label={t("segments.title")}
          columns={columns.filter(({ id }) => !hidden.includes(id))}
          rows={query.data?.segments}
          rowKey={(segment) => segment.id}
          href={(segment) => `/engage/segments/${segment.id}`}
          selection={selection}
          isFetching={query.isFetching}
        />
      )}
    >
      {query.data && !q && !cursor && !filed.narrowed && <SegmentTemplates />}
    </FiledList>
  )
}

export const config = defineRouteConfig({
  label: "menu.segments",
  translationNs: "engage",
  rank: 2,
})

export const handle = { breadcrumb: () => <Crumb label="menu.segments" /> }

export default SegmentsPage
