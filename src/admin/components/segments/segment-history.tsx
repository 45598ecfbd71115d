import { Select, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Segment, SegmentHistoryPoint } from "../../../types/segment"
import { useSegmentHistory } from "../../hooks/api/segments"
import { useFormat } from "../../hooks/use-format"
import { Sparkline } from "../charts/sparkline"
import { ErrorState, RowsSkeleton, Section } from "../common/states"
import { type MovesOfDay, SegmentMoves } from "./segment-moves"

const MEASURES = ["profiles", "revenue", "aov", "ltv"] as const
type Measure = (typeof MEASURES)[number]

/** Days with changes that are listed below the curve. */
const DAYS_LISTED = 10

/** What the segment was like day by day, and who came and went on each. */
export function SegmentHistory({ segment }: { segment: Pick<Segment, "id" | "currency"> }) {
  const { t } = useTranslation("engage")
  const [measure, setMeasure] = useState<Measure>("profiles")
  const [shown, setShown] = useState<MovesOfDay | null>(null)
  const { data: history, error, refetch } = useSegmentHistory(segment.id)
  const changes = (history ?? []).filter((day) => day.entered || day.left).reverse()

  return (
    <Section
      title={t("segments.history.title")}
      actions={
        <Select
          size="small"
          value={measure}
          onValueChange={(chosen) => setMeasure(chosen as Measure)}
        >
          <Select.Trigger className="w-auto gap-x-2" aria-label={t("segments.history.measure")}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content align="end">
            {MEASURES.map((one) => (
              <Select.Item key={one} value={one}>
                {t(`segments.columns.${one}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      }
    >
      {error && !history ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : !history ? (
        <RowsSkeleton rows={3} />
      ) : (
        <>
          <Curve history={history} measure={measure} currency={segment.currency} />
          {changes.length > 0 && (
            <ul className="py-2">
              {changes.slice(0, DAYS_LISTED).map((day) => (
                <DayRow key={day.day} day={day} onShow={setShown} />
              ))}
            </ul>
          )}
        </>
      )}
      {shown && <SegmentMoves id={segment.id} moves={shown} onClose={() => setShown(null)} />}
    </Section>
  )
}

type CurveProps = { history: SegmentHistoryPoint[]; measure: Measure; currency: string }

function Curve({ history, measure, currency }: CurveProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const points = history.flatMap(({ at, [measure]: value }) =>
    value === null ? [] : { at, value }
  )
  return (
    <div className="px-6 py-4">
      {points.length > 1 ? (
        <Sparkline
          label={t(`segments.columns.${measure}`)}
          points={points}
          write={(value) =>
            measure === "profiles" ? format.number(value) : format.money(value, currency)
          }
        />
      ) : (
        <Text size="small" className="text-ui-fg-subtle">
          {t("segments.history.empty")}
        </Text>
      )}
    </div>
  )
}

type DayRowProps = { day: SegmentHistoryPoint; onShow: (moves: MovesOfDay) => void }

function DayRow({ day, onShow }: DayRowProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const moves = (direction: "entered" | "left", color: string) =>
    day[direction] > 0 && (
      <button
        type="button"
        className={`${color} focus-visible:shadow-borders-focus rounded-md outline-none hover:underline`}
        onClick={() => onShow({ day: day.day, direction })}
      >
        {t(`segments.history.${direction}`, { number: format.number(day[direction]) })}
      </button>
    )
  return (
    <li className="txt-compact-small flex justify-between gap-x-4 px-6 py-1.5">
      <span className="text-ui-fg-subtle">{format.day(day.day)}</span>
      <span className="flex gap-x-3 tabular-nums">
        {moves("entered", "text-ui-tag-green-text")}
        {moves("left", "text-ui-tag-red-text")}
      </span>
    </li>
  )
}
