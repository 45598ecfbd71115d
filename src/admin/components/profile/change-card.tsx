import { ChartBar, PencilSquare } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { TimelineEntry } from "../../../types/timeline"
import { Card, linkClass } from "./timeline-entry"

/** A changed value on the timeline: before, after, and by what. */
export function ChangeCard({ entry }: { entry: TimelineEntry<"metric" | "change"> }) {
  const { t } = useTranslation("engage")
  const { change } = entry
  const label = t(`profiles.attribute.${change.key}`, { defaultValue: change.label })
  return (
    <Card
      icon={entry.kind === "metric" ? <ChartBar /> : <PencilSquare />}
      at={entry.at}
      title={
        change.key === "tag" ? (
          t(`profiles.timeline.${change.new ? "tagGiven" : "tagTaken"}`, {
            tag: change.new ?? change.old,
          })
        ) : (
          <>
            {label}: <ChangedValue value={change.old} change={change} /> →{" "}
            <ChangedValue value={change.new} change={change} />
          </>
        )
      }
    >
      <ChangeOrigin change={change} />
    </Card>
  )
}

/** What changed a value, and why; a campaign is led to. */
function ChangeOrigin({
  change: { source, reason },
}: {
  change: TimelineEntry<"metric" | "change">["change"]
}) {
  const { t } = useTranslation("engage")
  if (reason?.startsWith("cmp_"))
    return (
      <Link to={`/engage/campaigns/${reason}`} className={linkClass}>
        {t("profiles.changeSource.campaign")}
      </Link>
    )
  return (
    <span>
      {t(`profiles.changeSource.${source}`, { defaultValue: source })}
      {reason && ` · ${reason}`}
    </span>
  )
}

/** A value of the history in words: groups and levels by their names, lists with commas. */
function ChangedValue({ value, change }: { value: string | null; change: { key: string } }) {
  const { t } = useTranslation("engage")
  if (value === null || value === "") return <>{t("profiles.timeline.nothing")}</>
  if (change.key === "rfm_group") return <>{t(`rfm.${value}.name`, { defaultValue: value })}</>
  if (change.key === "churn_band")
    return <>{t(`profiles.churn.${value}`, { defaultValue: value })}</>
  if (value.startsWith("[")) return <>{(JSON.parse(value) as string[]).join(", ")}</>
  return <>{value}</>
}
