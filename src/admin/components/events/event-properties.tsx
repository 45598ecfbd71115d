import { useTranslation } from "react-i18next"
import type { EventItem } from "../../../types/event"

/** What an event carries, as it came. */
export function EventProperties({ event }: { event: EventItem }) {
  const { t } = useTranslation("engage")
  return (
    <pre
      tabIndex={0}
      aria-label={t("events.properties")}
      className="bg-ui-bg-subtle text-ui-fg-base txt-compact-xsmall focus-visible:shadow-borders-focus mt-1 overflow-x-auto whitespace-pre-wrap break-words rounded-md p-3 font-mono outline-none"
    >
      {JSON.stringify(event.properties, null, 2)}
    </pre>
  )
}
