import { useTranslation } from "react-i18next"
import type { ChannelMoney } from "../../../types/deliverability"
import { useFormat } from "../../hooks/use-format"
import { Section } from "../common/states"
import { Stat } from "../common/values"

/** What a channel brought and what it cost, from the first message to the profit. */
export function MoneySection({ money }: { money: ChannelMoney }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { cost, currency } = money
  const share = (part: number) => (money.sent ? format.share(part / money.sent) : undefined)
  const amount = (value: number | null | undefined) =>
    value === undefined ? t("cost.unknown") : format.money(value, currency)

  return (
    <Section title={t("cost.channel.title")} description={t("cost.channel.description")}>
      <div className="grid grid-cols-2 gap-x-4 gap-y-5 px-6 py-4 md:grid-cols-4">
        <Stat label={t("deliverability.mailboxes.accepted")} value={format.number(money.sent)} />
        <Stat
          label={t("deliverability.mailboxes.delivered")}
          value={format.number(money.delivered)}
          note={share(money.delivered)}
        />
        <Stat
          label={t("deliverability.mailboxes.opened")}
          value={format.number(money.opened)}
          note={share(money.opened)}
        />
        <Stat
          label={t("deliverability.mailboxes.clicked")}
          value={format.number(money.clicked)}
          note={share(money.clicked)}
        />
        <Stat label={t("cost.orders")} value={format.number(money.orders)} />
        <Stat label={t("cost.revenue")} value={format.money(money.revenue, currency)} />
        <Stat
          label={t("cost.cost")}
          formula={t("cost.formula")}
          value={amount(cost?.total)}
          note={
            cost?.per_order != null
              ? t("cost.perOrder", { amount: format.money(cost.per_order, currency) })
              : cost?.unpriced
                ? t("cost.unpriced", { count: cost.unpriced, number: format.number(cost.unpriced) })
                : undefined
          }
        />
        <Stat
          label={t("cost.profit")}
          formula={t("cost.profitFormula")}
          value={amount(cost?.profit)}
        />
      </div>
    </Section>
  )
}
