import { ArrowUturnLeft } from "@medusajs/icons"
import { Badge, Button, Skeleton, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Replacement } from "../../../types/replacement"
import { useReplacements, useUndoReplacement } from "../../hooks/api/replacements"
import { EmptyState, ErrorState, Section } from "../common/states"
import { Time } from "../common/values"

/** What was replaced lately, each with a way back. */
export function ReplacementsSection() {
  const { t } = useTranslation("engage")
  const { data, error, refetch } = useReplacements()
  return (
    <Section title={t("replace.latest")} description={t("replace.latestHint")}>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : !data ? (
        <Skeleton className="m-6 h-[80px]" />
      ) : data.length ? (
        data.map((one) => <Row key={one.id} replacement={one} />)
      ) : (
        <EmptyState
          className="min-h-[120px] py-6"
          title={t("replace.emptyTitle")}
          description={t("replace.emptyDescription")}
        />
      )}
    </Section>
  )
}

function Row({ replacement }: { replacement: Replacement }) {
  const { t } = useTranslation("engage")
  const undo = useUndoReplacement()
  const { id, find, replace, at, undone_at, changed } = replacement
  const said = { find, replace, interpolation: { escapeValue: false } }

  const onUndo = () =>
    undo.mutate(id, {
      onSuccess: ({ kept }) => {
        const names = kept.map(({ name }) => name).join(", ")
        toast.success(t(kept.length ? "replace.undoneSome" : "replace.undoneAll", { names }))
      },
      onError: (failure) => void toast.error(failure.message),
    })

  return (
    <div className="flex items-center justify-between gap-x-4 px-6 py-3">
      <div className="min-w-0">
        <Text size="small" leading="compact" weight="plus" className="break-words">
          {t(replace ? "replace.change" : "replace.takenOut", said)}
        </Text>
        <Text as="div" size="small" className="text-ui-fg-subtle break-words">
          <Time at={at} /> {t("replace.in", { names: changed.map(({ name }) => name).join(", ") })}
        </Text>
      </div>
      {undone_at ? (
        <Badge size="2xsmall">{t("replace.undone")}</Badge>
      ) : (
        <Button
          size="small"
          variant="secondary"
          aria-label={t("replace.undoLabel", said)}
          isLoading={undo.isPending}
          onClick={onUndo}
        >
          <ArrowUturnLeft />
          {t("replace.undo")}
        </Button>
      )}
    </div>
  )
}
