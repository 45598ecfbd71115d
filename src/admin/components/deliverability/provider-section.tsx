import { Copy, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Deliverability } from "../../../types/deliverability"
import { Section } from "../common/states"
import { Fact, Time } from "../common/values"

type Mailbox = NonNullable<Deliverability["provider"]["mailbox"]>

/** Whether the mail service tells what became of messages, and how to have it do so. */
export function ProviderSection({ provider }: { provider: Deliverability["provider"] }) {
  const { t } = useTranslation("engage")
  const name = t(`settings.provider.${provider.name}`, { defaultValue: provider.name })
  const heard = provider.reports ? "on" : provider.mailbox ? "mailbox" : "off"
  const state = provider.webhook_url ? heard : "sandbox"

  return (
    <Section
      title={t("deliverability.provider.title")}
      description={t(`deliverability.provider.${state}`, { name })}
    >
      {provider.webhook_url && heard !== "mailbox" && (
        <Fact label={t("deliverability.provider.url")}>
          <span className="flex min-w-0 items-center gap-x-2">
            <span className="text-ui-fg-base truncate">{provider.webhook_url}</span>
            <Copy content={provider.webhook_url} />
          </span>
        </Fact>
      )}
      {provider.mailbox && <MailboxFact mailbox={provider.mailbox} />}
      {heard !== "off" && (
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

function MailboxFact({ mailbox }: { mailbox: Mailbox }) {
  const { t } = useTranslation("engage")
  return (
    <Fact label={t("deliverability.provider.mailboxRead")}>
      <span className="flex min-w-0 flex-col">
        {mailbox.read_at ? (
          <Time at={mailbox.read_at} style="relative" />
        ) : (
          t("deliverability.provider.never")
        )}
        {mailbox.error && (
          <Text as="span" size="xsmall" className="text-ui-fg-error break-words">
            {t("deliverability.provider.mailboxError", { error: mailbox.error })}
          </Text>
        )}
      </span>
    </Fact>
  )
}
