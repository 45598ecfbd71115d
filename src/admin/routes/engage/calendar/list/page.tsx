import { Button, Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { PLAN_KINDS, PLAN_STANDINGS } from "../../../../../types/calendar"
import { PlanTable } from "../../../../components/calendar/plan-table"
import { Crumb } from "../../../../components/common/crumb"
import { PageHeader } from "../../../../components/common/page-header"
import { EmptyState, ErrorState } from "../../../../components/common/states"
import { CursorFooter } from "../../../../components/list/cursor-footer"
import { StatusFilter } from "../../../../components/list/list-filters"
import { Search, Toolbar } from "../../../../components/list/list-toolbar"
import { usePlan } from "../../../../hooks/api/calendar"
import { useListParams } from "../../../../hooks/use-list-params"

const PlanListPage = () => {
  const { t } = useTranslation("engage")
  const params = useListParams()
  const { q, limit, cursor } = params
  const kind = params.param("kind")
  const status = params.param("status")
  const { data, error, refetch, isFetching } = usePlan({ q, kind, status, limit, cursor })
  const filtered = Boolean(q || kind || status)

  return (
    <div className="flex flex-col gap-y-3">
      <PageHeader
        title={t("calendar.plan.title")}
        description={t("calendar.plan.description")}
        actions={
          <Button size="small" variant="secondary" asChild>
            <Link to="/engage/calendar">{t("calendar.plan.toCalendar")}</Link>
          </Button>
        }
      />
      <Container className="overflow-hidden p-0">
        <Toolbar>
          <Search
            value={q}
            onChange={(text) => params.change({ q: text })}
            placeholder={t("calendar.plan.search")}
          />
          <StatusFilter
            params={params}
            name="kind"
            label={t("calendar.column.kind")}
            any={t("calendar.plan.anyKind")}
            options={PLAN_KINDS.map((value) => ({
              value,
              label: t(`calendar.plan.kind.${value}`),
            }))}
          />
          <StatusFilter
            params={params}
            label={t("calendar.plan.column.status")}
            any={t("calendar.plan.anyStatus")}
            options={PLAN_STANDINGS.map((value) => ({
              value,
              label: t(`calendar.plan.standing.${value}`),
            }))}
          />
        </Toolbar>
        {error && !data ? (
          <ErrorState error={error} onRetry={refetch} className="border-t" />
        ) : data && !data.items.length ? (
          <EmptyState
            className="border-t"
            title={t(filtered ? "list.noResults" : "calendar.plan.emptyTitle")}
            description={filtered ? "" : t("calendar.plan.emptyDescription")}
            action={
              filtered
                ? {
                    label: t("list.clearSearch"),
                    onClick: () =>
                      params.change({ q: undefined, kind: undefined, status: undefined }),
                  }
                : undefined
            }
          />
        ) : (
          <>
            <div className="border-t">
              <PlanTable
                items={data?.items}
                currency={data?.currency}
                isFetching={isFetching && !data}
              />
            </div>
            <CursorFooter
              params={params}
              nextCursor={data?.next_cursor}
              rows={data?.items.length ?? 0}
            />
          </>
        )}
      </Container>
    </div>
  )
}

export const handle = { breadcrumb: () => <Crumb label="calendar.plan.title" /> }

export default PlanListPage
