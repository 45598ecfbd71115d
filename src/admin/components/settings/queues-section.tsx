import { CheckCircleSolid, XCircleSolid } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Health } from "../../../types/overview"
import { useFormat } from "../../hooks/use-format"
import { Section } from "../common/states"
import { Explained, Fact } from "../common/values"

/** What waits to be done, and whether every message ever frozen is accounted for. */
export function QueuesSection({ health }: { health: Health }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const queues = ["waiting", "uncertain", "inbox", "dirty"] as const
  const broken = health.broken_runs

  return (
    <>
      <Section title={t("settings.queues.title")} description={t("settings.queues.description")}>
        {queues.map((queue) => (
          <Fact
            key={queue}
            label={
              <Explained label={t(`settings.queues.${queue}`)}>
                {t(`settings.queues.hint.${queue}`)}
              </Explained>
            }
          >
            <span className="tabular-nums">{format.number(health.queues[queue])}</span>
          </Fact>
        ))}
      </Section>
      <Section title={t("settings.ledger.title")} description={t("settings.ledger.description")}>
        <div className="flex flex-col gap-y-2 px-6 py-4">
          <Text
            as="div"
            size="small"
            className="text-ui-fg-base flex items-center gap-x-2"
            role="status"
          >
            {broken.length ? (
              <XCircleSolid className="text-ui-tag-red-icon shrink-0" aria-hidden />
            ) : (
              <CheckCircleSolid className="text-ui-tag-green-icon shrink-0" aria-hidden />
            )}
            {t(broken.length ? "settings.ledger.broken" : "settings.ledger.good", {
              count: broken.length,
            })}
          </Text>
          {broken.map((run) => (
            <Text key={run.run_id} size="small" className="text-ui-fg-error">
              {t("settings.ledger.run", {
                run: run.run_id,
                frozen: format.number(run.frozen),
                counted: format.number(run.counted),
              })}
            </Text>
          ))}
        </div>
      </Section>
    </>
  )
}
