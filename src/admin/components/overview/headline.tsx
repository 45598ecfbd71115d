import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Overview } from "../../../types/overview"
import { useFormat } from "../../hooks/use-format"
import { Stat } from "../common/values"

/** The shop at a glance: people, buyers, money, reach, and what messages brought. */
export function Headline({ overview }: { overview: Overview }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { assisted, currency, profiles } = overview
  const [email, ...others] = [...overview.reachable].sort((a, b) => b.count - a.count)
  const share = (part: number) => format.share(profiles ? part / profiles : 0)

  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-3 xl:grid-cols-5">
      <Card>
        <Stat
          label={t("overview.profiles")}
          formula={t("overview.profilesFormula")}
          value={format.number(profiles)}
          note={t("overview.profilesNote")}
        />
      </Card>
      <Card>
        <Stat
          label={t("overview.buyers")}
          formula={t("overview.buyersFormula")}
          value={format.number(overview.buyers)}
          note={t("overview.ofProfiles", { share: share(overview.buyers) })}
        />
      </Card>
      <Card>
        <Stat
          label={t("overview.revenue")}
          formula={t("overview.revenueFormula")}
          value={format.money(overview.revenue, currency)}
          note={t("overview.revenueNote")}
        />
      </Card>
      <Card>
        <Stat
          label={t(`overview.reachable.${email?.channel ?? "email"}`, {
            defaultValue: t(`channel.${email?.channel ?? "email"}`),
          })}
          formula={t("overview.reachableFormula")}
          value={format.number(email?.count ?? 0)}
          note={
            others.length
              ? others
                  .map((entry) => `${t(`channel.${entry.channel}`)} ${format.number(entry.count)}`)
                  .join(" · ")
              : t("overview.ofProfiles", { share: share(email?.count ?? 0) })
          }
        />
      </Card>
      <Card>
        <Stat
          label={t("overview.assisted")}
          formula={t("overview.assistedFormula")}
          value={format.money(assisted.revenue, currency)}
          note={t("overview.assistedNote", {
            share: format.share(
              assisted.total_revenue ? assisted.revenue / assisted.total_revenue : 0
            ),
            count: assisted.orders,
            orders: format.number(assisted.orders),
          })}
        />
      </Card>
    </div>
  )
}

function Card({ children }: { children: React.ReactNode }) {
  return <Container className="px-6 py-4">{children}</Container>
}
