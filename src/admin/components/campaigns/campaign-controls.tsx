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
import { FiledMenu } from "../filing/filed-menu"
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
  const navigate = useNavigate()
  const prompt = usePrompt()
  const action = useCampaignAction(campaign.id)
  const remove = useDeleteCampaign(campaign.id)
  const [publishing, setPublishing] = useState(false)

  const run = async (name: CampaignAction) => {
    try {
      await action.mutateAsync(name)
      toast.success(t(`campaigns.done.${name}`))
    } catch (error) {
      toast.error((error as Error).message)
    }
  }
  const onPublish = async () => {
    if (!dirty || (await onSave())) setPublishing(true)
  }
  const onDelete = async () => {
    const sure = await prompt({
      title: t("campaigns.ask.delete.title"),
      description: t("campaigns.ask.delete.text"),
      confirmText: t("campaigns.ask.delete.confirm"),
      cancelText: t("actions.cancel"),
      variant: "danger",
    })
    if (!sure) return
    try {
      await remove.mutateAsync()
      navigate("/engage/campaigns", { replace: true })
    } catch (error) {
      toast.error((error as Error).message)
    }
  }

  const { status, version } = campaign
  const canPublish = status !== "archived" && (version === 0 || dirty || campaign.changed)
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
      <FiledMenu
        kind="campaigns"
        row={campaign}
        copied={(id) => `/engage/campaigns/${id}`}
        onDelete={version === 0 ? () => void onDelete() : undefined}
      />
    </>
  )
}
