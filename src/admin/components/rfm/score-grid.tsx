import { Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { RfmReport } from "../../../types/rfm"
import { useFormat } from "../../hooks/use-format"
import { rfmGroupAt } from "../../lib/rfm"
import { type RfmAxes, type Score, cellRules, rangeOf } from "../../lib/rfm-rules"
import { Section } from "../common/states"
import { RfmActions } from "./rfm-actions"

const SCORES = [1, 2, 3, 4, 5]
const DEPTH = ["opacity-10", "opacity-20", "opacity-30", "opacity-40", "opacity-60"]

type ScoreGridProps = { report: RfmReport; axes: RfmAxes; base: string | null }

/** People by two of the three scores, with the ranges behind each score; a cell offers what can be done with its people. */
export function ScoreGrid({ report, axes, base }: ScoreGridProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const [row, column] = axes.split("") as [Score, Score]
  const most = Math.max(1, ...report.cells.map((cell) => cell.people))

  const range = (score: Score, value: number) => {
    const found = rangeOf(report.cells, score, value)
    if (!found) return "–"
    const text = found.map((n) =>
      score === "m" ? format.money(n, report.currency) : format.number(n)
    )
    return t(`rfmPage.range.${score}`, { range: [...new Set(text)].join("–"), count: found[1] })
  }

  return (
    <Section title={t(`rfmPage.grids.${axes}`)} description={t("rfmPage.gridHint")}>
      <div className="overflow-x-auto px-6 py-4">
        <table className="w-full min-w-[720px] table-fixed border-separate border-spacing-1">
          <thead>
            <tr>
              <th className="w-[150px]">
                <span className="sr-only">{t(`rfmPage.score.${row}`)}</span>
              </th>
              {SCORES.map((value) => (
                <Axis key={value} scope="col" title={`${t(`rfmPage.score.${column}`)} ${value}`}>
                  {range(column, value)}
                </Axis>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...SCORES].reverse().map((r) => (
              <tr key={r}>
                <Axis scope="row" title={`${t(`rfmPage.score.${row}`)} ${r}`}>
                  {range(row, r)}
                </Axis>
                {SCORES.map((c) => {
                  const cells = report.cells.filter((one) => one[row] === r && one[column] === c)
                  const people = cells.reduce((sum, one) => sum + one.people, 0)
                  const revenue = cells.reduce((sum, one) => sum + one.revenue, 0)
                  const name =
                    axes === "rf"
                      ? t(`rfm.${rfmGroupAt(r, c)}.name`)
                      : `${row.toUpperCase()}${r} ${column.toUpperCase()}${c}`
                  const rules = cellRules(report, { [row]: r, [column]: c }, base)
                  return (
                    <td key={c} className="p-0">
                      <RfmActions name={name} rules={rules} people={people}>
                        <button
                          type="button"
                          aria-label={t("rfmPage.cell", {
                            name,
                            people: format.number(people),
                            revenue: format.money(revenue, report.currency),
                          })}
                          className="focus-visible:shadow-borders-focus border-ui-border-base hover:border-ui-border-interactive relative flex h-[68px] w-full flex-col text-left justify-between overflow-hidden rounded-md border px-2 py-1.5 outline-none"
                        >
                          <span
                            aria-hidden
                            className={clx(
                              "bg-ui-tag-blue-icon absolute inset-0",
                              people
                                ? DEPTH[Math.min(4, Math.floor((people / most) * 5))]
                                : "opacity-0"
                            )}
                          />
                          <span className="txt-compact-xsmall text-ui-fg-base relative truncate">
                            {name}
                          </span>
                          <span className="text-ui-fg-base relative flex items-baseline justify-between gap-x-1 tabular-nums">
                            <span className="txt-compact-medium-plus">{format.number(people)}</span>
                            <span className="txt-compact-xsmall truncate">
                              {format.moneyCompact(revenue, report.currency)}
                            </span>
                          </span>
                        </button>
                      </RfmActions>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

type AxisProps = { scope: "col" | "row"; title: string; children: string }

function Axis({ scope, title, children }: AxisProps) {
  return (
    <th scope={scope} className="px-1 text-left font-normal">
      <Text as="div" size="xsmall" leading="compact" weight="plus">
        {title}
      </Text>
      <Text as="div" size="xsmall" leading="compact" className="text-ui-fg-subtle">
        {children}
      </Text>
    </th>
  )
}
