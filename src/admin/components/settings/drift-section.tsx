import { StatusBadge, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Freshness } from "../../../types/overview"
import { useFormat } from "../../hooks/use-format"
import { Section } from "../common/states"
import { Time } from "../common/values"

/** The daily recount of shop and profiles against each other, and what it put right. */
export function DriftSection({ drift }: { drift: Freshness["drift"] }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  return (
    <Section title={t("settings.drift.title")} description={t("settings.drift.description")}>
      {drift.length ? (
        <div className="overflow-x-auto">
          <Table aria-label={t("settings.drift.title")}>
            <Table.Header className="border-t-0">
              <Table.Row>
                <Table.HeaderCell>{t("settings.drift.what")}</Table.HeaderCell>
                <Table.HeaderCell>{t("settings.drift.result")}</Table.HeaderCell>
                <Table.HeaderCell className="text-right">
                  {t("settings.drift.shop")}
                </Table.HeaderCell>
                <Table.HeaderCell className="text-right">
                  {t("settings.drift.ours")}
                </Table.HeaderCell>
                <Table.HeaderCell>{t("settings.drift.checked")}</Table.HeaderCell>
              </Table.Row>
            </Table.Header>
            <Table.Body className="border-b-0">
              {drift.map((row) => {
                const equal = row.shop === row.ours && !row.repaired
                return (
                  <Table.Row key={`${row.source}-${row.checked_at}`} className="last:border-b-0">
                    <Table.Cell className="text-ui-fg-base whitespace-nowrap">
                      {t(`settings.source.${row.source}`, { defaultValue: row.source })}
                    </Table.Cell>
                    <Table.Cell>
                      <StatusBadge color={equal ? "green" : "orange"} className="whitespace-nowrap">
                        {equal
                          ? t("settings.drift.equal")
                          : t("settings.drift.repaired", { number: format.number(row.repaired) })}
                      </StatusBadge>
                    </Table.Cell>
                    <Table.Cell className="text-right tabular-nums">
                      {format.number(row.shop)}
                    </Table.Cell>
                    <Table.Cell className="text-right tabular-nums">
                      {format.number(row.ours)}
                    </Table.Cell>
                    <Table.Cell className="whitespace-nowrap">
                      <Time at={row.checked_at} />
                    </Table.Cell>
                  </Table.Row>
                )
              })}
            </Table.Body>
          </Table>
        </div>
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("settings.drift.empty")}
        </Text>
      )}
    </Section>
  )
}
