import { Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { StageCard } from "../../../../components/campaigns/stage-card"
import { Crumb } from "../../../../components/common/crumb"
import { PageHeader } from "../../../../components/common/page-header"
import { ErrorState } from "../../../../components/common/states"
import { useLifeCycle } from "../../../../hooks/api/campaigns"
import { useRecipe } from "../../../../hooks/use-recipe"
import { LIFE_STAGES } from "../../../../../types/life-cycle"

const LifeCyclePage = () => {
  const { t } = useTranslation("engage")
  const { data, error, refetch } = useLifeCycle()
  const { start, busy } = useRecipe()
  const everybody = data?.reduce((total, { people }) => total + people, 0) ?? 0

  return (
    <div className="flex flex-col gap-y-3">
      <PageHeader title={t("lifeCycle.title")} description={t("lifeCycle.description")} />
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <ol className="grid grid-cols-1 gap-3 md:grid-cols-2 xl:grid-cols-3">
          {data?.map((stage) => (
            <li key={stage.stage}>
              <StageCard
                stage={stage}
                everybody={everybody}
                busy={busy}
                onRecipe={(key) => void start(key)}
              />
            </li>
          )) ??
            LIFE_STAGES.map((stage) => (
              <li key={stage}>
                <Skeleton className="h-[220px] rounded-lg" />
              </li>
            ))}
        </ol>
      )}
    </div>
  )
}

export const handle = { breadcrumb: () => <Crumb label="lifeCycle.title" /> }

export default LifeCyclePage
