import {
  ArchiveBox,
  ArrowPath,
  Bolt,
  PencilSquare,
  ReceiptPercent,
  SquareTwoStack,
  Tag,
  Trash,
  UserGroup,
} from "@medusajs/icons"
import { Button, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { Segment } from "../../../types/segment"
import { useCreateAudience } from "../../hooks/api/audiences"
import { useCreateBroadcast } from "../../hooks/api/broadcasts"
import { useCreateOffer } from "../../hooks/api/campaign-recipes"
import { useCreateCampaign } from "../../hooks/api/campaigns"
import { useDuplicate } from "../../hooks/api/filing"
import { useDeleteSegment, useRefreshSegment, useSaveSegment } from "../../hooks/api/segments"
import { MoreMenu } from "../common/more-menu"
import { TagPeople } from "../tags/tag-people"

/** What can be done with a segment. Deleting is refused, with the reason, while a broadcast uses it. */
export function SegmentActions({ segment }: { segment: Segment }) {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const prompt = usePrompt()
  const [tagging, setTagging] = useState(false)
  const refresh = useRefreshSegment(segment.id)
  const duplicate = useDuplicate("segments")
  const remove = useDeleteSegment(segment.id)
  const createBroadcast = useCreateBroadcast()
  const createCampaign = useCreateCampaign()
  const createOffer = useCreateOffer()
  const save = useSaveSegment(segment.id)
  const freeze = useCreateAudience()
  const failed = (error: Error) => void toast.error(error.message)

  const onDelete = async () => {
    if (segment.used_in.length) {
      await prompt({
        variant: "confirmation",
        title: t("segments.delete.usedTitle"),
        description: t("segments.delete.usedDescription", {
          names: segment.used_in.map((use) => use.name).join(", "),
        }),
        confirmText: t("actions.close"),
        cancelText: t("actions.cancel"),
      })
      return
    }
    const sure = await prompt({
      title: t("segments.delete.title"),
      description: t("segments.delete.description", { name: segment.name }),
      confirmText: t("actions.delete"),
      cancelText: t("actions.cancel"),
    })
    if (!sure) return
    remove.mutate(undefined, {
      onSuccess: () => {
        toast.success(t("segments.delete.done"))
        navigate("/engage/segments", { replace: true })
      },
      onError: failed,
    })
  }

  const onFreeze = () =>
    freeze.mutate(
      { name: segment.name, segment_id: segment.id },
      {
        onSuccess: ({ audience }) => {
          toast.success(t("segments.frozen"))
          navigate(`/engage/audiences/${audience.id}`)
        },
        onError: failed,
      }
    )

  const onSend = () =>
    createBroadcast.mutate(
      { name: t("segments.broadcastName", { name: segment.name }), segment_id: segment.id },
      {
        onSuccess: ({ broadcast }) => navigate(`/engage/broadcasts/${broadcast.id}`),
        onError: failed,
      }
    )

  const onCampaign = () =>
    createCampaign.mutate(
      {
        name: segment.name,
        plan: { trigger: { type: "segment_entered", segment_id: segment.id, members: false } },
      },
      {
        onSuccess: ({ campaign }) => navigate(`/engage/campaigns/${campaign.id}`),
        onError: failed,
      }
    )

  const onOffer = () =>
    createOffer.mutate(
      { name: t("segments.offerName", { name: segment.name }), segment_id: segment.id },
      {
        onSuccess: ({ campaign }) => navigate(`/engage/campaigns/${campaign.id}`),
        onError: failed,
      }
    )

  return (
    <>
      <Button
        size="small"
        variant="secondary"
        isLoading={refresh.isPending}
        onClick={() =>
          refresh.mutate(undefined, {
            onSuccess: () => toast.success(t("segments.refreshed")),
            onError: failed,
          })
        }
      >
        <ArrowPath />
        {t("segments.refresh")}
      </Button>
      <Button size="small" isLoading={createBroadcast.isPending} onClick={onSend}>
        {t("segments.send")}
      </Button>
      <MoreMenu
        groups={[
          {
            actions: [
              {
                label: t("actions.edit"),
                icon: <PencilSquare />,
                to: `/engage/segments/${segment.id}/edit`,
              },
              {
                label: t("actions.duplicate"),
                icon: <SquareTwoStack />,
                onClick: () =>
                  duplicate.mutate(segment.id, {
                    onSuccess: (id) => navigate(`/engage/segments/${id}`),
                    onError: failed,
                  }),
              },
              { label: t("segments.campaign"), icon: <Bolt />, onClick: onCampaign },
              { label: t("segments.offer"), icon: <ReceiptPercent />, onClick: onOffer },
              { label: t("segments.tag"), icon: <Tag />, onClick: () => setTagging(true) },
              { label: t("segments.freeze"), icon: <UserGroup />, onClick: onFreeze },
              {
                label: t(segment.archived_at ? "filing.unarchive" : "filing.archive"),
                icon: <ArchiveBox />,
                onClick: () => save.mutate({ archived: !segment.archived_at }, { onError: failed }),
              },
            ],
          },
          { actions: [{ label: t("actions.delete"), icon: <Trash />, onClick: onDelete }] },
        ]}
      />
      {tagging && (
        <TagPeople
          target={{ segment_id: segment.id }}
          count={segment.profiles ?? 0}
          onClose={() => setTagging(false)}
        />
      )}
    </>
  )
}
