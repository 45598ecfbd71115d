import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useControlReport } from "../../hooks/api/policy"
import { useFormat } from "../../hooks/use-format"
import { Stat, Time } from "../common/values"

/** What people who may be written to bought more than those who never are. */
export function ControlResults() {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { data } = useControlReport()
  if (!data) return null
  const { incremental, currency } = data
  const money = (amount: number) => format.money(amount, currency)
  return (
    <div className="flex flex-col gap-y-4 px-6 py-4">
      <div className="grid grid-cols-1 gap-4 md:grid-cols-3">
        {(["written_to", "control"] as const).map((side) => (
          <Stat
            key={side}
            label={t(`policy.group.${side}`)}
            value={money(data[side].revenue_per_person)}
            note={t("policy.group.people", {
              people: format.number(data[side].people),
              buyers: format.number(data[side].buyers),
            })}
          />
        ))}
        <Stat
          label={t("policy.group.incremental")}
          formula={t("policy.group.formula")}
          value={incremental ? money(incremental.revenue) : "–"}
          note={
            incremental
              ? t("policy.group.interval", {
                  from: money(incremental.from),
                  to: money(incremental.to),
                })
              : t("policy.group.tooFew")
          }
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {incremental && (
          <StatusBadge color={incremental.certain ? "green" : "grey"}>
            {t(`policy.group.${incremental.certain ? "certain" : "uncertain"}`)}
          </StatusBadge>
        )}
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("policy.group.since")} <Time at={data.since} style="date" />
        </Text>
      </div>
    </div>
  )
}
