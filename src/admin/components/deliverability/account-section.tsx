import { Button, StatusBadge, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { SendingChannel } from "../../../types/common"
import type { SendingAccount } from "../../../types/sending"
import { useFormat } from "../../hooks/use-format"
import { Section } from "../common/states"
import { Fact, Time } from "../common/values"
import { LimitsDrawer } from "./limits-drawer"
import { PricesFact } from "./prices-fact"
import { WarmUpFact } from "./warm-up-fact"

const COLORS = { open: "green", slowed: "orange", closed: "red" } as const

type AccountSectionProps = {
  account: SendingAccount
  channel: SendingChannel
  waiting: number
  hasFallback: boolean
  currency: string
}

/** One service that a channel sends through: whether it takes messages, its limits, and its warm-up. */
export function AccountSection({
  account,
  channel,
  waiting,
  hasFallback,
  currency,
}: AccountSectionProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const [editing, setEditing] = useState(false)
  const { state, role, limits, provider } = account
  const name = t(`settings.provider.${provider}`, { defaultValue: provider })
  const isFirst = role === "first"

  return (
    <Section
      title={name}
      description={t(`sending.${role}`)}
      actions={<StatusBadge color={COLORS[state]}>{t(`sending.${state}`)}</StatusBadge>}
    >
      {state !== "open" && account.next_try_at && (
        <Fact label={t("sending.state")}>
          <span className="flex flex-col">
            <span className="text-ui-fg-base">
              {t("sending.nextTry", { when: format.relative(account.next_try_at) })}
            </span>
            {account.last_error && (
              <Text as="span" size="xsmall" className="text-ui-fg-subtle break-words">
                {t("sending.lastError")} <Time at={account.last_error_at} style="relative" />:{" "}
                {account.last_error}
              </Text>
            )}
          </span>
        </Fact>
      )}
      {isFirst && (
        <Fact label={t("sending.waitingLabel")}>
          {waiting ? t("sending.waiting", { count: waiting }) : t("sending.waitingNone")}
        </Fact>
      )}
      <Fact label={t("sending.limits.title")}>
        <span className="flex items-start justify-between gap-x-4">
          <span className="flex min-w-0 flex-col gap-y-1">
            {!limits.length && <span>{t("sending.limits.none")}</span>}
            {limits.map((limit) => (
              <span
                key={`${limit.destination} ${limit.seconds}`}
                className="flex flex-wrap gap-x-2"
              >
                <span className="text-ui-fg-base">
                  {limit.destination || t("sending.limits.everywhere")}
                </span>
                <span>
                  {t("sending.limits.line", {
                    max: format.number(limit.max),
                    per: t(`sending.limits.per_${limit.seconds}`),
                  })}
                </span>
                <span className="text-ui-fg-muted">
                  {t("sending.limits.used", {
                    used: format.number(limit.used),
                    max: format.number(limit.max),
                  })}
                </span>
              </span>
            ))}
          </span>
          <Button
            size="small"
            variant="secondary"
            className="shrink-0"
            onClick={() => setEditing(true)}
          >
            {t("sending.limits.edit")}
          </Button>
        </span>
      </Fact>
      <PricesFact account={account} currency={currency} perPart={channel === "sms"} />
      <WarmUpFact account={account} />
      {isFirst && !hasFallback && provider !== "sandbox" && (
        <Fact label={t("sending.fallbackLabel")}>{t("sending.noFallback")}</Fact>
      )}
      {editing && <LimitsDrawer account={account} onClose={() => setEditing(false)} />}
    </Section>
  )
}
