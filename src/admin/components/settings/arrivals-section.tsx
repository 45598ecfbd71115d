import { StatusBadge, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Arrival } from "../../../types/overview"
import { useFormat } from "../../hooks/use-format"
import { EmptyState, Section } from "../common/states"
import { Time } from "../common/values"
import { SourceBadge } from "../events/source-badge"

const TONES = { waiting: "grey", current: "green", quiet: "orange", silent: "red" } as const

/** When events and visits last came in from where, and whether that is too long ago. */
export function ArrivalsSection({ arrivals }: { arrivals: Arrival[] }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const lag = (at: string | null) => (at ? Date.now() - new Date(at).getTime() : null)

  return (
    <Section
      id="arrivals"
      title={t("settings.arrivals.title")}
      description={t("settings.arrivals.description")}
    >
      {arrivals.length ? (
        <div className="overflow-x-auto">
          <Table aria-label={t("settings.arrivals.title")}>
            <Table.Header className="border-t-0">
              <Table.Row>
                <Table.HeaderCell>{t("events.columns.source")}</Table.HeaderCell>
                <Table.HeaderCell>{t("settings.sources.state")}</Table.HeaderCell>
                <Table.HeaderCell>{t("settings.arrivals.last")}</Table.HeaderCell>
                <Table.HeaderCell className="text-right">
                  {t("settings.arrivals.week")}
                </Table.HeaderCell>
              </Table.Row>
            </Table.Header>
            <Table.Body className="border-b-0">
              {arrivals.map(({ source, state, last_at, week }) => (
                <Table.Row key={source} className="last:border-b-0">
                  <Table.Cell>
                    <SourceBadge source={source} />
                  </Table.Cell>
                  <Table.Cell>
                    <StatusBadge color={TONES[state]} className="whitespace-nowrap">
                      {t(`settings.arrivals.${state}`, { time: format.duration(lag(last_at)) })}
                    </StatusBadge>
                  </Table.Cell>
                  <Table.Cell className="whitespace-nowrap">
                    <Time at={last_at} />
                  </Table.Cell>
                  <Table.Cell className="text-right tabular-nums">{format.number(week)}</Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
      ) : (
        <EmptyState
          title={t("settings.arrivals.none")}
          description={t("settings.arrivals.noneHint")}
          action={{ label: t("settings.arrivals.connect"), to: "/engage/sources" }}
        />
      )}
    </Section>
  )
}
