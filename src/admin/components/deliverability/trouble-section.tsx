import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Trouble } from "../../../types/deliverability"
import { useFormat } from "../../hooks/use-format"
import { useMailboxName } from "../../hooks/use-mailbox-name"
import { adviceFor } from "../../lib/trouble-advice"
import { EmptyState, RowsSkeleton, Section } from "../common/states"
import { Time } from "../common/values"

/** What came back or was refused, in plain words, with what to do about it. */
export function TroubleSection({ troubles }: { troubles: Trouble[] | undefined }) {
  const { t } = useTranslation("engage")
  return (
    <Section
      title={t("deliverability.troubles.title")}
      description={t("deliverability.troubles.description")}
    >
      {!troubles ? (
        <RowsSkeleton />
      ) : troubles.length ? (
        <ul className="divide-y">
          {troubles.map((trouble) => (
            <TroubleRow
              key={`${trouble.class} ${trouble.code} ${trouble.mailbox}`}
              trouble={trouble}
            />
          ))}
        </ul>
      ) : (
        <EmptyState
          title={t("deliverability.troubles.emptyTitle")}
          description={t("deliverability.troubles.emptyDescription")}
        />
      )}
    </Section>
  )
}

function TroubleRow({ trouble }: { trouble: Trouble }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const mailbox = useMailboxName()
  return (
    <li className="grid gap-x-6 gap-y-1 px-6 py-4 md:grid-cols-[1fr_auto]">
      <div className="flex min-w-0 flex-wrap items-center gap-2">
        <Text as="span" size="small" leading="compact" weight="plus">
          {t(`deliverability.troubles.${trouble.class}`)}
        </Text>
        <Badge size="2xsmall">{mailbox(trouble.mailbox)}</Badge>
        {trouble.code && (
          <Badge size="2xsmall" color="grey">
            {trouble.code}
          </Badge>
        )}
      </div>
      <Text as="div" size="small" leading="compact" className="text-ui-fg-subtle tabular-nums">
        <span className="text-ui-fg-base">{format.number(trouble.count)}</span> ·{" "}
        <Time at={trouble.last_at} style="relative" />
      </Text>
      <Text size="small" className="text-ui-fg-subtle md:col-span-2">
        {t(`deliverability.troubles.advice.${adviceFor(trouble)}`)}
      </Text>
      {trouble.sample && (
        <Text
          size="xsmall"
          className="text-ui-fg-subtle break-words font-mono md:col-span-2"
          title={t("deliverability.troubles.said")}
        >
          {trouble.sample}
        </Text>
      )}
    </li>
  )
}
