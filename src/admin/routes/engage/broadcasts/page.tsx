import { defineRouteConfig } from "@medusajs/admin-sdk"
import { PaperPlane } from "@medusajs/icons"
import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { BROADCAST_STATUSES, type Broadcast } from "../../../../types/broadcast"
import { BroadcastsTable } from "../../../components/broadcasts/broadcasts-table"
import { Crumb } from "../../../components/common/crumb"
import { EmptyState, ErrorState } from "../../../components/common/states"
import { FILED_ANYHOW, filedBy } from "../../../components/filing/filed-by"
import { FilingBar } from "../../../components/filing/filing-bar"
import { FilingFilters } from "../../../components/filing/filing-filters"
import { NothingFiled } from "../../../components/filing/nothing-filed"
import { useChosen } from "../../../components/filing/use-chosen"
import { CursorFooter } from "../../../components/list/cursor-footer"
import { StatusFilter } from "../../../components/list/list-filters"
import { Search, Toolbar } from "../../../components/list/list-toolbar"
import { useBroadcasts, useCreateBroadcast } from "../../../hooks/api/broadcasts"
import { useListParams } from "../../../hooks/use-list-params"

const BroadcastsPage = () => {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const params = useListParams()
  const { q, limit, cursor } = params
  const status = params.param("status")
  const filed = filedBy(params)
  const filtered = Boolean(q || status || filed.narrowed)
  const { data, error, refetch, isFetching } = useBroadcasts({
    q,
    status,
    ...filed.query,
    limit,
    cursor,
  })
  const chosen = useChosen<Broadcast>()
  const create = useCreateBroadcast()
  const empty = data && !data.broadcasts.length

  const onCreate = () =>
    create.mutate(
      { name: t("broadcasts.newName") },
      {
        onSuccess: ({ broadcast }) => navigate(`/engage/broadcasts/${broadcast.id}`),
        onError: (failure) => void toast.error(failure.message),
      }
    )

  return (
    <Container className="overflow-hidden p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 pt-4">
        <div>
          <Heading>{t("broadcasts.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("broadcasts.description")}
          </Text>
        </div>
        <Button size="small" variant="secondary" isLoading={create.isPending} onClick={onCreate}>
          {t("broadcasts.create")}
        </Button>
      </div>
      <Toolbar>
        <Search
          value={q}
          onChange={(text) => params.change({ q: text })}
          placeholder={t("broadcasts.searchPlaceholder")}
        />
        <StatusFilter
          params={params}
          label={t("broadcasts.columns.status")}
          any={t("broadcasts.anyStatus")}
          options={BROADCAST_STATUSES.map((value) => ({
            value,
            label: t(`status.${value}`),
          }))}
        />
        <FilingFilters kind="broadcasts" params={params} />
      </Toolbar>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} className="border-t" />
      ) : empty && !q && !status && filtered ? (
        <NothingFiled params={params} archived={filed.archived} />
      ) : empty ? (
        <EmptyState
          className="border-t"
          icon={<PaperPlane />}
          title={t(filtered ? "list.noResults" : "broadcasts.emptyTitle")}
          description={
            q
              ? t("list.noResultsHint", { q })
              : filtered
                ? t("broadcasts.noneHint")
                : t("broadcasts.emptyDescription")
          }
          action={
            filtered
              ? {
                  label: t("broadcasts.showAll"),
                  onClick: () =>
                    params.change({
                      q: undefined,
                      status: undefined,
                      ...FILED_ANYHOW,
                    }),
                }
              : { label: t("broadcasts.create"), onClick: onCreate, isLoading: create.isPending }
          }
        />
      ) : (
        <>
          <FilingBar kind="broadcasts" chosen={chosen.rows} onClear={chosen.clear} />
          <div className="border-t">
            <BroadcastsTable
              broadcasts={data?.broadcasts}
              isFetching={isFetching && !data}
              selection={chosen.selection}
            />
          </div>
          <CursorFooter
            params={params}
            nextCursor={data?.next_cursor}
            rows={data?.broadcasts.length ?? 0}
          />
        </>
      )}
    </Container>
  )
}

export const config = defineRouteConfig({
  label: "menu.broadcasts",
  translationNs: "engage",
  rank: 6,
})

export const handle = { breadcrumb: () => <Crumb label="menu.broadcasts" /> }

export default BroadcastsPage
