import { Container, Heading, Skeleton, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { RecipeCard } from "../../../../components/campaigns/recipe-card"
import { Crumb } from "../../../../components/common/crumb"
import { ErrorState } from "../../../../components/common/states"
import { useCampaignRecipes, useInstallRecipe } from "../../../../hooks/api/campaign-recipes"

const PLACES = 9

const RecipesPage = () => {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const { data, error, refetch } = useCampaignRecipes()
  const install = useInstallRecipe()

  const onInstall = async (key: string) => {
    try {
      const { campaign } = await install.mutateAsync(key)
      toast.success(t("campaignRecipes.done"))
      navigate(`/engage/campaigns/${campaign.id}`)
    } catch (failure) {
      toast.error((failure as Error).message)
    }
  }

  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{t("campaignRecipes.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("campaignRecipes.description")}
        </Text>
      </div>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <ul className="grid grid-cols-1 gap-4 p-6 md:grid-cols-2 xl:grid-cols-3">
          {data?.map((recipe) => (
            <li key={recipe.key}>
              <RecipeCard
                recipe={recipe}
                busy={install.isPending}
                onInstall={() => void onInstall(recipe.key)}
              />
            </li>
          ))}
          {!data &&
            Array.from({ length: PLACES }, (_, i) => (
              <li key={i}>
                <Skeleton className="h-[150px] rounded-lg" />
              </li>
            ))}
        </ul>
      )}
    </Container>
  )
}

export const handle = {
  breadcrumb: () => <Crumb label="campaignRecipes.title" />,
}

export default RecipesPage
