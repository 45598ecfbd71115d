import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import { CAMPAIGN_STATUSES, type ListedCampaign } from "../../../../types/campaign"
import { StatusOf } from "../../../components/common/badges"
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
import { CursorFooter } from "../../../components/list/cursor-footer"
import { StatusFilter } from "../../../components/list/list-filters"
import { type Column, ListTable } from "../../../components/list/list-table"
import { Search, Toolbar } from "../../../components/list/list-toolbar"
import { useCampaigns, useCreateCampaign } from "../../../hooks/api/campaigns"
import { useFormat } from "../../../hooks/use-format"
import { useListParams } from "../../../hooks/use-list-params"

const CampaignsPage = () => {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const navigate = useNavigate()
  const params = useListParams()
  const { q, limit, cursor } = params
  const status = params.param("status")
  const filed = filedBy(params)
  const { data, error, refetch, isFetching } = useCampaigns({
    q,
    status,
    ...filed.query,
    limit,
    cursor,
  })
  const chosen = useChosen<ListedCampaign>()
  const create = useCreateCampaign()

  const onCreate = async () => {
    try {
      const { campaign } = await create.mutateAsync({ name: t("campaigns.newName") })
      navigate(`/engage/campaigns/${campaign.id}`)
    } catch (failure) {
      toast.error((failure as Error).message)
    }
  }
  const columns: Column<ListedCampaign>[] = [
    {
      id: "name",
      header: t("campaigns.name"),
      cell: (campaign) => (
        <FiledName
          row={campaign}
          detail={
            campaign.trigger
              ? t(`campaignTriggers.name.${campaign.trigger}`)
              : t("campaigns.noTrigger")
          }
        />
      ),
    },
    {
      id: "status",
      header: t("campaigns.columns.status"),
      cell: (campaign) => (
        <span className="flex items-center gap-x-2">
          <StatusOf status={campaign.status} />
          {campaign.version > 0 && (
            <Text as="span" size="xsmall" className="text-ui-fg-subtle">
              {t(campaign.changed ? "campaigns.versionChanged" : "campaigns.versionNo", {
                version: campaign.version,
              })}
            </Text>
          )}
        </span>
      ),
    },
    {
      id: "inside",
      header: t("campaigns.report.inside"),
      align: "right",
      cell: (campaign) => format.number(campaign.inside),
    },
    {
      id: "entered",
      header: t("campaigns.report.entered"),
      align: "right",
      cell: (campaign) => format.number(campaign.entered),
    },
    {
      id: "changed",
      header: t("campaigns.columns.changed"),
      cell: (campaign) => <Time at={campaign.updated_at} style="relative" />,
    },
    {
      id: "actions",
      header: <span className="sr-only">{t("actions.more")}</span>,
      align: "right",
      cell: (campaign) => (
        <FiledMenu kind="campaigns" row={campaign} copied={(id) => `/engage/campaigns/${id}`} />
      ),
    },
  ]
  const filtered = Boolean(q || status || filed.narrowed)

  return (
    <Container className="overflow-hidden p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 pt-4">
        <div>
          <Heading>{t("campaigns.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("campaigns.description")}
          </Text>
        </div>
        <div className="flex shrink-0 items-center gap-x-2">
          <Button size="small" variant="transparent" asChild>
            <Link to="/engage/campaigns/life-cycle">{t("lifeCycle.open")}</Link>
          </Button>
          <Button size="small" variant="transparent" asChild>
            <Link to="/engage/campaigns/recipes">{t("campaignRecipes.browse")}</Link>
          </Button>
          <Button size="small" variant="secondary" isLoading={create.isPending} onClick={onCreate}>
            {t("campaigns.create")}
          </Button>
        </div>
      </div>
      <Toolbar>
        <Search
          value={q}
          onChange={(text) => params.change({ q: text })}
          placeholder={t("campaigns.search")}
        />
        <StatusFilter
          params={params}
          label={t("campaigns.columns.status")}
          any={t("campaigns.anyStatus")}
          options={CAMPAIGN_STATUSES.filter((value) => value !== "archived").map((value) => ({
            value,
            label: t(`status.${value}`),
          }))}
        />
        <FilingFilters kind="campaigns" params={params} />
      </Toolbar>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} className="border-t" />
      ) : data && !data.campaigns.length && !q && !status && filtered ? (
        <NothingFiled params={params} archived={filed.archived} />
      ) : data && !data.campaigns.length ? (
        <EmptyState
          className="border-t"
          title={t(filtered ? "list.noResults" : "campaigns.emptyTitle")}
          description={filtered ? "" : t("campaigns.emptyDescription")}
          action={
            filtered
              ? {
                  label: t("list.clearSearch"),
                  onClick: () => params.change({ q: undefined, status: undefined }),
                }
              : { label: t("campaigns.create"), onClick: onCreate, isLoading: create.isPending }
          }
        />
      ) : (
        <>
          <FilingBar kind="campaigns" chosen={chosen.rows} onClear={chosen.clear} />
          <div className="border-t">
            <ListTable
              label={t("campaigns.title")}
              columns={columns}
              rows={data?.campaigns}
              rowKey={(campaign) => campaign.id}
              href={(campaign) => `/engage/campaigns/${campaign.id}`}
              selection={chosen.selection}
              isFetching={isFetching && !data}
            />
          </div>
          <CursorFooter
            params={params}
            nextCursor={data?.next_cursor}
            rows={data?.campaigns.length ?? 0}
          />
        </>
      )}
    </Container>
  )
}

export const config = defineRouteConfig({
  label: "menu.campaigns",
  translationNs: "engage",
  rank: 7,
})

export const handle = { breadcrumb: () => <Crumb label="menu.campaigns" /> }

export default CampaignsPage
