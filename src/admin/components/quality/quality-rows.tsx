import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Condition, RuleGroup } from "../../../rules/ast"
import { useFormat } from "../../hooks/use-format"
import { newSegmentHref } from "../../lib/rfm-rules"
import { Section } from "../common/states"

export type QualityRow = {
  label: string
  people: number
  /** What finds them; people of a number without it cannot be found by a rule. */
  conditions?: (Condition | RuleGroup)[]
  /** What can be done about them. */
  action?: ReactNode
}

type QualityRowsProps = {
  title: string
  description: string
  of: number
  rows: QualityRow[]
  /** What is said when there are no rows. */
  empty?: string
}

/** Counts of people as bars of all of them; each leads to a segment of them. */
export function QualityRows({ title, description, of, rows, empty }: QualityRowsProps) {
  const { t } = useTranslation("engage")
  return (
    <Section title={title} description={description}>
      {rows.length ? (
        <ul className="flex flex-col gap-y-3 px-6 py-4">
          {rows.map((row) => (
            <Row key={row.label} row={row} of={of} title={title} />
          ))}
        </ul>
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {empty ?? t("quality.nothing")}
        </Text>
      )}
    </Section>
  )
}

function Row({ row, of, title }: { row: QualityRow; of: number; title: string }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { label, people, conditions, action } = row
  const value = format.number(people)
  return (
    <li className="flex flex-col gap-y-1">
      <div className="txt-compact-small flex items-center justify-between gap-x-4">
        <span className="text-ui-fg-subtle min-w-0 break-words">{label}</span>
        <span className="flex shrink-0 items-center gap-x-2 tabular-nums">
          {action}
          {conditions && people > 0 ? (
            <Link
              to={newSegmentHref(
                { version: 1, root: { type: "group", op: "and", children: conditions } },
                `${title}: ${label}`
              )}
              aria-label={t("quality.segment", { label, value })}
              className="txt-compact-small-plus text-ui-tag-blue-text focus-visible:shadow-borders-focus rounded-md outline-none hover:underline"
            >
              {value}
            </Link>
          ) : (
            <span className="txt-compact-small-plus text-ui-fg-base">{value}</span>
          )}
          <Text as="span" size="xsmall" className="text-ui-fg-subtle w-14 text-right">
            {of ? format.share(people / of) : "–"}
          </Text>
        </span>
      </div>
      <div className="bg-ui-bg-component h-1.5 overflow-hidden rounded-full" aria-hidden>
        <div
          className="bg-ui-tag-blue-icon h-full rounded-full"
          style={{ width: `${of ? (100 * people) / of : 0}%` }}
        />
      </div>
    </li>
  )
}
