import { useTranslation } from "react-i18next"
import type { ContactRule } from "../../../types/policy"
import { useTopics } from "../../hooks/api/topics"

const PERIODS: Record<number, string> = { 24: "day", 168: "week", 720: "month" }

/** Says a rule in words. */
export function useRuleSentence() {
  const { t } = useTranslation("engage")
  const { data: topics = [] } = useTopics()

  /** @param segments - those of the rule, by name */
  return (rule: ContactRule, segments: { name: string }[]) => {
    const period = PERIODS[rule.per_hours ?? 0]
    const what = t("policy.sentence.what", {
      kind: t(`policy.kind.${rule.kind ?? "any"}`),
      channel: rule.channel
        ? t("policy.sentence.by", { channel: t(`channel.${rule.channel}`) })
        : "",
      topic: rule.topic
        ? t("policy.sentence.about", {
            topic: topics.find(({ key }) => key === rule.topic)?.name ?? rule.topic,
          })
        : "",
      people: t(`policy.sentence.people.${rule.people}`, {
        segments: segments.map(({ name }) => name).join(t("policy.sentence.or")),
      }),
    })
    const must =
      rule.type === "quiet"
        ? t("policy.sentence.quiet", { from: rule.quiet_from, to: rule.quiet_to })
        : t("policy.sentence.limit", {
            count: rule.max_messages ?? 0,
            period: period
              ? t(`policy.period.${period}`)
              : t("policy.sentence.hours", { count: rule.per_hours ?? 0 }),
          })
    const then =
      rule.behaviour === "skip"
        ? t(`policy.sentence.skip.${rule.type}`)
        : t(`policy.sentence.delay.${rule.type}`, { count: rule.max_delay_hours })
    return `${what.replace(/ +/g, " ").trim()}: ${must}. ${then}`
  }
}
