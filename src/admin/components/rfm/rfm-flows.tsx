import { Text, clx } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { RfmMove } from "../../../types/rfm"
import { useFormat } from "../../hooks/use-format"
import { type PlacedGroup, placeFlows, sizeOf } from "../../lib/rfm-flows"

type Side = "from" | "to"

const WIDTH = 900
const BAR = 10
const MARGIN = 220

/** The moves between groups as bands, as thick as they have people. Pointing at a group shows only its own. */
export function RfmFlows({ moves }: { moves: RfmMove[] }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const [chosen, setChosen] = useState<{ side: Side; group: string } | null>(null)
  const { groups, flows } = placeFlows(moves)
  const height = sizeOf(groups)
  const [x1, x2] = [MARGIN + BAR, WIDTH - MARGIN - BAR]
  const middle = (x1 + x2) / 2

  return (
    <div className="overflow-x-auto px-6 py-4">
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        className="min-w-[720px]"
        role="img"
        aria-label={t("rfmPage.moves.chart")}
        onMouseLeave={() => setChosen(null)}
      >
        {flows.map(({ move, fromY, toY, fromHeight, toHeight }) => (
          <path
            key={`${move.from} ${move.to}`}
            d={
              `M${x1},${fromY} C${middle},${fromY} ${middle},${toY} ${x2},${toY} ` +
              `V${toY + toHeight} C${middle},${toY + toHeight} ${middle},${fromY + fromHeight} ${x1},${fromY + fromHeight} Z`
            }
            className={clx(
              "transition-opacity",
              move.from === move.to ? "fill-ui-tag-neutral-icon" : "fill-ui-tag-blue-icon",
              !chosen
                ? "opacity-30 hover:opacity-70"
                : move[chosen.side] === chosen.group
                  ? "opacity-70"
                  : "opacity-5"
            )}
          >
            <title>
              {t("rfmPage.moves.flow", {
                from: t(`rfm.${move.from}.name`),
                to: t(`rfm.${move.to}.name`),
                people: format.number(move.people),
              })}
            </title>
          </path>
        ))}
        {(["from", "to"] as const).flatMap((side) =>
          groups[side].map((group) => (
            <GroupBar
              key={`${side} ${group.group}`}
              side={side}
              placed={group}
              onPoint={() => setChosen({ side, group: group.group })}
            />
          ))
        )}
      </svg>
      <Text size="xsmall" className="text-ui-fg-subtle pt-2">
        {t("rfmPage.moves.hint")}
      </Text>
    </div>
  )
}

type GroupBarProps = { side: Side; placed: PlacedGroup; onPoint: () => void }

function GroupBar({ side, placed, onPoint }: GroupBarProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { group, people, y, height } = placed
  const left = side === "from"
  return (
    <g onMouseEnter={onPoint}>
      <rect
        x={left ? 0 : WIDTH - MARGIN}
        y={y}
        width={MARGIN}
        height={height}
        className="fill-transparent"
      />
      <rect
        x={left ? MARGIN : WIDTH - MARGIN - BAR}
        y={y}
        width={BAR}
        height={height}
        rx={2}
        className="fill-ui-fg-interactive"
      />
      <text
        x={left ? MARGIN - 8 : WIDTH - MARGIN + 8}
        y={y + height / 2}
        dominantBaseline="central"
        textAnchor={left ? "end" : "start"}
        className="fill-ui-fg-base text-[12px]"
      >
        {t(`rfm.${group}.name`)}
        <tspan dx={6} className="fill-ui-fg-subtle">
          {format.number(people)}
        </tspan>
      </text>
    </g>
  )
}
