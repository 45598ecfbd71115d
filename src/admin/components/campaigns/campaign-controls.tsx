import { ArchiveBox, SquareTwoStack, Trash } from "@medusajs/icons"
import { Button, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { Campaign } from "../../../types/campaign"
import {
  type CampaignAction,
  useCampaignAction,
  useDeleteCampaign,
} from "../../hooks/api/campaigns"
import { useFormat } from "../../hooks/use-format"
import { MoreMenu } from "../common/more-menu"
import { PublishDialog } from "./publish-dialog"

type CampaignControlsProps = {
  campaign: Campaign
  dirty: boolean
  /** Saves the draft first; false when that failed. */
  onSave: () => Promise<boolean>
}

/** Publishes, pauses, resumes, copies, archives and deletes a campaign, each after telling what that means. */
export function CampaignControls({ campaign, dirty, onSave }: CampaignControlsProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const navigate = useNavigate()
  const prompt = usePrompt()
  const action = useCampaignAction(campaign.id)
  const remove = useDeleteCampaign(campaign.id)
  const [publishing, setPublishing] = useState(false)

  const run = async (name: CampaignAction) => {
    try {
      const { campaign: after } = await action.mutateAsync(name)
      toast.success(t(`campaigns.done.${name}`))
      if (name === "duplicate") navigate(`/engage/campaigns/${after.id}`)
    } catch (error) {
      toast.error((error as Error).message)
    }
  }
  const ask = (name: CampaignAction | "delete", values?: Record<string, unknown>) =>
    prompt({
      title: t(`campaigns.ask.${name}.title`),
      description: t(`campaigns.ask.${name}.text`, values),
      confirmText: t(`campaigns.ask.${name}.confirm`),
      cancelText: t("actions.cancel"),
      variant: "danger",
    })
  const onPublish = async () => {
    if (!dirty || (await onSave())) setPublishing(true)
  }
  const onDelete = async () => {
    if (!(await ask("delete"))) return
    try {
      await remove.mutateAsync()
      navigate("/engage/campaigns", { replace: true })
    } catch (error) {
      toast.error((error as Error).message)
    }
  }
  const onArchive = async () => {
    if (await ask("archive", { inside: format.number(campaign.inside) })) await run("archive")
  }

  const { status, version } = campaign
  const canPublish = status !== "archived" && (version === 0 || dirty || campaign.changed)
  const more = [
    {
      label: t("actions.duplicate"),
      icon: <SquareTwoStack />,
      onClick: () => void run("duplicate"),
    },
    ...(status === "paused" || (status === "draft" && version > 0)
      ? [{ label: t("campaigns.archive"), icon: <ArchiveBox />, onClick: () => void onArchive() }]
      : []),
  ]
  return (
    <>
      {status === "live" && (
        <Button
          size="small"
          variant="secondary"
          isLoading={action.isPending}
          onClick={() => void run("pause")}
        >
          {t("campaigns.pause")}
        </Button>
      )}
      {status === "paused" && (
        <Button
          size="small"
          variant="secondary"
          isLoading={action.isPending}
          onClick={() => void run("resume")}
        >
          {t("campaigns.resume")}
        </Button>
      )}
      {canPublish && (
        <Button size="small" isLoading={action.isPending} onClick={() => void onPublish()}>
          {t(version ? "campaigns.publishChanges" : "campaigns.publish")}
        </Button>
      )}
      <PublishDialog campaign={campaign} open={publishing} onClose={() => setPublishing(false)} />
      <MoreMenu
        groups={[
          { actions: more },
          ...(version === 0
            ? [
                {
                  actions: [
                    { label: t("actions.delete"), icon: <Trash />, onClick: () => void onDelete() },
                  ],
                },
              ]
            : []),
        ]}
      />
    </>
  )
}
