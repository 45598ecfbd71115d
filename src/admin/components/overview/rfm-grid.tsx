import { Text, Tooltip, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Overview } from "../../../types/overview"
import type { RfmGroup } from "../../../types/profile"
import { useFormat } from "../../hooks/use-format"
import { RFM_TONES, rfmGroupAt } from "../../lib/rfm"
import { Section } from "../common/states"

const SCORES = [1, 2, 3, 4, 5]

const toneClasses = {
  green:
    "bg-ui-tag-green-bg border-ui-tag-green-border text-ui-tag-green-text hover:bg-ui-tag-green-bg-hover",
  blue: "bg-ui-tag-blue-bg border-ui-tag-blue-border text-ui-tag-blue-text hover:bg-ui-tag-blue-bg-hover",
  purple:
    "bg-ui-tag-purple-bg border-ui-tag-purple-border text-ui-tag-purple-text hover:bg-ui-tag-purple-bg-hover",
  orange:
    "bg-ui-tag-orange-bg border-ui-tag-orange-border text-ui-tag-orange-text hover:bg-ui-tag-orange-bg-hover",
  red: "bg-ui-tag-red-bg border-ui-tag-red-border text-ui-tag-red-text hover:bg-ui-tag-red-bg-hover",
  grey: "bg-ui-tag-neutral-bg border-ui-tag-neutral-border text-ui-tag-neutral-text hover:bg-ui-tag-neutral-bg-hover",
}

/** Where clicking on a group leads: a new segment that holds just this group. */
export const segmentOfGroup = (group: RfmGroup) => `/engage/segments/create?rfm_group=${group}`

/** All buyers by how recently (rows) and how often (columns) they bought, with the named groups by colour. */
export function RfmGrid({ overview }: { overview: Overview }) {
  const { t } = useTranslation("engage")
  const cellAt = (r: number, f: number) =>
    overview.rfm.cells.find((cell) => cell.r === r && cell.f === f) ?? {
      r,
      f,
      profiles: 0,
      revenue: 0,
      group: rfmGroupAt(r, f),
    }

  return (
    <Section title={t("overview.rfmTitle")} description={t("overview.rfmDescription")}>
      <div className="overflow-x-auto px-6 py-4">
        <div
          role="table"
          aria-label={t("overview.rfmTitle")}
          className="flex min-w-[620px] flex-col gap-1"
        >
          <div role="row" className="grid grid-cols-[92px_repeat(5,minmax(0,1fr))] gap-1">
            <span role="columnheader">
              <span className="sr-only">{t("overview.recency")}</span>
            </span>
            {SCORES.map((f) => (
              <Axis key={f} role="columnheader" className="justify-center pb-1">
                {t(`overview.frequencyScore.${f}`)}
              </Axis>
            ))}
          </div>
          {[...SCORES].reverse().map((r) => (
            <div key={r} role="row" className="grid grid-cols-[92px_repeat(5,minmax(0,1fr))] gap-1">
              <Axis role="rowheader">{t(`overview.recencyScore.${r}`)}</Axis>
              {SCORES.map((f) => (
                <Cell key={f} cell={cellAt(r, f)} currency={overview.currency} />
              ))}
            </div>
          ))}
        </div>
      </div>
    </Section>
  )
}

function Axis({
  role,
  className,
  children,
}: {
  role: string
  className?: string
  children: React.ReactNode
}) {
  return (
    <Text
      as="div"
      role={role}
      size="xsmall"
      leading="compact"
      className={clx("text-ui-fg-subtle flex items-center", className)}
    >
      {children}
    </Text>
  )
}

type CellProps = { cell: Overview["rfm"]["cells"][number]; currency: string }

function Cell({ cell, currency }: CellProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const name = t(`rfm.${cell.group}.name`)

  return (
    <div role="cell">
      <Tooltip
        maxWidth={260}
        content={
          <span className="flex flex-col gap-y-1">
            <span className="txt-compact-small-plus">{name}</span>
            <span>{t(`rfm.${cell.group}.meaning`)}</span>
            <span>{t(`rfm.${cell.group}.action`)}</span>
          </span>
        }
      >
        <Link
          to={segmentOfGroup(cell.group)}
          aria-label={t("overview.cellLabel", {
            name,
            r: cell.r,
            f: cell.f,
            profiles: format.number(cell.profiles),
            revenue: format.money(cell.revenue, currency),
          })}
          className={clx(
            "transition-fg focus-visible:shadow-borders-focus flex h-[68px] flex-col justify-between rounded-md border px-2 py-1.5 outline-none",
            cell.profiles
              ? toneClasses[RFM_TONES[cell.group]]
              : "text-ui-fg-subtle hover:bg-ui-bg-base-hover border-dashed"
          )}
        >
          <span className="txt-compact-xsmall truncate">{name}</span>
          <span className="flex items-baseline justify-between gap-x-1 tabular-nums">
            <span className="txt-compact-medium-plus">{format.number(cell.profiles)}</span>
            <span className="txt-compact-xsmall truncate">
              {format.moneyCompact(cell.revenue, currency)}
            </span>
          </span>
        </Link>
      </Tooltip>
    </div>
  )
}
