import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSegmentHistory } from "../../hooks/api/segments"
import { useFormat } from "../../hooks/use-format"
import { Sparkline } from "../charts/sparkline"
import { ErrorState, RowsSkeleton, Section } from "../common/states"
import { Time } from "../common/values"

/** The segment's size over time, and who came and went in the last counts. */
export function SegmentHistory({ id }: { id: string }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { data: history, error, refetch } = useSegmentHistory(id)
  const points = [...(history ?? [])].sort((a, b) => a.at.localeCompare(b.at))
  const changes = points.filter((point) => point.entered || point.left).reverse()

  return (
    <Section title={t("segments.history.title")}>
      {error && !history ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : !history ? (
        <RowsSkeleton rows={3} />
      ) : (
        <>
          <div className="px-6 py-4">
            {points.length > 1 ? (
              <Sparkline
                label={t("segments.history.title")}
                points={points.map(({ at, profiles }) => ({ at, value: profiles }))}
              />
            ) : (
              <Text size="small" className="text-ui-fg-subtle">
                {t("segments.history.empty")}
              </Text>
            )}
          </div>
          {changes.length > 0 && (
            <ul className="py-2">
              {changes.slice(0, 6).map((point) => (
                <li key={point.at} className="flex justify-between gap-x-4 px-6 py-1.5">
                  <Text as="span" size="small" leading="compact" className="text-ui-fg-subtle">
                    <Time at={point.at} />
                  </Text>
                  <Text
                    as="span"
                    size="small"
                    leading="compact"
                    className="flex gap-x-3 tabular-nums"
                  >
                    {point.entered > 0 && (
                      <span className="text-ui-tag-green-text">
                        {t("segments.history.entered", {
                          count: point.entered,
                          number: format.number(point.entered),
                        })}
                      </span>
                    )}
                    {point.left > 0 && (
                      <span className="text-ui-tag-red-text">
                        {t("segments.history.left", {
                          count: point.left,
                          number: format.number(point.left),
                        })}
                      </span>
                    )}
                  </Text>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Section>
  )
}
