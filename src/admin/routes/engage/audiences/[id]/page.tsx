import { Badge, Button, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { type UIMatch, useNavigate, useParams } from "react-router-dom"
import type { Audience } from "../../../../../types/audience"
import { StatusOf } from "../../../../components/common/badges"
import { AudienceCrumb } from "../../../../components/common/crumb"
import { PageHeader } from "../../../../components/common/page-header"
import { PageError, PageSkeleton, Section } from "../../../../components/common/states"
import { Stat } from "../../../../components/common/values"
import { AudienceChanges } from "../../../../components/segments/audience-changes"
import { AudienceDriftSection } from "../../../../components/segments/audience-drift"
import { AudienceMembers } from "../../../../components/segments/audience-members"
import { EditAudience } from "../../../../components/segments/edit-audience"
import { useAudience, useDeleteAudience, useUpdateAudience } from "../../../../hooks/api/audiences"
import { useCreateBroadcast } from "../../../../hooks/api/broadcasts"
import { useFormat } from "../../../../hooks/use-format"

const AudiencePage = () => {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { id = "" } = useParams()
  const { data: audience, error, refetch } = useAudience(id)

  if (error && !audience) return <PageError error={error} onRetry={refetch} />
  if (!audience) return <PageSkeleton blocks={[140, 480]} />
  const { taken, since, currency } = audience

  return (
    <div key={id} className="flex flex-col gap-y-3">
      <PageHeader
        title={audience.name}
        badge={
          <>
            <Badge size="2xsmall">
              {t("audiences.frozen", { date: format.date(audience.taken_at) })}
            </Badge>
            {audience.archived_at && <StatusOf status="archived" />}
          </>
        }
        description={audience.description || undefined}
        actions={<Actions audience={audience} />}
      >
        <div className="grid grid-cols-2 gap-x-6 gap-y-4 px-6 py-4 md:grid-cols-3 xl:grid-cols-5">
          <Stat label={t("audiences.people")} value={format.number(audience.profiles)} />
          <Stat label={t("audiences.revenueThen")} value={format.money(taken.revenue, currency)} />
          <Stat label={t("audiences.revenueSince")} value={format.money(since.revenue, currency)} />
          <Stat label={t("audiences.ordersSince")} value={format.number(since.orders)} />
          <Stat label={t("audiences.buyersSince")} value={format.number(since.buyers)} />
        </div>
      </PageHeader>
      <div className="grid grid-cols-1 items-start gap-3 xl:grid-cols-[minmax(0,1fr)_360px]">
        <AudienceMembers id={id} />
        <div className="flex flex-col gap-y-3">
          <Section title={t("audiences.takenFrom")}>
            <Text size="small" className="px-6 py-4">
              {audience.origin_sentence ?? t(`audiences.origin.${audience.origin.kind}`)}
            </Text>
          </Section>
          {audience.origin_sentence && <AudienceDriftSection id={id} />}
          <AudienceChanges id={id} />
        </div>
      </div>
    </div>
  )
}

function Actions({ audience }: { audience: Audience }) {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const prompt = usePrompt()
  const remove = useDeleteAudience(audience.id)
  const update = useUpdateAudience(audience.id)
  const createBroadcast = useCreateBroadcast()
  const failed = (error: Error) => void toast.error(error.message)

  const onDelete = async () => {
    const sure = await prompt({
      title: t("audiences.delete.title"),
      description: t("audiences.delete.description", { name: audience.name }),
      confirmText: t("actions.delete"),
      cancelText: t("actions.cancel"),
    })
    if (!sure) return
    remove.mutate(undefined, {
      onSuccess: () => navigate("/engage/audiences", { replace: true }),
      onError: failed,
    })
  }

  return (
    <>
      <EditAudience audience={audience} />
      <Button
        size="small"
        variant="secondary"
        isLoading={update.isPending}
        onClick={() => update.mutate({ archived: !audience.archived_at }, { onError: failed })}
      >
        {t(audience.archived_at ? "filing.unarchive" : "filing.archive")}
      </Button>
      <Button size="small" variant="secondary" onClick={onDelete}>
        {t("actions.delete")}
      </Button>
      <Button
        size="small"
        isLoading={createBroadcast.isPending}
        onClick={() =>
          createBroadcast.mutate(
            { name: t("segments.broadcastName", { name: audience.name }), segment_id: audience.id },
            {
              onSuccess: ({ broadcast }) => navigate(`/engage/broadcasts/${broadcast.id}`),
              onError: failed,
            }
          )
        }
      >
        {t("segments.send")}
      </Button>
    </>
  )
}

export const handle = {
  breadcrumb: (match?: UIMatch) => <AudienceCrumb id={match?.params.id ?? ""} />,
}

export default AudiencePage
