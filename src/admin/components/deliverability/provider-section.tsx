import { Copy, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Deliverability } from "../../../types/deliverability"
import { Section } from "../common/states"
import { Fact, Time } from "../common/values"

/** Whether the mail service tells what became of messages, and how to have it do so. */
export function ProviderSection({ provider }: { provider: Deliverability["provider"] }) {
  const { t } = useTranslation("engage")
  const name = t(`settings.provider.${provider.name}`, { defaultValue: provider.name })
  const state = !provider.webhook_url ? "sandbox" : provider.reports ? "on" : "off"

  return (
    <Section
      title={t("deliverability.provider.title")}
      description={t(`deliverability.provider.${state}`, { name })}
    >
      {provider.webhook_url && (
        <Fact label={t("deliverability.provider.url")}>
          <span className="flex min-w-0 items-center gap-x-2">
            <span className="text-ui-fg-base truncate">{provider.webhook_url}</span>
            <Copy content={provider.webhook_url} />
          </span>
        </Fact>
      )}
      {provider.reports && (
        <Fact label={t("deliverability.provider.lastReport")}>
          {provider.last_report_at ? (
            <Time at={provider.last_report_at} style="relative" />
          ) : (
            t("deliverability.provider.never")
          )}
        </Fact>
      )}
      {provider.last_refused_at && (
        <Fact label={t("deliverability.provider.lastRefused")}>
          <span className="flex flex-col">
            <Time at={provider.last_refused_at} style="relative" />
            <Text as="span" size="xsmall" className="text-ui-fg-subtle">
              {t("deliverability.provider.refusedHint")}
            </Text>
          </span>
        </Fact>
      )}
    </Section>
  )
}
