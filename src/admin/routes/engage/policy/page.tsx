import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useTranslation } from "react-i18next"
import { Crumb } from "../../../components/common/crumb"
import { PageHeader } from "../../../components/common/page-header"
import { PageError, PageSkeleton } from "../../../components/common/states"
import { BrakeSection } from "../../../components/policy/brake-section"
import { ControlGroupSection } from "../../../components/policy/control-group-section"
import { RulesSection } from "../../../components/policy/rules-section"
import { usePolicy } from "../../../hooks/api/policy"

const PolicyPage = () => {
  const { t } = useTranslation("engage")
  const { data: policy, error, refetch } = usePolicy()

  if (error && !policy) return <PageError error={error} onRetry={refetch} />
  if (!policy) return <PageSkeleton blocks={[72, 240, 200, 160]} />

  return (
    <div className="flex flex-col gap-y-3">
      <PageHeader title={t("policy.title")} description={t("policy.description")} />
      <RulesSection rules={policy.rules} />
      <BrakeSection key={JSON.stringify(policy.brake)} brake={policy.brake} />
      <ControlGroupSection key={policy.control_group.percent} group={policy.control_group} />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "menu.policy",
  translationNs: "engage",
  rank: 11,
})

export const handle = { breadcrumb: () => <Crumb label="menu.policy" /> }

export default PolicyPage
