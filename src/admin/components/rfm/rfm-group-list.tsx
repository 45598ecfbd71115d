import { ChevronDownMini } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { RfmReport } from "../../../types/rfm"
import { useFormat } from "../../hooks/use-format"
import { groupRules, isCarried } from "../../lib/rfm-rules"
import { RfmBadge } from "../common/badges"
import { Section } from "../common/states"
import { RfmActions } from "./rfm-actions"

/** The named groups with what they mean, what they are worth and what to do with them. */
export function RfmGroupList({ report, base }: { report: RfmReport; base: string | null }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const groups = [...report.groups].sort((a, b) => b.revenue - a.revenue)
  // Other groups are not what profiles carry, so a segment of them would find other people.
  const carried = isCarried(report, base)

  return (
    <Section title={t("rfmPage.groups")}>
      <ul className="divide-y">
        {groups.map(({ group, people, revenue }) => (
          <li key={group} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-6 py-3">
            <span className="w-[170px]">
              <RfmBadge group={group} />
            </span>
            <Text size="small" className="text-ui-fg-subtle min-w-[220px] flex-1">
              {t(`rfm.${group}.action`)}
            </Text>
            <span className="txt-compact-small w-[90px] text-right tabular-nums">
              {format.number(people)}
            </span>
            <span className="txt-compact-small w-[110px] text-right tabular-nums">
              {format.money(revenue, report.currency)}
            </span>
            {carried && (
              <RfmActions
                name={t(`rfm.${group}.name`)}
                rules={groupRules(group, base)}
                people={people}
              >
                <Button
                  size="small"
                  variant="secondary"
                  aria-label={t("rfmPage.actOn", { name: t(`rfm.${group}.name`) })}
                >
                  {t("rfmPage.act")}
                  <ChevronDownMini />
                </Button>
              </RfmActions>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
