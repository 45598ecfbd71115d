import { Text } from "@medusajs/ui"
import { subDays } from "date-fns"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { RFM_GROUPS } from "../../../types/profile"
import type { RfmMove } from "../../../types/rfm"
import { useRfmMoves } from "../../hooks/api/rfm"
import { useFormat } from "../../hooks/use-format"
import { DateField } from "../rules/value-editor"
import { EmptyState, ErrorState, RowsSkeleton, Section } from "../common/states"

const day = (date: Date) => date.toISOString().slice(0, 10)
const HEIGHT = 420
const WIDTH = 900
const BAR = 12
const GAP = 6

/** How people moved between the groups from one day to another, as flows. */
export function RfmMoves({ segment }: { segment?: string }) {
  const { t } = useTranslation("engage")
  const [from, setFrom] = useState(day(subDays(new Date(), 90)))
  const [to, setTo] = useState(day(new Date()))
  const { data: moves, error, refetch } = useRfmMoves({ from, to, segment_id: segment })

  return (
    <Section
      title={t("rfmPage.moves.title")}
      description={t("rfmPage.moves.description")}
      actions={
        <span className="flex items-center gap-x-2">
          <DateField value={from} onChange={(next) => next && setFrom(next)} />
          <span className="txt-compact-small text-ui-fg-subtle">{t("segments.builder.and")}</span>
          <DateField value={to} onChange={(next) => next && setTo(next)} />
        </span>
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : from >= to ? (
        <EmptyState title={t("rfmPage.moves.order")} description={t("rfmPage.moves.orderHint")} />
      ) : !moves ? (
        <RowsSkeleton />
      ) : moves.length ? (
        <Flows moves={moves} />
      ) : (
        <EmptyState title={t("rfmPage.moves.none")} description={t("rfmPage.moves.noneHint")} />
      )}
    </Section>
  )
}

type Side = { group: string; people: number; y: number; height: number }

/** The groups of one side, stacked in their usual order. */
function stack(moves: RfmMove[], side: "from" | "to"): Side[] {
  const total = moves.reduce((sum, move) => sum + move.people, 0)
  const present = RFM_GROUPS.filter((group) => moves.some((move) => move[side] === group))
  const room = HEIGHT - GAP * (present.length - 1)
  let y = 0
  return present.map((group) => {
    const people = moves
      .filter((move) => move[side] === group)
      .reduce((sum, move) => sum + move.people, 0)
    const height = (people / total) * room
    const placed = { group, people, y, height }
    y += height + GAP
    return placed
  })
}

function Flows({ moves }: { moves: RfmMove[] }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const left = stack(moves, "from")
  const right = stack(moves, "to")
  const used = new Map<string, number>()
  const take = (key: string, height: number) => {
    const at = used.get(key) ?? 0
    used.set(key, at + height)
    return at
  }
  const ordered = [...moves].sort(
    (a, b) =>
      RFM_GROUPS.indexOf(a.from) - RFM_GROUPS.indexOf(b.from) ||
      RFM_GROUPS.indexOf(a.to) - RFM_GROUPS.indexOf(b.to)
  )
  const label = (move: RfmMove) =>
    t("rfmPage.moves.flow", {
      from: t(`rfm.${move.from}.name`),
      to: t(`rfm.${move.to}.name`),
      people: format.number(move.people),
    })

  return (
    <div className="overflow-x-auto px-6 py-4">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="min-w-[720px]"
        role="img"
        aria-label={t("rfmPage.moves.title")}
      >
        {ordered.map((move) => {
          const a = left.find(({ group }) => group === move.from)!
          const b = right.find(({ group }) => group === move.to)!
          const thick = Math.max(1, (move.people / a.people) * a.height)
          const end = Math.max(1, (move.people / b.people) * b.height)
          const y1 = a.y + take(`from ${move.from}`, thick) + thick / 2
          const y2 = b.y + take(`to ${move.to}`, end) + end / 2
          const [x1, x2] = [200 + BAR, WIDTH - 200 - BAR]
          const middle = (x1 + x2) / 2
          return (
            <path
              key={`${move.from} ${move.to}`}
              d={`M${x1},${y1} C${middle},${y1} ${middle},${y2} ${x2},${y2}`}
              fill="none"
              strokeWidth={(thick + end) / 2}
              className={
                move.from === move.to
                  ? "stroke-ui-tag-neutral-icon opacity-30 hover:opacity-70"
                  : "stroke-ui-tag-blue-icon opacity-40 hover:opacity-80"
              }
            >
              <title>{label(move)}</title>
            </path>
          )
        })}
        {[
          ...left.map((side) => ({ ...side, x: 200, anchor: "end" as const, text: 192 })),
          ...right.map((side) => ({
            ...side,
            x: WIDTH - 200 - BAR,
            anchor: "start" as const,
            text: WIDTH - 192,
          })),
        ].map(({ group, people, x, y, height, anchor, text }) => (
          <g key={`${anchor} ${group}`}>
            <rect
              x={x}
              y={y}
              width={BAR}
              height={Math.max(1, height)}
              className="fill-ui-fg-interactive"
            />
            <text
              x={text}
              y={y + Math.max(10, height / 2 + 4)}
              textAnchor={anchor}
              className="fill-ui-fg-base text-[12px]"
            >
              {t(`rfm.${group}.name`)} {format.number(people)}
            </text>
          </g>
        ))}
      </svg>
      <table className="sr-only">
        <tbody>
          {ordered.map((move) => (
            <tr key={`${move.from} ${move.to}`}>
              <td>{label(move)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text size="xsmall" className="text-ui-fg-subtle pt-2">
        {t("rfmPage.moves.hint")}
      </Text>
    </div>
  )
}
