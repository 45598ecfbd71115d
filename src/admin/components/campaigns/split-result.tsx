import { Badge, Button, Table, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SplitReport } from "../../../types/campaign-split"
import { useDecideSplit, useSplit } from "../../hooks/api/campaigns"
import { useFormat } from "../../hooks/use-format"
import { ErrorState } from "../common/states"

type SplitResultProps = { campaign: string; step: string; editable: boolean }

/** How the ways of a live split do, which is ahead and how surely, and the way everybody goes once one has won. */
export function SplitResult({ campaign, step, editable }: SplitResultProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { data: split, error, refetch } = useSplit(campaign, step)
  const decide = useDecideSplit(campaign, step)
  if (error) return <ErrorState error={error} onRetry={refetch} />
  if (!split) return null
  const go = async (way: string | null) => {
    try {
      await decide.mutateAsync({ way })
      toast.success(t(way ? "campaigns.split.decided" : "campaigns.split.again", nameOf(way)))
    } catch (failed) {
      toast.error((failed as Error).message)
    }
  }
  const value = ({ clicked, reached, revenue, people }: SplitReport["arms"][number]) => {
    if (!people) return "–"
    if (split.metric === "revenue") return format.money(revenue / people, split.currency)
    return format.share((split.metric === "clicks" ? clicked : reached) / people)
  }

  return (
    <section aria-label={t("campaigns.split.title")} className="flex flex-col gap-y-3">
      <Text size="small" leading="compact" weight="plus">
        {t("campaigns.split.title")}
      </Text>
      <Text size="small" className="text-ui-fg-subtle" role="status">
        {verdict(split, t, format)}
      </Text>
      <div className="overflow-x-auto rounded-lg border">
        <Table>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell className="!pl-3">{t("campaigns.split.way")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">
                {t("campaigns.split.people")}
              </Table.HeaderCell>
              <Table.HeaderCell className="text-right">
                {t(`campaigns.split.value.${split.metric}`)}
              </Table.HeaderCell>
              <Table.HeaderCell className="!pr-3 text-right">
                {t("campaigns.split.chance")}
              </Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {split.arms.map((arm) => (
              <Table.Row key={arm.way}>
                <Table.Cell className="!pl-3">
                  <span className="flex items-center gap-x-1.5">
                    {arm.way.toUpperCase()}
                    {split.won?.way === arm.way && (
                      <Badge size="2xsmall" color="green">
                        {t("campaigns.split.winner")}
                      </Badge>
                    )}
                  </span>
                </Table.Cell>
                <Table.Cell className="text-right tabular-nums">
                  {format.number(arm.people)}
                </Table.Cell>
                <Table.Cell className="text-right tabular-nums">{value(arm)}</Table.Cell>
                <Table.Cell className="!pr-3 text-right tabular-nums">
                  {arm.p === null ? "–" : format.share(arm.p)}
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("campaigns.split.formula")}
      </Text>
      {editable && (
        <div className="flex flex-wrap gap-2">
          {split.won ? (
            <Button
              size="small"
              variant="secondary"
              isLoading={decide.isPending}
              onClick={() => go(null)}
            >
              {t("campaigns.split.splitAgain")}
            </Button>
          ) : (
            split.arms.map(({ way }) => (
              <Button
                key={way}
                size="small"
                variant="secondary"
                isLoading={decide.isPending && decide.variables?.way === way}
                onClick={() => go(way)}
              >
                {t("campaigns.split.pick", nameOf(way))}
              </Button>
            ))
          )}
        </div>
      )}
    </section>
  )
}

const nameOf = (way: string | null) => ({ name: way?.toUpperCase() ?? "" })

function verdict(
  { won, leader, certain }: SplitReport,
  t: (key: string, values?: Record<string, unknown>) => string,
  format: ReturnType<typeof useFormat>
): string {
  if (won)
    return t(won.by_hand ? "campaigns.split.wonByHand" : "campaigns.split.won", {
      ...nameOf(won.way),
      time: format.dateTime(won.at),
    })
  if (!leader) return t("campaigns.split.none")
  return t(certain ? "campaigns.split.certain" : "campaigns.split.open", nameOf(leader))
}
