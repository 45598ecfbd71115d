import { Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { RecipeCard } from "../../../../components/campaigns/recipe-card"
import { Crumb } from "../../../../components/common/crumb"
import { ErrorState } from "../../../../components/common/states"
import { useCampaignRecipes } from "../../../../hooks/api/campaign-recipes"
import { useRecipe } from "../../../../hooks/use-recipe"

const PLACES = 9

const RecipesPage = () => {
  const { t } = useTranslation("engage")
  const { data, error, refetch } = useCampaignRecipes()
  const { start, busy } = useRecipe()

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
              <RecipeCard recipe={recipe} busy={busy} onInstall={() => void start(recipe.key)} />
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
