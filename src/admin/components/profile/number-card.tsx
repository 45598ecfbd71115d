import { ChartBar } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { NumberChange, TimelineItem } from "../../../types/timeline"
import { useFormat } from "../../hooks/use-format"
import { metricText } from "./metrics-section"
import { Card, linkClass } from "./timeline-entry"

type NumberEntry = Extract<TimelineItem, { kind: "number" }>

/** What an order did to the person's numbers: each as it was and as it became. */
export function NumberCard({ entry }: { entry: NumberEntry }) {
  const { t } = useTranslation("engage")
  const { cause, order_id, number } = entry
  const said = t(`profiles.timeline.number.${cause}`, { number })
  return (
    <Card
      icon={<ChartBar />}
      at={entry.at}
      title={
        order_id.startsWith("offline:") ? (
          said
        ) : (
          <Link to={`/orders/${order_id}`} className={linkClass}>
            {said}
          </Link>
        )
      }
    >
      <dl className="flex flex-col">
        {entry.changes.map((change) => (
          <div key={change.key} className="flex justify-between gap-x-4">
            <dt className="min-w-0 truncate">{change.label}</dt>
            <dd className="tabular-nums">
              <Value change={change} value={change.old} currency={entry.currency} /> →{" "}
              <span className="text-ui-fg-base">
                <Value change={change} value={change.new} currency={entry.currency} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

type ValueProps = { change: NumberChange; value: number | null; currency: string }

function Value({ change: { unit }, value, currency }: ValueProps) {
  return <>{metricText({ unit, value, currency }, useFormat(), String)}</>
}
