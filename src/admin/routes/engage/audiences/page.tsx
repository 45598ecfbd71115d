import { defineRouteConfig } from "@medusajs/admin-sdk"
import { UserGroup } from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ListedAudience } from "../../../../types/audience"
import { CreateAudience } from "../../../components/segments/create-audience"
import { Crumb } from "../../../components/common/crumb"
import { EmptyState, ErrorState } from "../../../components/common/states"
import { Time } from "../../../components/common/values"
import { FiledMenu } from "../../../components/filing/filed-menu"
import { FiledName } from "../../../components/filing/filed-name"
import { filedBy } from "../../../components/filing/filed-by"
import { FilingBar } from "../../../components/filing/filing-bar"
import { FilingFilters } from "../../../components/filing/filing-filters"
import { NothingFiled } from "../../../components/filing/nothing-filed"
import { useChosen } from "../../../components/filing/use-chosen"
import { UsedIn } from "../../../components/filing/used-in"
import { CursorFooter } from "../../../components/list/cursor-footer"
import { Search, Toolbar } from "../../../components/list/list-toolbar"
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
  const { data, error, refetch, isFetching } = useAudiences({
    q,
    ...filed.query,
    limit,
    cursor,
  })

  const chosen = useChosen<ListedAudience>()

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
        <FilingFilters kind="audiences" params={params} />
      </Toolbar>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} className="border-t" />
      ) : data && !data.audiences.length && !q && filed.narrowed ? (
        <NothingFiled params={params} archived={filed.archived} />
      ) : data && !data.audiences.length ? (
        <EmptyState
          className="border-t"
          icon={<UserGroup />}
          title={t(q ? "list.noResults" : "audiences.emptyTitle")}
          description={q ? t("list.noResultsHint", { q }) : t("audiences.emptyDescription")}
        />
      ) : (
        <>
          <FilingBar kind="audiences" chosen={chosen.rows} onClear={chosen.clear} />
          <div className="border-t">
            <ListTable
              label={t("audiences.title")}
              columns={columns}
              rows={data?.audiences}
              rowKey={(audience) => audience.id}
              href={(audience) => `/engage/audiences/${audience.id}`}
              selection={chosen.selection}
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
