import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Tabs } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Crumb } from "../../../components/common/crumb"
import { PageHeader } from "../../../components/common/page-header"
import { EmptyState, PageError, PageSkeleton } from "../../../components/common/states"
import { RulesTab } from "../../../components/quality/rules-tab"
import { RunsTab } from "../../../components/quality/runs-tab"
import { StateTab } from "../../../components/quality/state-tab"
import { TyposTab } from "../../../components/quality/typos-tab"
import { useQuality } from "../../../hooks/api/quality"
import { useFormat } from "../../../hooks/use-format"
import { useListParams } from "../../../hooks/use-list-params"

const VIEWS = ["state", "rules", "typos", "runs"] as const

const QualityPage = () => {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const params = useListParams()
  const { data, error, refetch } = useQuality()
  const view = VIEWS.find((known) => known === params.param("view")) ?? "state"

  if (error && !data) return <PageError error={error} onRetry={refetch} />
  if (!data) return <PageSkeleton blocks={[90, 320, 320]} />
  if (!data.people)
    return (
      <Container>
        <EmptyState title={t("quality.emptyTitle")} description={t("quality.emptyDescription")} />
      </Container>
    )

  return (
    <Tabs
      value={view}
      onValueChange={(chosen) =>
        params.change({ view: chosen === "state" ? undefined : chosen, state: undefined })
      }
      className="flex flex-col gap-y-3"
    >
      <PageHeader
        title={t("quality.title")}
        description={t("quality.description", { value: format.number(data.people) })}
      >
        <div className="px-6 py-3">
          <Tabs.List>
            {VIEWS.map((key) => (
              <Tabs.Trigger key={key} value={key}>
                {t(`quality.view.${key}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        </div>
      </PageHeader>
      <Tabs.Content value="state">
        <StateTab report={data} />
      </Tabs.Content>
      <Tabs.Content value="rules">
        <RulesTab />
      </Tabs.Content>
      <Tabs.Content value="typos">
        <TyposTab params={params} />
      </Tabs.Content>
      <Tabs.Content value="runs">
        <RunsTab params={params} />
      </Tabs.Content>
    </Tabs>
  )
}

export const config = defineRouteConfig({
  label: "menu.quality",
  translationNs: "engage",
  rank: 13,
})

export const handle = { breadcrumb: () => <Crumb label="menu.quality" /> }

export default QualityPage
