import { Button, Container, Heading, StatusBadge, Text } from "@medusajs/ui"
import { StatusOf } from "../common/badges"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { StageOnMap } from "../../../types/campaign-preview"
import { useFormat } from "../../hooks/use-format"

type StageCardProps = {
  stage: StageOnMap
  everybody: number
  busy: boolean
  onRecipe: (key: string) => void
}

/** One stage: who is there, which campaigns look after them, and what to begin with if none does. */
export function StageCard({ stage, everybody, busy, onRecipe }: StageCardProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { people, groups, campaigns, recipes } = stage
  const live = campaigns.filter(({ status }) => status === "live").length
  return (
    <Container className="flex h-full flex-col gap-y-4 px-6 py-4">
      <div className="flex items-start justify-between gap-x-2">
        <div>
          <Heading level="h2">{t(`lifeCycle.stage.${stage.stage}`)}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t(`lifeCycle.meaning.${stage.stage}`)}
          </Text>
        </div>
        <StatusBadge color={live ? "green" : "orange"} className="shrink-0 whitespace-nowrap">
          {live ? t("lifeCycle.live", { count: live }) : t("lifeCycle.none")}
        </StatusBadge>
      </div>
      <div>
        <span className="h2-core text-ui-fg-base tabular-nums">
          {t("lifeCycle.people", { count: people, number: format.number(people) })}
        </span>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {everybody > 0 &&
            `${t("lifeCycle.share", { share: format.share(people / everybody) })} · `}
          {groups.map((group) => t(`rfm.${group}.name`)).join(", ")}
        </Text>
      </div>
      {campaigns.length > 0 && (
        <ul className="flex flex-col gap-y-2" aria-label={t("lifeCycle.campaigns")}>
          {campaigns.map(({ id, name, status }) => (
            <li key={id} className="flex items-center justify-between gap-x-2">
              <Link
                to={`/engage/campaigns/${id}`}
                className="txt-compact-small text-ui-fg-interactive hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus min-w-0 truncate rounded-sm outline-none"
              >
                {name}
              </Link>
              <StatusOf status={status} />
            </li>
          ))}
        </ul>
      )}
      {!live && recipes.length > 0 && (
        <div className="mt-auto flex flex-col gap-y-2">
          <Text size="xsmall" leading="compact" className="text-ui-fg-subtle">
            {t("lifeCycle.recipes")}
          </Text>
          <div className="flex flex-wrap gap-2">
            {recipes.map(({ key, name }) => (
              <Button
                key={key}
                size="small"
                variant="secondary"
                disabled={busy}
                aria-label={t("campaignRecipes.installOne", { name })}
                onClick={() => onRecipe(key)}
              >
                {name}
              </Button>
            ))}
          </div>
        </div>
      )}
    </Container>
  )
}
