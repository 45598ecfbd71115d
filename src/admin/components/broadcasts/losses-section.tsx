import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { BroadcastReport } from "../../../types/broadcast-report"
import { useFormat } from "../../hooks/use-format"
import { Section } from "../common/states"

type LossesSectionProps = { broadcastId: string; report: BroadcastReport }

/** Who got no message and why: left out on purpose, or failed. */
export function LossesSection({ broadcastId, report }: LossesSectionProps) {
  const { t } = useTranslation("engage")
  const people = (query: string) => `/engage/broadcasts/${broadcastId}/people?${query}`
  const { skipped, failures, counters } = report
  if (!skipped.length && !failures.length && !counters.machine_opened) return null

  return (
    <>
      {skipped.length > 0 && (
        <Section title={t("broadcasts.losses.skipped")}>
          <ul className="py-2">
            {skipped.map(({ reason, rule, count }) => (
              <Row
                key={rule?.id ?? reason}
                label={[t(`broadcasts.reason.${reason}`), rule?.name].filter(Boolean).join(": ")}
                count={count}
                to={people(`kind=skipped&reason=${reason}${rule ? `&rule=${rule.id}` : ""}`)}
              />
            ))}
          </ul>
        </Section>
      )}
      {failures.length > 0 && (
        <Section title={t("broadcasts.losses.failed")}>
          <ul className="py-2">
            {failures.map(({ error, count }) => (
              <Row key={error} label={error} count={count} to={people("kind=failed")} />
            ))}
          </ul>
        </Section>
      )}
      {counters.machine_opened > 0 && (
        <Section title={t("broadcasts.losses.machine")}>
          <Text size="small" className="text-ui-fg-subtle px-6 py-4">
            {t("broadcasts.losses.machineHint", { count: counters.machine_opened })}
          </Text>
        </Section>
      )}
    </>
  )
}

function Row({ label, count, to }: { label: string; count: number; to: string }) {
  const format = useFormat()
  return (
    <li>
      <Link
        to={to}
        className="txt-compact-small hover:bg-ui-bg-base-hover transition-fg focus-visible:shadow-borders-focus flex justify-between gap-x-4 px-6 py-1.5 outline-none"
      >
        <span className="text-ui-fg-subtle min-w-0 break-words">{label}</span>
        <span className="text-ui-fg-base tabular-nums">{format.number(count)}</span>
      </Link>
    </li>
  )
}
