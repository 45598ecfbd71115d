import { defineRouteConfig } from "@medusajs/admin-sdk"
import { PaperPlane } from "@medusajs/icons"
import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { BROADCAST_STATUSES } from "../../../../types/broadcast"
import { BroadcastsTable } from "../../../components/broadcasts/broadcasts-table"
import { Crumb } from "../../../components/common/crumb"
import { FiledList } from "../../../components/filing/filed-list"
import { filedBy } from "../../../components/filing/filed-by"
import { StatusFilter } from "../../../components/list/list-filters"
import { useBroadcasts, useCreateBroadcast } from "../../../hooks/api/broadcasts"
import { useListParams } from "../../../hooks/use-list-params"

const BroadcastsPage = () => {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const params = useListParams()
  const { q, limit, cursor } = params
  const status = params.param("status")
  const filed = filedBy(params)
  const query = useBroadcasts({
    q,
    status,
    ...filed.query,
    limit,
    cursor,
  })
  const create = useCreateBroadcast()

  const onCreate = () =>
    create.mutate(
      { name: t("broadcasts.newName") },
      {
        onSuccess: ({ broadcast }) => navigate(`/engage/broadcasts/${broadcast.id}`),
        onError: (failure) => void toast.error(failure.message),
      }
    )

  return (
    <FiledList
      kind="broadcasts"
      title={t("broadcasts.title")}
      description={t("broadcasts.description")}
      actions={
        <Button size="small" variant="secondary" isLoading={create.isPending} onClick={onCreate}>
          {t("broadcasts.create")}
        </Button>
      }
      search={t("broadcasts.searchPlaceholder")}
      filters={
        <StatusFilter
          params={params}
          label={t("broadcasts.columns.status")}
          any={t("broadcasts.anyStatus")}
          options={BROADCAST_STATUSES.map((value) => ({
            value,
            label: t(`status.${value}`),
          }))}
        />
      }
      params={params}
      query={query}
      rows={query.data?.broadcasts}
      empty={{
        icon: <PaperPlane />,
        title: t("broadcasts.emptyTitle"),
        description: t("broadcasts.emptyDescription"),
        action: { label: t("broadcasts.create"), onClick: onCreate, isLoading: create.isPending },
      }}
      table={(selection) => (
        <BroadcastsTable
          broadcasts={query.data?.broadcasts}
          isFetching={query.isFetching && !query.data}
          selection={selection}
        />
      )}
    />
  )
}

export const config = defineRouteConfig({
  label: "menu.broadcasts",
  translationNs: "engage",
  rank: 6,
})

export const handle = { breadcrumb: () => <Crumb label="menu.broadcasts" /> }

export default BroadcastsPage
