import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useAttribution, useSaveAttribution } from "../../hooks/api/attribution"
import { AttributionField } from "../attribution/attribution-field"
import { Section } from "../common/states"
import { Fact } from "../common/values"

/** Which orders are credited to messages that have no rule of their own. */
export function AttributionSection() {
  const { t } = useTranslation("engage")
  const { data } = useAttribution()
  const save = useSaveAttribution()
  if (!data) return null
  const { days, terms, followers, computing } = data
  const parts = [
    followers.broadcasts > 0 &&
      t("attribution.followers.broadcasts", { count: followers.broadcasts }),
    followers.campaigns > 0 && t("attribution.followers.campaigns", { count: followers.campaigns }),
  ].filter(Boolean)
  return (
    <Section
      id="attribution"
      title={t("attribution.section.title")}
      description={t("attribution.section.description")}
    >
      <Fact label={t("attribution.when")}>
        <AttributionField
          value={{ days, terms }}
          id={null}
          onSave={async (rule) => {
            await save.mutateAsync({ days: rule.days ?? 0, terms: rule.terms })
            toast.success(t("broadcasts.about.recomputed"))
          }}
        />
      </Fact>
      <Fact label={t("attribution.followers.title")}>
        {parts.join(", ") || t("attribution.followers.none")}
        {computing && ` · ${t("attribution.computing")}`}
      </Fact>
    </Section>
  )
}
