import { Tooltip, clx } from "@medusajs/ui"
import { useFormat } from "../../hooks/use-format"

type Bar = { at: string; values: number[] }
type HourBarsProps = { label: string; bars: Bar[]; series: { name: string; color: string }[] }

/** Bars of several values per hour, side by side, with the exact numbers on demand. */
export function HourBars({ label, bars, series }: HourBarsProps) {
  const format = useFormat()
  const top = Math.max(1, ...bars.flatMap((bar) => bar.values))

  return (
    <figure className="flex flex-col gap-y-2">
      <div className="flex gap-x-3">
        <div className="txt-compact-xsmall text-ui-fg-subtle flex h-[160px] flex-col justify-between text-right tabular-nums">
          <span>{format.number(top)}</span>
          <span>0</span>
        </div>
        <div
          role="img"
          aria-label={label}
          className="flex h-[160px] flex-1 items-end gap-px border-b"
        >
          {bars.map((bar) => (
            <Tooltip
              key={bar.at}
              content={
                <span className="flex flex-col">
                  <span>{format.hour(bar.at)}</span>
                  {series.map(({ name }, index) => (
                    <span key={name}>
                      {name}: {format.number(bar.values[index])}
                    </span>
                  ))}
                </span>
              }
            >
              <div className="hover:bg-ui-bg-component flex h-full min-w-0 max-w-[48px] flex-1 items-end justify-center gap-px px-px">
                {series.map(({ name, color }, index) => (
                  <div
                    key={name}
                    className={clx("min-w-px flex-1 rounded-t-sm", color)}
                    style={{ height: `${(bar.values[index] / top) * 100}%` }}
                  />
                ))}
              </div>
            </Tooltip>
          ))}
        </div>
      </div>
      <figcaption className="txt-compact-xsmall text-ui-fg-subtle flex flex-wrap items-center justify-between gap-x-4 gap-y-1 pl-8">
        <span>{bars.length > 0 && format.hour(bars[0].at)}</span>
        <span className="flex gap-x-4">
          {series.map(({ name, color }) => (
            <span key={name} className="flex items-center gap-x-1.5">
              <span aria-hidden className={clx("size-2 rounded-full", color)} />
              {name}
            </span>
          ))}
        </span>
        <span>{bars.length > 1 && format.hour(bars[bars.length - 1].at)}</span>
      </figcaption>
    </figure>
  )
}
