import { defineRouteConfig } from "@medusajs/admin-sdk"
import { UserGroup } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import type { ListedAudience } from "../../../../types/audience"
import { CreateAudience } from "../../../components/segments/create-audience"
import { Crumb } from "../../../components/common/crumb"
import { Time } from "../../../components/common/values"
import { FiledMenu } from "../../../components/filing/filed-menu"
import { FiledName } from "../../../components/filing/filed-name"
import { FiledList } from "../../../components/filing/filed-list"
import { filedBy } from "../../../components/filing/filed-by"
import { UsedIn } from "../../../components/filing/used-in"
import { type Column, ListTable } from "../../../components/list/list-table"
import { useAudiences } from "../../../hooks/api/audiences"
import { useFormat } from "../../../hooks/use-format"
import { useListParams } from "../../../hooks/use-list-params"

const AudiencesPage = () => {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const params = useListParams()
  const { q, limit, cursor } = params
  const filed = filedBy(params)
  const query = useAudiences({
    q,
    ...filed.query,
    limit,
    cursor,
  })

  const columns: Column<ListedAudience>[] = [
    {
      id: "name",
      header: t("audiences.name"),
      cell: (audience) => (
        <FiledName
          row={audience}
          detail={audience.origin_sentence ?? t(`audiences.origin.${audience.origin.kind}`)}
        />
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
    {
      id: "used",
      header: t("filing.usedIn"),
      cell: (audience) => <UsedIn uses={audience.used_in} />,
    },
    {
      id: "actions",
      header: <span className="sr-only">{t("actions.more")}</span>,
      align: "right",
      cell: (audience) => <FiledMenu kind="audiences" row={audience} />,
    },
  ]

  return (
    <FiledList
      kind="audiences"
      title={t("audiences.title")}
      description={t("audiences.description")}
      actions={<CreateAudience />}
      search={t("audiences.search")}
      params={params}
      query={query}
      rows={query.data?.audiences}
      empty={{
        icon: <UserGroup />,
        title: t("audiences.emptyTitle"),
        description: t("audiences.emptyDescription"),
      }}
      table={(selection) => (
        <ListTable
          label={t("audiences.title")}
          columns={columns}
          rows={query.data?.audiences}
          rowKey={(audience) => audience.id}
          href={(audience) => `/engage/audiences/${audience.id}`}
          selection={selection}
          isFetching={query.isFetching}
        />
      )}
    />
  )
}

export const config = defineRouteConfig({
  label: "menu.audiences",
  translationNs: "engage",
  rank: 3,
})

export const handle = { breadcrumb: () => <Crumb label="menu.audiences" /> }

export default AudiencesPage
