import { Hint, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SourceMapping } from "../../../types/event"
import { useSourceTrial } from "../../hooks/api/sources"

type TrialProps = { source: string; document: string; mapping: SourceMapping }

const SHOWN = 3

/** The events that a document would become. */
export function TrialResult({ source, document, mapping }: TrialProps) {
  const { t } = useTranslation("engage")
  const { data, error } = useSourceTrial(source, document, mapping)
  if (error) return <Hint variant="error">{error.message}</Hint>
  if (!data || !document.trim()) return null
  return (
    <div aria-live="polite" className="flex flex-col gap-y-2">
      <Text size="small" weight="plus">
        {t("sources.trial.result", { count: data.events.length })}
      </Text>
      {data.events.slice(0, SHOWN).map((event, index) => (
        <pre
          key={index}
          tabIndex={0}
          className="bg-ui-bg-subtle text-ui-fg-base txt-compact-xsmall focus-visible:shadow-borders-focus max-h-64 overflow-auto whitespace-pre-wrap break-words rounded-md p-3 font-mono outline-none"
        >
          {JSON.stringify(event, null, 2)}
        </pre>
      ))}
      {data.rejected.slice(0, SHOWN).map(({ index, reason }) => (
        <Hint key={index} variant="error">
          {t("sources.rejected", { number: index + 1, reason })}
        </Hint>
      ))}
    </div>
  )
}
