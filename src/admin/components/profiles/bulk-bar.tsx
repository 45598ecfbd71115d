import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ProfileListItem } from "../../../types/profile"
import { csvText, saveCsv } from "../../lib/csv"
import { toMajor } from "../../lib/format"
import { TagPeople } from "../tags/tag-people"
import { AddToAudience } from "./add-to-audience"

type BulkBarProps = { chosen: ProfileListItem[]; onClear: () => void }

/** What can be done with the people chosen in the list. */
export function BulkBar({ chosen, onClear }: BulkBarProps) {
  const { t } = useTranslation("engage")
  const [adding, setAdding] = useState(false)
  const [tagging, setTagging] = useState(false)
  if (!chosen.length) return null
  return (
    <div
      role="region"
      aria-label={t("profiles.bulk.chosen", { count: chosen.length })}
      className="bg-ui-bg-subtle flex flex-wrap items-center gap-2 border-t px-6 py-2"
    >
      <Text size="small" weight="plus" leading="compact" className="mr-2" aria-live="polite">
        {t("profiles.bulk.chosen", { count: chosen.length })}
      </Text>
      <Button size="small" variant="secondary" onClick={() => setAdding(true)}>
        {t("profiles.bulk.audience")}
      </Button>
      <Button size="small" variant="secondary" onClick={() => setTagging(true)}>
        {t("profiles.bulk.tags")}
      </Button>
      <Button
        size="small"
        variant="secondary"
        onClick={() => saveCsv("people.csv", csvText(asRows(chosen)))}
      >
        {t("profiles.bulk.export")}
      </Button>
      <Button size="small" variant="transparent" onClick={onClear}>
        {t("profiles.bulk.clear")}
      </Button>
      {tagging && (
        <TagPeople
          target={{ profiles: chosen.map(({ id }) => id) }}
          count={chosen.length}
          onClose={() => setTagging(false)}
          onDone={onClear}
        />
      )}
      {adding && (
        <AddToAudience
          profiles={chosen.map(({ id }) => id)}
          onClose={() => setAdding(false)}
          onDone={onClear}
        />
      )}
    </div>
  )
}

/** The chosen people with the same headings as a file of all profiles, amounts in major units. */
function asRows(people: ProfileListItem[]): (string | number | null)[][] {
  const heading = ["id", "name", "email", "phone", "city", "country", "rfm_group", "orders"]
  return [
    [...heading, "revenue", "currency", "last_order_at", "subscribed"],
    ...people.map((one) => [
      one.id,
      one.name,
      one.email,
      one.phone,
      one.city,
      one.country,
      one.rfm_group,
      one.orders,
      toMajor(one.revenue, one.currency),
      one.currency,
      one.last_order_at,
      one.subscribed.join(" "),
    ]),
  ]
}
