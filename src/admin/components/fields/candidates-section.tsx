import { Badge, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { FieldCandidate } from "../../../types/field"
import { useFieldCandidates } from "../../hooks/api/fields"
import { useFormat } from "../../hooks/use-format"
import { ErrorState, RowsSkeleton, Section } from "../common/states"

/** Values that the shop keeps with customers, orders and lines and that are not fields yet. */
export function CandidatesSection({ onPick }: { onPick: (candidate: FieldCandidate) => void }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { data, error, refetch } = useFieldCandidates()
  if (data && !data.length) return null

  return (
    <Section title={t("fields.foundTitle")} description={t("fields.foundDescription")}>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : !data ? (
        <RowsSkeleton />
      ) : (
        <ul className="divide-y">
          {data.map((candidate) => (
            <li
              key={`${candidate.scope}-${candidate.metadata_key}`}
              className="flex items-center justify-between gap-x-4 px-6 py-3"
            >
              <div className="min-w-0">
                <Text size="small" leading="compact" weight="plus" as="div">
                  {candidate.metadata_key}{" "}
                  <Badge size="2xsmall">{t(`fields.scope.${candidate.scope}`)}</Badge>
                </Text>
                <Text size="xsmall" className="text-ui-fg-subtle truncate">
                  {t("fields.seen", {
                    seen: format.number(candidate.seen),
                    of: format.number(candidate.looked_at),
                  })}{" "}
                  · {candidate.samples.slice(0, 3).join(", ")}
                </Text>
              </div>
              <Button
                size="small"
                variant="secondary"
                onClick={() => onPick(candidate)}
                aria-label={t("fields.registerLabel", { key: candidate.metadata_key })}
              >
                {t("fields.register")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
