import { Container, Text, clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { SendingChannel } from "../../../types/common"
import type { Broadcast, PeopleKind } from "../../../types/broadcast"
import type { BroadcastReport } from "../../../types/broadcast-report"
import { useFormat } from "../../hooks/use-format"
import { Explained } from "../common/values"

type CounterGridProps = { broadcast: Broadcast; report: BroadcastReport }

/** What a channel cannot tell: nobody learns whether a text message was read, or called spam. */
const NEVER_KNOWN: Record<SendingChannel, PeopleKind[]> = {
  email: [],
  sms: ["opened", "complained"],
  viber: ["opened", "complained"],
  whatsapp: ["opened", "complained"],
  in_app: ["bounced", "complained"],
  push: ["bounced", "complained"],
  telegram: ["delivered", "bounced", "opened", "complained"],
}

/** What came of the messages, in people, each with its rate; every number opens the people behind it. */
export function CounterGrid({ broadcast, report }: CounterGridProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { counters, revenue, revenue_per_recipient: perPerson, currency } = report
  const { id: broadcastId, channel } = broadcast
  const unknown = NEVER_KNOWN[channel]
  const received = counters.delivered ?? counters.sent
  const rate = (part: number, of: number) => (of ? format.share(part / of) : undefined)

  const cells: { kind: PeopleKind; value: number | null; note?: ReactNode }[] = [
    { kind: "accepted", value: counters.sent, note: rate(counters.sent, report.progress.frozen) },
    {
      kind: "delivered",
      value: counters.delivered,
      note:
        counters.delivered === null
          ? t("broadcasts.report.notReported")
          : rate(counters.delivered, counters.sent),
    },
    { kind: "bounced", value: counters.bounced, note: rate(counters.bounced, counters.sent) },
    { kind: "opened", value: counters.opened, note: rate(counters.opened, received) },
    { kind: "clicked", value: counters.clicked, note: rate(counters.clicked, received) },
    { kind: "ordered", value: counters.ordered, note: rate(counters.ordered, received) },
    {
      kind: "unsubscribed",
      value: counters.unsubscribed,
      note: rate(counters.unsubscribed, received),
    },
    { kind: "complained", value: counters.complained, note: rate(counters.complained, received) },
  ]

  return (
    <Container className="overflow-hidden p-0">
      {/* Each cell draws its lower and right edge; the outermost ones slip under the container's own. */}
      <div className="-mb-px -mr-px grid grid-cols-2 md:grid-cols-4">
        {cells
          .filter(({ kind }) => !unknown.includes(kind))
          .map(({ kind, value, note }) => (
            <Cell
              key={kind}
              label={t(`broadcasts.kind.${kind}`)}
              formula={t(`broadcasts.formula.${kind}`)}
              value={format.number(value)}
              note={note}
              to={
                value === null ? undefined : `/engage/broadcasts/${broadcastId}/people?kind=${kind}`
              }
            />
          ))}
        <Cell
          label={t("broadcasts.report.revenue")}
          formula={t("broadcasts.formula.revenue")}
          value={format.money(revenue, currency)}
          note={
            perPerson === null
              ? undefined
              : t("broadcasts.report.perPerson", { amount: format.money(perPerson, currency) })
          }
          to={`/engage/broadcasts/${broadcastId}/people?kind=ordered`}
        />
        <CostCells report={report} />
      </div>
    </Container>
  )
}

/** What it cost and what is left; how to know it where no price is set. */
function CostCells({ report: { cost, saved, currency } }: { report: BroadcastReport }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  if (!cost)
    return (
      <Cell label={t("cost.cost")} formula={t("cost.formula")} value="–" note={t("cost.unknown")} />
    )
  const notes = [
    cost.per_order !== null &&
      t("cost.perOrder", { amount: format.money(cost.per_order, currency) }),
    cost.unpriced > 0 &&
      t("cost.unpriced", { count: cost.unpriced, number: format.number(cost.unpriced) }),
  ]
  return (
    <>
      <Cell
        label={t("cost.cost")}
        formula={t("cost.formula")}
        value={format.money(cost.total, currency)}
        note={notes.filter(Boolean).join(", ")}
      />
      <Cell
        label={t("cost.profit")}
        formula={t("cost.profitFormula")}
        value={format.money(cost.profit, currency)}
      />
      {saved !== null && (
        <Cell
          label={t("cost.saved")}
          formula={t("cost.savedFormula")}
          value={format.money(saved, currency)}
        />
      )}
    </>
  )
}

type CellProps = { label: string; formula: string; value: string; note?: ReactNode; to?: string }

function Cell({ label, formula, value, note, to }: CellProps) {
  return (
    <div className="flex flex-col gap-y-1 border-b border-r px-6 py-4">
      <Text as="div" size="small" leading="compact" className="text-ui-fg-subtle">
        <Explained label={label}>{formula}</Explained>
      </Text>
      <div className="flex items-baseline gap-x-2">
        {to ? (
          <Link
            to={to}
            aria-label={`${label}: ${value}`}
            className="h1-core text-ui-fg-base hover:text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-sm tabular-nums outline-none"
          >
            {value}
          </Link>
        ) : (
          <span
            className={clx(
              "h1-core tabular-nums",
              value === "–" ? "text-ui-fg-subtle" : "text-ui-fg-base"
            )}
          >
            {value}
          </span>
        )}
        {note && (
          <Text as="span" size="small" className="text-ui-fg-subtle tabular-nums">
            {note}
          </Text>
        )}
      </div>
    </div>
  )
}
