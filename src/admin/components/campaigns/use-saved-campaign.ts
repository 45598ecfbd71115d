import { toast, usePrompt } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import type { Campaign } from "../../../types/campaign"
import { useSaveCampaign } from "../../hooks/api/campaigns"
import { useAutosave, useInTurn } from "../../hooks/use-autosave"
import { useLeaveGuard } from "../../hooks/use-leave-guard"
import { useSaveKey } from "../../hooks/use-save-key"
import { same } from "../../lib/same"

type CampaignDraft = Pick<Campaign, "name" | "stage" | "plan">
type Failure = Error & { status?: number }

/**
 * Saves the draft of a campaign by itself and by hand, one change after the other. What somebody else saved meanwhile is
 * only replaced by hand, and if that is wanted.
 */
export function useSavedCampaign(campaign: Campaign, draft: CampaignDraft) {
  const { t } = useTranslation("engage")
  const prompt = usePrompt()
  const save = useSaveCampaign(campaign.id)
  const seen = useRef(campaign.revision)
  const editable = campaign.status !== "archived"
  const { name, stage, plan } = campaign
  const dirty = !same(draft, { name, stage, plan })

  const write = useInTurn(async ({ body, anyhow }: { body: CampaignDraft; anyhow?: boolean }) => {
    const revision = anyhow ? undefined : seen.current
    const { campaign: after } = await save
      .mutateAsync({ ...body, revision })
      .catch((error: Failure) => {
        if (error.status !== 409) throw error
        throw Object.assign(new Error(t("campaigns.conflict.note")), { status: 409 })
      })
    seen.current = after.revision
  })
  const saved = useAutosave(
    draft,
    (body) => write({ body }),
    () => editable && dirty
  )
  useLeaveGuard(dirty)

  const replaces = () =>
    prompt({
      title: t("campaigns.conflict.title"),
      description: t("campaigns.conflict.text"),
      confirmText: t("campaigns.conflict.save"),
      cancelText: t("actions.cancel"),
    })

  /** @returns whether the draft is saved */
  const onSave = async (): Promise<boolean> => {
    try {
      await write({ body: draft }).catch(async (error: Failure) => {
        if (error.status !== 409 || !(await replaces())) throw error
        await write({ body: draft, anyhow: true })
      })
      return true
    } catch (error) {
      toast.error((error as Error).message)
      return false
    }
  }
  useSaveKey(() => dirty && editable && void onSave())

  return { dirty, saved, saving: save.isPending, onSave }
}
