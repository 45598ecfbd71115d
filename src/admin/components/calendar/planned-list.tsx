import { Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Calendar, CalendarCampaign } from "../../../types/calendar"
import { useFormat } from "../../hooks/use-format"
import { Section } from "../common/states"
import { KindBadge } from "./plan-table"

/** Everything that is sent in the time that the calendar shows, broadcasts and campaigns in one list. */
export function PlannedList({ entries, campaigns }: Calendar) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const messages = ({ days }: CalendarCampaign) => {
    const sum = (expected: boolean) =>
      days.reduce((total, one) => total + (one.expected === expected ? one.messages : 0), 0)
    const [sent, expected] = [format.number(sum(false)), format.number(sum(true))]
    if (!sum(true)) return sent
    return sum(false)
      ? t("calendar.sentAndAbout", { sent, expected })
      : t("calendar.about", { number: expected })
  }
  const rows = [
    ...[...entries]
      .sort((a, b) => a.at.localeCompare(b.at))
      .map(({ id, name, at, people }) => ({
        kind: "broadcast" as const,
        to: `/engage/broadcasts/${id}`,
        name,
        when: format.dateTime(at),
        messages: people === null ? "–" : format.number(people),
      })),
    ...campaigns.map((campaign) => ({
      kind: "campaign" as const,
      to: `/engage/campaigns/${campaign.id}`,
      name: campaign.name,
      when: t("calendar.byItself", { count: campaign.days.length }),
      messages: messages(campaign),
    })),
  ]
  return (
    <Section title={t("calendar.list")} description={t("calendar.listHint")}>
      {rows.length ? (
        <div className="overflow-x-auto">
          <Table>
            <Table.Header>
              <Table.Row>
                <Table.HeaderCell>{t("calendar.column.name")}</Table.HeaderCell>
                <Table.HeaderCell>{t("calendar.column.kind")}</Table.HeaderCell>
                <Table.HeaderCell>{t("calendar.column.when")}</Table.HeaderCell>
                <Table.HeaderCell className="text-right">
                  {t("calendar.column.messages")}
                </Table.HeaderCell>
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {rows.map(({ kind, to, name, when, messages: count }) => (
                <Table.Row key={`${to} ${when}`}>
                  <Table.Cell>
                    <Link
                      to={to}
                      className="text-ui-fg-base hover:text-ui-fg-subtle focus-visible:shadow-borders-focus rounded-sm outline-none"
                    >
                      {name}
                    </Link>
                  </Table.Cell>
                  <Table.Cell>
                    <KindBadge kind={kind} />
                  </Table.Cell>
                  <Table.Cell className="whitespace-nowrap">{when}</Table.Cell>
                  <Table.Cell className="whitespace-nowrap text-right tabular-nums">
                    {count}
                  </Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("calendar.listEmpty")}
        </Text>
      )}
    </Section>
  )
}
