import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ListedProfile } from "../../../types/profile"
import { csvText, saveCsv } from "../../lib/csv"
import { toMajor } from "../../lib/format"
import { ChosenBar } from "../list/chosen-bar"
import { TagPeople } from "../tags/tag-people"
import { AddToAudience } from "./add-to-audience"
import { ErasePeople } from "./erase-people"

type BulkBarProps = {
  chosen: ListedProfile[]
  onClear: () => void
  /** With those who are gone. */
  onErased: (ids: string[]) => void
}

/** What can be done with the people chosen in the list. */
export function BulkBar({ chosen, onClear, onErased }: BulkBarProps) {
  const { t } = useTranslation("engage")
  const [adding, setAdding] = useState(false)
  const [tagging, setTagging] = useState(false)
  if (!chosen.length) return null
  return (
    <ChosenBar label={t("profiles.bulk.chosen", { count: chosen.length })} onClear={onClear}>
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
      <ErasePeople ids={chosen.map(({ id }) => id)} onErased={onErased} />
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
    </ChosenBar>
  )
}

/** The chosen people with the same headings as a file of all profiles, amounts in major units. */
function asRows(people: ListedProfile[]): (string | number | null)[][] {
  const heading = ["id", "name", "email", "phone", "city", "country", "rfm_group", "orders"]
  return [
    [...heading, "revenue", "currency", "last_order_at", "subscribed", "tags"],
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
      one.tags.join(", "),
    ]),
  ]
}
