import { Button } from "@medusajs/ui"
import { subDays } from "date-fns"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRfmMoves } from "../../hooks/api/rfm"
import { DateField } from "../rules/value-editor"
import { Counting } from "../common/freshness"
import { EmptyState, ErrorState, RowsSkeleton, Section } from "../common/states"
import { RfmFlows } from "./rfm-flows"
import { RfmMovesTable } from "./rfm-moves-table"

const day = (date: Date) => date.toISOString().slice(0, 10)

type RfmMovesProps = { segment?: string; windowDays: number }

/** How people moved between the groups from one day to another, as a picture or as a table. */
export function RfmMoves({ segment, windowDays }: RfmMovesProps) {
  const { t } = useTranslation("engage")
  const [from, setFrom] = useState(day(subDays(new Date(), 90)))
  const [to, setTo] = useState(day(new Date()))
  const [table, setTable] = useState(false)
  const {
    data: moves,
    error,
    refetch,
    isPlaceholderData,
  } = useRfmMoves({
    from,
    to,
    window_days: windowDays,
    segment_id: segment,
  })

  return (
    <Section
      title={t("rfmPage.moves.title")}
      description={t("rfmPage.moves.description")}
      actions={
        <span className="flex items-center gap-x-2">
          {isPlaceholderData && !error && <Counting />}
          <DateField
            label={t("rfmPage.moves.from")}
            value={from}
            onChange={(next) => next && setFrom(next)}
          />
          <span className="txt-compact-small text-ui-fg-subtle">{t("segments.builder.and")}</span>
          <DateField
            label={t("rfmPage.moves.to")}
            value={to}
            onChange={(next) => next && setTo(next)}
          />
          <Button size="small" variant="secondary" onClick={() => setTable(!table)}>
            {t(table ? "rfmPage.moves.asChart" : "rfmPage.moves.asTable")}
          </Button>
        </span>
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : from >= to ? (
        <EmptyState title={t("rfmPage.moves.order")} description={t("rfmPage.moves.orderHint")} />
      ) : !moves ? (
        <RowsSkeleton />
      ) : !moves.length ? (
        <EmptyState title={t("rfmPage.moves.none")} description={t("rfmPage.moves.noneHint")} />
      ) : table ? (
        <RfmMovesTable moves={moves} />
      ) : (
        <RfmFlows moves={moves} />
      )}
    </Section>
  )
}
