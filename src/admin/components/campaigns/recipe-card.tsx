import { Badge, Button, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { CampaignRecipe } from "../../../types/campaign-preview"
import { useRecipeReach } from "../../hooks/api/campaign-recipes"
import { useFormat } from "../../hooks/use-format"
import { STEP_KINDS } from "./steps/step-kinds"

type RecipeCardProps = { recipe: CampaignRecipe; busy: boolean; onInstall: () => void }

/** What a recipe is for, the way it goes, and whom it would have reached. */
export function RecipeCard({ recipe, busy, onInstall }: RecipeCardProps) {
  const { t } = useTranslation("engage")
  const { name, goal } = recipe
  return (
    <article className="bg-ui-bg-component shadow-elevation-card-rest flex h-full flex-col gap-y-3 rounded-lg p-4">
      <div>
        <Text as="p" size="small" leading="compact" weight="plus" className="text-ui-fg-base">
          {name}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {goal}
        </Text>
      </div>
      <Way recipe={recipe} />
      <div className="mt-auto flex items-center justify-between gap-x-2 pt-1">
        <Reach recipe={recipe.key} />
        <Button
          size="small"
          variant="secondary"
          disabled={busy}
          aria-label={t("campaignRecipes.installOne", { name })}
          onClick={onInstall}
        >
          {t("campaignRecipes.install")}
        </Button>
      </div>
    </article>
  )
}

/** Whom it would have reached; said as not known where it cannot be counted. */
function Reach({ recipe }: { recipe: string }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { data: people, isPending } = useRecipeReach(recipe)
  if (isPending) return <Skeleton className="h-4 w-40" />
  return (
    <Text size="xsmall" leading="compact" className="text-ui-fg-subtle tabular-nums">
      {typeof people === "number"
        ? t("campaignRecipes.people", { count: people, number: format.number(people) })
        : t("campaignRecipes.unknown")}
    </Text>
  )
}

/** The trigger in words and the steps as a row of little signs. */
function Way({ recipe: { trigger, steps } }: { recipe: CampaignRecipe }) {
  const { t } = useTranslation("engage")
  return (
    <ol className="flex flex-wrap items-center gap-1" aria-label={t("campaignRecipes.way")}>
      <li>
        <Badge size="2xsmall" color="blue">
          {t(`campaignTriggers.name.${trigger}`)}
        </Badge>
      </li>
      {steps.map((type, i) => {
        const Icon = STEP_KINDS[type].icon
        const name = t(`campaigns.step.${type}.name`)
        return (
          <li
            key={i}
            title={name}
            className="text-ui-fg-subtle bg-ui-bg-base flex items-center rounded-md border p-0.5"
          >
            <Icon aria-hidden />
            <span className="sr-only">{name}</span>
          </li>
        )
      })}
    </ol>
  )
}
