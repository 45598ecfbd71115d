import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import { CAMPAIGN_STATUSES, type ListedCampaign } from "../../../../types/campaign"
import { StatusOf } from "../../../components/common/badges"
import { Crumb } from "../../../components/common/crumb"
import { Time } from "../../../components/common/values"
import { FiledMenu } from "../../../components/filing/filed-menu"
import { FiledName } from "../../../components/filing/filed-name"
import { FiledList } from "../../../components/filing/filed-list"
import { filedBy } from "../../../components/filing/filed-by"
import { StatusFilter } from "../../../components/list/list-filters"
import { type Column, ListTable } from "../../../components/list/list-table"
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
  const query = useCampaigns({
    q,
    status,
    ...filed.query,
    limit,
    cursor,
  })
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

  return (
    <FiledList
      kind="campaigns"
      title={t("campaigns.title")}
      description={t("campaigns.description")}
      actions={
        <>
          {" "}
          <Button size="small" variant="transparent" asChild>
            <Link to="/engage/campaigns/life-cycle">{t("lifeCycle.open")}</Link>
          </Button>
          <Button size="small" variant="transparent" asChild>
            <Link to="/engage/campaigns/recipes">{t("campaignRecipes.browse")}</Link>
          </Button>
          <Button size="small" variant="secondary" isLoading={create.isPending} onClick={onCreate}>
            {t("campaigns.create")}
          </Button>
        </>
      }
      search={t("campaigns.search")}
      filters={
        <StatusFilter
          params={params}
          label={t("campaigns.columns.status")}
          any={t("campaigns.anyStatus")}
          options={CAMPAIGN_STATUSES.filter((value) => value !== "archived").map((value) => ({
            value,
            label: t(`status.${value}`),
          }))}
        />
      }
      params={params}
      query={query}
      rows={query.data?.campaigns}
      empty={{
        title: t("campaigns.emptyTitle"),
        description: t("campaigns.emptyDescription"),
        action: { label: t("campaigns.create"), onClick: onCreate, isLoading: create.isPending },
      }}
      table={(selection) => (
        <ListTable
          label={t("campaigns.title")}
          columns={columns}
          rows={query.data?.campaigns}
          rowKey={(campaign) => campaign.id}
          href={(campaign) => `/engage/campaigns/${campaign.id}`}
          selection={selection}
          isFetching={query.isFetching && !query.data}
        />
      )}
    />
  )
}

export const config = defineRouteConfig({
  label: "menu.campaigns",
  translationNs: "engage",
  rank: 7,
})

export const handle = { breadcrumb: () => <Crumb label="menu.campaigns" /> }

export default CampaignsPage
