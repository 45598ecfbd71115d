import { StatusBadge, Table, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Campaign } from "../../../types/campaign"
import type { HoldoutDifference, HoldoutReport } from "../../../types/campaign-holdout"
import { useHoldout } from "../../hooks/api/campaigns"
import { useFormat } from "../../hooks/use-format"
import { Section } from "../common/states"

const COLORS = { too_few: "grey", unclear: "grey", more: "green", less: "red" } as const

/** What people who came in order, against those who were kept out; nothing while nobody was. */
export function HoldoutSection({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation("engage")
  const { data } = useHoldout(campaign.id, campaign.version > 0)
  if (!data?.held_out.people) return null
  return (
    <Section
      title={t("campaigns.holdout.title")}
      description={t("campaigns.holdout.description", { count: data.days })}
      actions={
        <StatusBadge color={COLORS[data.verdict]}>
          {t(`campaigns.holdout.verdict.${data.verdict}`)}
        </StatusBadge>
      }
    >
      <Sides report={data} />
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Total report={data} />
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("campaigns.holdout.formula")}
        </Text>
      </div>
    </Section>
  )
}

function Sides({ report }: { report: HoldoutReport }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { currency, revenue, orders } = report
  const money = (minor: number) => format.money(minor, currency)
  const each = (sum: number, people: number) => (people ? sum / people : 0)
  const number = (value: number) => format.decimal(value, 3)
  const heading = ["people", "buyers", "ordersEach", "revenueEach"]
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>
              <span className="sr-only">{t("campaigns.holdout.title")}</span>
            </Table.HeaderCell>
            {heading.map((column) => (
              <Table.HeaderCell key={column} className="text-right">
                {t(`campaigns.holdout.${column}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {(["came_in", "held_out"] as const).map((side) => {
            const { people, buyers, ...sums } = report[side]
            return (
              <Row
                key={side}
                label={t(`campaigns.holdout.${side}`)}
                cells={[
                  format.number(people),
                  `${format.number(buyers)} (${format.share(each(buyers, people))})`,
                  number(each(sums.orders, people)),
                  money(each(sums.revenue, people)),
                ]}
              />
            )
          })}
          <Row
            label={t("campaigns.holdout.difference")}
            cells={[
              "",
              "",
              <Difference key="orders" of={orders} say={number} />,
              <Difference key="revenue" of={revenue} say={money} />,
            ]}
          />
        </Table.Body>
      </Table>
    </div>
  )
}

function Row({ label, cells }: { label: string; cells: ReactNode[] }) {
  return (
    <Table.Row>
      <Table.Cell className="text-ui-fg-base txt-compact-small-plus">{label}</Table.Cell>
      {cells.map((cell, i) => (
        <Table.Cell key={i} className="text-right tabular-nums">
          {cell}
        </Table.Cell>
      ))}
    </Table.Row>
  )
}

type DifferenceProps = { of: HoldoutDifference | null; say: (value: number) => string }

function Difference({ of, say }: DifferenceProps) {
  const { t } = useTranslation("engage")
  if (!of) return <>–</>
  return (
    <span className="flex flex-col items-end py-2">
      <span className="text-ui-fg-base">{say(of.difference)}</span>
      <span className="text-ui-fg-subtle txt-compact-xsmall">
        {t("campaigns.holdout.interval", { from: say(of.from), to: say(of.to) })}
      </span>
    </span>
  )
}

/** What the difference comes to over all who came in, once it is more than chance. */
function Total({ report: { revenue, came_in, currency, verdict } }: { report: HoldoutReport }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  if (!revenue || (verdict !== "more" && verdict !== "less")) return null
  const more = verdict === "more"
  const inAll = (each: number) =>
    format.money(Math.round(Math.abs(each) * came_in.people), currency)
  const [from, to] = more ? [revenue.from, revenue.to] : [revenue.to, revenue.from]
  return (
    <Text size="small">
      {t(more ? "campaigns.holdout.total" : "campaigns.holdout.totalLess", {
        amount: inAll(revenue.difference),
        from: inAll(from),
        to: inAll(to),
      })}
    </Text>
  )
}
