import { useFormat } from "../../hooks/use-format"

type SparklineProps = {
  points: { at: string; value: number }[]
  label: string
  height?: number
  /** How a value is written; as a plain number when left out. */
  write?: (value: number) => string
}

/** A line of values over time, with the lowest and highest written beside it. */
export function Sparkline({ points, label, height = 96, write }: SparklineProps) {
  const format = useFormat()
  const text = write ?? format.number
  if (points.length < 2) return null

  const values = points.map((point) => point.value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const span = high - low || 1
  const times = points.map((point) => new Date(point.at).getTime())
  const [start, end] = [times[0], times[times.length - 1]]
  const x = (time: number) => (end === start ? 0 : ((time - start) / (end - start)) * 100)
  const y = (value: number) => (high === low ? 50 : 92 - ((value - low) / span) * 84)
  const line = points.map((point, index) => `${x(times[index])},${y(point.value)}`).join(" ")

  return (
    <figure className="flex flex-col gap-y-1">
      <div className="flex gap-x-3">
        <svg
          role="img"
          aria-label={`${label}: ${text(values[0])} – ${text(values[values.length - 1])}`}
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="text-ui-fg-interactive w-full"
          style={{ height }}
        >
          <polygon points={`0,100 ${line} 100,100`} fill="currentColor" opacity={0.08} />
          <polyline
            points={line}
            fill="none"
            stroke="currentColor"
            strokeWidth={1.5}
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        <div className="txt-compact-xsmall text-ui-fg-subtle flex flex-col justify-between text-right tabular-nums">
          <span>{text(high)}</span>
          {low !== high && <span>{text(low)}</span>}
        </div>
      </div>
      <figcaption className="txt-compact-xsmall text-ui-fg-subtle flex justify-between">
        <span>{format.dateTime(points[0].at)}</span>
        <span>{format.dateTime(points[points.length - 1].at)}</span>
      </figcaption>
    </figure>
  )
}
