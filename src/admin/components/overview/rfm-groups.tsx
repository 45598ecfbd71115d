import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Overview } from "../../../types/overview"
import { RFM_GROUPS } from "../../../types/profile"
import { useFormat } from "../../hooks/use-format"
import { RfmBadge } from "../common/badges"
import { Section } from "../common/states"
import { segmentOfGroup } from "./rfm-grid"

/** The named groups with their people and money; each leads to a segment of the group. */
export function RfmGroups({ overview }: { overview: Overview }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const sizes = new Map(overview.rfm.groups.map((entry) => [entry.group, entry]))

  return (
    <Section title={t("overview.groupsTitle")} description={t("overview.groupsDescription")}>
      <ul className="py-2">
        {RFM_GROUPS.map((group) => {
          const size = sizes.get(group)
          return (
            <li key={group}>
              <Link
                to={segmentOfGroup(group)}
                className="hover:bg-ui-bg-base-hover transition-fg focus-visible:shadow-borders-focus grid grid-cols-[minmax(0,1fr)_auto_88px] items-center gap-x-4 px-6 py-[7px] outline-none"
              >
                <span className="min-w-0">
                  <RfmBadge group={group} />
                </span>
                <Text
                  as="span"
                  size="small"
                  leading="compact"
                  className="text-ui-fg-base tabular-nums"
                >
                  {format.number(size?.profiles ?? 0)}
                </Text>
                <Text
                  as="span"
                  size="small"
                  leading="compact"
                  className="text-ui-fg-subtle text-right tabular-nums"
                >
                  {format.moneyCompact(size?.revenue ?? 0, overview.currency)}
                </Text>
              </Link>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
