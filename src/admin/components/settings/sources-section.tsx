import { StatusBadge, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Freshness } from "../../../types/overview"
import { useFormat } from "../../hooks/use-format"
import { FreshnessLine } from "../common/freshness"
import { Section } from "../common/states"
import { Time } from "../common/values"

/** A source that was not looked at for this long (in ms) is late: the ticker comes every minute. */
const LATE_MS = 5 * 60_000

/** How far each table of the shop has been read in, and how late that is. */
export function SourcesSection({ freshness }: { freshness: Freshness }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const lag = (at: string | null) => (at ? Date.now() - new Date(at).getTime() : null)

  return (
    <Section
      id="sources"
      title={t("settings.sources.title")}
      description={t("settings.sources.description")}
      actions={<FreshnessLine freshness={freshness} />}
    >
      <div className="overflow-x-auto">
        <Table aria-label={t("settings.sources.title")}>
          <Table.Header className="border-t-0">
            <Table.Row>
              <Table.HeaderCell>{t("settings.sources.source")}</Table.HeaderCell>
              <Table.HeaderCell>{t("settings.sources.state")}</Table.HeaderCell>
              <Table.HeaderCell>{t("settings.sources.lastLook")}</Table.HeaderCell>
              <Table.HeaderCell>{t("settings.sources.newest")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">
                {t("settings.sources.rows")}
              </Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body className="border-b-0">
            {freshness.sources.map((source) => {
              const late = lag(source.passed_at)
              const state = late === null ? "waiting" : late > LATE_MS ? "late" : "current"
              return (
                <Table.Row key={source.source} className="last:border-b-0">
                  <Table.Cell className="text-ui-fg-base whitespace-nowrap">
                    {t(`settings.source.${source.source}`, { defaultValue: source.source })}
                  </Table.Cell>
                  <Table.Cell>
                    <StatusBadge
                      color={({ waiting: "grey", late: "red", current: "green" } as const)[state]}
                      className="whitespace-nowrap"
                    >
                      {t(`settings.sources.${state}`, { time: format.duration(late) })}
                    </StatusBadge>
                  </Table.Cell>
                  <Table.Cell className="whitespace-nowrap">
                    <Time at={source.passed_at} style="relative" />
                  </Table.Cell>
                  <Table.Cell className="whitespace-nowrap">
                    <Time at={source.high_at} />
                  </Table.Cell>
                  <Table.Cell className="text-right tabular-nums">
                    {format.number(source.rows)}
                  </Table.Cell>
                </Table.Row>
              )
            })}
          </Table.Body>
        </Table>
      </div>
      {!freshness.sources.length && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("settings.sources.empty")}
        </Text>
      )}
    </Section>
  )
}
