import { useTranslation } from "react-i18next"
import { describeRules } from "../../../rules/sentence"
import type { CampaignStep } from "../../../types/campaign"
import { useRegistry } from "../../hooks/api/attributes"
import { useAudience } from "../../hooks/api/audiences"
import { useShopCurrency } from "../../hooks/api/overview"
import { useTemplate } from "../../hooks/api/templates"
import { useFormat } from "../../hooks/use-format"

/** What a step is set to, in words. */
export function StepSummary({ step }: { step: CampaignStep }) {
  const { t } = useTranslation("engage")
  switch (step.type) {
    case "wait":
      return t(`campaigns.unit.${step.for.unit}`, { count: step.for.amount })
    case "wait_until":
      return step.weekdays.length
        ? t("campaigns.step.wait_until.onDays", {
            time: step.time,
            days: step.weekdays.map((day) => t(`campaigns.weekday.${day}`)).join(", "),
          })
        : t("campaigns.step.wait_until.anyDay", { time: step.time })
    case "filter":
      return <FilterSummary step={step} />
    case "split":
      return step.shares
        .map((share, i) => t("campaigns.way.share", { name: String.fromCharCode(65 + i), share }))
        .join(", ")
    case "email":
      return <EmailSummary id={step.template_id} />
    case "audience":
      return <AudienceSummary id={step.audience_id} action={step.action} />
  }
}

function FilterSummary({ step }: { step: Extract<CampaignStep, { type: "filter" }> }) {
  const { data: registry } = useRegistry()
  const format = useFormat()
  const currency = useShopCurrency()
  if (!registry) return null
  const wording = { money: (minor: number) => format.money(minor, currency), names: new Map() }
  return describeRules(step.rules, registry, wording)
}

function EmailSummary({ id }: { id: string | null }) {
  const { t } = useTranslation("engage")
  const { data } = useTemplate(id ?? undefined)
  if (!id) return t("campaigns.step.email.none")
  return data?.name ?? "…"
}

function AudienceSummary({ id, action }: { id: string | null; action: "add" | "remove" }) {
  const { t } = useTranslation("engage")
  const { data } = useAudience(id ?? undefined)
  if (!id) return t("campaigns.step.audience.none")
  return t(`campaigns.step.audience.${action}Name`, { name: data?.name ?? "…" })
}
