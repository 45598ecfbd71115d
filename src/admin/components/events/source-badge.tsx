import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { EventSource } from "../../../types/event"
import { useSources } from "../../hooks/api/sources"

const TONES: Record<string, "blue" | "green" | "grey" | "purple"> = {
  tracker: "blue",
  shop: "green",
  server: "grey",
}

/** Where an event came in, by name. */
export function SourceBadge({ source }: { source: EventSource }) {
  const { t } = useTranslation("engage")
  const { data: sources } = useSources()
  const name = sources?.find(({ id }) => id === source)?.name
  return (
    <Badge size="2xsmall" color={TONES[source] ?? "purple"} className="whitespace-nowrap">
      {name ?? t(`events.source.${source}`, { defaultValue: t("events.source.gone") })}
    </Badge>
  )
}
