import { Badge, Button, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Broadcast } from "../../../types/broadcast"
import type { BroadcastReport, VariantReport } from "../../../types/broadcast-report"
import { usePickWinner } from "../../hooks/api/broadcasts"
import { useFormat } from "../../hooks/use-format"
import { Section } from "../common/states"
import { type Column, ListTable } from "../list/list-table"
import { letterOf } from "./ab-section"

type VariantsSectionProps = {
  broadcast: Broadcast
  ab: NonNullable<BroadcastReport["ab"]>
  currency: string
}

/** How each variant of a test does, how sure that is, and which one the others get. */
export function VariantsSection({ broadcast, ab, currency }: VariantsSectionProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const columns = useColumns(broadcast, ab, currency)
  const verdict =
    ab.chosen !== null
      ? t("broadcastPlan.result.chosen", { letter: letterOf(ab.chosen) })
      : ab.leader === null
        ? t("broadcastPlan.result.none")
        : t(`broadcastPlan.result.${ab.certain ? "certain" : "open"}`, {
            letter: letterOf(ab.leader),
          })
  const test = broadcast.plan.ab
  const rest = ab.waiting && test?.winner
  const at =
    rest && rest.auto && broadcast.started_at
      ? new Date(Date.parse(broadcast.started_at) + rest.after_hours * 3_600_000).toISOString()
      : undefined

  return (
    <Section
      title={t("broadcastPlan.result.title")}
      description={
        <>
          {verdict} {at && t("broadcastPlan.result.at", { time: format.dateTime(at) })}
        </>
      }
    >
      <ListTable
        label={t("broadcastPlan.result.title")}
        columns={columns}
        rows={ab.variants}
        rowKey={(row) => String(row.variant)}
      />
      <Text size="xsmall" className="text-ui-fg-subtle px-6 py-3">
        {t("broadcastPlan.result.formula")}
      </Text>
    </Section>
  )
}

function useColumns(
  broadcast: Broadcast,
  ab: VariantsSectionProps["ab"],
  currency: string
): Column<VariantReport>[] {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const prompt = usePrompt()
  const pick = usePickWinner(broadcast.id)

  const onPick = async (variant: number) => {
    const sure = await prompt({
      variant: "confirmation",
      title: t("broadcastPlan.result.pickTitle", { letter: letterOf(variant) }),
      description: t("broadcastPlan.result.pickDescription"),
      confirmText: t("broadcastPlan.result.pick"),
      cancelText: t("actions.cancel"),
    })
    if (sure) pick.mutate(variant, { onError: (error) => void toast.error(error.message) })
  }

  return [
    {
      id: "variant",
      header: t("broadcastPlan.result.variant"),
      cell: ({ variant }) => (
        <span className="flex items-center gap-x-2">
          {letterOf(variant)}
          <span className="text-ui-fg-subtle max-w-[200px] truncate">
            {broadcast.plan.ab?.variants[variant]?.subject}
          </span>
          {ab.leader === variant && (
            <Badge size="2xsmall" color={ab.certain ? "green" : "grey"}>
              {t("broadcastPlan.result.leads")}
            </Badge>
          )}
        </span>
      ),
    },
    {
      id: "sent",
      header: t("broadcasts.kind.accepted"),
      align: "right",
      cell: ({ sent }) => format.number(sent),
    },
    {
      id: "opened",
      header: t("broadcasts.kind.opened"),
      align: "right",
      cell: ({ opened, sent }) => (sent ? format.share(opened / sent) : "–"),
    },
    {
      id: "clicked",
      header: t("broadcasts.kind.clicked"),
      align: "right",
      cell: ({ click_rate, click_interval: [low, high] }) =>
        click_rate === null ? (
          "–"
        ) : (
          <span title={`${format.share(low)} – ${format.share(high)}`}>
            {format.share(click_rate)}
          </span>
        ),
    },
    {
      id: "revenue",
      header: t("broadcastPlan.result.perPerson"),
      align: "right",
      cell: ({ revenue_per_person }) =>
        format.money(revenue_per_person === null ? null : Math.round(revenue_per_person), currency),
    },
    {
      id: "chance",
      header: t("broadcastPlan.result.chance"),
      align: "right",
      cell: ({ p }) => (p ? format.share(p[ab.metric]) : "–"),
    },
    ...(ab.waiting
      ? [
          {
            id: "pick",
            header: <span className="sr-only">{t("broadcastPlan.result.pick")}</span>,
            align: "right" as const,
            cell: ({ variant }: VariantReport) => (
              <Button
                size="small"
                variant="secondary"
                isLoading={pick.isPending}
                onClick={() => void onPick(variant)}
              >
                {t("broadcastPlan.result.pick")}
              </Button>
            ),
          },
        ]
      : []),
  ]
}
