import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useInstallRecipe } from "./api/campaign-recipes"

/** Makes a draft of a recipe and opens it. */
export function useRecipe() {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const install = useInstallRecipe()
  const start = async (key: string) => {
    try {
      const { campaign } = await install.mutateAsync(key)
      toast.success(t("campaignRecipes.done"))
      navigate(`/engage/campaigns/${campaign.id}`)
    } catch (failure) {
      toast.error((failure as Error).message)
    }
  }
  return { start, busy: install.isPending }
}
