import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useWebhooks } from "../../hooks/api/webhooks"
import { Section } from "../common/states"
import { Fact } from "../common/values"

/** How many systems are told of what happens, and the way to them. */
export function WebhooksSection() {
  const { t } = useTranslation("engage")
  const { data: webhooks } = useWebhooks()
  return (
    <Section
      id="webhooks"
      title={t("webhooks.title")}
      description={t("webhooks.description")}
      actions={
        <Button size="small" variant="secondary" asChild>
          <Link to="/settings/engage/webhooks">{t("webhooks.manage")}</Link>
        </Button>
      }
    >
      <Fact label={t("webhooks.systems")}>
        {webhooks ? t("webhooks.count", { count: webhooks.length }) : "–"}
      </Fact>
    </Section>
  )
}
