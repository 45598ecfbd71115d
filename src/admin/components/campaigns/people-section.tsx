import { Switch, Label } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Campaign, CampaignPerson } from "../../../types/campaign"
import { useCampaignPeople, usePublishedVersions } from "../../hooks/api/campaigns"
import { useListParams } from "../../hooks/use-list-params"
import { EmptyState, ErrorState, Section } from "../common/states"
import { Time } from "../common/values"
import { CursorFooter } from "../list/cursor-footer"
import { type Column, ListTable } from "../list/list-table"
import { personName } from "../picker/profile-picker"
import { PersonActions } from "./person-actions"

type PeopleSectionProps = { campaign: Campaign }

/** Who came in, where each is and which way they took. */
export function PeopleSection({ campaign }: PeopleSectionProps) {
  const { t } = useTranslation("engage")
  const params = useListParams()
  const inside = params.param("inside") === "1"
  const { data, error, refetch, isFetching } = useCampaignPeople(campaign.id, {
    inside: inside || undefined,
    limit: params.limit,
    cursor: params.cursor,
  })
  const stepName = useStepNames(campaign, data?.people ?? [])
  const wayOf = ({ step, way, by }: CampaignPerson["path"][number], version: number) => {
    const done = t(`campaigns.way.${way}`, { defaultValue: way.toUpperCase() })
    const shown = way === "next" ? stepName(step, version) : `${stepName(step, version)} (${done})`
    return by ? t("builder.person.by", { what: shown, name: by }) : shown
  }

  const columns: Column<CampaignPerson>[] = [
    {
      id: "person",
      header: t("campaigns.people.person"),
      cell: (row) => <span className="block max-w-[260px] truncate">{row.name || row.email}</span>,
    },
    {
      id: "entered",
      header: t("campaigns.people.entered"),
      cell: (row) => <Time at={row.entered_at} />,
    },
    {
      id: "where",
      header: t("campaigns.people.where"),
      cell: (row) =>
        row.step
          ? stepName(row.step, row.version)
          : t(`campaigns.reason.${row.reason}`, { defaultValue: row.reason }),
    },
    {
      id: "next",
      header: t("campaigns.people.next"),
      cell: (row) => <Time at={row.due_at} style="relative" />,
    },
    {
      id: "path",
      header: t("campaigns.people.path"),
      cell: (row) => (
        <span className="block max-w-[360px] text-wrap">
          {row.path
            .filter(({ step, by }) => step !== "entrance" || by)
            .map((one) => wayOf(one, row.version))
            .join(" → ") || "–"}
        </span>
      ),
    },
    {
      id: "actions",
      header: <span className="sr-only">{t("actions.more")}</span>,
      cell: (row) => <PersonActions campaign={campaign.id} person={row} name={personName(row)} />,
    },
  ]

  return (
    <Section
      title={t("campaigns.people.title")}
      actions={
        <span className="flex items-center gap-x-2">
          <Switch
            id="people-inside"
            size="small"
            checked={inside}
            onCheckedChange={(on) => params.change({ inside: on ? "1" : undefined })}
          />
          <Label size="small" htmlFor="people-inside">
            {t("campaigns.people.insideOnly")}
          </Label>
        </span>
      }
    >
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : data && !data.people.length ? (
        <EmptyState
          className="min-h-[160px]"
          title={t("campaigns.people.emptyTitle")}
          description={t("campaigns.people.emptyDescription")}
        />
      ) : (
        <ListTable
          label={t("campaigns.people.title")}
          columns={columns}
          rows={data?.people}
          rowKey={(row) => row.enrollment_id}
          href={(row) => `/engage/profiles/${row.id}`}
          isFetching={isFetching && !data}
          skeletonRows={4}
        />
      )}
      <CursorFooter
        params={params}
        nextCursor={data?.next_cursor}
        rows={data?.people.length ?? 0}
      />
    </Section>
  )
}

/** Names steps in the version that somebody is in: the draft and the latest version are known, others are asked for. */
function useStepNames(campaign: Campaign, people: CampaignPerson[]) {
  const { t } = useTranslation("engage")
  const versions = [...new Set(people.map(({ version }) => version))]
  const plans = usePublishedVersions(campaign.id, versions)
  return (id: string, version: number) => {
    if (id === "entrance") return t("campaigns.people.entrance")
    const step = plans.get(version)?.graph.steps[id] ?? campaign.plan.graph.steps[id]
    return step ? t(`campaigns.step.${step.type}.name`) : t("campaigns.people.earlierStep")
  }
}
